/**
 * A checkpoint: what the log was at one moment, signed, and short enough to stand on paper as a QR or to be typed off it. Whoever
 * holds the paper can show later that the log was rewritten or that its tail was cut off.
 *
 * - Signature: Ed25519 (RFC 8032) over the UTF-8 bytes of `Ketuk audit checkpoint v2\n<installation id>\n<count>\n<head hash, 64 hex
 *   digits>\n<Merkle root, 64 hex digits>\n<at, ms>\n`.
 * - Text: 125 bytes, numbers big-endian: count (5) ‖ at (6) ‖ installation id, a UUID (16) ‖ head hash, its first 16 bytes ‖ Merkle
 *   root, its first 16 bytes ‖ signature (64) ‖ SHA-256 of all that, its first 2 bytes. The whole hashes are under the signature.
 *   In base32 of Crockford's alphabet that is 200 characters, in 50 groups of four. Each group gets a fifth that catches every wrong
 *   character in it and a group in the wrong place: (g + 1·a + 3·b + 5·c + 7·d) mod 32, with g counted from 0. In front stands `KTK2`;
 *   between groups stands a space.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyPair } from '../sealing/index.ts';

export interface Checkpoint {
  /** A UUID. */
  readonly installationId: string;
  readonly count: number;
  /** 64 hex digits; of no entries: zeros. */
  readonly headHash: string;
  /** 64 hex digits. */
  readonly merkleRoot: string;
  readonly at: number;
  /** Base64 of 64 bytes. */
  readonly signature: string;
}

export function signCheckpoint(content: Omit<Checkpoint, 'signature'>, pair: KeyPair): Checkpoint {
  const key = createPrivateKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: base64Url(pair.publicKey), d: base64Url(pair.privateKey) },
    format: 'jwk',
  });
  return { ...content, signature: sign(null, signedBytes(content), key).toString('base64') };
}

export function isSignedBy(checkpoint: Checkpoint, publicKey: Uint8Array): boolean {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: base64Url(publicKey) },
    format: 'jwk',
  });
  return verify(null, signedBytes(checkpoint), key, Buffer.from(checkpoint.signature, 'base64'));
}

export function checkpointText(checkpoint: Checkpoint): string {
  const { count, at, installationId, headHash, merkleRoot, signature } = checkpoint;
  const content = Buffer.alloc(123);
  content.writeUIntBE(count, 0, 5);
  content.writeUIntBE(at, 5, 6);
  content.write(installationId.replaceAll('-', ''), 11, 16, 'hex');
  content.write(headHash, 27, 16, 'hex');
  content.write(merkleRoot, 43, 16, 'hex');
  content.write(signature, 59, 64, 'base64');
  const sum = createHash('sha256').update(content).digest().subarray(0, 2);
  return ['KTK2', ...groups(Buffer.concat([content, sum]))].join(' ');
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const WEIGHTS = [1, 3, 5, 7];

/** Twenty bits at a time, four characters and the one that watches over them. */
function groups(bytes: Uint8Array): string[] {
  const hex = Buffer.from(bytes).toString('hex');
  return (hex.match(/.{5}/g) ?? []).map((twenty, group) => {
    const bits = Number.parseInt(twenty, 16);
    const values = [bits >> 15, bits >> 10, bits >> 5, bits].map((value) => value & 31);
    const check = values.reduce((sum, value, place) => sum + value * (WEIGHTS[place] ?? 0), group);
    return [...values, check & 31].map((value) => ALPHABET[value]).join('');
  });
}

function signedBytes(content: Omit<Checkpoint, 'signature'>): Uint8Array {
  const { installationId, count, headHash, merkleRoot, at } = content;
  const lines = ['Ketuk audit checkpoint v2', installationId, count, headHash, merkleRoot, at];
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}

function base64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
