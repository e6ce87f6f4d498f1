/**
 * The one way in which a SAM card or a reader changes: the transition table is asked, then row, event and audit entry are written, and
 * the reader follows its card. What has no place in the present state is refused here, whoever asks.
 */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog, CustodyEvent } from '../audit/index.ts';
import {
  type Acting,
  appFailure,
  nextReaderStatus,
  nextSamStatus,
  type ReaderEvent,
  type SamEvent,
} from '../contract/index.ts';
import type { Clock, Reader, Store, Writer } from '../store/index.ts';
import type { ConfigurationSeal } from './configuration.ts';
import type { CustodyFacts, CustodyPorts } from './ports.ts';
import { type CardRow, custodyTables, type ReaderRow } from './tables.ts';

/** What a step rests on, for the history of the card. */
export type Reference = Readonly<Record<string, unknown>>;

interface Moving {
  readonly reference: Reference;
  /** Date of the paper, where there is one. */
  readonly on?: string;
  readonly change?: Partial<CardRow>;
}

export type Books = ReturnType<typeof booksOf>;

export function booksOf(
  store: Store,
  audit: AuditLog,
  clock: Clock,
  ports: CustodyPorts,
  seal: ConfigurationSeal,
) {
  const tables = custodyTables(store);

  function note(
    writer: Writer,
    acting: Acting,
    row: { readonly id: string; readonly agreementId: string; readonly from: string; readonly to: string },
    event: string,
    reference: Reference,
    audited: CustodyEvent,
  ): Result<unknown> {
    tables.events.insert(writer, {
      seq: Number(writer.get('SELECT coalesce(max(seq), 0) + 1 AS next FROM custody_event')?.next),
      subject_id: row.id,
      at: clock.now(),
      actor: acting.personId,
      event,
      from_status: row.from,
      to_status: row.to,
      reference: JSON.stringify(reference),
    });
    const { personId: actor, counter } = acting;
    return audit.append({ actor, counter, agreementId: row.agreementId }, audited);
  }

  function moveReader(
    writer: Writer,
    row: ReaderRow,
    event: ReaderEvent,
    acting: Acting,
    reference: Reference = {},
  ): Result<ReaderRow> {
    const to = nextReaderStatus(row.status, event);
    if (to === undefined) return outOfOrder(`${event} of a reader in ${row.status}`);
    const next = { ...row, status: to, changed_at: clock.now() };
    tables.readers.update(writer, next);
    const { reader_id: id, agreement_id: agreementId, status: from } = row;
    const moved = { event: 'READER_MOVED', readerId: id, by: event, from, to } as const;
    const noted = note(writer, acting, { id, agreementId, from, to }, event, reference, moved);
    return noted.ok ? ok(next) : noted;
  }

  function readerFollows(writer: Writer, before: CardRow, after: CardRow, acting: Acting): Result<unknown> {
    const wasReading = before.status === 'ACTIVE';
    const isReading = after.status === 'ACTIVE';
    if (wasReading === isReading || after.reader_id === null) return ok(undefined);
    const reader = tables.readers.find(writer, after.reader_id);
    if (reader === undefined) return outOfOrder('no such reader');
    return moveReader(writer, reader, isReading ? 'START' : 'STOP', acting);
  }

  /** Why a paper about the card cannot be of this day. */
  function wrongDay(row: CardRow, on: string): Failure | undefined {
    return contradiction(on, row.last_on, ports.agreement(row.agreement_id));
  }

  /** Why a paper cannot be of this day: it has not come, or there was no agreement yet. */
  function outsideAgreement(agreementId: string, on: string): Failure | undefined {
    const facts = ports.agreement(agreementId);
    return facts === undefined ? undefined : contradiction(on, facts.signedOn, facts);
  }

  /** Readers in use at a counter. Names that differ in small and capital letters alone are the same. */
  function readersAt(reader: Reader, counter: string): readonly ReaderRow[] {
    const inUse = "WHERE counter = ? COLLATE NOCASE AND status <> 'DEACTIVATED'";
    return tables.readers.select(reader, inUse, counter);
  }

  function isHere(counter: string | undefined): boolean {
    return counter?.toLowerCase() === ports.counter().toLowerCase();
  }

  return {
    store,
    audit,
    clock,
    ports,
    seal,
    tables,
    note,
    moveReader,

    card(reader: Reader, samId: string): CardRow | undefined {
      return tables.cards.find(reader, samId);
    },

    /** Cards of an agreement in the order in which they were bought. */
    cardsOf(reader: Reader, agreementId: string): readonly CardRow[] {
      return tables.cards.select(reader, 'WHERE agreement_id = ? ORDER BY rowid', agreementId);
    },

    /** A UID is on record for another card, or this card has another one. */
    anotherHasUid(reader: Reader, row: CardRow, uid: string | undefined): boolean {
      if (uid === undefined) return false;
      if (row.uid !== null) return row.uid !== uid;
      return tables.cards.select(reader, 'WHERE uid = ?', uid).length > 0;
    },

    wrongDay,
    outsideAgreement,
    readersAt,
    isHere,

    /** Brings the event about, or answers STEP_ORDER, DATE_AHEAD or DATES_CONTRADICT. */
    move(
      writer: Writer,
      row: CardRow,
      event: SamEvent,
      acting: Acting,
      { reference, on, change = {} }: Moving,
    ): Result<CardRow> {
      const to = nextSamStatus(row.status, event);
      if (to === undefined) return outOfOrder(`${event} of a SAM card in ${row.status}`);
      const wrong = on === undefined ? undefined : wrongDay(row, on);
      if (wrong !== undefined) return failed(wrong);
      const next = {
        ...row,
        ...change,
        status: to,
        last_on: on ?? change.last_on ?? row.last_on,
        changed_at: clock.now(),
      };
      tables.cards.update(writer, next);
      const { sam_id: id, agreement_id: agreementId, status: from } = row;
      const moved = { event: 'SAM_MOVED', samId: id, by: event, from, to } as const;
      const noted = note(writer, acting, { id, agreementId, from, to }, event, reference, moved);
      if (!noted.ok) return noted;
      const followed = readerFollows(writer, row, next, acting);
      return followed.ok ? ok(next) : followed;
    },

    /** The configuration goes for good, in the step that gives the card up. */
    shred(writer: Writer, samId: string): void {
      writer.run('DELETE FROM sam_configuration WHERE sam_id = ?', samId);
      writer.erased();
    },
  };
}

/** Nothing is recorded before it has happened, and no paper is older than the one it follows. */
function contradiction(on: string, after: string, facts: CustodyFacts | undefined): Failure | undefined {
  if (facts !== undefined && on > facts.today) {
    return appFailure('DATE_AHEAD', 'custody', undefined, { tanggal: on });
  }
  return on < after
    ? appFailure('DATES_CONTRADICT', 'custody', undefined, { tanggal: on, sebelum: after })
    : undefined;
}

/** The act has no place in the present state. */
export function outOfOrder(why: string): Result<never> {
  return failed(appFailure('STEP_ORDER', 'custody', why));
}

/** What people call the card: its serial, or its place in the order while it has none. */
export function nameOf({ serial, place }: Pick<CardRow, 'serial' | 'place'>): string {
  return serial ?? `#${place}`;
}
