/** What can be seen of the outbox without changing anything: counts, pages of the list, one item. None of it grows with the years. */
import { ok, type Result } from '../../native/failure.ts';
import type { OutboxDetail, OutboxPage } from '../contract/index.ts';
import type { Clock, Reader, StoreFailure } from '../store/index.ts';
import { type OutboxBooks, outOfOrder } from './books.ts';
import { type ItemRow, type KnownRow, outboxRow } from './item.ts';
import { openWith } from './tally.ts';

export interface OutboxCounts {
  /** QUEUED and SENDING. */
  readonly waiting: number;
  /** Age of the oldest of them. */
  readonly oldestAgeMs: number | null;
  /** REJECTED, PARKED, and rows that are damaged on the disk. */
  readonly needsPerson: number;
}

/** An item as the room knows it; what may be done about it is for who knows the agreement. */
export interface FoundItem extends Pick<OutboxDetail, 'list'> {
  readonly row: KnownRow;
  readonly profileVersion: number;
}

export interface OutboxLooks {
  counts(): Result<OutboxCounts, StoreFailure>;
  /** How many of this agreement are neither acknowledged nor handed over: an agreement that ended leaves none. */
  openOf(agreementId: string): Result<number, StoreFailure>;
  /** Of this agreement: what waits for its turn, or for whoever hands it over or fetches it, and since when. */
  waitingOf(
    agreementId: string,
  ): Result<{ readonly waiting: number; readonly oldestAt: number | null }, StoreFailure>;
  /**
   * Newest first.
   * @param unpushed agreements without a web service: what is queued there waits for a person too
   */
  list(page: OutboxPage, unpushed?: readonly string[]): Result<readonly KnownRow[], StoreFailure>;
  find(itemId: string): Result<FoundItem, StoreFailure>;
}

const seqOf = 'SELECT seq FROM outbox_item WHERE item_id = ?';
const needsPerson = ['REJECTED', 'PARKED'] as const;

export function outboxLooks(books: OutboxBooks, clock: Clock): OutboxLooks {
  const { store, numbers, damaged, tables } = books;

  function newest(reader: Reader, condition: string, limit: number, ...values: readonly string[]) {
    return books.sound(reader, `WHERE ${condition} ORDER BY seq DESC LIMIT ${limit}`, ...values);
  }

  function page(
    reader: Reader,
    { limit, after, registrationNo, open }: OutboxPage,
    unpushed: readonly string[],
  ): readonly ItemRow[] {
    const values = after === undefined ? [] : [after];
    const below = after === undefined ? 'seq > 0' : `seq < (${seqOf})`;
    if (registrationNo !== undefined) {
      return newest(reader, `${below} AND registration_no = ?`, limit, ...values, registrationNo);
    }
    if (open === undefined) return newest(reader, below, limit, ...values);
    // Few: whoever handles the outbox works them off.
    const found = [
      ...needsPerson.flatMap((status) =>
        newest(reader, `${openWith(status)} AND ${below}`, limit, ...values),
      ),
      ...unpushed.flatMap((agreementId) =>
        newest(
          reader,
          `${openWith('QUEUED')} AND ${below} AND agreement_id = ?`,
          limit,
          ...values,
          agreementId,
        ),
      ),
    ];
    return found.toSorted((one, other) => other.created_at - one.created_at).slice(0, limit);
  }

  return {
    counts() {
      return store.read((reader) => {
        const { waiting, needsPerson: left } = numbers.read(reader);
        const oldest = Math.min(firstOf(reader, 'QUEUED'), firstOf(reader, 'SENDING'));
        const oldestAgeMs = oldest === Number.POSITIVE_INFINITY ? null : Math.max(0, clock.now() - oldest);
        return { waiting, oldestAgeMs, needsPerson: left + damaged.size };
      });
    },

    openOf(agreementId) {
      return store.read((reader) => {
        const of = (status: 'QUEUED' | 'SENDING' | 'REJECTED' | 'PARKED') =>
          Number(
            reader.get(
              `SELECT count(*) AS n FROM outbox_item WHERE ${openWith(status)} AND agreement_id = ?`,
              agreementId,
            )?.n,
          );
        return of('QUEUED') + of('SENDING') + of('REJECTED') + of('PARKED');
      });
    },

    waitingOf(agreementId) {
      return store.read((reader) => {
        const of = (status: 'QUEUED' | 'SENDING') =>
          reader.get(
            `SELECT count(*) AS n, CAST(min(created_at) AS INTEGER) AS at FROM outbox_item
             WHERE ${openWith(status)} AND agreement_id = ?`,
            agreementId,
          );
        const found = [of('QUEUED'), of('SENDING')];
        const since = found.map((row) => row?.at).filter((at) => typeof at === 'number');
        const waiting = found.reduce((all, row) => all + Number(row?.n ?? 0), 0);
        return { waiting, oldestAt: since.length === 0 ? null : Math.min(...since) };
      });
    },

    list: (asked, unpushed = []) => store.read((reader) => page(reader, asked, unpushed).map(outboxRow)),

    find(itemId) {
      const found = store.read((reader) => {
        const row = tables.items.find(reader, itemId);
        const list = row?.list_id == null ? undefined : tables.lists.find(reader, row.list_id);
        return { row, list };
      });
      if (!found.ok) return found;
      const { row, list } = found.value;
      if (row === undefined) return outOfOrder('no such item');
      const { number, date, received_by: receivedBy } = list ?? { number: '', date: '', received_by: '' };
      return ok({
        row: outboxRow(row),
        profileVersion: row.profile_version,
        ...(list === undefined ? {} : { list: { number, date, receivedBy } }),
      });
    },
  };
}

/** When the first item that is in this status was made. Items are numbered as they are made, so the lowest number will do. */
function firstOf(reader: Reader, status: 'QUEUED' | 'SENDING'): number {
  const first = `SELECT min(seq) FROM outbox_item WHERE ${openWith(status)}`;
  const at = reader.get(
    `SELECT CAST(created_at AS INTEGER) AS at FROM outbox_item WHERE seq = (${first})`,
  )?.at;
  return typeof at === 'number' ? at : Number.POSITIVE_INFINITY;
}
