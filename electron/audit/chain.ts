/**
 * The chain, byte for byte, so that a verifier can be written from this text alone.
 *
 * - `body` of entry n: the JSON text (RFC 8785 canonical form: member names sorted by UTF-16 code units, no white space,
 *   whole numbers in decimal, JSON string escapes as `JSON.stringify`) of one flat object with the members `seq` (1, 2, 3 …),
 *   `at` (milliseconds since 1970 UTC), `actor`, `counter`, `event`, where known `agreementId`, `profileVersion`, `visitId`,
 *   and the fields of the event. Values are strings, whole numbers, booleans or arrays of strings.
 * - `hash` of entry n: SHA-256( hash of entry n−1, 32 bytes ‖ UTF-8 bytes of `body` ); before entry 1: 32 zero bytes.
 * - Exported line (JSON Lines, UTF-8, `\n`): `{"body":"<body as a JSON string>","hash":"<64 hex digits>"}`.
 * - Checkpoint: Ed25519 (RFC 8032) over the UTF-8 bytes of
 *   `Ketuk audit checkpoint v1\n<installation id>\n<count>\n<head hash, 64 hex digits>\n<at, ms>\n`.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyPair } from '../sealing/index.ts';
import type { AuditValue } from './event.ts';

export const GENESIS: Uint8Array = new Uint8Array(32);

export function canonicalBody(fields: Readonly<Record<string, AuditValue>>): string {
  const names = Object.keys(fields).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(fields[name])}`).join(',')}}`;
}

export function entryHash(previous: Uint8Array, body: Uint8Array): Uint8Array {
  return createHash('sha256').update(previous).update(body).digest();
}

export interface Checkpoint {
  readonly installationId: string;
  readonly count: number;
  /** 64 hex digits; of no entries: zeros. */
  readonly headHash: string;
  readonly at: number;
  /** Base64 of 64 bytes. */
  readonly signature: string;
}

export function signCheckpoint(content: Omit<Checkpoint, 'signature'>, pair: KeyPair): Checkpoint {
  const key = createPrivateKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: base64Url(pair.publicKey), d: base64Url(pair.privateKey) },
    format: 'jwk',
  });
  return { ...content, signature: sign(null, checkpointBytes(content), key).toString('base64') };
}

export function isSignedBy(checkpoint: Checkpoint, publicKey: Uint8Array): boolean {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: base64Url(publicKey) },
    format: 'jwk',
  });
  return verify(null, checkpointBytes(checkpoint), key, Buffer.from(checkpoint.signature, 'base64'));
}

function checkpointBytes(content: Omit<Checkpoint, 'signature'>): Uint8Array {
  const { installationId, count, headHash, at } = content;
  const text = `Ketuk audit checkpoint v1\n${installationId}\n${count}\n${headHash}\n${at}\n`;
  return new TextEncoder().encode(text);
}

function base64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
