/** What opening an installation leaves in its log. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { newKeyPair, ready } from '../sealing/index.ts';
import { openKeys, openStore, systemClock, trainingWrapper } from '../store/index.ts';
import { temporaryFolder, valueOfResult } from '../store/store.test-support.ts';
import { openInstallation, openPractice, recoverInstallation } from './installation.ts';
import { placesIn } from './places.ts';

beforeAll(ready);

it('that the recovery key was used stands in the log of what it opened', async () => {
  const folder = temporaryFolder();
  const recovery = newKeyPair();
  valueOfResult(await openInstallation(folder, trainingWrapper, systemClock, recovery)).close();
  const recovered = valueOfResult(await recoverInstallation(folder, trainingWrapper, systemClock, recovery));
  const events = valueOfResult(recovered.audit.list(5)).map(({ event }) => event);
  recovered.close();
  expect(events).toEqual(['KEYS_RECOVERED']);
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
