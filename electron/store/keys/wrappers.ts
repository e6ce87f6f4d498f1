/**
 * Ways to keep the key bundle so that a copied folder is worth nothing. The composition root adds the one over the operating
 * system's secret store; where there is none it asks for a passphrase, and never falls back to a key that is in the program.
 */
import { failed, ok, type Result } from '../../../native/failure.ts';
import type { Sensitive } from '../../../native/sensitive.ts';
import { appFailure } from '../../contract/index.ts';
import { ready, sodium } from '../../sealing/index.ts';
import type { StoreFailure } from '../port.ts';

export interface KeyWrapper {
  /** Names the kind in the key file, so that the right wrapper meets the right bytes. */
  readonly kind: string;
  wrap(secret: Uint8Array): Promise<Result<Uint8Array, StoreFailure>>;
  /** Fails with KEYS_UNAVAILABLE when these bytes cannot be opened here. */
  unwrap(wrapped: Uint8Array): Promise<Result<Uint8Array, StoreFailure>>;
}

/** Argon2id, 64 MiB and three passes: about a second on an old counter PC, once per start. */
const MEMORY_BYTES = 64 * 1024 * 1024;
const PASSES = 3;
const SALT = 16;
const NONCE = 24;

/**
 * Layout, in bytes: 16 salt ‖ 24 nonce ‖ XChaCha20-Poly1305 ciphertext with its 16-byte tag; key = Argon2id v1.3 of the
 * UTF-8 passphrase (RFC 9106; 64 MiB, t = 3, p = 1).
 */
export function passphraseWrapper(passphrase: Sensitive<string>): KeyWrapper {
  async function keyFrom(salt: Uint8Array): Promise<Uint8Array> {
    await ready();
    const { crypto_pwhash, crypto_pwhash_ALG_ARGON2ID13 } = sodium();
    return crypto_pwhash(32, passphrase.reveal(), salt, PASSES, MEMORY_BYTES, crypto_pwhash_ALG_ARGON2ID13);
  }

  return {
    kind: 'passphrase',
    async wrap(secret) {
      await ready();
      const salt = sodium().randombytes_buf(SALT);
      const nonce = sodium().randombytes_buf(NONCE);
      const key = await keyFrom(salt);
      const sealed = sodium().crypto_aead_xchacha20poly1305_ietf_encrypt(secret, null, null, nonce, key);
      key.fill(0);
      return ok(new Uint8Array([...salt, ...nonce, ...sealed]));
    },
    async unwrap(wrapped) {
      if (wrapped.length < SALT + NONCE + 16) return unavailable('passphrase', 'too short');
      const key = await keyFrom(wrapped.subarray(0, SALT));
      const nonce = wrapped.subarray(SALT, SALT + NONCE);
      const sealed = wrapped.subarray(SALT + NONCE);
      try {
        return ok(sodium().crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key));
      } catch {
        // A wrong passphrase and a changed byte look alike to the cipher, and the cure is the same.
        return unavailable('passphrase', 'wrong passphrase');
      } finally {
        key.fill(0);
      }
    },
  };
}

/** For training mode only: its keys guard invented residents and lie open beside the data. The key file says so. */
export const trainingWrapper: KeyWrapper = {
  kind: 'training',
  wrap: (secret) => Promise.resolve(ok(Uint8Array.from(secret))),
  unwrap: (wrapped) => Promise.resolve(ok(Uint8Array.from(wrapped))),
};

export function unavailable(at: string, detail: string) {
  return failed(appFailure('KEYS_UNAVAILABLE', at, detail));
}
