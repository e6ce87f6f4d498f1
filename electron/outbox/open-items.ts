/** Questions to the index of what is still owed, which has the open items alone and by their time: none of them grows with the years. */
import { type Reader, textFrom } from '../store/index.ts';
import { type OpenStatus, openWith } from './tally.ts';

/** Agreements that have items in this status, found by leaping from one to the next. */
export function agreementsWith(reader: Reader, status: OpenStatus): readonly string[] {
  const found: string[] = [];
  const next = `SELECT CAST(min(agreement_id) AS BLOB) AS id FROM outbox_item
    WHERE ${openWith(status)} AND agreement_id > ?`;
  for (let id = reader.get(next, '')?.id; id instanceof Uint8Array; ) {
    const agreementId = textFrom(id, 'outbox');
    found.push(agreementId);
    id = reader.get(next, agreementId)?.id;
  }
  return found;
}

/**
 * The earliest time at which one of them came to be owed; nothing where there is none. The first by its number need not be the oldest: while
 * a clock ran ahead it was given a time that has yet to come, and would hide the age of all that wait behind it.
 */
export function oldestOf(reader: Reader, status: OpenStatus, agreementId: string): readonly number[] {
  const at = reader.get(
    `SELECT CAST(min(created_at) AS INTEGER) AS at FROM outbox_item WHERE ${openWith(status)} AND agreement_id = ?`,
    agreementId,
  )?.at;
  return typeof at === 'number' ? [at] : [];
}
