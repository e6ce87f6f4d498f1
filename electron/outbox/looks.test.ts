/** What can be seen of the outbox after a clock was wrong and rows were damaged: every item once, and no age that hides another. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OutboxPage, SendOutcome } from '../contract/index.ts';
import { type Assembled, freshInstallation, served, serviceContext } from '../ledger/ledger.test-support.ts';
import { ready } from '../sealing/index.ts';
import { overhear, plansOf } from '../store/plans.test-support.ts';
import { valueOfResult } from '../store/store.test-support.ts';

beforeAll(ready);

const HOUR = 3_600_000;
const rejected: SendOutcome = { kind: 'REJECTED', reason: 'JENIS_BANTUAN', status: 422 };

function owe(all: Assembled, change = {}): string {
  const fact = served(change);
  valueOfResult(all.record(fact, serviceContext));
  return fact.balikan?.itemId ?? '';
}

function refused(all: Assembled, agreementId: string): string {
  const itemId = owe(all, { agreementId });
  valueOfResult(all.outbox.pick(agreementId, 1, all.clock.now() + 1));
  valueOfResult(all.outbox.settle(itemId, rejected));
  return itemId;
}

/** Page by page to the end, as somebody leafs through it. */
function leafedThrough(all: Assembled, page: OutboxPage, unpushed: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (;;) {
    const after = found.at(-1);
    const next = { ...page, ...(after === undefined ? {} : { after }) };
    const rows = valueOfResult(all.outbox.list(next, unpushed));
    found.push(...rows.map(({ itemId }) => itemId));
    if (rows.length < page.limit || found.length > 100) return found;
  }
}

/** One bit of the row on the disk is another. */
function damage(all: Assembled, itemId: string): void {
  valueOfResult(
    all.store.transaction((writer) => ({
      ok: true,
      value: writer.run(`UPDATE outbox_item SET mac = zeroblob(16) WHERE item_id = '${itemId}'`),
    })),
  );
}

describe('the list', () => {
  test('of what waits for a person has everything once and the newest first, whatever the clock said when it came', () => {
    const item = fc.record({
      hours: fc.integer({ min: -3, max: 3 }),
      kind: fc.constantFrom('refused', 'refused elsewhere', 'parked', 'unpushed', 'waits for its turn'),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (items, limit) => {
        const all = freshInstallation();
        const due = items.flatMap(({ hours, kind }) => {
          all.clock.set(all.clock.now() + hours * HOUR);
          const createdAt = all.clock.now();
          if (kind === 'waits for its turn') {
            owe(all, { agreementId: 'PKS-D' });
            return [];
          }
          if (kind === 'unpushed') return [{ itemId: owe(all, { agreementId: 'PKS-C' }), createdAt }];
          const itemId = refused(all, kind === 'refused elsewhere' ? 'PKS-B' : 'PKS-A');
          if (kind === 'parked')
            valueOfResult(all.outbox.park(itemId, 'uji', { actor: 'uji', counter: '-' }));
          return [{ itemId, createdAt }];
        });
        const expected = due.toReversed().toSorted((one, other) => other.createdAt - one.createdAt);
        expect(leafedThrough(all, { limit, open: true }, ['PKS-C'])).toEqual(
          expected.map(({ itemId }) => itemId),
        );
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('goes on behind a damaged row: a page that it made shorter would look like the last', () => {
    const all = freshInstallation();
    const ids = Array.from({ length: 5 }, () => refused(all, 'PKS-A'));
    damage(all, ids[3] ?? '');
    const sound = ids.filter((_, index) => index !== 3).toReversed();
    expect(leafedThrough(all, { limit: 2 }, [])).toEqual(sound);
    expect(leafedThrough(all, { limit: 2, open: true }, [])).toEqual(sound);
  });

  test('and the age of the oldest are found by an index, however much waits for a person', () => {
    const all = freshInstallation();
    refused(all, 'PKS-A');
    const after = owe(all, { agreementId: 'PKS-C' });
    valueOfResult(all.outbox.counts());
    const statements = overhear(all.store);
    valueOfResult(all.outbox.list({ limit: 50, open: true }, ['PKS-C']));
    valueOfResult(all.outbox.list({ limit: 50, open: true, after }, ['PKS-C']));
    valueOfResult(all.outbox.counts());
    valueOfResult(all.outbox.owedOf('PKS-C'));
    const plans = plansOf(all.store, statements);
    expect(plans.length).toBeGreaterThan(5);
    const keys = plans.filter(({ sql }) => sql.includes('created_at') && !sql.includes('seq IN ('));
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.filter(({ plan }) => !plan.includes('COVERING INDEX outbox_open_by_time'))).toEqual([]);
    expect(keys.filter(({ plan }) => /SCAN|TEMP B-TREE/.test(plan))).toEqual([]);
  });
});

describe('the age of what is owed', () => {
  test('is that of the oldest by its time: one that came while the clock ran ahead hides nobody behind it', () => {
    const all = freshInstallation();
    const today = all.clock.now();
    all.clock.set(today + 365 * 24 * HOUR);
    owe(all);
    expect(valueOfResult(all.outbox.owedOf('PKS-A'))).toMatchObject({ oldestAt: today + 365 * 24 * HOUR });
    all.clock.set(today);
    // Nothing that is known of it is older than now.
    expect(valueOfResult(all.outbox.counts())).toMatchObject({ waiting: 1, oldestAgeMs: 0 });
    owe(all);
    all.clock.advance(30 * HOUR);
    owe(all, { agreementId: 'PKS-B' });
    expect(valueOfResult(all.outbox.counts())).toMatchObject({ waiting: 3, oldestAgeMs: 30 * HOUR });
    expect(valueOfResult(all.outbox.owedOf('PKS-A'))).toMatchObject({ waiting: 2, oldestAt: today });
    expect(valueOfResult(all.outbox.owedOf('PKS-B'))).toMatchObject({ oldestAt: today + 30 * HOUR });
  });

  test('is the longest that may be true where the clock was once behind, and goes with the item', () => {
    const all = freshInstallation();
    const today = all.clock.now();
    owe(all);
    all.clock.set(today - 48 * HOUR);
    const behind = owe(all);
    all.clock.set(today);
    expect(valueOfResult(all.outbox.counts())).toMatchObject({ oldestAgeMs: 48 * HOUR });
    const picked = valueOfResult(all.outbox.pick('PKS-A', 2)).map(({ itemId }) => itemId);
    expect(picked).toContain(behind);
    expect(valueOfResult(all.outbox.counts())).toMatchObject({ oldestAgeMs: 48 * HOUR });
    valueOfResult(all.outbox.settle(behind, { kind: 'ACKNOWLEDGED', duplicate: false, ms: 1 }));
    expect(valueOfResult(all.outbox.counts())).toMatchObject({ oldestAgeMs: 0 });
  });
});
