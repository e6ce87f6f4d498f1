/**
 * The key file: the bundle of secrets, wrapped once for this computer and, when the institution has a recovery key, once for
 * it, so that losing a keyring does not lose what is owed. JSON, written whole or not at all, never overwritten by accident.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { failed, ok, type Result } from '../../../native/failure.ts';
import { appFailure } from '../../contract/index.ts';
import { fromBase64, type KeyPair, open, ready, seal, toBase64, zero } from '../../sealing/index.ts';
import { createDurably, writeDurably } from '../files.ts';
import type { StoreFailure } from '../port.ts';
import { failureBehind } from '../store-error.ts';
import { decodeKeyRing, encodeKeyRing, type KeyRing, newKeyRing, parseJson } from './key-ring.ts';
import { type KeyWrapper, unavailable } from './wrappers.ts';

const RECOVERY = 'recovery';

const keyFile = z.object({
  format: z.literal(1),
  /** Not secret; lets a person see which file belongs to which counter. */
  installationId: z.uuid(),
  wrapped: z.array(z.object({ kind: z.string().max(40), bytes: z.base64().max(20_000) })).min(1),
});
type KeyFile = z.infer<typeof keyFile>;

export interface KeyOptions {
  readonly path: string;
  readonly wrapper: KeyWrapper;
  /** X25519 public key of the institution, 32 bytes. */
  readonly recoveryKey?: Uint8Array;
  /** The database that these keys open. When it exists and the keys do not, none are made: they could not open it. */
  readonly databasePath: string;
}

/** Opens the key file, or makes keys for a new installation. Fails with KEYS_UNAVAILABLE or as the disk does. */
export async function openKeys(options: KeyOptions): Promise<Result<KeyRing, StoreFailure>> {
  return onDisk(async () => {
    if (!existsSync(options.path)) return create(options);
    const file = readKeyFile(options.path);
    const entry = file?.wrapped.find(({ kind }) => kind === options.wrapper.kind);
    if (entry === undefined)
      return unavailable('key file', file ? `no ${options.wrapper.kind} entry` : 'damaged');
    const secret = await options.wrapper.unwrap(fromBase64(entry.bytes));
    return secret.ok ? ringFrom(secret.value) : secret;
  });
}

/** How the keys at this place are wrapped, e.g. `passphrase`; `undefined` where there are none, empty where they are damaged. */
export function keyKinds(path: string): readonly string[] | undefined {
  if (!existsSync(path)) return undefined;
  return readKeyFile(path)?.wrapped.map(({ kind }) => kind) ?? [];
}

/** Opens the keys with the institution's recovery pair and wraps them anew for this computer. */
export async function recoverKeys(
  options: KeyOptions,
  recovery: KeyPair,
): Promise<Result<KeyRing, StoreFailure>> {
  return onDisk(async () => {
    await ready();
    const file = existsSync(options.path) ? readKeyFile(options.path) : undefined;
    const entry = file?.wrapped.find(({ kind }) => kind === RECOVERY);
    if (entry === undefined) return unavailable('recovery', 'no recovery entry');
    const secret = open(recovery, fromBase64(entry.bytes));
    if (!secret.ok) return unavailable('recovery', 'another recovery key');
    const ring = ringFrom(secret.value);
    if (!ring.ok) return ring;
    const content = await contentOf(ring.value, { ...options, recoveryKey: recovery.publicKey });
    if (!content.ok) return content;
    writeDurably(options.path, content.value);
    return ring;
  });
}

async function create(options: KeyOptions): Promise<Result<KeyRing, StoreFailure>> {
  if (existsSync(options.databasePath)) return unavailable('key file', 'missing');
  const ring = newKeyRing();
  const content = await contentOf(ring, options);
  if (!content.ok) return content;
  mkdirSync(dirname(options.path), { recursive: true, mode: 0o700 });
  if (createDurably(options.path, content.value)) return ok(ring);
  return failed(appFailure('STORE_IN_USE', 'key file', 'made by another program just now'));
}

async function contentOf(ring: KeyRing, options: KeyOptions): Promise<Result<string, StoreFailure>> {
  const secret = encodeKeyRing(ring);
  const own = await options.wrapper.wrap(secret);
  if (!own.ok) return own;
  const wrapped: KeyFile['wrapped'] = [{ kind: options.wrapper.kind, bytes: toBase64(own.value) }];
  if (options.recoveryKey !== undefined) {
    await ready();
    wrapped.push({ kind: RECOVERY, bytes: toBase64(seal(options.recoveryKey, secret)) });
  }
  zero(secret);
  const file: KeyFile = { format: 1, installationId: ring.installationId, wrapped };
  return ok(`${JSON.stringify(file, undefined, 2)}\n`);
}

function ringFrom(secret: Uint8Array): Result<KeyRing, StoreFailure> {
  const ring = decodeKeyRing(secret);
  zero(secret);
  return ring === undefined ? unavailable('key file', 'damaged') : ok(ring);
}

function readKeyFile(path: string): KeyFile | undefined {
  return keyFile.safeParse(parseJson(readFileSync(path, 'utf8'))).data;
}

async function onDisk<T>(work: () => Promise<Result<T, StoreFailure>>): Promise<Result<T, StoreFailure>> {
  try {
    return await work();
  } catch (error) {
    const failure = failureBehind(error, 'key file');
    if (failure === undefined) throw error;
    return failed(failure);
  }
}
