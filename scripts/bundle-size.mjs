/**
 * How much the window loads before it shows its first screen: the page, the scripts and style sheets it names, and
 * everything those import at once; gzip, in bytes. Fails above the ratchet, which may only be turned down.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from './build.mjs';
import { dist } from './folders.mjs';
import { asScript, SetupError, say } from './say.mjs';
import { setUp } from './setup.mjs';

/** The promise is 250 kB; the ratchet is what has been reached, rounded up. */
export const ratchet = 250_000;

/**
 * @typedef {{ file: string, imports?: string[], css?: string[] }} Chunk
 */

/**
 * @param {string} folder of the built pages
 * @returns {{ file: string, bytes: number }[]} largest first
 */
export function firstLoad(folder) {
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const files = new Set(['index.html']);
  /** @param {string} name */
  const follow = (name) => {
    const chunk = manifest[name];
    if (chunk === undefined || files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) follow(imported);
  };
  follow('index.html');
  return [...files]
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(folder, file))).length }))
    .sort((one, other) => other.bytes - one.bytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await asScript(async () => {
    await setUp();
    await build();
    const folder = join(dist, 'renderer');
    if (!existsSync(folder)) throw new SetupError('there are no pages to weigh');
    const files = firstLoad(folder);
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { file, bytes } of files) process.stdout.write(`${`${bytes}`.padStart(8)}  ${file}\n`);
    process.stdout.write(`${`${total}`.padStart(8)}  first load, gzip (at most ${ratchet})\n`);
    if (total > ratchet)
      say(
        `the first load is ${total - ratchet} bytes over the ratchet; load what the first screen does not show later`,
      );
    return total > ratchet ? 1 : 0;
  });
}
