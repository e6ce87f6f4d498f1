/** What can be seen of the outbox without changing anything: counts, pages of the list, one item. None of it grows with the years. */
import { ok, type Result } from '../../native/failure.ts';
import type { BalikanStatus, OutboxDetail, OutboxPage } from '../contract/index.ts';
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

/** What of one agreement is neither acknowledged nor handed over. */
export interface OwedItems {
  /** QUEUED and SENDING: they wait for their turn, or for whoever hands them over or fetches them. */
  readonly waiting: number;
  /** REJECTED and PARKED. */
  readonly needsPerson: number;
  /** When the first of all of them was made. */
  readonly oldestAt: number | null;
}

/** An item as the room knows it; what may be done about it is for who knows the agreement. */
export interface FoundItem extends Pick<OutboxDetail, 'list'> {
  readonly row: KnownRow;
  readonly profileVersion: number;
}

export interface OutboxLooks {
  counts(): Result<OutboxCounts, StoreFailure>;
  owedOf(agreementId: string): Result<OwedItems, StoreFailure>;
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

    owedOf(agreementId) {
      return store.read((reader) => {
        const of = (status: BalikanStatus) => {
          const row = reader.get(
            `SELECT count(*) AS n, min(seq) AS first FROM outbox_item WHERE ${openWith(status)} AND agreement_id = ?`,
            agreementId,
          );
          return { n: Number(row?.n ?? 0), first: typeof row?.first === 'number' ? [row.first] : [] };
        };
        const [queued, sending, rejected, parked] = [
          of('QUEUED'),
          of('SENDING'),
          of('REJECTED'),
          of('PARKED'),
        ];
        const firsts = [queued, sending, rejected, parked].flatMap(({ first }) => first);
        const { at } =
          firsts.length === 0 ? { at: undefined } : (reader.get(createdAt('?'), Math.min(...firsts)) ?? {});
        return {
          waiting: queued.n + sending.n,
          needsPerson: rejected.n + parked.n,
          oldestAt: typeof at === 'number' ? at : null,
        };
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

/** Items are numbered as they are made, so the first in any status is the one with the lowest number. */
const createdAt = (seq: string) =>
  `SELECT CAST(created_at AS INTEGER) AS at FROM outbox_item WHERE seq = (${seq})`;

/** When the first item that is in this status was made. */
function firstOf(reader: Reader, status: 'QUEUED' | 'SENDING'): number {
  const at = reader.get(createdAt(`SELECT min(seq) FROM outbox_item WHERE ${openWith(status)}`))?.at;
  return typeof at === 'number' ? at : Number.POSITIVE_INFINITY;
}
