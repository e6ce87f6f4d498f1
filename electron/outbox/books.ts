/** The rows of the outbox and the one place where their status changes, counted along with every commit. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, type BalikanEvent, nextBalikanStatus } from '../contract/index.ts';
import type { Reader, SqlValue, Store, StoreFailure, Writer } from '../store/index.ts';
import { type ItemRow, type OutboxTables, outboxTables } from './item.ts';
import { type Tally, tally } from './tally.ts';

export interface OutboxBooks {
  readonly store: Store;
  readonly tables: OutboxTables;
  readonly numbers: Tally;
  /** Rows whose seal is wrong, by row number: left alone, never sent, and reported as waiting for a person. */
  readonly damaged: ReadonlySet<number>;
  /** The sound rows by the rest of a SELECT; damaged ones are noted. */
  sound(reader: Reader, rest: string, ...values: readonly SqlValue[]): readonly ItemRow[];
  /** The row after the event, or STEP_ORDER where the event has no place in its status. */
  move(
    writer: Writer,
    row: ItemRow,
    event: BalikanEvent,
    change: Partial<ItemRow>,
  ): Result<ItemRow, StoreFailure>;
}

export function outboxBooks(store: Store): OutboxBooks {
  const tables = outboxTables(store.rowSeal);
  const numbers = tally();
  const damaged = new Set<number>();

  return {
    store,
    tables,
    numbers,
    damaged,
    sound(reader, rest, ...values) {
      const sifted = tables.items.sift(reader, rest, ...values);
      for (const { rowid } of sifted.damaged) damaged.add(rowid);
      return sifted.sound;
    },
    move(writer, row, event, change) {
      const status = nextBalikanStatus(row.status, event);
      if (status === undefined) return outOfOrder(`${row.status} ${event}`);
      const next: ItemRow = { ...row, next_attempt_at: null, ...change, status };
      tables.items.update(writer, next);
      writer.afterCommit(() => numbers.moved(row.status, status));
      return ok(next);
    },
  };
}

export function outOfOrder(detail: string): Result<never, StoreFailure> {
  return failed(appFailure('STEP_ORDER', 'outbox', detail));
}
