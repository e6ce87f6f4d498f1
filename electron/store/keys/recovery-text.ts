/**
 * The recovery key of an institution as a person writes it down: 56 letters and digits in groups of four. It is shown once, when an
 * installation is made, and opens its keys when computer, keyring or passphrase are lost.
 *
 * 32 bytes X25519 private key ‖ 3 bytes checksum (start of its SHA-256), in Crockford's base32: no I, L, O or U, and what is
 * commonly mistaken for a digit is read as that digit.
 */
import { createHash } from 'node:crypto';
import { type KeyPair, sodium } from '../../sealing/index.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBytes = 32;
const checksumBytes = 3;
const bitsPerSign = 5;
const signs = ((keyBytes + checksumBytes) * 8) / bitsPerSign;

export function recoveryText(pair: KeyPair): string {
  const bytes = new Uint8Array([...pair.privateKey, ...checksum(pair.privateKey)]);
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const text = bits.replace(/.{5}/g, (sign) => alphabet[Number.parseInt(sign, 2)] ?? '');
  return text.replace(/.{4}(?=.)/g, '$&-');
}

/** `undefined` when it was mistyped. `await ready()` of sealing comes first. */
export function recoveryPair(text: string): KeyPair | undefined {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (plain.length !== signs || [...plain].some((sign) => !alphabet.includes(sign))) return undefined;
  const bits = [...plain].map((sign) => alphabet.indexOf(sign).toString(2).padStart(bitsPerSign, '0'));
  const bytes = Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  const privateKey = bytes.slice(0, keyBytes);
  const given = bytes.slice(keyBytes);
  if (checksum(privateKey).some((byte, i) => byte !== given[i])) return undefined;
  return { privateKey, publicKey: sodium().crypto_scalarmult_base(privateKey) };
}

function checksum(privateKey: Uint8Array): Uint8Array {
  return createHash('sha256')
    .update('Ketuk recovery v1')
    .update(privateKey)
    .digest()
    .subarray(0, checksumBytes);
}
