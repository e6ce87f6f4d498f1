/** What the counter does forty times a morning must take as long after ten years as on the first day: no statement of it may scan. */
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ready } from '../sealing/index.ts';
import type { OpenStore, Reader } from '../store/index.ts';
import { manualClock, temporaryFolder, testStore, valueOfResult } from '../store/store.test-support.ts';
import { inquiryLedger, quotaLedger, visitLedger } from './index.ts';
import { assemble, served, serviceContext } from './ledger.test-support.ts';

beforeAll(ready);

/** The store, and every statement that was run on it. */
function overheard(store: OpenStore): { readonly store: OpenStore; readonly statements: Set<string> } {
  const statements = new Set<string>();
  function noting<Rest extends readonly unknown[], T>(run: (sql: string, ...rest: Rest) => T) {
    return (sql: string, ...rest: Rest): T => {
      statements.add(sql);
      return run(sql, ...rest);
    };
  }
  const heard = (reader: Reader): Reader => ({ get: noting(reader.get), all: noting(reader.all) });
  return {
    statements,
    store: {
      ...store,
      read: (work) => store.read((reader) => work(heard(reader))),
      transaction: (work) =>
        store.transaction((writer) => work({ ...writer, ...heard(writer), run: noting(writer.run) })),
    },
  };
}

function serveOne(store: OpenStore): void {
  const clock = manualClock();
  const all = assemble(store, clock);
  const [inquiries, quota, visits] = [inquiryLedger(store), quotaLedger(store), visitLedger(store)];
  const { balikan, ...fact } = served();
  const [day, at] = [serviceContext.day, clock.now()];
  const permit = {
    permitId: 'permit-1',
    kind: 'INQUIRE',
    visitId: fact.visitId,
    agreementId: 'PKS-A',
  } as const;
  const results = [
    quota.reserve('PKS-A', day, 200),
    inquiries.issue({ ...permit, issuedAt: at, expiresAt: at, nikHash: balikan?.nikHash ?? '' }),
    inquiries.record({ permitId: permit.permitId, outcome: 'MATCH', ms: 1, at }),
    all.record({ ...fact, ...(balikan && { balikan }) }, serviceContext),
    visits.close({ ...fact, ...serviceContext }, 'CLOSED_SERVED', at),
    all.outbox.agreements(),
    all.outbox.nextDueAt('PKS-A'),
    all.outbox.pick('PKS-A', 1, at),
    all.outbox.settle(balikan?.itemId ?? '', { kind: 'ACKNOWLEDGED', duplicate: false, ms: 1 }),
    all.outbox.pick('PKS-A', 1, at),
    all.outbox.counts(),
    quota.read('PKS-A', day),
    visits.today(day),
  ];
  for (const result of results) valueOfResult<unknown>(result);
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

test('no statement of a visit, of the sender or of the home page reads a table from end to end', () => {
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), manualClock());
  const { store: heard, statements } = overheard(store);
  serveOne(heard);
  // From the newest backwards to the first that fits, or to so many, is no such reading, whatever SQLite calls it.
  const asked = [...statements].filter((sql) => !sql.includes('ORDER BY seq DESC LIMIT'));
  const plans = asked.map((sql) => ({
    sql,
    plan: valueOfResult(store.read((reader) => planOf(reader, sql))),
  }));
  expect(plans.length).toBeGreaterThan(20);
  expect(plans.filter(({ plan }) => /SCAN|TEMP/.test(plan))).toEqual([]);
});
