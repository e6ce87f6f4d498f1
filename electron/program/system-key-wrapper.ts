/**
 * Keeps the key bundle in the operating system's secret store through `safeStorage`. On Linux without a keyring Electron would
 * use a key that is in every copy of the program; that is refused, and a passphrase is asked for instead (design section 8).
 */
import { safeStorage } from 'electron';
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';
import type { KeyWrapper } from '../store/index.ts';

export function systemKeyWrapper(): Result<KeyWrapper> {
  const hardCoded = process.platform === 'linux' && backend() === 'basic_text';
  if (!safeStorage.isEncryptionAvailable() || hardCoded) {
    return failed(appFailure('KEYS_UNAVAILABLE', 'safeStorage', hardCoded ? 'basic_text' : 'not available'));
  }
  return ok({
    kind: 'system',
    wrap: async (secret) => ok(safeStorage.encryptString(Buffer.from(secret).toString('base64'))),
    unwrap: async (wrapped) => {
      try {
        return ok(Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64'));
      } catch {
        return failed(appFailure('KEYS_UNAVAILABLE', 'safeStorage', 'another user or another computer'));
      }
    },
  });
}

/** The oldest runtime cannot say which store it found, and one that nobody can name is not trusted. */
function backend(): string {
  const { getSelectedStorageBackend: ask } = safeStorage as Partial<typeof safeStorage>;
  return ask === undefined ? 'basic_text' : ask.call(safeStorage);
}
