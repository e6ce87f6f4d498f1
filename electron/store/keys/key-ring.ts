/** The secrets of one installation: made once from the system's randomness, kept in one wrapped bundle. */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fromBase64, type KeyPair, newKeyPair, toBase64, zero } from '../../sealing/index.ts';

/** All lengths in bytes. */
export interface KeyRing {
  /** Names the installation in the audit log and in documents. Not secret. */
  readonly installationId: string;
  /** 32, encrypts the database. */
  readonly database: Uint8Array;
  /** X25519, seals what is owed to Dukcapil. */
  readonly outbox: KeyPair;
  /** 32, key of the HMACs of NIKs. */
  readonly pepper: Uint8Array;
  /** 32, wraps the private key of each kept record. */
  readonly records: Uint8Array;
  /** Ed25519: 32 public, 32 seed. Signs checkpoints of the audit log. */
  readonly audit: KeyPair;
}

const base64 = z.string().regex(/^[A-Za-z0-9+/]{43}=$/); // 32 bytes
const pair = z.object({ publicKey: base64, privateKey: base64 });
const bundle = z.object({
  format: z.literal(1),
  installationId: z.uuid(),
  database: base64,
  outbox: pair,
  pepper: base64,
  records: base64,
  audit: pair,
});

export function newKeyRing(): KeyRing {
  return {
    installationId: randomUUID(),
    database: randomKey(),
    outbox: newKeyPair(),
    pepper: randomKey(),
    records: randomKey(),
    audit: newSigningPair(),
  };
}

/** Wipes the secrets. The ring must not be used afterwards. */
export function forgetKeyRing(ring: KeyRing): void {
  zero(ring.database, ring.outbox.privateKey, ring.pepper, ring.records, ring.audit.privateKey);
}

/** The bundle that is wrapped: UTF-8 JSON, every secret 32 bytes in base64. */
export function encodeKeyRing(ring: KeyRing): Uint8Array {
  const text: z.infer<typeof bundle> = {
    format: 1,
    installationId: ring.installationId,
    database: toBase64(ring.database),
    outbox: encodePair(ring.outbox),
    pepper: toBase64(ring.pepper),
    records: toBase64(ring.records),
    audit: encodePair(ring.audit),
  };
  return new TextEncoder().encode(JSON.stringify(text));
}

/** `undefined` when these bytes are not a bundle. */
export function decodeKeyRing(bytes: Uint8Array): KeyRing | undefined {
  const read = bundle.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (!read.success) return undefined;
  const { installationId, database, outbox, pepper, records, audit } = read.data;
  return {
    installationId,
    database: fromBase64(database),
    outbox: decodePair(outbox),
    pepper: fromBase64(pepper),
    records: fromBase64(records),
    audit: decodePair(audit),
  };
}

/** `undefined` for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function randomKey(): Uint8Array {
  return new Uint8Array(randomBytes(32));
}

export function newSigningPair(): KeyPair {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (jwk.x === undefined || jwk.d === undefined)
    throw new Error('the runtime made an Ed25519 pair without keys');
  return { publicKey: bytesOf(jwk.x), privateKey: bytesOf(jwk.d) };
}

function bytesOf(base64Url: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64Url, 'base64url'));
}

function encodePair(keys: KeyPair): z.infer<typeof pair> {
  return { publicKey: toBase64(keys.publicKey), privateKey: toBase64(keys.privateKey) };
}

function decodePair(keys: z.infer<typeof pair>): KeyPair {
  return { publicKey: fromBase64(keys.publicKey), privateKey: fromBase64(keys.privateKey) };
}
