/** What opening an installation leaves in its log, and what it needs where the folder came from elsewhere. */
import { randomUUID } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { failed, ok } from '../../native/failure.ts';
import { appFailure, type BalikanEndpoint } from '../contract/index.ts';
import { served, serviceContext } from '../ledger/ledger.test-support.ts';
import { outboxSender } from '../outbox/index.ts';
import { newKeyPair, openWired, ready, sealWired, toWirePair } from '../sealing/index.ts';
import { type KeyWrapper, openKeys, openStore, systemClock, trainingWrapper } from '../store/index.ts';
import { failureOf, temporaryFolder, valueOfResult } from '../store/store.test-support.ts';
import { openInstallation, openPractice, recoverInstallation } from './installation.ts';
import { placesIn } from './places.ts';

beforeAll(ready);

/** The key store of a system account: what it wraps, no other opens. */
function keyStoreOf(account: string): KeyWrapper {
  const mark = Buffer.from(`${account}:`);
  return {
    kind: 'system',
    wrap: async (secret) => ok(Buffer.concat([mark, secret])),
    unwrap: async (wrapped) => {
      const own = Buffer.compare(wrapped.subarray(0, mark.length), mark) === 0;
      // A copy: what is given out is wiped after its use.
      return own
        ? ok(Uint8Array.from(wrapped.subarray(mark.length)))
        : failed(appFailure('KEYS_UNAVAILABLE', 'key store'));
    },
  };
}

const endpoint: BalikanEndpoint = {
  baseUrl: 'https://192.0.2.7',
  path: '/api/store',
  token: 'lab-token',
  idLembaga: '400101',
  namaLembaga: 'Dinas Uji',
  shape: 'MULTIPART_SINGLE',
  timeoutMs: 1000,
};

it('that the recovery key was used stands in the log of what it opened', async () => {
  const folder = temporaryFolder();
  const recovery = newKeyPair();
  valueOfResult(await openInstallation(folder, trainingWrapper, systemClock, recovery)).close();
  const recovered = valueOfResult(await recoverInstallation(folder, trainingWrapper, systemClock, recovery));
  const events = valueOfResult(recovered.audit.list(5)).map(({ event }) => event);
  recovered.close();
  expect(events).toEqual(['KEYS_RECOVERED']);
});

it('a folder that is carried to another system account opens with the recovery key, and what is owed is sent from there', async () => {
  const folder = join(temporaryFolder(), 'lama');
  const recovery = newKeyPair();
  const before = valueOfResult(await openInstallation(folder, keyStoreOf('lama'), systemClock, recovery));
  const { balikan, ...fact } = served();
  const itemId = randomUUID();
  const content = 'isi data balikan';
  const envelope = sealWired(toWirePair(before.keys.outbox).publicKey, Buffer.from(content));
  const owed = { itemId, envelope, nikHash: balikan?.nikHash ?? '' };
  valueOfResult(before.recordService({ ...fact, balikan: owed }, serviceContext));
  const { installationId } = before.keys;
  before.close();
  const carried = join(temporaryFolder(), 'baru');
  cpSync(folder, carried, { recursive: true });

  const another = keyStoreOf('baru');
  expect(failureOf(await openInstallation(carried, another, systemClock))?.code).toBe('KEYS_UNAVAILABLE');
  valueOfResult(await recoverInstallation(carried, another, systemClock, recovery)).close();
  // From now on the key store of this account opens it.
  const { keys, outbox, close } = valueOfResult(await openInstallation(carried, another, systemClock));
  const sent: unknown[] = [];
  const sender = outboxSender({
    outbox,
    clock: systemClock,
    key: keys.outbox,
    route: () => ({ endpoint, closedNetwork: ['192.0.2.0/24'] }),
    deliver: async ({ items, key }) =>
      items.map((item) => {
        const opened = valueOfResult(openWired(key, item.envelope));
        sent.push([item.itemId, Buffer.from(opened).toString()]);
        return { kind: 'ACKNOWLEDGED', duplicate: false, ms: 1 };
      }),
    isPeak: () => false,
    changed: () => undefined,
  });
  valueOfResult(sender.start());
  await sender.stop();
  expect([keys.installationId, sent]).toEqual([installationId, [[itemId, content]]]);
  expect(valueOfResult(outbox.counts())).toMatchObject({ waiting: 0, needsPerson: 0 });
  close();
});

it('practice goes on with a new database where a trial left one that is too old, and deletes nothing', async () => {
  const folder = temporaryFolder();
  const { path, databasePath } = placesIn(folder);
  const { database: key } = valueOfResult(await openKeys({ path, databasePath, wrapper: trainingWrapper }));
  const trial = {
    version: 1,
    sql: 'CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT, changed_at INTEGER, mac BLOB) STRICT;',
  };
  valueOfResult(openStore({ path: databasePath, key, steps: [trial] })).close();
  const left = readFileSync(databasePath);

  const refused = await openInstallation(folder, trainingWrapper, systemClock);
  expect(refused.ok || refused.failure.code).toBe('STORE_TOO_OLD');
  valueOfResult(await openPractice(folder, systemClock)).close();

  expect(readFileSync(`${databasePath}.old-1`).equals(left)).toBe(true);
  expect(readdirSync(folder)).toContain('ketuk.db');
  valueOfResult(await openInstallation(folder, trainingWrapper, systemClock)).close();
});
