/** For tests of what is read: which statements are run on a store, and whether SQLite answers one by an index or from end to end. */
import { onTestFinished } from 'vitest';
import type { OpenStore, Reader } from './index.ts';
import { valueOfResult } from './store.test-support.ts';

/** Every statement that is run on this store from now on, whoever holds it. */
export function overhear(store: OpenStore): ReadonlySet<string> {
  const statements = new Set<string>();
  function noting<Rest extends readonly unknown[], T>(run: (sql: string, ...rest: Rest) => T) {
    return (sql: string, ...rest: Rest): T => {
      statements.add(sql);
      return run(sql, ...rest);
    };
  }
  const heard = (reader: Reader): Reader => ({ get: noting(reader.get), all: noting(reader.all) });
  const deaf = { ...store };
  const listening: Pick<OpenStore, 'read' | 'transaction'> = {
    read: (work) => deaf.read((reader) => work(heard(reader))),
    transaction: (work) =>
      deaf.transaction((writer) => work({ ...writer, ...heard(writer), run: noting(writer.run) })),
  };
  Object.assign(store, listening);
  onTestFinished(() => void Object.assign(store, deaf));
  return statements;
}

/** SQLite's plan for a statement, a step a line. */
function planOf(reader: Reader, sql: string): string {
  const values = Array.from(sql.matchAll(/\?/g), () => null);
  const question = `EXPLAIN QUERY PLAN ${sql}`;
  const steps = reader.all(question, ...values).map(({ detail }) => String(detail));
  // Of a plan the database package leaves the statement open, unless it is asked for one row.
  reader.get(question, ...values);
  return steps.join('\n');
}

/** Each statement with its plan. */
export function plansOf(store: OpenStore, statements: Iterable<string>) {
  return [...statements].map((sql) => ({
    sql,
    plan: valueOfResult(store.read((reader) => planOf(reader, sql))),
  }));
}
