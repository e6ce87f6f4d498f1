/** What can be seen of the outbox without changing anything: counts, pages of the list, one item. None of it grows with the years. */
import { ok, type Result } from '../../native/failure.ts';
import type { OutboxDetail, OutboxPage } from '../contract/index.ts';
import type { Clock, Reader, StoreFailure } from '../store/index.ts';
import { type OutboxBooks, outOfOrder } from './books.ts';
import { type ItemRow, type KnownRow, outboxRow } from './item.ts';
import { agreementsWith, oldestOf } from './open-items.ts';
import { type OpenStatus, openWith } from './tally.ts';

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

const waiting = ['QUEUED', 'SENDING'] as const;
const needsPerson = ['REJECTED', 'PARKED'] as const;

const keyOf = 'SELECT created_at, seq FROM outbox_item WHERE item_id = ?';
const newestFirst = 'ORDER BY created_at DESC, seq DESC';

export function outboxLooks(books: OutboxBooks, clock: Clock): OutboxLooks {
  const { store, numbers, damaged, tables } = books;

  /** Read again without the damaged rows it met: a page that they made shorter would be taken for the last. */
  function sound(rows: (unharmed: string) => readonly ItemRow[]): readonly ItemRow[] {
    for (;;) {
      const known = damaged.size;
      const found = rows(known === 0 ? '' : `AND seq NOT IN (${[...damaged].join()})`);
      if (damaged.size === known) return found;
    }
  }

  /** In the order in which they came. */
  function all(reader: Reader, { limit, after, registrationNo }: OutboxPage): readonly ItemRow[] {
    const below = after === undefined ? 'seq > 0' : 'seq < (SELECT seq FROM outbox_item WHERE item_id = ?)';
    const condition = registrationNo === undefined ? below : `${below} AND registration_no = ?`;
    const values = [after, registrationNo].filter((value) => value !== undefined);
    return sound((unharmed) =>
      books.sound(reader, `WHERE ${condition} ${unharmed} ORDER BY seq DESC LIMIT ${limit}`, ...values),
    );
  }

  /**
   * By the time that stands beside them, of which a clock that was wrong makes another order than that of their coming. The keys come from
   * the index alone: where nothing is pushed, all that is owed waits for a person.
   */
  function open(
    reader: Reader,
    { limit, after }: OutboxPage,
    unpushed: readonly string[],
  ): readonly ItemRow[] {
    const groups = [
      ...needsPerson.flatMap((status) =>
        agreementsWith(reader, status).map((agreementId) => ({ status, agreementId })),
      ),
      ...unpushed.map((agreementId) => ({ status: 'QUEUED', agreementId }) as const),
    ];
    const older = after === undefined ? '' : `AND (created_at, seq) < (${keyOf})`;
    const values = after === undefined ? [] : [after];
    return sound((unharmed) => {
      const keys = groups.flatMap(({ status, agreementId }) =>
        reader.all(
          `SELECT seq, CAST(created_at AS INTEGER) AS at FROM outbox_item
           WHERE ${openWith(status)} AND agreement_id = ? ${older} ${unharmed} ${newestFirst} LIMIT ${limit}`,
          agreementId,
          ...values,
        ),
      );
      const seqs = keys
        .map(({ seq, at }) => ({ seq: Number(seq), at: Number(at) }))
        .toSorted((one, other) => other.at - one.at || other.seq - one.seq)
        .slice(0, limit)
        .map(({ seq }) => seq);
      return books.sound(reader, `WHERE seq IN (${seqs.join()}) ${newestFirst}`);
    });
  }

  return {
    counts() {
      return store.read((reader) => {
        const { waiting: n, needsPerson: left } = numbers.read(reader);
        const times = waiting.flatMap((status) =>
          agreementsWith(reader, status).flatMap((agreementId) => oldestOf(reader, status, agreementId)),
        );
        const oldestAgeMs = times.length === 0 ? null : Math.max(0, clock.now() - Math.min(...times));
        return { waiting: n, oldestAgeMs, needsPerson: left + damaged.size };
      });
    },

    owedOf(agreementId) {
      return store.read((reader) => {
        const times = [...waiting, ...needsPerson].flatMap((status) => oldestOf(reader, status, agreementId));
        return {
          waiting: countOf(reader, waiting, agreementId),
          needsPerson: countOf(reader, needsPerson, agreementId),
          oldestAt: times.length === 0 ? null : Math.min(...times),
        };
      });
    },

    list: (asked, unpushed = []) =>
      store.read((reader) =>
        (asked.open === undefined ? all(reader, asked) : open(reader, asked, unpushed)).map(outboxRow),
      ),

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

function countOf(reader: Reader, statuses: readonly OpenStatus[], agreementId: string): number {
  const counted = statuses.map((status) =>
    reader.get(
      `SELECT count(*) AS n FROM outbox_item WHERE ${openWith(status)} AND agreement_id = ?`,
      agreementId,
    ),
  );
  return counted.reduce((sum, row) => sum + Number(row?.n), 0);
}
