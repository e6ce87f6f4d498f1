/** Loads libsodium once, as late as possible: it takes a tenth of a second that a window should not have to wait for. */
import { webcrypto } from 'node:crypto';

type Sodium = typeof import('libsodium-wrappers-sumo')['default'];

let loaded: Sodium | undefined;

/** Resolves when {@link sodium} may be called. Calling it again costs nothing. */
export async function ready(): Promise<void> {
  if (loaded !== undefined) return;
  // libsodium takes its randomness from here; the oldest runtime (Node 18 inside Electron 25) does not set it.
  globalThis.crypto ??= webcrypto as typeof globalThis.crypto;
  const { default: library } = await import('libsodium-wrappers-sumo');
  await library.ready;
  loaded = library;
}

/** The library itself. Forgetting to await {@link ready} is a bug, and ends like one. */
export function sodium(): Sodium {
  if (loaded === undefined) throw new Error('libsodium is used before ready() has resolved');
  return loaded;
}
