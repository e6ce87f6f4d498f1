/** Entries as they lie in the table: reading them in order, and telling whether one follows from the one before. */
import type { Reader, SqlRow, SqlValue } from '../store/index.ts';
import { entryHash } from './chain.ts';

export interface Entry {
  readonly seq: number;
  /** As it lies on the disk: only a right hash says that it is our UTF-8 JSON. */
  readonly body: Uint8Array;
  readonly hash: Uint8Array;
}

const entryColumns = 'seq, CAST(body AS BLOB) AS body, CAST(hash AS BLOB) AS hash';

/** @param before the number of the entry that they stand before; all of them where it is absent */
export function lastEntries(reader: Reader, limit: number, before?: number): readonly Entry[] {
  const bound = before ?? Number.MAX_SAFE_INTEGER;
  return reader
    .all(`SELECT ${entryColumns} FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?`, bound, limit)
    .map(entryOf);
}

export function entriesAfter(reader: Reader, seq: number, limit: number): readonly Entry[] {
  return reader
    .all(`SELECT ${entryColumns} FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit)
    .map(entryOf);
}

export function entryAt(reader: Reader, seq: number): Entry | undefined {
  const row = reader.get(`SELECT ${entryColumns} FROM audit WHERE seq = ?`, seq);
  return row === undefined ? undefined : entryOf(row);
}

export function follows(last: Pick<Entry, 'seq' | 'hash'>, entry: Entry): boolean {
  const hash = entryHash(last.hash, entry.body);
  return (
    entry.seq === last.seq + 1 &&
    Buffer.compare(entry.hash, hash) === 0 &&
    fieldsOf(entry.body).seq === entry.seq
  );
}

/** A body whose hash is right was written by us; one that is not JSON is garbled and shows as empty. */
export function fieldsOf(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(textOf(body)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function entryOf(row: SqlRow): Entry {
  return { seq: Number(row.seq), body: bytesOf(row.body), hash: bytesOf(row.hash) };
}

function bytesOf(value: SqlValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}
