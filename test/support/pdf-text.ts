/**
 * The words of a PDF as whoever reads it gets them: its streams unpacked, its glyphs turned back into letters by the table that came
 * with each typeface. For papers of this program, which have one page description for each page and no pictures.
 */
import { inflateSync } from 'node:zlib';

/** Page after page; spaces only where the layout put them, so compare without any. */
export function pdfText(pdf: Uint8Array): string {
  const file = Buffer.from(pdf).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const body = (id: string | undefined) => objects.get(id ?? '') ?? '';
  const letters = new Map<string, Letters>();
  for (const object of objects.values()) {
    for (const [, name = '', font] of object.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, table] = /\/ToUnicode (\d+) 0 R/.exec(body(font)) ?? [];
      if (table !== undefined) letters.set(name, lettersOf(streamOf(body(table))));
    }
  }
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b(?!s)/.test(object));
  return pages
    .map((page) => wordsOf(streamOf(body(/\/Contents (\d+) 0 R/.exec(page)?.[1])), letters))
    .join('\n');
}

type Letters = ReadonlyMap<number, string>;

function streamOf(object: string): string {
  const [head = '', content] = object.split(/stream\r?\n/, 2);
  const stored = content?.replace(/\r?\nend$/, '') ?? '';
  if (!head.includes('/FlateDecode')) return stored;
  return inflateSync(Buffer.from(stored, 'latin1')).toString('latin1');
}

/** Ranges of glyphs, each with the letters it stands for. */
function lettersOf(table: string): Letters {
  const known = new Map<number, string>();
  for (const [, from = '', list = ''] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    for (const [at, [, code = '']] of [...list.matchAll(/<([0-9a-f]*)>/gi)].entries()) {
      known.set(Number.parseInt(from, 16) + at, Buffer.from(code, 'hex').swap16().toString('utf16le'));
    }
  }
  return known;
}

function wordsOf(page: string, letters: ReadonlyMap<string, Letters>): string {
  let font: Letters | undefined;
  const words: string[] = [];
  for (const [, name, shown] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = letters.get(name);
    const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]+)>/gi)].flatMap(
      ([, hex = '']) => hex.match(/.{4}/g) ?? [],
    );
    words.push(glyphs.map((glyph) => font?.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join(''));
  }
  return words.filter((word) => word !== '').join(' ');
}
