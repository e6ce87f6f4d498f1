/** One at a time: two scripts started together must not install, unpack or build into the same folder at once. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureFolder, runtimeFolder } from './folders.mjs';

/**
 * Runs `body` while holding the named lock. A lock whose holder is gone is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withLock(name, body) {
  const file = join(ensureFolder(runtimeFolder), `${name}.lock`);
  while (!take(file)) await pause(100);
  try {
    return await body();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (!holderLives(file)) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function holderLives(file) {
  try {
    // A file without a number is one that its holder has just made and not yet written.
    const holder = readFileSync(file, 'utf8');
    if (holder === '') return true;
    process.kill(Number(holder), 0);
    return true;
  } catch (error) {
    // EPERM: alive, but another user's. ESRCH or ENOENT: gone.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
