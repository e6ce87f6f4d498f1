/**
 * The inventory of an agreement as its papers state it: every card and every reader with the days, letters and checksums that the
 * events on record name. Nothing is typed anew, so a BAST says what happened.
 */
import type { ReaderStatus, Reconciliation, SamStatus } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import { type Books, nameOf } from './books.ts';
import { reconciliation } from './reconcile.ts';
import type { CardRow, EventRow, ReaderRow } from './tables.ts';

interface Letter {
  readonly number: string;
  readonly date: string;
}

export interface InventoryCard {
  readonly samId: string;
  readonly name: string;
  /** `null`: not personalised. */
  readonly serial: string | null;
  readonly status: SamStatus;
  readonly ticket: string | null;
  readonly ticketOn: string | null;
  readonly readerId: string | null;
  readonly activatedAt: number | null;
  readonly configSha256: string | null;
  readonly returned: ReturnedFile | null;
  /** Confirmed by the Ditjen. */
  readonly deactivation: Letter | null;
  readonly loss: {
    readonly kind: 'LOST' | 'STOLEN' | 'DAMAGED';
    readonly incident: string;
    readonly at: number;
    /** Once it is written off. */
    readonly report: Letter | null;
  } | null;
  /** Of the BAST on which it went back, or was written off. */
  readonly bast: Letter | null;
  /** Of the latest paper about it. */
  readonly lastOn: string;
}

interface ReturnedFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly medium: string;
  readonly on: string;
  readonly receivedBy: string;
}

export interface InventoryReader {
  readonly readerId: string;
  readonly serial: string;
  readonly model: string;
  readonly counter: string;
  readonly status: ReaderStatus;
  readonly deactivated: { readonly at: number; readonly by: string; readonly letter: Letter } | null;
}

export interface Inventory {
  readonly line: Reconciliation;
  readonly cards: readonly InventoryCard[];
  readonly readers: readonly InventoryReader[];
}

export function inventoryOf({ tables, cardsOf }: Books, reader: Reader, agreementId: string): Inventory {
  const eventsOf = (subjects: string) =>
    tables.events.select(reader, `WHERE subject_id IN (${subjects}) ORDER BY seq`, agreementId);
  const ofCards = bySubject(eventsOf('SELECT sam_id FROM sam_card WHERE agreement_id = ?'));
  const ofReaders = bySubject(eventsOf('SELECT reader_id FROM card_reader WHERE agreement_id = ?'));
  const readers = tables.readers.select(reader, 'WHERE agreement_id = ? ORDER BY rowid', agreementId);
  return {
    line: reconciliation(reader, agreementId),
    cards: cardsOf(reader, agreementId).map((row) => cardOf(row, ofCards.get(row.sam_id) ?? [])),
    readers: readers.map((row) => readerOf(row, ofReaders.get(row.reader_id) ?? [])),
  };
}

function bySubject(events: readonly EventRow[]): ReadonlyMap<string, readonly EventRow[]> {
  const found = new Map<string, EventRow[]>();
  for (const event of events) {
    const known = found.get(event.subject_id);
    if (known === undefined) found.set(event.subject_id, [event]);
    else known.push(event);
  }
  return found;
}

function cardOf(row: CardRow, events: readonly EventRow[]): InventoryCard {
  const last = (name: string) => events.findLast(({ event }) => event === name);
  const lost = last('REPORT_LOST');
  const writtenOff = last('WRITE_OFF');
  const confirmed = last('CONFIRM_DEACTIVATION');
  const returned = last('RETURN_CONFIG');
  return {
    samId: row.sam_id,
    name: nameOf(row),
    serial: row.serial,
    status: row.status,
    ticket: row.ticket,
    ticketOn: row.ticket_on,
    readerId: row.reader_id,
    activatedAt: last('ACTIVATE')?.at ?? null,
    configSha256: row.config_sha256,
    returned: returned === undefined ? null : restOf<ReturnedFile>(returned),
    deactivation: confirmed === undefined ? null : restOf<{ letter: Letter }>(confirmed).letter,
    loss:
      lost === undefined
        ? null
        : {
            ...restOf<{ kind: 'LOST' | 'STOLEN' | 'DAMAGED'; incident: string }>(lost),
            at: lost.at,
            report: writtenOff === undefined ? null : restOf<{ report: Letter }>(writtenOff).report,
          },
    bast: row.bast_number === null ? null : { number: row.bast_number, date: row.bast_on ?? '' },
    lastOn: row.last_on,
  };
}

function readerOf(row: ReaderRow, events: readonly EventRow[]): InventoryReader {
  const { reader_id: readerId, serial, model, counter, status } = row;
  const off = events.findLast(({ event }) => event === 'DEACTIVATE');
  return {
    readerId,
    serial,
    model,
    counter,
    status,
    deactivated:
      off === undefined
        ? null
        : { at: off.at, by: off.actor, letter: restOf<{ letter: Letter }>(off).letter },
  };
}

/** What this room wrote itself, under a seal. */
function restOf<Reference>({ reference }: EventRow): Reference {
  return JSON.parse(reference) as Reference;
}
