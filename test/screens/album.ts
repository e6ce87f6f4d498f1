/** The page that lays all pictures out side by side, for people to look at. */
import type { Case } from './case.ts';
import type { Variant } from './stage.ts';

export function album(cases: readonly Case[], variants: readonly Variant[]): string {
  const rows = cases.map(
    ({ name }) =>
      `<section><h2>${name}</h2>${variants
        .map(({ language, theme }) => {
          const file = `${name}.${language}.${theme}.png`;
          return `<a href="${file}"><img loading="lazy" src="${file}" alt="${name}, ${language}, ${theme}"></a>`;
        })
        .join('')}</section>`,
  );
  return `<!doctype html><html lang="id"><meta charset="utf-8"><title>Ketuk: layar</title><style>
body{margin:2rem;background:#f6f1e6;font-family:system-ui,sans-serif}
section{margin-bottom:2.5rem}a{display:inline-block;width:24%;margin-right:1%}img{width:100%;border:1px solid #ddd4bf;border-radius:6px}
</style><h1>Ketuk: ${cases.length} layar</h1>${rows.join('\n')}</html>\n`;
}
