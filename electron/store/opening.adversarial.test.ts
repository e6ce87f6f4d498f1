/** What befalls a data folder between two computers and two versions: power that goes while it is migrated, a full disk, copies that lack a part. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import { type OpenStore, openStore, stateTable } from './index.ts';
import type { Migration } from './migrations/index.ts';
import { migrations } from './migrations/index.ts';
import { failureOf, LAB_KEY, manualClock, temporaryFolder, valueOfResult } from './store.test-support.ts';

const newest = Math.max(...migrations.map(({ version }) => version));
const COMMITS = 40;

const open = (path: string, steps?: readonly Migration[]) =>
  openStore({ path, key: LAB_KEY, clock: manualClock(), ...(steps && { steps }) });
const noteOf = (store: OpenStore, name: string) => valueOfResult(stateTable(store, manualClock()).get(name));

/** The next version: so many rows of a kilobyte. */
function nextVersion(rows: number): readonly Migration[] {
  const sql = `
    CREATE TABLE five_years (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    INSERT INTO five_years SELECT value, hex(randomblob(500)) FROM
      (WITH RECURSIVE counted(value) AS (VALUES (1) UNION ALL SELECT value + 1 FROM counted LIMIT ${rows}) SELECT value FROM counted);`;
  return [...migrations, { version: newest + 1, sql }];
}

const indexed: Migration = {
  version: newest + 2,
  sql: 'CREATE INDEX five_years_text ON five_years (text);',
};

const rowsOf = (store: OpenStore) =>
  valueOfResult(store.read((reader) => reader.get('SELECT count(*) AS n FROM five_years')))?.n;

/** An office in which something was committed, closed in good order. */
function office(): string {
  const path = join(temporaryFolder(), 'kantor', 'ketuk.db');
  const store = valueOfResult(open(path));
  valueOfResult(stateTable(store, manualClock()).set('kept', 'of old'));
  store.close();
  return path;
}

/** Opens the folder in a program of its own, which then does this. */
function program(path: string, work: string) {
  const source = `
    import { openStore, stateTable, systemClock } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
    import { migrations } from ${JSON.stringify(join(import.meta.dirname, 'migrations/index.ts'))};
    const open = (steps = migrations) => openStore({ path: ${JSON.stringify(path)}, key: new Uint8Array(32).fill(0x4b), steps });
    const die = () => process.kill(process.pid, 'SIGKILL');
    ${work}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: 'ignore',
  });
  const ended = new Promise<string | null>((resolve) =>
    child.once('exit', (_code, signal) => resolve(signal)),
  );
  return { child, ended };
}

/** What is expected of a folder whose migration was cut off: the newer version finishes it, and a copy of that proves to be whole. */
function expectWholeAndMigratable(path: string, steps: readonly Migration[], rows: number): void {
  const migrated = valueOfResult(open(path, steps));
  expect([rowsOf(migrated), noteOf(migrated, 'kept')]).toEqual([rows, 'of old']);
  migrated.close();
  valueOfResult(open(copied(path), steps)).close();
}

/** The folder as people copy it. */
function copied(path: string): string {
  const folder = join(temporaryFolder(), 'salinan');
  cpSync(dirname(path), folder, { recursive: true });
  return join(folder, 'ketuk.db');
}

describe('a migration that is cut off', () => {
  test('in the middle of a step leaves the version before, which the old program opens and the new one brings up to date', async () => {
    const path = office();
    const steps = nextVersion(25_000);
    const { child, ended } = program(path, `open(${JSON.stringify(steps)});`);
    const log = `${path}-wal`;
    // What does not fit into memory any more is in the log before the step is over.
    while (child.exitCode === null && !(existsSync(log) && statSync(log).size > 1_000_000))
      await setImmediate();
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(statSync(log).size).toBeGreaterThan(1_000_000);
    const old = valueOfResult(open(path));
    expect(noteOf(old, 'kept')).toBe('of old');
    old.close();
    expectWholeAndMigratable(path, steps, 25_000);
  });

  test('between two steps begins again with the first', async () => {
    const path = office();
    const first = nextVersion(10);
    const { ended } = program(
      path,
      `const second = { version: ${newest + 2}, get sql() { return die() && ''; } };
       open([...${JSON.stringify(first)}, second]);`,
    );
    expect(await ended).toBe('SIGKILL');
    const old = valueOfResult(open(path));
    expect(noteOf(old, 'kept')).toBe('of old');
    old.close();
    expectWholeAndMigratable(path, [...first, indexed], 10);
  });

  test('by a full disk in its second step says so, leaves the version before to the old program, and is done once there is room', () => {
    const path = office();
    const bytes = statSync(path).size;
    const full = { ...indexed, sql: `PRAGMA max_page_count=${bytes / 4096 + 2_000}; ${indexed.sql}` };
    expect(failureOf(open(path, [...nextVersion(4_000), full]))?.code).toBe('STORE_DISK_FULL');
    expect([statSync(path).size, existsSync(`${path}-wal`)]).toEqual([bytes, false]);
    const old = valueOfResult(open(path));
    expect(noteOf(old, 'kept')).toBe('of old');
    old.close();
    expectWholeAndMigratable(path, [...nextVersion(4_000), indexed], 4_000);
  });
});

describe('a copied folder', () => {
  /** What a program left behind that committed and was killed: a database and a log beside it. */
  async function leftBehind(): Promise<string> {
    const path = office();
    const { ended } = program(
      path,
      `const state = stateTable(open().value, systemClock);
       for (let n = 0; n < ${COMMITS}; n += 1) state.set('n', String(n));
       die();`,
    );
    expect(await ended).toBe('SIGKILL');
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(COMMITS * 4096);
    return path;
  }

  /** What it knows where it came to. */
  function opened(path: string, change: (copy: string) => void): string | undefined {
    const copy = copied(path);
    change(copy);
    const store = valueOfResult(open(copy));
    try {
      expect(noteOf(store, 'kept')).toBe('of old');
      return noteOf(store, 'n');
    } finally {
      store.close();
    }
  }

  test('with its log has all that was ever committed', async () => {
    expect(opened(await leftBehind(), () => undefined)).toBe(String(COMMITS - 1));
  });

  test('without its log has what the database itself held, whole', async () => {
    expect(opened(await leftBehind(), (copy) => rmSync(`${copy}-wal`))).toBeUndefined();
  });

  test('with a part of its log has what was committed up to there, wherever the copy broke off', async () => {
    const path = await leftBehind();
    const length = statSync(`${path}-wal`).size;
    const found = [0.1, 0.35, 0.5, 0.77, 0.99].map((part) =>
      Number(opened(path, (copy) => truncateSync(`${copy}-wal`, Math.floor(length * part)))),
    );
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found.every((n, at) => n >= 0 && n < COMMITS && (at === 0 || n > (found[at - 1] ?? 0)))).toBe(
      true,
    );
  });

  test('is looked through from end to end however large it is, and refused untouched where it is not whole', () => {
    const path = office();
    const steps = nextVersion(25_000);
    const store = valueOfResult(open(path, steps));
    const write = (...statements: string[]) =>
      valueOfResult(store.transaction((writer) => ok(statements.map((sql) => writer.run(sql)))));
    write('CREATE TABLE pair (a INTEGER, b INTEGER) STRICT', 'CREATE INDEX pair_a ON pair (a)');
    write('INSERT INTO pair VALUES (1, 2)', "DELETE FROM state WHERE name = 'store.schema'");
    const swapped = "UPDATE sqlite_schema SET sql = 'CREATE INDEX pair_a ON pair (b)' WHERE name = 'pair_a'";
    write('PRAGMA writable_schema = ON', swapped);
    write('PRAGMA writable_schema = RESET');
    store.close();
    const copy = copied(path);
    const before = readFileSync(copy);
    expect(failureOf(open(copy, steps))?.code).toBe('STORE_DAMAGED');
    expect(readFileSync(copy).equals(before)).toBe(true);
    // Where it always stood nobody waits for that at every start.
    valueOfResult(open(path, steps)).close();
  });

  test('of which only the database was copied, without the file that tells its key, opens and has it again', () => {
    const path = office();
    rmSync(`${path}.check`);
    valueOfResult(open(path)).close();
    expect(existsSync(`${path}.check`)).toBe(true);
  });

  test('of a newer version is left as it is, byte for byte, with the log that its program left', async () => {
    const path = office();
    const steps = nextVersion(10);
    const { ended } = program(path, `open(${JSON.stringify(steps)}); die();`);
    expect(await ended).toBe('SIGKILL');
    const bytes = () =>
      [path, `${path}-wal`, `${path}.check`].map((file) => readFileSync(file).toString('base64'));
    const before = bytes();
    expect(failureOf(open(path))?.code).toBe('STORE_TOO_NEW');
    expect(bytes()).toEqual(before);
    expectWholeAndMigratable(path, steps, 10);
  });
});
