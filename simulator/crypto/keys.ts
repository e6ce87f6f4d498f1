/** From a seed to the keys of one card or one session. ICAO 9303-11 §9.7.1. */
import { createHash } from 'node:crypto';
import { concat } from '../bytes.ts';
import { type TdesKey, withOddParity } from './tdes.ts';

/** 2-key 3DES as ICAO has it, or the 3-key TDEA of the regulation (KTP-el fact sheet 7.1). */
export type KeyLength = 16 | 24;

export interface KeyPair {
  readonly encryption: TdesKey;
  readonly mac: TdesKey;
}

export function sha1(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(
    createHash('sha1')
      .update(concat(...parts))
      .digest(),
  );
}

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(
    createHash('sha256')
      .update(concat(...parts))
      .digest(),
  );
}

/**
 * The key derivation function. 16 bytes: SHA-1, as ICAO 9303-11 §9.7.1.1 has it. 24 bytes: SHA-256, first 24 bytes
 * (invented, after the AES-192 case of §9.7.1.2).
 */
export function deriveKey(seed: Uint8Array, counter: number, length: KeyLength = 16): TdesKey {
  const input = Uint8Array.of(0, 0, 0, counter);
  const digest = length === 16 ? sha1(seed, input) : sha256(seed, input);
  return withOddParity(digest.slice(0, length));
}

/** Counter 1 enciphers, counter 2 authenticates. */
export function deriveKeyPair(seed: Uint8Array, length: KeyLength = 16): KeyPair {
  return { encryption: deriveKey(seed, 1, length), mac: deriveKey(seed, 2, length) };
}
