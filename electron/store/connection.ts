/**
 * The one connection to the database package. Keeps its sharp edges inside: a boolean bound to a statement aborts the
 * process, rows carry a foreign `_metadata`, and `close()` leaves the file locked while prepared statements live.
 */

import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import type { SqlRow, SqlValue, Writer } from './port.ts';

export interface Connection extends Pick<Writer, 'get' | 'all' | 'run'> {
  exec(sql: string): void;
  readonly inTransaction: boolean;
  /** Leaves the file without log and without lock. */
  close(): void;
  /** Lets go of a file that must not be written to any more. Its lock ends with the process. */
  abandon(): void;
}

interface EncryptedOptions {
  readonly encryptionKey: string;
  readonly encryptionCipher: 'aes256cbc';
}

type Open = new (path: string, options: EncryptedOptions) => Database.Database;

/** @param key 32 bytes. libsql takes text and derives the page keys from it, so it gets the hex digits. */
function openDatabase(path: string, key: Uint8Array): Database.Database {
  const options = { encryptionKey: Buffer.from(key).toString('hex'), encryptionCipher: 'aes256cbc' } as const;
  return new (Database as unknown as Open)(path, options);
}

/**
 * Runs statements on a connection that cannot write, not even a checkpoint on closing, so that looking at a damaged file
 * never changes it. Uses `exec` only: with no prepared statement alive, `close()` really closes.
 */
export function lookWithoutTouching(
  path: string,
  key: Uint8Array,
  look: (exec: (sql: string) => void) => void,
): void {
  const database = openDatabase(`${pathToFileURL(path).href}?mode=ro`, key);
  try {
    look((sql) => database.exec(sql));
  } finally {
    database.close();
  }
}

export function connect(path: string, key: Uint8Array): Connection {
  const database = openDatabase(path, key);
  const statements = new Map<string, Database.Statement>();

  function prepared(sql: string): Database.Statement {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  return {
    get inTransaction() {
      return database.inTransaction;
    },
    exec(sql) {
      database.exec(sql);
    },
    get(sql, ...values) {
      return rowOf(prepared(sql).get(bindable(values)));
    },
    all(sql, ...values) {
      return prepared(sql)
        .all(bindable(values))
        .map(rowOf)
        .filter((row) => row !== undefined);
    },
    run(sql, ...values) {
      return prepared(sql).run(bindable(values)).changes;
    },
    close() {
      // Leaving WAL mode copies the log into the file and deletes it; only then can the exclusive lock be given back,
      // and the read afterwards is what gives it back.
      try {
        database.exec(
          'PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL; SELECT count(*) FROM sqlite_schema;',
        );
      } finally {
        statements.clear();
        database.close();
      }
    },
    abandon() {
      statements.clear();
      database.close();
    },
  };
}

function bindable(values: readonly SqlValue[]): readonly SqlValue[] {
  for (const value of values) {
    const fine =
      value === null ||
      typeof value === 'string' ||
      value instanceof Uint8Array ||
      (typeof value === 'number' && Number.isSafeInteger(value));
    if (!fine) throw new TypeError(`a ${typeof value} that the database cannot hold was bound`);
  }
  return values;
}

/** The package gives bytes as Buffer from `get` and as bare ArrayBuffer from `all`. */
function rowOf(row: unknown): SqlRow | undefined {
  if (row === undefined || row === null) return undefined;
  const columns: Record<string, SqlValue> = {};
  for (const [name, value] of Object.entries(row as Readonly<Record<string, SqlValue | ArrayBuffer>>)) {
    if (name !== '_metadata') columns[name] = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
  }
  return columns;
}
