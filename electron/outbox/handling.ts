/**
 * What the access manager does about items that the program can do no more for (domain 4.5, R-105): corrects a rejected one, parks it,
 * or sends a parked one again. Each is one durable transaction with its audit entry.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import { type AuditContext, type AuditLog, impersonalText } from '../audit/index.ts';
import { appFailure } from '../contract/index.ts';
import type { Clock, StoreFailure, Writer } from '../store/index.ts';
import { actsOn } from './acts.ts';
import { type OutboxBooks, outOfOrder } from './books.ts';
import type { ItemRow } from './item.ts';
import { madeLists } from './made-lists.ts';
import { openWith } from './tally.ts';

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

export interface OutboxHandling {
  /** STEP_ORDER unless the item is REJECTED. */
  correctable(itemId: string): Result<Correctable, StoreFailure>;
  /** The new revision takes the place of the old and is queued. */
  correct(corrected: Corrected, context: AuditContext): Result<unknown, StoreFailure>;
  park(itemId: string, reason: string, context: AuditContext): Result<unknown, StoreFailure>;
  retry(itemId: string, context: AuditContext): Result<unknown, StoreFailure>;
  /**
   * Queues again what the program gave up on after its last attempt, of every agreement or of one. What a person parked, with a reason,
   * stays, and so does what stands on a list that is out for its signature: it would go twice. Gives the number.
   */
  retryGivenUp(context: AuditContext, agreementId?: string): Result<number, StoreFailure>;
}

/** Whoever parks an item says why; the program leaves no note. */
const givenUp = `WHERE ${openWith('PARKED')} AND note IS NULL ORDER BY seq`;

export function outboxHandling(books: OutboxBooks, audit: AuditLog, clock: Clock): OutboxHandling {
  const { store, tables } = books;
  const act = actsOn(books, audit);
  const made = madeLists(tables);

  function withItem(
    itemId: string,
    work: (writer: Writer, row: ItemRow) => Result<unknown, StoreFailure>,
  ): Result<unknown, StoreFailure> {
    return store.transaction((writer) => {
      const row = tables.items.find(writer, itemId);
      return row === undefined ? outOfOrder('no such item') : work(writer, row);
    });
  }

  function retryRow(writer: Writer, row: ItemRow, context: AuditContext): Result<unknown, StoreFailure> {
    return act(writer, row, 'RETRY', { note: null, attempts: 0, next_attempt_at: clock.now() }, context);
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
        return act(writer, row, 'CORRECT', change, context);
      });
    },

    park: (itemId, reason, context) =>
      withItem(itemId, (writer, row) => {
        const note = impersonalText(reason);
        return act(writer, row, 'PARK', { note }, context, { reason: note });
      }),

    retry: (itemId, context) => withItem(itemId, (writer, row) => retryRow(writer, row, context)),

    retryGivenUp: (context, agreementId) =>
      store.transaction((writer): Result<number, StoreFailure> => {
        const all = books.sound(writer, givenUp);
        const asked = all.filter((row) => agreementId === undefined || row.agreement_id === agreementId);
        const listed = made.outForSignature(
          writer,
          asked.map(({ item_id }) => item_id),
        );
        const rows = asked.filter(({ item_id }) => !listed.has(item_id));
        for (const row of rows) {
          const queued = retryRow(writer, row, context);
          if (!queued.ok) return queued;
        }
        return ok(rows.length);
      }),
  };
}
