/**
 * Sealed boxes: whoever has the public half can put something in, only the private half gets it out, and nobody can tell
 * who put it there. This is how a visit hands main what main must keep but must not read (design section 3).
 *
 * Layout of an envelope, in bytes: 32 ephemeral X25519 public key ‖ 16 Poly1305 tag ‖ XSalsa20 ciphertext as long as the
 * content (libsodium `crypto_box_seal`; the nonce is BLAKE2b of both public keys). Any changed byte makes it unreadable.
 */
import { generateKeyPairSync } from 'node:crypto';
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, type SealingKeyPair } from '../contract/index.ts';
import { fromBase64, toBase64, zero } from './bytes.ts';
import { sodium } from './sodium.ts';

/** X25519, 32 bytes each. */
export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** Bytes that an envelope is longer than its content. */
export const SEAL_OVERHEAD = 48;

/** A fresh pair. Uses the runtime's own generator, so that main need not load libsodium to make one. */
export function newKeyPair(): KeyPair {
  const jwk = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  if (jwk.x === undefined || jwk.d === undefined)
    throw new Error('the runtime made an X25519 pair without keys');
  return { publicKey: fromBase64Url(jwk.x), privateKey: fromBase64Url(jwk.d) };
}

/** Seals `content` so that only the holder of the private half can read it. Needs {@link ready}. */
export function seal(publicKey: Uint8Array, content: Uint8Array): Uint8Array {
  return sodium().crypto_box_seal(content, publicKey);
}

/** Opens an envelope, or fails with ENVELOPE_UNREADABLE: damaged, cut short, or sealed to another key. Needs {@link ready}. */
export function open(
  pair: KeyPair,
  envelope: Uint8Array,
): Result<Uint8Array, Failure<'ENVELOPE_UNREADABLE'>> {
  if (envelope.length < SEAL_OVERHEAD) return failed(appFailure('ENVELOPE_UNREADABLE', 'open', 'too short'));
  const library = sodium();
  try {
    return ok(library.crypto_box_seal_open(envelope, pair.publicKey, pair.privateKey));
  } catch {
    // The only way in which libsodium says that key and envelope do not belong together.
    return failed(appFailure('ENVELOPE_UNREADABLE', 'open'));
  }
}

/** The pair as it crosses a process border. Strings cannot be zeroed: make them as late as possible. */
export function toWirePair(pair: KeyPair): SealingKeyPair {
  return { publicKey: toBase64(pair.publicKey), privateKey: toBase64(pair.privateKey) };
}

/** {@link seal} for an envelope that crosses a process border as text. */
export function sealWired(publicKey: string, content: Uint8Array): string {
  return toBase64(seal(fromBase64(publicKey), content));
}

/** {@link open} for key and envelope as they crossed one. The bytes of the key are wiped as soon as they were used. */
export function openWired(
  { publicKey, privateKey }: SealingKeyPair,
  envelope: string,
): Result<Uint8Array, Failure<'ENVELOPE_UNREADABLE'>> {
  const pair = { publicKey: fromBase64(publicKey), privateKey: fromBase64(privateKey) };
  const opened = open(pair, fromBase64(envelope));
  zero(pair.privateKey);
  return opened;
}

function fromBase64Url(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}
