/**
 * What the access manager does about items that the program can do no more for (domain 4.5, R-105): corrects a rejected one, parks it,
 * sends a parked one again, or hands them over with a list. Each is one durable transaction with its audit entry.
 */
import { randomUUID } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import { type AuditContext, type AuditLog, impersonalText } from '../audit/index.ts';
import { appFailure, type BalikanEvent, type HandoverList, type Letter } from '../contract/index.ts';
import type { Clock, StoreFailure, Writer } from '../store/index.ts';
import { type OutboxBooks, outOfOrder } from './books.ts';
import type { ItemRow } from './item.ts';

/** What is to be corrected: the sealed content, which only a sender process opens. */
export interface Correctable {
  readonly itemId: string;
  readonly envelope: Uint8Array;
  /** The item has to be at this revision still when the correction comes back. */
  readonly revision: number;
}

export interface Corrected extends Correctable {
  /** Keyed hash of what the envelope held before. */
  readonly formerHash: string;
  /** Codes of the fields that were corrected. */
  readonly fields: readonly string[];
}

export interface Handover {
  readonly itemIds: readonly string[];
  /** Of the signed list or BAST. */
  readonly list: Letter;
  readonly receivedBy: string;
  /** Whether this agreement has a web service: then only what that refused or never took is handed over. */
  readonly isPushed: (agreementId: string) => boolean;
}

export interface OutboxHandling {
  /** STEP_ORDER unless the item is REJECTED. */
  correctable(itemId: string): Result<Correctable, StoreFailure>;
  /** The new revision takes the place of the old and is queued. */
  correct(corrected: Corrected, context: AuditContext): Result<unknown, StoreFailure>;
  park(itemId: string, reason: string, context: AuditContext): Result<unknown, StoreFailure>;
  retry(itemId: string, context: AuditContext): Result<unknown, StoreFailure>;
  /** All the items or none: of one agreement, none twice. The NIK leaves the outbox with it. */
  handOver(handover: Handover, context: AuditContext): Result<HandoverList, StoreFailure>;
}

export function outboxHandling(books: OutboxBooks, audit: AuditLog, clock: Clock): OutboxHandling {
  const { store, tables } = books;

  function step(
    writer: Writer,
    row: ItemRow,
    by: BalikanEvent,
    change: Partial<ItemRow>,
    context: AuditContext,
    more: { readonly reason?: string; readonly listId?: string } = {},
  ): Result<unknown, StoreFailure> {
    const moved = books.move(writer, row, by, change);
    if (!moved.ok) return moved;
    const { agreement_id: agreementId, profile_version: profileVersion, visit_id: visitId } = row;
    const [from, to, revision] = [row.status, moved.value.status, moved.value.revision ?? 0];
    const itemId = row.item_id;
    return audit.append(
      { ...context, agreementId, profileVersion, visitId },
      { event: 'BALIKAN_MOVED', itemId, by, from, to, revision, ...more },
    );
  }

  function withItem(
    itemId: string,
    work: (writer: Writer, row: ItemRow) => Result<unknown, StoreFailure>,
  ): Result<unknown, StoreFailure> {
    return store.transaction((writer) => {
      const row = tables.items.find(writer, itemId);
      return row === undefined ? outOfOrder('no such item') : work(writer, row);
    });
  }

  return {
    correctable(itemId) {
      const row = store.read((reader) => tables.items.find(reader, itemId));
      if (!row.ok) return row;
      if (row.value?.status !== 'REJECTED') return outOfOrder(`CORRECT of ${row.value?.status ?? 'nothing'}`);
      const { envelope, revision } = row.value;
      if (envelope === null) return failed(appFailure('STORE_DAMAGED', 'outbox'));
      return ok({ itemId, envelope, revision: revision ?? 0 });
    },

    correct({ itemId, envelope, revision: former, formerHash, fields }, context) {
      return withItem(itemId, (writer, row) => {
        if ((row.revision ?? 0) !== former) return outOfOrder('corrected meanwhile');
        const revision = former + 1;
        // What the old envelope held is to be gone, as if it had been acknowledged.
        writer.erased();
        tables.revisions.insert(writer, {
          item_id: itemId,
          revision,
          former_hash: formerHash,
          fields: JSON.stringify(fields),
          corrected_by: context.actor,
          corrected_at: clock.now(),
        });
        const change = { envelope, revision, attempts: 0, next_attempt_at: clock.now(), last_failure: null };
        return step(writer, row, 'CORRECT', change, context);
      });
    },

    park: (itemId, reason, context) =>
      withItem(itemId, (writer, row) => {
        const note = impersonalText(reason);
        return step(writer, row, 'PARK', { note }, context, { reason: note });
      }),

    retry: (itemId, context) =>
      withItem(itemId, (writer, row) =>
        step(writer, row, 'RETRY', { note: null, attempts: 0, next_attempt_at: clock.now() }, context),
      ),

    handOver({ itemIds, list, receivedBy, isPushed }, context) {
      return store.transaction((writer): Result<HandoverList, StoreFailure> => {
        const found = [...new Set(itemIds)].map((itemId) => tables.items.find(writer, itemId));
        const rows = found.filter((row) => row !== undefined);
        const agreementId = rows[0]?.agreement_id;
        if (agreementId === undefined || rows.length < itemIds.length)
          return outOfOrder('no such item, or twice');
        if (rows.some((row) => row.agreement_id !== agreementId)) {
          return failed(appFailure('BALIKAN_WRONG_AGREEMENT', 'outbox'));
        }
        if (isPushed(agreementId) && rows.some(({ status }) => status === 'QUEUED')) {
          return outOfOrder('HAND_OVER of what is still to be sent');
        }
        const listId = randomUUID();
        const received = impersonalText(receivedBy);
        tables.lists.insert(writer, {
          list_id: listId,
          agreement_id: agreementId,
          number: list.number,
          date: list.date,
          received_by: received,
          items: rows.length,
          handed_by: context.actor,
          handed_at: clock.now(),
        });
        writer.erased();
        const listed = audit.append(
          { ...context, agreementId },
          { event: 'BALIKAN_LISTED', listId, count: rows.length },
        );
        if (!listed.ok) return listed;
        for (const row of rows) {
          const change = { envelope: null, settled_at: clock.now(), list_id: listId };
          const handed = step(writer, row, 'HAND_OVER', change, context, { listId });
          if (!handed.ok) return handed;
        }
        const { number, date } = list;
        return ok({ listId, agreementId, number, date, receivedBy: received, items: rows.length });
      });
    },
  };
}
