import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';
import { connect } from './connection.ts';
import { type OpenStore, openStore, type Store, stateTable } from './index.ts';
import { migrations } from './migrations/index.ts';
import {
  failureOf,
  LAB_KEY,
  manualClock,
  temporaryFolder,
  testStore,
  valueOfResult,
} from './store.test-support.ts';

function fresh() {
  const path = join(temporaryFolder(), 'data', 'ketuk.db');
  const clock = manualClock();
  return { path, clock, store: testStore(path, clock) };
}

const note = (store: Store, id: number, text: string) =>
  store.transaction((writer) => ok(writer.run('INSERT INTO note (id, text) VALUES (?, ?)', id, text)));
const texts = (store: Store) =>
  valueOfResult(store.read((reader) => reader.all('SELECT text FROM note ORDER BY id')));
const newestVersion = Math.max(...migrations.map(({ version }) => version));
const withNotes = [
  ...migrations,
  {
    version: newestVersion + 1,
    sql: 'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;',
  },
];

function withNoteTable(): { readonly store: OpenStore; readonly path: string } {
  const path = join(temporaryFolder(), 'ketuk.db');
  return {
    store: valueOfResult(openStore({ path, key: LAB_KEY, clock: manualClock(), steps: withNotes })),
    path,
  };
}

describe('a transaction', () => {
  test('is all or nothing when it answers with a failure or throws', () => {
    const { store } = withNoteTable();
    store.transaction((writer) => {
      writer.run("INSERT INTO note VALUES (1, 'gone')");
      return failed(appFailure('STEP_ORDER', 'test'));
    });
    expect(() =>
      store.transaction((writer) => {
        writer.run("INSERT INTO note VALUES (2, 'gone too')");
        throw new RangeError('a bug');
      }),
    ).toThrow(RangeError);
    valueOfResult(note(store, 3, 'stays'));
    expect(texts(store)).toEqual([{ text: 'stays' }]);
    store.close();
  });

  test('inside another joins it: its failure fails the whole, even when the outer one overlooks it', () => {
    const { store } = withNoteTable();
    const told: string[] = [];
    const result = store.transaction((writer) => {
      writer.run("INSERT INTO note VALUES (1, 'outer')");
      writer.afterCommit(() => told.push('committed'));
      store.transaction(() => failed(appFailure('STEP_ORDER', 'inner')));
      return ok(undefined);
    });
    expect(failureOf(result)).toMatchObject({ code: 'STEP_ORDER', at: 'inner' });
    expect([texts(store), told]).toEqual([[], []]);
    store.close();
  });

  test('on a full disk fails with STORE_DISK_FULL, leaves nothing half-written, and works once there is room', () => {
    const { store } = withNoteTable();
    valueOfResult(note(store, 1, 'before'));
    const pages = valueOfResult(store.read((reader) => reader.get('PRAGMA page_count')))?.page_count;
    valueOfResult(store.read((reader) => reader.get(`PRAGMA max_page_count=${pages}`)));
    const full = store.transaction((writer) => {
      for (let id = 2; id < 200; id++) writer.run('INSERT INTO note VALUES (?, ?)', id, 'x'.repeat(500));
      return ok(undefined);
    });
    expect(failureOf(full)?.code).toBe('STORE_DISK_FULL');
    expect(texts(store)).toEqual([{ text: 'before' }]);
    valueOfResult(store.read((reader) => reader.get('PRAGMA max_page_count=100000')));
    valueOfResult(note(store, 2, 'after'));
    expect(texts(store)).toEqual([{ text: 'before' }, { text: 'after' }]);
    store.close();
  });

  test('refuses values that would abort the native library', () => {
    const { store } = withNoteTable();
    const bound = (value: unknown) => () => store.read((reader) => reader.get('SELECT ?', value as string));
    for (const value of [true, undefined, 1n, 1.5, Number.NaN, {}]) expect(bound(value)).toThrow(TypeError);
    store.close();
  });

  test('after closing answers with a failure', () => {
    const { store } = withNoteTable();
    store.close();
    store.close();
    expect(failureOf(store.read(() => 1))?.code).toBe('STORE_IO');
    expect(failureOf(store.transaction(() => ok(1)))?.code).toBe('STORE_IO');
  });
});

describe('opening', () => {
  test('finds what was there, keeps its settings, and leaves no log behind on closing', () => {
    const { path, clock, store } = fresh();
    valueOfResult(stateTable(store, clock).set('clock.highest', '42'));
    store.close();
    expect(readdirSync(join(path, '..')).sort()).toEqual(['ketuk.db', 'ketuk.db.check']);
    const again = testStore(path, clock);
    expect(valueOfResult(stateTable(again, clock).get('clock.highest'))).toBe('42');
    const setting = (name: string) => valueOfResult(again.read((reader) => reader.get(`PRAGMA ${name}`)));
    expect(setting('synchronous')).toEqual({ synchronous: 2 });
    expect(setting('secure_delete')).toEqual({ secure_delete: 1 });
  });

  test('a second time is refused with STORE_IN_USE, naming the process', () => {
    const { path } = fresh();
    expect(failureOf(openStore({ path, key: LAB_KEY }))).toMatchObject({
      code: 'STORE_IN_USE',
      detail: `pid ${process.pid}`,
    });
  });

  test('a database of a newer version is refused with STORE_TOO_NEW', () => {
    const { store, path } = withNoteTable();
    store.close();
    expect(failureOf(openStore({ path, key: LAB_KEY }))?.code).toBe('STORE_TOO_NEW');
  });

  test('a trial from before the first release is refused with STORE_TOO_OLD, and not touched', () => {
    const { path, store } = fresh();
    store.close();
    const later = migrations.map((step) => ({ ...step, version: step.version + 100 }));
    const before = readFileSync(path);
    expect(failureOf(openStore({ path, key: LAB_KEY, steps: later }))?.code).toBe('STORE_TOO_OLD');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('an older database is brought up to date, and stays as it was when a step fails', () => {
    const { path, clock, store } = fresh();
    valueOfResult(stateTable(store, clock).set('name', 'value'));
    store.close();
    const broken = [
      ...migrations,
      { version: newestVersion + 1, sql: 'CREATE TABLE half (x TEXT) STRICT; CREATE TABLE half (x TEXT);' },
    ];
    expect(() => openStore({ path, key: LAB_KEY, steps: broken })).toThrow('already exists');
  });

  test('a migrated database keeps its rows', () => {
    const { path, clock, store } = fresh();
    valueOfResult(stateTable(store, clock).set('name', 'value'));
    store.close();
    const newer = valueOfResult(openStore({ path, key: LAB_KEY, clock, steps: withNotes }));
    expect(valueOfResult(stateTable(newer, clock).get('name'))).toBe('value');
    valueOfResult(note(newer, 1, 'new table'));
    newer.close();
  });

  test('fails with STORE_IO where no folder can be made', () => {
    const failure = failureOf(openStore({ path: '/dev/null/ketuk.db', key: LAB_KEY }));
    expect(failure).toMatchObject({ code: 'STORE_IO', link: 'store' });
  });
});

test('an index that no longer says what its table says is found by the next opening', () => {
  const { path, clock, store } = fresh();
  const run = (...statements: string[]) =>
    store.transaction((writer) => ok(statements.map((sql) => writer.run(sql))));
  const swap = "UPDATE sqlite_schema SET sql = 'CREATE INDEX pair_a ON pair (b)' WHERE name = 'pair_a'";
  valueOfResult(run('CREATE TABLE pair (a INTEGER, b INTEGER) STRICT', 'CREATE INDEX pair_a ON pair (a)'));
  valueOfResult(run('INSERT INTO pair VALUES (1, 2)'));
  valueOfResult(run('PRAGMA writable_schema = ON', swap));
  valueOfResult(run('PRAGMA writable_schema = RESET'));
  store.close();
  expect(failureOf(openStore({ path, key: LAB_KEY, clock }))?.code).toBe('STORE_DAMAGED');
});

test('a database that forbids less than it did is refused, and not one byte of it is written', () => {
  const { path, clock, store } = fresh();
  store.close();
  const connection = connect(path, LAB_KEY);
  connection.exec('DROP TRIGGER audit_no_delete');
  connection.close();
  const left = readFileSync(path);
  expect(failureOf(openStore({ path, key: LAB_KEY, clock }))?.code).toBe('STORE_DAMAGED');
  expect(Buffer.compare(readFileSync(path), left)).toBe(0);
});

test('the log is copied back between commits and then written over: it grows no longer than one such stretch', () => {
  const { path, clock, store } = fresh();
  const state = stateTable(store, clock);
  const stretch = () => {
    for (let n = 0; n < 64; n++) valueOfResult(state.set('n', String(n)));
    clock.advance(50);
    return statSync(`${path}-wal`).size;
  };
  const first = stretch();
  expect(first).toBeGreaterThan(64 * 4096);
  expect(Math.max(...Array.from({ length: 5 }, stretch))).toBeLessThan(first * 1.1);
});

describe('deleted means gone', () => {
  test('the log is cut within five seconds of the commit that erased something, and not otherwise', () => {
    const { path, clock, store } = fresh();
    const state = stateTable(store, clock);
    valueOfResult(state.set('a', 'b'));
    clock.advance(60_000);
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    valueOfResult(store.transaction((writer) => ok(writer.erased())));
    clock.advance(5_000);
    expect(statSync(`${path}-wal`).size).toBe(0);
  });

  test('what an earlier run erased just before it ended without closing is cut at opening', () => {
    const { path, store } = fresh();
    expect(existsSync(`${path}-wal`)).toBe(true);
    store.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});
