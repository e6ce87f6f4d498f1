import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { declared } from '../../../native/sensitive.ts';
import { newKeyPair, ready, toBase64 } from '../../sealing/index.ts';
import { failureOf, temporaryFolder, valueOfResult } from '../store.test-support.ts';
import { type KeyOptions, openKeys, recoverKeys } from './key-file.ts';
import { forgetKeyRing } from './key-ring.ts';
import { type KeyWrapper, passphraseWrapper, trainingWrapper, unavailable } from './wrappers.ts';

beforeAll(ready);

function place(wrapper: KeyWrapper, recoveryKey?: Uint8Array): KeyOptions {
  const folder = join(temporaryFolder(), 'data');
  const paths = { path: join(folder, 'ketuk.keys'), databasePath: join(folder, 'ketuk.db') };
  return { ...paths, wrapper, ...(recoveryKey === undefined ? {} : { recoveryKey }) };
}

/** The secret store of a signed-in account that is gone. */
const lostKeyring: KeyWrapper = {
  kind: 'passphrase',
  wrap: async () => unavailable('keyring', 'gone'),
  unwrap: async () => unavailable('keyring', 'gone'),
};

describe('the key file', () => {
  test('gives the same keys at every start, and nobody else can read it', async () => {
    const options = place(trainingWrapper);
    const made = valueOfResult(await openKeys(options));
    expect(valueOfResult(await openKeys(options))).toEqual(made);
    expect(statSync(options.path).mode & 0o077).toBe(0);
    expect(JSON.parse(readFileSync(options.path, 'utf8')).wrapped[0].kind).toBe('training');
  });

  test('under a passphrase holds no secret in the clear and opens with that passphrase only', async () => {
    const options = place(passphraseWrapper(declared('frasa sandi uji')));
    const ring = valueOfResult(await openKeys(options));
    const file = readFileSync(options.path);
    for (const secret of [ring.database, ring.pepper, ring.outbox.privateKey, ring.audit.privateKey]) {
      expect(file.includes(toBase64(secret))).toBe(false);
      expect(file.includes(Buffer.from(secret))).toBe(false);
    }
    expect(valueOfResult(await openKeys(options))).toEqual(ring);
    const wrong = { ...options, wrapper: passphraseWrapper(declared('frasa sandi lain')) };
    expect(failureOf(await openKeys(wrong))?.code).toBe('KEYS_UNAVAILABLE');
  });

  test('made for training does not open for real work', async () => {
    const options = place(trainingWrapper);
    valueOfResult(await openKeys(options));
    const real = { ...options, wrapper: passphraseWrapper(declared('frasa')) };
    expect(failureOf(await openKeys(real))).toMatchObject({
      code: 'KEYS_UNAVAILABLE',
      detail: 'no passphrase entry',
    });
  });

  test('that is damaged, or gone while its database is there, is never replaced by new keys', async () => {
    const options = place(trainingWrapper);
    valueOfResult(await openKeys(options));
    writeFileSync(options.path, '{"format":1');
    expect(failureOf(await openKeys(options))?.code).toBe('KEYS_UNAVAILABLE');
    expect(readFileSync(options.path, 'utf8')).toBe('{"format":1');

    const orphan = { ...options, path: `${options.path}.gone`, databasePath: options.path };
    expect(failureOf(await openKeys(orphan))?.code).toBe('KEYS_UNAVAILABLE');
    expect(existsSync(orphan.path)).toBe(false);
  });

  test('is opened and wrapped anew with the recovery key of the institution when the keyring is lost', async () => {
    const recovery = newKeyPair();
    const options = place(passphraseWrapper(declared('dulu')), recovery.publicKey);
    const ring = valueOfResult(await openKeys(options));
    expect(failureOf(await openKeys({ ...options, wrapper: lostKeyring }))?.code).toBe('KEYS_UNAVAILABLE');

    const renewed = { ...options, wrapper: passphraseWrapper(declared('sekarang')) };
    expect(failureOf(await recoverKeys(renewed, newKeyPair()))?.code).toBe('KEYS_UNAVAILABLE');
    expect(valueOfResult(await recoverKeys(renewed, recovery))).toEqual(ring);
    expect(valueOfResult(await openKeys(renewed))).toEqual(ring);
    expect(valueOfResult(await recoverKeys(renewed, recovery))).toEqual(ring);
  });
});

test('forgotten keys are zero', async () => {
  const ring = valueOfResult(await openKeys(place(trainingWrapper)));
  forgetKeyRing(ring);
  const secrets = [ring.database, ring.outbox.privateKey, ring.pepper, ring.records, ring.audit.privateKey];
  expect(secrets.every((secret) => secret.every((byte) => byte === 0))).toBe(true);
});
