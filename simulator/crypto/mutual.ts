/** Mutual authentication as in ICAO 9303-11 §4.3: two cryptograms of 40 bytes, and the session keys they agree on. */
import { concat, equal, xor } from '../bytes.ts';
import { deriveKeyPair, type KeyLength, type KeyPair } from './keys.ts';
import { decryptCbc, encryptCbc, pad, retailMac } from './tdes.ts';

/** E (32 bytes) and M (8 bytes). Also when the keys have 24 bytes: the contributions stay 16 (KTP-el fact sheet 7.1). */
export const CRYPTOGRAM = 40;

/** What both ends know once they trust each other. */
export interface SessionSecrets {
  readonly keys: KeyPair;
  /** Where the send sequence counter starts: last 4 of RND.IC, last 4 of RND.IFD. */
  readonly counter: Uint8Array;
}

/** One side's block: own random, the other side's random, own key contribution (8 + 8 + 16). */
interface Contribution {
  readonly own: Uint8Array;
  readonly other: Uint8Array;
  readonly key: Uint8Array;
}

/** E = 3DES-CBC(KEnc, own | other | key), M = MAC(KMac, E). */
export function seal(keys: KeyPair, { own, other, key }: Contribution): Uint8Array {
  const enciphered = encryptCbc(keys.encryption, concat(own, other, key));
  return concat(enciphered, retailMac(keys.mac, pad(enciphered)));
}

/** Opens a cryptogram; `undefined` when the length or the MAC is wrong. */
export function unseal(keys: KeyPair, cryptogram: Uint8Array): Contribution | undefined {
  if (cryptogram.length !== CRYPTOGRAM) return undefined;
  const enciphered = cryptogram.slice(0, 32);
  if (!equal(retailMac(keys.mac, pad(enciphered)), cryptogram.slice(32))) return undefined;
  const plain = decryptCbc(keys.encryption, enciphered);
  return { own: plain.slice(0, 8), other: plain.slice(8, 16), key: plain.slice(16, 32) };
}

/** Session seed = K.IFD xor K.IC. ICAO 9303-11 §4.3.1. */
export function agree(
  chip: { random: Uint8Array; key: Uint8Array },
  terminal: { random: Uint8Array; key: Uint8Array },
  length: KeyLength = 16,
): SessionSecrets {
  return {
    keys: deriveKeyPair(xor(terminal.key, chip.key), length),
    counter: concat(chip.random.slice(4), terminal.random.slice(4)),
  };
}
