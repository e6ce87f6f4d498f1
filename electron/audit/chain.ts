/**
 * The chain, byte for byte, so that a verifier can be written from this text alone.
 *
 * - `body` of entry n: the JSON text (RFC 8785 canonical form: member names sorted by UTF-16 code units, no white space,
 *   whole numbers in decimal, JSON string escapes as `JSON.stringify`) of one flat object with the members `seq` (1, 2, 3 …),
 *   `at` (milliseconds since 1970 UTC), `actor`, `counter`, `event`, where known `agreementId`, `profileVersion`, `visitId`,
 *   and the fields of the event. Values are strings, whole numbers, booleans or arrays of strings.
 * - `hash` of entry n: SHA-256( hash of entry n−1, 32 bytes ‖ UTF-8 bytes of `body` ); before entry 1: 32 zero bytes.
 * - Exported line (JSON Lines, UTF-8, `\n`): `{"body":"<body as a JSON string>","hash":"<64 hex digits>"}`.
 * - Last line of an export: `{"checkpoint":"<text>","key":"<64 hex digits>"}`: the checkpoint (`checkpoint.ts`) of exactly the entries
 *   above it, and the Ed25519 key of the installation.
 */
import { createHash } from 'node:crypto';
import type { AuditValue } from './event.ts';

export const GENESIS: Uint8Array = new Uint8Array(32);

export function canonicalBody(fields: Readonly<Record<string, AuditValue>>): string {
  const names = Object.keys(fields).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(fields[name])}`).join(',')}}`;
}

export function entryHash(previous: Uint8Array, body: Uint8Array): Uint8Array {
  return createHash('sha256').update(previous).update(body).digest();
}
