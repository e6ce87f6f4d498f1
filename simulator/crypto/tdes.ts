/** Triple-DES, retail MAC and padding: the three primitives ICAO 9303-11 builds secure messaging from. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { at, concat } from '../bytes.ts';

export const BLOCK = 8;
const ZERO_IV = new Uint8Array(BLOCK);

/** A key of 16 bytes (K1 K2, used as K1 K2 K1) or of 24 bytes (K1 K2 K3, the 3-key TDEA the regulation asks for). */
export type TdesKey = Uint8Array;

function threeParts(key: TdesKey): [Uint8Array, Uint8Array, Uint8Array] {
  if (key.length !== 16 && key.length !== 24) throw new RangeError('A 3DES key has 16 or 24 bytes');
  const first = key.subarray(0, 8);
  return [first, key.subarray(8, 16), key.length === 24 ? key.subarray(16, 24) : first];
}

/** 3DES in CBC mode over whole blocks, no padding of its own. `iv` is zero unless a chain is continued. */
export function encryptCbc(key: TdesKey, plain: Uint8Array, iv: Uint8Array = ZERO_IV): Uint8Array {
  const cipher = createCipheriv('des-ede3-cbc', concat(...threeParts(key)), iv).setAutoPadding(false);
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final()]));
}

export function decryptCbc(key: TdesKey, enciphered: Uint8Array, iv: Uint8Array = ZERO_IV): Uint8Array {
  const decipher = createDecipheriv('des-ede3-cbc', concat(...threeParts(key)), iv).setAutoPadding(false);
  return new Uint8Array(Buffer.concat([decipher.update(enciphered), decipher.final()]));
}

/** ISO 9797-1 padding method 2: `80`, then zeros to the next block. Always adds at least one byte. */
export function pad(data: Uint8Array): Uint8Array {
  const padded = new Uint8Array(data.length + BLOCK - (data.length % BLOCK));
  padded.set(data);
  padded[data.length] = 0x80;
  return padded;
}

/** Undoes {@link pad}; `undefined` when the padding is not there. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  return end >= 0 && padded[end] === 0x80 ? padded.slice(0, end) : undefined;
}

/**
 * Retail MAC, ISO 9797-1 algorithm 3, 8 bytes, zero IV, over data that was already padded. With a 24-byte key the last
 * step enciphers with K3 (invented: ICAO defines the 16-byte case only).
 */
export function retailMac(key: TdesKey, padded: Uint8Array): Uint8Array {
  const [first, second, last] = threeParts(key);
  const chain = encryptCbc(single(first), padded).slice(-BLOCK);
  return encryptCbc(single(last), decryptCbc(single(second), chain));
}

/** Single DES as 3DES with one key three times: OpenSSL 3 keeps plain DES in its legacy provider. */
function single(key: Uint8Array): TdesKey {
  return concat(key, key, key);
}

/** Sets each byte to odd parity, as DES keys are written. ICAO 9303-11 §9.7.1.1. */
export function withOddParity(key: Uint8Array): Uint8Array {
  return key.map((byte) => {
    let ones = 0;
    for (let bit = 1; bit < 8; bit++) ones += (byte >> bit) & 1;
    return (byte & 0xfe) | (ones % 2 === 0 ? 1 : 0);
  });
}

/** The send sequence counter: 8 bytes, big-endian, one up before every command and every answer. */
export function increment(counter: Uint8Array): Uint8Array {
  const next = counter.slice();
  for (let index = next.length - 1; index >= 0; index--) {
    const value = (at(next, index) + 1) & 0xff;
    next[index] = value;
    if (value !== 0) break;
  }
  return next;
}
