/** What the other folders see of the database: reads and durable transactions whose failures are values. No SQL library here. */

import type { Failure, Result } from '../../native/failure.ts';
import type { AppFailureCode } from '../contract/index.ts';

export type StoreFailure = Failure<AppFailureCode>;
export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = { readonly [column: string]: SqlValue };

/** Text is to be selected as `CAST(… AS BLOB)`: see `row-seal.ts` for what a garbled text would do otherwise. */
export interface Reader {
  /** The first row, or `undefined`. */
  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined;
  all(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[];
}

/** One for each outermost transaction, which those that join it get too. */
export interface Writer extends Reader {
  /** Gives the number of rows changed. */
  run(sql: string, ...values: readonly SqlValue[]): number;
  /** Runs once the outermost transaction is durable, and never when it was rolled back. */
  afterCommit(work: () => void): void;
  /** Something personal was erased: its last copy must leave the write-ahead log within five seconds of the commit. */
  erased(): void;
}

/** Reading only. Statements given to `work` are pure; failures of the disk become values at this border. */
export interface ReadStore {
  read<T>(work: (reader: Reader) => T): Result<T, StoreFailure>;
}

/**
 * One durable transaction: when it answers `ok`, everything is on the disk (`synchronous=FULL`); when it answers with a
 * failure or throws, nothing is. A transaction inside a transaction joins it, and its failure fails the whole.
 */
export interface Store extends ReadStore {
  transaction<T, F extends Failure>(work: (writer: Writer) => Result<T, F>): Result<T, F | StoreFailure>;
  readonly rowSeal: RowSeal;
}

/** Keyed checksum of a row. See `row-seal.ts`. */
export interface RowSeal {
  of(table: string, values: readonly SqlValue[]): Uint8Array;
}

/** Time as the store and the outbox see it. */
export interface Clock {
  /** Milliseconds since 1970, from a clock that people may set. */
  now(): number;
  /** Calls back once after `ms`; the returned function takes the call back. */
  after(ms: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  now: Date.now,
  after(ms, call) {
    const timer = setTimeout(call, ms);
    // Waiting work must not keep a program alive that wants to end: everything due is found again at the next start.
    timer.unref();
    return () => clearTimeout(timer);
  },
};
