/** A medium somebody put in, for a file that must have arrived before it is destroyed here: written through to the device, and read again. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';

export const medium = {
  write: (path: string, bytes: Uint8Array): Result<void> =>
    attempt(() => {
      const file = openSync(path, 'w', 0o600);
      try {
        writeSync(file, bytes);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    }),
  read: (path: string): Result<Uint8Array> => attempt(() => readFileSync(path)),
  present: (path: string): Result<Uint8Array | undefined> =>
    attempt(() => (existsSync(path) ? readFileSync(path) : undefined)),
};

function attempt<T>(work: () => T): Result<T> {
  try {
    return ok(work());
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'not written';
    return failed(appFailure('CONFIG_NOT_WRITTEN', 'custody.return', reason));
  }
}
