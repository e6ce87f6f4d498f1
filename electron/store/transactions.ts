/** Reads and durable transactions on one connection: joined when nested, all or nothing, failures as values. */

import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';
import type { Connection } from './connection.ts';
import type { RowSeal, Store, StoreFailure, Writer } from './port.ts';
import { failureBehind } from './store-error.ts';

/** What looks after the log is told of every durable commit. */
interface CommitWatch {
  committed(): void;
  /** The commit erased something. */
  erased(): void;
}

interface Running {
  readonly writer: Writer;
  readonly afterCommit: (() => void)[];
  erased: boolean;
  doomed: Failure | undefined;
}

export function transactionsOn(connection: Connection, rowSeal: RowSeal, watch: CommitWatch): Store {
  let running: Running | undefined;

  function begun(): Running {
    const writer: Writer = {
      get: connection.get,
      all: connection.all,
      run: connection.run,
      afterCommit: (work) => current.afterCommit.push(work),
      erased: () => {
        current.erased = true;
      },
    };
    const current: Running = { writer, afterCommit: [], erased: false, doomed: undefined };
    return current;
  }

  function rollBack(): void {
    running = undefined;
    // After a full disk SQLite has rolled back by itself, and a second ROLLBACK would be an error.
    if (connection.inTransaction) connection.exec('ROLLBACK');
  }

  function join<T, F extends Failure>(
    current: Running,
    work: (writer: Writer) => Result<T, F>,
  ): Result<T, F> {
    const result = work(current.writer);
    // A caller that overlooks the failure of a part must not make the other part durable.
    if (!result.ok) current.doomed = result.failure;
    return result;
  }

  function transaction<T, F extends Failure>(
    work: (writer: Writer) => Result<T, F>,
  ): Result<T, F | StoreFailure> {
    if (running !== undefined) return join(running, work);
    const current = begun();
    const result = commit(current, work);
    if (result.ok) {
      watch.committed();
      if (current.erased) watch.erased();
      for (const next of current.afterCommit) next();
    }
    return result;
  }

  function commit<T, F extends Failure>(
    current: Running,
    work: (writer: Writer) => Result<T, F>,
  ): Result<T, F | StoreFailure> {
    try {
      connection.run('BEGIN IMMEDIATE');
      running = current;
      const result = work(current.writer);
      if (!result.ok || current.doomed !== undefined) {
        rollBack();
        return result.ok ? failed(current.doomed as F) : result;
      }
      connection.run('COMMIT');
      running = undefined;
      return result;
    } catch (error) {
      rollBack();
      const failure = failureBehind(error, 'transaction');
      if (failure === undefined) throw error;
      return failed(failure);
    }
  }

  return {
    rowSeal,
    transaction,
    read(work) {
      try {
        return ok(work(connection));
      } catch (error) {
        const failure = failureBehind(error, 'read');
        if (failure === undefined) throw error;
        return failed(failure);
      }
    },
  };
}

/** A closed store answers, so that a late caller meets a failure and not a crash of the native library. */
export function closedStore(rowSeal: RowSeal): Store {
  const closed = () => failed(appFailure('STORE_IO', 'closed store'));
  return { rowSeal, transaction: closed, read: closed };
}
