/**
 * Lists for a hand-over: what may be put on one, which were made, and the hand-over itself once one was signed. A list is of one
 * agreement; it holds good while all that is on it is as it was when it was made, and no later list has any of it.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import { type AuditContext, type AuditLog, impersonalText } from '../audit/index.ts';
import { appFailure, type HandoverList, MOST_ON_A_LIST, type PreparedListRow } from '../contract/index.ts';
import type { Clock, Reader, StoreFailure, Writer } from '../store/index.ts';
import { actsOn } from './acts.ts';
import { type OutboxBooks, outOfOrder } from './books.ts';
import type { ItemRow, MadeListRow } from './item.ts';
import { madeLists, preparedRow, statusesFor } from './made-lists.ts';
import { type OpenStatus, openWith } from './tally.ts';

/** Under this agreement. What cannot be known is taken for pushed: then only what was refused or given up is handed over. */
export interface ListedAgreement {
  readonly agreementId: string;
  readonly isPushed: boolean;
}

export interface ListedItem {
  readonly itemId: string;
  readonly envelope: Uint8Array;
  readonly registrationNo: string;
  readonly createdAt: number;
  /** It has to be at this revision still when the list is signed. */
  readonly revision: number;
}

export interface MadeList
  extends Pick<PreparedListRow, 'number' | 'medium' | 'sha256' | 'request' | 'listId'> {
  readonly agreement: ListedAgreement;
  readonly items: readonly Pick<ListedItem, 'itemId' | 'revision'>[];
}

export interface SignedList {
  readonly listId: string;
  readonly signedOn: string;
  readonly receivedBy: string;
  readonly isPushed: (agreementId: string) => boolean;
}

export interface ListForPaper extends PreparedListRow {
  /** When the oldest and the newest of what is on it came to be owed. */
  readonly from: number;
  readonly to: number;
}

export interface OutboxLists {
  /** How much may be put on a list. */
  toHandOver(agreement: ListedAgreement): Result<number, StoreFailure>;
  /**
   * The oldest of it, as many as fit on one list, or those that are named: all or none.
   * @param itemIds none twice
   */
  toList(
    agreement: ListedAgreement,
    itemIds?: readonly string[],
  ): Result<readonly ListedItem[], StoreFailure>;
  /** A list was printed or written. Fails with STEP_ORDER when something on it has changed meanwhile. */
  listed(made: MadeList, context: AuditContext): Result<PreparedListRow, StoreFailure>;
  /** Lists that wait for a signature and hold good, newest first. */
  unsigned(isPushed: SignedList['isPushed']): Result<readonly PreparedListRow[], StoreFailure>;
  /** The newest lists of an agreement, signed or holding good: what a BAST may be made of. */
  forPaper(agreement: ListedAgreement): Result<readonly ListForPaper[], StoreFailure>;
  /** All that is on the list, or nothing. The NIKs leave the outbox with it. */
  handOver(signed: SignedList, context: AuditContext): Result<HandoverList, StoreFailure>;
}

export function outboxLists(books: OutboxBooks, audit: AuditLog, clock: Clock): OutboxLists {
  const { store, tables } = books;
  const act = actsOn(books, audit);
  const made = madeLists(tables);

  function named(
    reader: Reader,
    { agreementId, isPushed }: ListedAgreement,
    itemIds: readonly string[],
  ): Result<readonly ItemRow[], StoreFailure> {
    const found = [...new Set(itemIds)].map((itemId) => tables.items.find(reader, itemId));
    const rows = found.filter((row) => row !== undefined);
    if (rows.length < itemIds.length) return outOfOrder('no such item, or twice');
    if (rows.some((row) => row.agreement_id !== agreementId)) {
      return failed(appFailure('BALIKAN_WRONG_AGREEMENT', 'outbox'));
    }
    return rows.every(({ status }) => statusesFor(isPushed).some((fit) => fit === status))
      ? ok(rows)
      : outOfOrder('HAND_OVER of what is not to be handed over');
  }

  function oldest(reader: Reader, { agreementId, isPushed }: ListedAgreement): readonly ItemRow[] {
    return statusesFor(isPushed)
      .flatMap((status) =>
        books.sound(
          reader,
          `WHERE ${openWith(status)} AND agreement_id = ? ORDER BY created_at, seq LIMIT ${MOST_ON_A_LIST}`,
          agreementId,
        ),
      )
      .toSorted((one, other) => one.created_at - other.created_at)
      .slice(0, MOST_ON_A_LIST);
  }

  function onList(reader: Reader, { list_id: listId }: MadeListRow): readonly string[] {
    return tables.listedItems
      .select(reader, 'WHERE list_id = ?', listId)
      .map(({ item_id: itemId }) => itemId);
  }

  function periodOf(reader: Reader, { list_id: listId, prepared_at: preparedAt }: MadeListRow) {
    const period = reader.get(
      `SELECT min(created_at) AS first, max(created_at) AS last FROM prepared_item JOIN outbox_item USING (item_id)
       WHERE prepared_item.list_id = ?`,
      listId,
    );
    return { from: Number(period?.first ?? preparedAt), to: Number(period?.last ?? preparedAt) };
  }

  function handOverAll(
    writer: Writer,
    made: MadeListRow,
    { signedOn, receivedBy }: SignedList,
    context: AuditContext,
  ): Result<HandoverList, StoreFailure> {
    const { list_id: listId, agreement_id: agreementId, number, items } = made;
    const received = impersonalText(receivedBy);
    const now = clock.now();
    tables.lists.insert(writer, {
      list_id: listId,
      agreement_id: agreementId,
      number,
      date: signedOn,
      received_by: received,
      items,
      handed_by: context.actor,
      handed_at: now,
    });
    writer.erased();
    const noted = audit.append(
      { ...context, agreementId },
      { event: 'BALIKAN_LISTED', listId, count: items },
    );
    if (!noted.ok) return noted;
    for (const itemId of onList(writer, made)) {
      const row = tables.items.find(writer, itemId);
      if (row === undefined) return outOfOrder('no such item');
      const change = { envelope: null, settled_at: now, list_id: listId };
      const handed = act(writer, row, 'HAND_OVER', change, context, { listId });
      if (!handed.ok) return handed;
    }
    return ok({ listId, agreementId, number, date: signedOn, receivedBy: received, items });
  }

  return {
    toHandOver: ({ agreementId, isPushed }) =>
      store.read((reader) => {
        const counted = (status: OpenStatus) =>
          reader.get(
            `SELECT count(*) AS n FROM outbox_item WHERE ${openWith(status)} AND agreement_id = ?`,
            agreementId,
          );
        return statusesFor(isPushed).reduce((sum, status) => sum + Number(counted(status)?.n), 0);
      }),

    toList(agreement, itemIds) {
      const read = store.read((reader) =>
        itemIds === undefined ? ok(oldest(reader, agreement)) : named(reader, agreement, itemIds),
      );
      if (!read.ok) return read;
      if (!read.value.ok) return read.value;
      const rows = read.value.value;
      if (rows.length === 0) return failed(appFailure('BALIKAN_NOTHING_TO_LIST', 'outbox'));
      return ok(rows.flatMap((row) => listedItem(row) ?? []));
    },

    listed({ listId, agreement, number, medium, sha256, request, items }, context) {
      return store.transaction((writer): Result<PreparedListRow, StoreFailure> => {
        const itemIds = items.map(({ itemId }) => itemId);
        const rows = named(writer, agreement, itemIds);
        if (!rows.ok) return rows;
        const revisions = new Map(items.map(({ itemId, revision }) => [itemId, revision]));
        if (rows.value.some((row) => revisions.get(row.item_id) !== (row.revision ?? 0))) {
          return outOfOrder('corrected while the list was made');
        }
        const { agreementId } = agreement;
        const row: MadeListRow = {
          list_id: listId,
          agreement_id: agreementId,
          number: impersonalText(number),
          medium,
          sha256,
          request: request === null ? null : JSON.stringify(request),
          items: items.length,
          prepared_by: context.actor,
          prepared_at: clock.now(),
        };
        tables.madeLists.insert(writer, row);
        for (const [itemId, revision] of revisions) {
          tables.listedItems.insert(writer, { list_id: listId, item_id: itemId, revision });
        }
        const noted = audit.append(
          { ...context, agreementId },
          { event: 'BALIKAN_LIST_MADE', listId, count: items.length, medium, sha256 },
        );
        return noted.ok ? ok(preparedRow(row)) : noted;
      });
    },

    unsigned: (isPushed) =>
      store.read((reader) => {
        const rest = 'WHERE list_id NOT IN (SELECT list_id FROM outbox_list)';
        const fits = (row: MadeListRow) => made.holdsGood(reader, row, isPushed(row.agreement_id));
        return made.newestThat(fits, reader, rest).map(preparedRow);
      }),

    forPaper: ({ agreementId, isPushed }) =>
      store.read((reader) => {
        const fits = (row: MadeListRow) =>
          made.wasSigned(reader, row.list_id) || made.holdsGood(reader, row, isPushed);
        return made.newestThat(fits, reader, 'WHERE agreement_id = ?', agreementId).map((row) => ({
          ...preparedRow(row),
          ...periodOf(reader, row),
        }));
      }),

    handOver(signed, context) {
      return store.transaction((writer): Result<HandoverList, StoreFailure> => {
        const row = tables.madeLists.find(writer, signed.listId);
        if (row === undefined || made.wasSigned(writer, signed.listId)) return outOfOrder('no such list');
        return made.holdsGood(writer, row, signed.isPushed(row.agreement_id))
          ? handOverAll(writer, row, signed, context)
          : failed(appFailure('BALIKAN_LIST_OUTDATED', 'outbox'));
      });
    },
  };
}

function listedItem({ item_id, envelope, registration_no, created_at, revision }: ItemRow) {
  return envelope === null
    ? undefined
    : {
        itemId: item_id,
        envelope,
        registrationNo: registration_no,
        createdAt: created_at,
        revision: revision ?? 0,
      };
}
