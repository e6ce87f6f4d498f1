import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import { sealedTable } from './index.ts';
import { failureOf, manualClock, temporaryFolder, testStore, valueOfResult } from './store.test-support.ts';

type Before = { readonly id: string; readonly name: string };
type After = Before & { readonly place: string | null; readonly note: string | null };

/** A table as it was, filled, and as it is after a later version gave it two more columns. */
function grown() {
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), manualClock());
  const before = sealedTable<Before>(store.rowSeal, 'grown', ['id'], { id: 'text', name: 'text' });
  const after = sealedTable<After>(
    store.rowSeal,
    'grown',
    ['id'],
    { id: 'text', name: 'text', place: 'text', note: 'text' },
    ['place', 'note'],
  );
  const run = (sql: string) => valueOfResult(store.transaction((writer) => ok(writer.run(sql))));
  run('CREATE TABLE grown (id TEXT PRIMARY KEY, name TEXT NOT NULL, mac BLOB NOT NULL) STRICT');
  valueOfResult(store.transaction((writer) => ok(before.insert(writer, { id: 'a', name: 'old' }))));
  for (const column of ['place', 'note']) run(`ALTER TABLE grown ADD COLUMN ${column} TEXT`);
  return { store, after, run };
}

describe('a row sealed before its table had a column', () => {
  test('still holds, and takes the new column when it is written anew', () => {
    const { store, after } = grown();
    const read = () => valueOfResult(store.read((reader) => after.find(reader, 'a')));
    expect(read()).toEqual({ id: 'a', name: 'old', place: null, note: null });
    const changed = { id: 'a', name: 'old', place: null, note: 'new' };
    valueOfResult(store.transaction((writer) => ok(after.update(writer, changed))));
    expect(read()).toEqual(changed);
  });

  test.each([
    ["place = 'x'", null],
    ['place = note, note = NULL', 'x'],
    ['note = NULL', 'x'],
  ])('is damaged when somebody else sets %s', (change, note) => {
    const { store, after, run } = grown();
    valueOfResult(
      store.transaction((writer) => ok(after.insert(writer, { id: 'b', name: 'n', place: null, note }))),
    );
    run(`UPDATE grown SET ${change} WHERE id = 'b'`);
    expect(failureOf(store.read((reader) => after.find(reader, 'b')))?.code).toBe('STORE_DAMAGED');
  });
});
