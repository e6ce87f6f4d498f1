/** The folders the bootstrap works in, all inside the checkout. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const modules = join(root, 'node_modules');
/** What the build writes. */
export const dist = join(root, 'dist');
/** What the bootstrap fetches and remembers; may be deleted at any time. */
export const runtimeFolder = join(root, '.runtime');
/** What a run leaves behind for people: reports, pictures, logs. */
export const results = join(root, 'test-results');

/** @param {string} folder */
export function ensureFolder(folder) {
  mkdirSync(folder, { recursive: true });
  return folder;
}
