/**
 * Keyed checksums of rows. The page cipher of the database (AES-256-CBC) hides but does not authenticate: a flipped bit on
 * the disk garbles sixteen bytes in silence. What the program acts on is therefore sealed row by row and checked when read.
 */
import { createHmac } from 'node:crypto';
import { appFailure } from '../contract/index.ts';
import type { Reader, RowSeal, SqlRow, SqlValue, Writer } from './port.ts';
import { StoreError } from './store-error.ts';

/**
 * Seal = first 16 bytes of HMAC-SHA-256 over the UTF-8 JSON array `[table, value…]`, columns in the order of the table's
 * definition, bytes as `{"hex":"…"}`. The key is derived from the database key.
 */
export function rowSealFrom(databaseKey: Uint8Array): RowSeal {
  const key = createHmac('sha256', databaseKey).update('Ketuk row seal v1').digest();
  return {
    of(table, values) {
      const content = JSON.stringify([table, ...values.map(plain)]);
      return createHmac('sha256', key).update(content, 'utf8').digest().subarray(0, 16);
    },
  };
}

function plain(value: SqlValue): string | number | null | { readonly hex: string } {
  return value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value;
}

/** A row whose seal is wrong: all that can be said of it is where it lies. */
export interface DamagedRow {
  readonly rowid: number;
}

/** A table whose rows all carry their seal in the column `mac`. The only way in which its rows are written or read. */
export interface SealedTable<Row extends SqlRow> {
  insert(writer: Writer, row: Row): void;
  /** Writes the row with this key anew. Gives false when there is none. */
  update(writer: Writer, row: Row): boolean;
  find(reader: Reader, ...key: readonly SqlValue[]): Row | undefined;
  /** Rows by the rest of a SELECT, e.g. `WHERE at > ? ORDER BY at`. One damaged row fails the whole read. */
  select(reader: Reader, rest: string, ...values: readonly SqlValue[]): readonly Row[];
  /** Like {@link select}, for readers that can go on without the damaged rows. Needs a table with rowids. */
  sift(
    reader: Reader,
    rest: string,
    ...values: readonly SqlValue[]
  ): { readonly sound: readonly Row[]; readonly damaged: readonly DamagedRow[] };
}

/** What each column holds, so that it can be read as bytes and be believed only after its seal. */
export type ColumnKinds<Row extends SqlRow> = {
  readonly [Column in keyof Row & string]: NonNullable<Row[Column]> extends string
    ? 'text'
    : NonNullable<Row[Column]> extends number
      ? 'number'
      : 'bytes';
};

/**
 * @param columns in the order of the seal; a new column of a later version goes to the end
 * @param addedLater the columns at that end. Rows sealed before they came have nothing in them, and their seal still holds:
 *   it is over the values without the empty ones of these at its end.
 */
export function sealedTable<Row extends SqlRow>(
  seal: RowSeal,
  name: string,
  keys: readonly (keyof Row & string)[],
  columns: ColumnKinds<Row>,
  addedLater: readonly (keyof Row & string)[] = [],
): SealedTable<Row> {
  const kinds = Object.entries(columns) as readonly (readonly [string, 'text' | 'number' | 'bytes'])[];
  const names = kinds.map(([column]) => column);
  const list = [...kinds.map(([column, kind]) => readAs(column, kind)), readAs('mac', 'bytes')].join(', ');
  const insertSql = `INSERT INTO ${name} (${names.join(', ')}, mac) VALUES (${names.map(() => '?').join(', ')}, ?)`;
  const changed = names.filter((column) => !keys.includes(column));
  const where = keys.map((key) => `${key} = ?`).join(' AND ');
  const updateSql = `UPDATE ${name} SET ${changed.map((column) => `${column} = ?`).join(', ')}, mac = ? WHERE ${where}`;
  const findSql = `SELECT ${list} FROM ${name} WHERE ${where}`;
  const cells = (row: SqlRow, wanted: readonly string[]) => wanted.map((column) => cellOf(row, column));
  const sealOf = (row: SqlRow) => {
    const values = cells(row, names);
    const first = names.length - addedLater.length;
    const empty = values.slice(first).findLastIndex((value) => value !== null) + 1;
    return seal.of(name, values.slice(0, first + empty));
  };

  /** `undefined` when the row is not what was once written. */
  function soundRow(found: SqlRow): Row | undefined {
    const row: Record<string, SqlValue> = {};
    for (const [column, kind] of kinds) {
      const value = found[readName(column)] ?? null;
      const text = kind === 'text' && value !== null ? decodeText(value) : value;
      if (text === undefined) return undefined;
      row[column] = text;
    }
    const mac = found[readName('mac')];
    const sound = mac instanceof Uint8Array && Buffer.compare(mac, sealOf(row)) === 0;
    return sound ? (row as Row) : undefined;
  }

  function believed(found: SqlRow): Row {
    const row = soundRow(found);
    if (row === undefined) throw new StoreError(appFailure('STORE_DAMAGED', `row of ${name}`));
    return row;
  }

  function select(reader: Reader, rest: string, ...values: readonly SqlValue[]): readonly Row[] {
    return reader.all(`SELECT ${list} FROM ${name} ${rest}`, ...values).map(believed);
  }

  return {
    insert(writer, row) {
      writer.run(insertSql, ...cells(row, names), sealOf(row));
    },
    update(writer, row) {
      return writer.run(updateSql, ...cells(row, changed), sealOf(row), ...cells(row, keys)) === 1;
    },
    find(reader, ...key) {
      const found = reader.get(findSql, ...key);
      return found === undefined ? undefined : believed(found);
    },
    select,
    sift(reader, rest, ...values) {
      const found = reader.all(`SELECT rowid AS rowid, ${list} FROM ${name} ${rest}`, ...values);
      const rows = found.map((row) => ({ rowid: Number(row.rowid), row: soundRow(row) }));
      return {
        sound: rows.flatMap(({ row }) => (row === undefined ? [] : [row])),
        damaged: rows.flatMap(({ rowid, row }) => (row === undefined ? [{ rowid }] : [])),
      };
    },
  };
}

/**
 * The cast under which a column is read. The database package aborts the whole process when a TEXT value is not UTF-8, which
 * one flipped bit is enough for; bytes and integers it hands over as they are.
 */
function readAs(column: string, kind: 'text' | 'number' | 'bytes'): string {
  return `CAST(${column} AS ${kind === 'number' ? 'INTEGER' : 'BLOB'}) AS ${readName(column)}`;
}

/** Not the column's own name: ORDER BY would take it for the cast, and no index serves that. */
function readName(column: string): string {
  return `${column}_read`;
}

/** Made once: a list of three hundred cards decodes six thousand values. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text that was read as bytes; `undefined` when it is not UTF-8. */
function decodeText(value: SqlValue): string | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  try {
    return utf8.decode(value);
  } catch {
    return undefined;
  }
}

/** For statements outside a sealed table: text selected as `CAST(… AS BLOB)`, or STORE_DAMAGED at the border. */
export function textFrom(value: SqlValue | undefined, at: string): string {
  const text = value === undefined || value === null ? undefined : decodeText(value);
  if (text === undefined) throw new StoreError(appFailure('STORE_DAMAGED', at));
  return text;
}

function cellOf(row: SqlRow, column: string): SqlValue {
  const value = row[column];
  if (value === undefined) throw new TypeError(`the row lacks its column ${column}`);
  return value;
}
