/**
 * The private key of one kept record, wrapped by the installation's master key. Destroying the wrapped key shreds the record,
 * wherever copies of its envelope may lie.
 *
 * Layout, in bytes: 12 nonce ‖ 16 AES-256-GCM tag ‖ ciphertext of (32 X25519 public ‖ 32 private). Associated data: UTF-8 of
 * the record id, so that a key cannot be moved to another record. The nonce is random; one master key wraps far fewer than
 * the 2^32 records at which that would matter (NIST SP 800-38D §8.3).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyPair } from '../sealing/index.ts';

const NONCE = 12;
const TAG = 16;

export function wrapRecordKey(master: Uint8Array, recordId: string, pair: KeyPair): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', master, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(recordId, 'utf8'));
  const body = Buffer.concat([cipher.update(pair.publicKey), cipher.update(pair.privateKey), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** `undefined` when the bytes were changed, belong to another record, or were wrapped by another master key. */
export function unwrapRecordKey(
  master: Uint8Array,
  recordId: string,
  wrapped: Uint8Array,
): KeyPair | undefined {
  if (wrapped.length !== NONCE + TAG + 64) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(recordId, 'utf8'));
  decipher.setAuthTag(wrapped.subarray(NONCE, NONCE + TAG));
  try {
    const body = Buffer.concat([decipher.update(wrapped.subarray(NONCE + TAG)), decipher.final()]);
    return { publicKey: new Uint8Array(body.subarray(0, 32)), privateKey: new Uint8Array(body.subarray(32)) };
  } catch {
    // The only way in which the cipher says that the tag is wrong.
    return undefined;
  }
}
