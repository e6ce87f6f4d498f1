/** What the counter does forty times a morning must take as long after ten years as on the first day: no statement of it may scan. */
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ready } from '../sealing/index.ts';
import type { OpenStore } from '../store/index.ts';
import { overhear, plansOf } from '../store/plans.test-support.ts';
import { manualClock, temporaryFolder, testStore, valueOfResult } from '../store/store.test-support.ts';
import { inquiryLedger, quotaLedger, visitLedger } from './index.ts';
import { assemble, served, serviceContext } from './ledger.test-support.ts';

beforeAll(ready);

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

test('no statement of a visit, of the sender or of the home page reads a table from end to end', () => {
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), manualClock());
  const statements = overhear(store);
  serveOne(store);
  // From the newest backwards to the first that fits, or to so many, is no such reading, whatever SQLite calls it.
  const asked = [...statements].filter((sql) => !sql.includes('ORDER BY seq DESC LIMIT'));
  const plans = plansOf(store, asked);
  expect(plans.length).toBeGreaterThan(20);
  expect(plans.filter(({ plan }) => /SCAN|TEMP/.test(plan))).toEqual([]);
});
