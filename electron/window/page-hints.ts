/**
 * Tells a page at once which files it will need. All pages share one HTML file, whose script finds out by its host which page it
 * is and only then asks for the rest, in two further rounds through main; named beforehand, everything comes in one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As much of the build's list as is needed here. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  /** What its style sheets name: the typeface. */
  readonly assets?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

const pageOf: readonly (readonly [RegExp, string])[] = [
  [/^beranda$/, 'home/index.tsx'],
  [/^kunjungan-/, 'visit/index.tsx'],
  [/^arsip-/, 'record/index.tsx'],
];
/** The language nearly every counter speaks; the other one is fetched when it is chosen. */
const messages = '../resources/messages/id.ts';

/** The HTML with a hint for each file; without them where the build left no list, for they only save time. */
export function withHints(html: string, host: string, folder: string): string {
  const known = manifestOf(folder);
  const page = pageOf.find(([hosts]) => hosts.test(host))?.[1];
  if (known === undefined || page === undefined) return html;
  const already = closureOf(known, 'index.html');
  const wanted = [page, messages].flatMap((entry) => [...closureOf(known, entry)]);
  const typeface = known['index.html']?.assets?.filter((file) => file.endsWith('.woff2')) ?? [];
  const links = [...new Set(wanted)]
    .filter((file) => !already.has(file))
    .concat(typeface)
    .map((file) => `<link ${relation(file)} crossorigin href="./${file}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}

function relation(file: string): string {
  if (file.endsWith('.css')) return 'rel="stylesheet"';
  // Text that is laid out before the typeface is there is laid out twice.
  return file.endsWith('.woff2') ? 'rel="preload" as="font" type="font/woff2"' : 'rel="modulepreload"';
}

/** The files of an entry and of all it imports. */
function closureOf(
  known: Manifest,
  entry: string,
  seen = new Set<string>(),
  files = new Set<string>(),
): Set<string> {
  const chunk = known[entry];
  if (chunk === undefined || seen.has(entry)) return files;
  seen.add(entry);
  for (const imported of chunk.imports ?? []) closureOf(known, imported, seen, files);
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  return files;
}

const manifests = new Map<string, Manifest | undefined>();

function manifestOf(folder: string): Manifest | undefined {
  if (!manifests.has(folder)) manifests.set(folder, readManifest(folder));
  return manifests.get(folder);
}

function readManifest(folder: string): Manifest | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
    return isManifest(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** By hand: a schema library is not to be loaded before the window stands. */
function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every(
    (chunk: Partial<Record<keyof Chunk, unknown>> | null) =>
      typeof chunk?.file === 'string' &&
      [chunk.imports, chunk.css, chunk.assets].every((list) => isList(list ?? [])),
  );
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
