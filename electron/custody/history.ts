/** What happened to one card, from its purchase on: who, when, and the papers each step rests on. */
import type { CustodyEntry } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import type { Books, Reference } from './books.ts';
import type { EventRow } from './tables.ts';

type Detail = CustodyEntry['details'][number];

/** Newest first. The purchase stands under the order, for all its cards at once. */
export function historyOf(
  { tables, ports }: Books,
  reader: Reader,
  card: { readonly sam_id: string; readonly order_id: string },
): readonly CustodyEntry[] {
  const about = 'WHERE subject_id IN (?, ?) ORDER BY seq DESC';
  return tables.events.select(reader, about, card.sam_id, card.order_id).map((row) => entryOf(row, ports));
}

function entryOf(row: EventRow, { nameOf }: Pick<Books['ports'], 'nameOf'>): CustodyEntry {
  const reference = JSON.parse(row.reference) as Reference;
  return {
    at: row.at,
    actor: row.actor === 'SYSTEM' ? row.actor : nameOf(row.actor),
    event: row.event as CustodyEntry['event'],
    to: row.to_status as CustodyEntry['to'],
    details: Object.entries(reference).flatMap(([field, value]) => detailOf(field, value, nameOf)),
  };
}

/** The UID tells one card from another to the machine and nothing to a reader. */
function detailOf(field: string, value: unknown, nameOf: (personId: string) => string): Detail[] {
  if (field === 'uid' || value === null || String(value) === '') return [];
  if (field === 'proposedBy') return [{ field, value: nameOf(String(value)) }];
  if (isLetter(value)) return [{ field, value: value.number, on: value.date }];
  return [{ field, value: String(value) }];
}

function isLetter(value: unknown): value is { readonly number: string; readonly date: string } {
  return typeof value === 'object' && value !== null && 'number' in value && 'date' in value;
}
