/**
 * Opens the database, or says in which way it cannot be opened. Nothing is written before the file has proved to be whole,
 * readable with this key, and free; a file that has not is left exactly as it was found.
 */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, ok, type Result } from '../../native/failure.ts';
import { type AppFailureCode, appFailure } from '../contract/index.ts';
import { checkPath, holderOf, isKeyOf, isWhereItWas, noteBeside, pidPath } from './beside.ts';
import { type Connection, connect, lookWithoutTouching } from './connection.ts';
import { publish, syncFile } from './files.ts';
import { forgetting } from './forgetting.ts';
import { logUpkeep } from './log-upkeep.ts';
import { type Migration, migrations } from './migrations/index.ts';
import type { Clock, RowSeal, SqlValue, Store, StoreFailure } from './port.ts';
import { systemClock } from './port.ts';
import { rowSealFrom, textFrom } from './row-seal.ts';
import { failureBehind, StoreError, sqliteCode } from './store-error.ts';
import { closedStore, transactionsOn } from './transactions.ts';

export interface StoreOptions {
  /** The database file. What else lies beside it: `beside.ts`. */
  readonly path: string;
  /** 32 random bytes. */
  readonly key: Uint8Array;
  readonly clock?: Clock;
  /** For tests of migrations. */
  readonly steps?: readonly Migration[];
}

export interface OpenStore extends Store {
  /** Cuts the log at once if an erasure waits for it, e.g. before the window says that something is gone. */
  forgetNow(): void;
  close(): void;
}

/** `KETK` in ASCII: tells our file from any other SQLite file. */
const APPLICATION_ID = 0x4b45544b;
/**
 * Up to here the whole file is checked at every opening, at about 5 ms per megabyte. In a larger one only tables that stay small are: the
 * counter must not wait for what residents left in five years. Rows carry seals and the log its chain; indexes carry nothing, so that a
 * copy is checked from end to end before anything is done with it, be it as large as it may.
 */
const FULL_CHECK_BYTES = 16 * 1024 * 1024;
const SMALL_TABLES = ['state', 'quota_day'];
/** All our statements are sound, so this is the header asking for a format that does not exist. */
const SQLITE_ERROR = 1;
const SQLITE_NOTADB = 26;
/** A rollback journal waits, which only a writing connection may play back. */
const SQLITE_READONLY_ROLLBACK = 776;

/**
 * Fails with STORE_WRONG_KEY, STORE_DAMAGED, STORE_DISK_FULL, STORE_IO, STORE_IN_USE, STORE_TOO_NEW or STORE_TOO_OLD. The lock is the
 * kernel's lock on the database file (SQLite exclusive mode), so a killed program leaves none behind. Because POSIX drops a
 * process's locks when it closes *any* handle of a file, nothing else in this process may open the database file.
 */
export function openStore(options: StoreOptions): Result<OpenStore, StoreFailure> {
  const { path, key, clock = systemClock, steps = migrations } = options;
  try {
    if (!existsSync(path)) create(path, key, steps);
    look(path, key, steps);
    return ok(openChecked(path, key, clock, steps));
  } catch (error) {
    const failure = failureBehind(error, 'open');
    if (failure === undefined) throw error;
    const holder = failure.code === 'STORE_IN_USE' ? holderOf(path) : undefined;
    return failed(holder === undefined ? failure : appFailure('STORE_IN_USE', 'open', `pid ${holder}`));
  }
}

/**
 * Gives a database that is not carried on another name, with all that belongs to it, so that {@link openStore} makes a new one.
 * Nothing of it is deleted. Its log moves first: a database without its log is whole, a log beside another database is not.
 */
export function setAside(path: string): void {
  const free = (n: number): string => (existsSync(`${path}.old-${n}`) ? free(n + 1) : `${path}.old-${n}`);
  const aside = free(1);
  for (const [file, name] of [
    [`${path}-wal`, `${aside}-wal`],
    [checkPath(path), checkPath(aside)],
    [path, aside],
  ] as const) {
    if (existsSync(file)) renameSync(file, name);
  }
}

/** Built under another name and published whole, so that a half-made database is never taken for a damaged one. */
function create(path: string, key: Uint8Array, steps: readonly Migration[]): void {
  if (existsSync(checkPath(path))) refuse('STORE_DAMAGED', 'the file is missing');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.new-${process.pid}`;
  for (const rest of [draft, `${draft}-journal`, `${draft}-wal`]) rmSync(rest, { force: true });
  const connection = connect(draft, key);
  try {
    connection.exec(`PRAGMA application_id=${APPLICATION_ID};`);
    migrate(connection, steps);
  } catch (error) {
    connection.abandon();
    rmSync(draft, { force: true });
    throw error;
  }
  connection.close();
  syncFile(draft);
  const first = publish(draft, path);
  if (!first) rmSync(draft, { force: true });
}

/** Reads through a connection that cannot write: right key, whole file, known version. */
function look(path: string, key: Uint8Array, steps: readonly Migration[]): void {
  if (statSync(path).size === 0) refuse('STORE_DAMAGED', 'the file is empty');
  try {
    lookWithoutTouching(path, key, (exec) => {
      exec('SELECT count(*) FROM sqlite_schema');
      // A statement run by exec returns no rows; `json()` of a non-JSON text is how it can say no.
      demand(exec, `(SELECT application_id FROM pragma_application_id) = ${APPLICATION_ID}`, 'STORE_DAMAGED');
      demand(exec, '(SELECT user_version FROM pragma_user_version) >= 1', 'STORE_DAMAGED');
      const whole = statSync(path).size <= FULL_CHECK_BYTES || !isWhereItWas(path);
      for (const subject of whole ? ['1'] : SMALL_TABLES.map((table) => `'${table}'`)) {
        demand(exec, `NOT EXISTS (${complaints(subject)})`, 'STORE_DAMAGED');
      }
      // Last, because a damaged header can look like any version.
      demand(exec, `(SELECT user_version FROM pragma_user_version) <= ${newest(steps)}`, 'STORE_TOO_NEW');
      demand(exec, `(SELECT user_version FROM pragma_user_version) >= ${oldest(steps)}`, 'STORE_TOO_OLD');
    });
  } catch (error) {
    const code = sqliteCode(error);
    if (code === SQLITE_READONLY_ROLLBACK) return;
    if (code === SQLITE_ERROR) refuse('STORE_DAMAGED', 'unsupported file format');
    if (code !== SQLITE_NOTADB) throw error;
    refuse(isKeyOf(path, key) ? 'STORE_DAMAGED' : 'STORE_WRONG_KEY', `SQLITE ${code}`);
  }
}

/** @param subject what SQLite's check is given: a limit of complaints, or one table */
function complaints(subject: string): string {
  return `SELECT 1 FROM pragma_integrity_check(${subject}) WHERE integrity_check <> 'ok'`;
}

function demand(exec: (sql: string) => void, condition: string, otherwise: AppFailureCode): void {
  try {
    exec(`SELECT json('no') WHERE NOT (${condition})`);
  } catch (error) {
    if (sqliteCode(error) === SQLITE_ERROR) refuse(otherwise, condition.slice(0, 100));
    throw error;
  }
}

function openChecked(path: string, key: Uint8Array, clock: Clock, steps: readonly Migration[]): OpenStore {
  const connection = connect(path, key);
  const rowSeal = rowSealFrom(key);
  try {
    // Exclusive mode comes before the first access to the log: then its index lives in memory and the lock stays.
    connection.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;');
    // Before anything is written, were it only that there is a log.
    checkSchema(connection, rowSeal);
    connection.exec('COMMIT; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;');
    connection.exec('PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;');
    connection.exec('PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA wal_autocheckpoint=4000;');
    // 8 MiB: pages of the random ids' indexes would otherwise be read and deciphered again at every commit.
    connection.exec('PRAGMA cache_size=-8192;');
    requireSettings(connection);
    migrate(connection, steps);
    if (knownSchema(connection) === undefined) sealSchema(connection, rowSeal);
    noteBeside(path, key);
    return running(path, connection, rowSeal, clock);
  } catch (error) {
    letGo(connection, error);
    throw error;
  }
}

/** After a full disk the lock is given back, so that the next try needs no restart; a damaged or foreign file is not touched. */
function letGo(connection: Connection, error: unknown): void {
  if (failureBehind(error, 'open')?.code === 'STORE_DISK_FULL') connection.close();
  else connection.abandon();
}

function running(path: string, connection: Connection, rowSeal: Store['rowSeal'], clock: Clock): OpenStore {
  const cutLog = () => connection.get('PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0;
  const forget = forgetting(clock, () => diskAllows(cutLog));
  const upkeep = logUpkeep(clock, () => {
    diskAllows(() => connection.get('PRAGMA wal_checkpoint(PASSIVE)')?.busy === 0);
  });
  // What an earlier run erased just before it was killed may still lie in its log.
  cutLog();
  const closed = closedStore(rowSeal);
  let store = transactionsOn(connection, rowSeal, { committed: upkeep.committed, erased: forget.erased });
  return {
    rowSeal,
    read: (work) => store.read(work),
    transaction: (work) => store.transaction(work),
    forgetNow: forget.settle,
    close() {
      if (store === closed) return;
      store = closed;
      forget.stop();
      upkeep.stop();
      try {
        connection.close();
      } catch (error) {
        // What was committed is in the log and is found again at the next opening.
        if (failureBehind(error, 'close') === undefined) throw error;
      }
      for (const rest of [`${path}-shm`, pidPath(path)]) rmSync(rest, { force: true });
    },
  };
}

/** False when a checkpoint failed as disks do: nothing is lost, for the log still has it all and a later one takes it along. */
function diskAllows(checkpoint: () => boolean): boolean {
  try {
    return checkpoint();
  } catch (error) {
    if (failureBehind(error, 'checkpoint') === undefined) throw error;
    return false;
  }
}

function requireSettings(connection: Connection): void {
  const expected = {
    locking_mode: 'exclusive',
    journal_mode: 'wal',
    synchronous: 2,
    secure_delete: 1,
    foreign_keys: 1,
  };
  for (const [name, value] of Object.entries(expected)) {
    if (connection.get(`PRAGMA ${name}`)?.[name] !== value) refuse('STORE_IO', `PRAGMA ${name}`);
  }
}

function oldest(steps: readonly Migration[]): number {
  return Math.min(...steps.map(({ version }) => version));
}

function newest(steps: readonly Migration[]): number {
  return Math.max(0, ...steps.map((step) => step.version));
}

/**
 * All steps are one transaction: a full disk or a power cut leaves the version before, whole, and the program that made it can go on with
 * it; what had been written of the new one is given back to the disk.
 */
function migrate(connection: Connection, steps: readonly Migration[]): void {
  const present = Number(connection.get('PRAGMA user_version')?.user_version);
  const missing = steps.filter(({ version }) => version > present);
  if (missing.length === 0) return;
  connection.exec('BEGIN IMMEDIATE');
  try {
    for (const { sql } of missing) connection.exec(sql);
    connection.exec("DELETE FROM state WHERE name = 'store.schema'");
    connection.exec(`PRAGMA user_version=${newest(missing)}`);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

/** Every definition as bytes, name and text. */
function schemaOf(connection: Connection): readonly SqlValue[] {
  const columns = ['type', 'name', 'tbl_name', 'sql'].map((column) => `CAST(${column} AS BLOB) AS ${column}`);
  const rows = connection.all(`SELECT ${columns.join(', ')} FROM sqlite_schema ORDER BY type, name`);
  return rows.flatMap(({ type, name, tbl_name, sql }) =>
    [type, name, tbl_name, sql].map((cell) => cell ?? null),
  );
}

/** The definitions are sealed like any row: a garbled trigger must not quietly forbid less. */
function sealSchema(connection: Connection, rowSeal: RowSeal): void {
  const sql = "INSERT INTO state (name, value, changed_at, mac) VALUES ('store.schema', ?, 0, x'')";
  connection.run(sql, schemaSeal(connection, rowSeal));
}

function checkSchema(connection: Connection, rowSeal: RowSeal): void {
  const known = knownSchema(connection);
  // Not sealed yet: the last opening ended between the steps and the seal.
  if (known !== undefined && known !== schemaSeal(connection, rowSeal)) refuse('STORE_DAMAGED', 'schema');
}

function knownSchema(connection: Connection): string | undefined {
  const row = connection.get("SELECT CAST(value AS BLOB) AS value FROM state WHERE name = 'store.schema'");
  return row === undefined ? undefined : textFrom(row.value, 'schema');
}

function schemaSeal(connection: Connection, rowSeal: RowSeal): string {
  return Buffer.from(rowSeal.of('schema', schemaOf(connection))).toString('hex');
}

function refuse(code: AppFailureCode, detail: string): never {
  throw new StoreError(appFailure(code, 'open', detail));
}
