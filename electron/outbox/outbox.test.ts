import { beforeAll, describe, expect, test } from 'vitest';
import {
  appFailure,
  balikanEvents,
  balikanStatuses,
  nextBalikanStatus,
  type SendOutcome,
  sendOutcome,
} from '../contract/index.ts';
import {
  type Assembled,
  assemble,
  freshInstallation,
  served,
  serviceContext,
} from '../ledger/ledger.test-support.ts';
import { ready, toBase64 } from '../sealing/index.ts';
import { failureOf, testStore, valueOfResult } from '../store/store.test-support.ts';
import { MAX_ATTEMPTS, waitAfter } from './index.ts';

beforeAll(ready);

const MINUTE = 60_000;
const acknowledged: SendOutcome = { kind: 'ACKNOWLEDGED', duplicate: false, ms: 12 };
const technical: SendOutcome = sendOutcome.parse({
  kind: 'TECHNICAL',
  failure: appFailure('BALIKAN_UNREACHABLE', 'test'),
  stopQueue: false,
});
const rejected: SendOutcome = { kind: 'REJECTED', reason: 'NIK 4001011708950001 ditolak', status: 422 };

function owe(all: Assembled, change = {}) {
  const fact = served(change);
  valueOfResult(all.record(fact, serviceContext));
  return { itemId: fact.balikan?.itemId ?? '', envelope: fact.balikan?.envelope ?? '' };
}
const pick = (all: Assembled) => valueOfResult(all.outbox.pick('PKS-A', 1))[0]?.itemId;
const rowOf = (all: Assembled, itemId: string) =>
  valueOfResult(all.outbox.list({ limit: 100 })).find((row) => row.itemId === itemId);

describe('an item', () => {
  test('goes out in the order in which it was owed, one after the other, and is done when acknowledged', () => {
    const all = freshInstallation();
    const [first, second] = [owe(all), owe(all)];
    expect(pick(all)).toBe(first.itemId);
    valueOfResult(all.outbox.settle(first.itemId, acknowledged));
    expect(pick(all)).toBe(second.itemId);
    valueOfResult(all.outbox.settle(second.itemId, { ...acknowledged, duplicate: true }));
    expect(pick(all)).toBeUndefined();
    expect(rowOf(all, first.itemId)).toMatchObject({
      status: 'ACKNOWLEDGED',
      duplicate: false,
      lastFailure: null,
    });
    expect(rowOf(all, second.itemId)).toMatchObject({
      status: 'ACKNOWLEDGED',
      duplicate: true,
      acknowledgedAt: all.clock.now(),
    });
    expect(valueOfResult(all.outbox.counts())).toEqual({ waiting: 0, oldestAgeMs: null, needsPerson: 0 });
  });

  test('backs off 1, 5, 15, 60 minutes, then every 4 hours, and after 20 attempts waits for a person', () => {
    const all = freshInstallation();
    const { itemId } = owe(all);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      expect(pick(all)).toBe(itemId);
      valueOfResult(all.outbox.settle(itemId, technical));
      const due = rowOf(all, itemId)?.nextAttemptAt;
      if (typeof due !== 'number') break;
      waits.push((due - all.clock.now()) / MINUTE);
      all.clock.advance(due - all.clock.now() - 1);
      expect(pick(all)).toBeUndefined();
      all.clock.advance(1);
    }
    expect(waits).toEqual([1, 5, 15, 60, ...Array.from({ length: 15 }, () => 240)]);
    expect(rowOf(all, itemId)).toMatchObject({
      status: 'PARKED',
      attempts: 20,
      lastFailure: 'BALIKAN_UNREACHABLE',
    });
    expect(valueOfResult(all.outbox.counts())).toMatchObject({ waiting: 0, needsPerson: 1 });
  });

  test('is due again when the clock was set back, and not before its turn when it was set back a little', () => {
    const all = freshInstallation();
    const { itemId } = owe(all);
    pick(all);
    valueOfResult(all.outbox.settle(itemId, technical));
    all.clock.set(all.clock.now() - 10 * MINUTE);
    expect(pick(all)).toBeUndefined();
    all.clock.set(all.clock.now() - 365 * 24 * 60 * MINUTE);
    expect(pick(all)).toBe(itemId);
  });

  test('that was refused for what it says waits for a person and blocks nobody; the reason keeps no number', () => {
    const all = freshInstallation();
    const [bad, good] = [owe(all), owe(all)];
    pick(all);
    valueOfResult(all.outbox.settle(bad.itemId, rejected));
    expect(pick(all)).toBe(good.itemId);
    expect(rowOf(all, bad.itemId)).toMatchObject({
      status: 'REJECTED',
      lastFailure: 'HTTP 422: NIK … ditolak',
    });
  });

  test('of another agreement is not given out', () => {
    const all = freshInstallation();
    owe(all, { agreementId: 'PKS-B' });
    expect(pick(all)).toBeUndefined();
    expect(valueOfResult(all.outbox.agreements())).toEqual(['PKS-B']);
  });

  test('is settled once: a second outcome, or one for an item nobody sends, is STEP_ORDER', () => {
    const all = freshInstallation();
    const { itemId } = owe(all);
    expect(failureOf(all.outbox.settle(itemId, acknowledged))?.code).toBe('STEP_ORDER');
    pick(all);
    valueOfResult(all.outbox.settle(itemId, acknowledged));
    expect(failureOf(all.outbox.settle(itemId, rejected))?.code).toBe('STEP_ORDER');
    expect(failureOf(all.outbox.settle('unknown', rejected))?.code).toBe('STEP_ORDER');
  });

  test('in a hurry is taken before its turn, once', () => {
    const all = freshInstallation();
    const { itemId } = owe(all);
    pick(all);
    valueOfResult(all.outbox.settle(itemId, technical));
    const hurriedAt = all.clock.now() + 1;
    expect(valueOfResult(all.outbox.pick('PKS-A', 1, hurriedAt))[0]?.itemId).toBe(itemId);
    all.clock.advance(2);
    valueOfResult(all.outbox.settle(itemId, technical));
    all.clock.advance(2);
    valueOfResult(all.outbox.pick('PKS-A', 1, all.clock.now()));
    valueOfResult(all.outbox.settle(itemId, technical));
    expect(valueOfResult(all.outbox.pick('PKS-A', 1, hurriedAt))).toEqual([]);
  });
});

describe('the database itself', () => {
  test('knows the same transitions as the table, and no other', () => {
    const all = freshInstallation();
    const allowed = new Set(
      balikanStatuses.flatMap((from) =>
        balikanEvents.flatMap((event) => {
          const to = nextBalikanStatus(from, event);
          return to === undefined ? [] : [`${from}>${to}`];
        }),
      ),
    );
    const trigger = valueOfResult(
      all.store.read((reader) =>
        reader.get("SELECT sql FROM sqlite_schema WHERE name = 'outbox_transitions'"),
      ),
    )?.sql;
    const guarded = new Set(String(trigger).match(/[A-Z_]+>[A-Z_]+/g));
    expect(guarded).toEqual(allowed);
  });

  test('refuses to delete an item, to change its identity, and to lose an envelope that is still owed', () => {
    const all = freshInstallation();
    owe(all);
    const attempts = [
      'DELETE FROM outbox_item',
      "UPDATE outbox_item SET nik_hash = replace(nik_hash, 'a', 'b')",
      "UPDATE outbox_item SET agreement_id = 'PKS-B'",
      'UPDATE outbox_item SET envelope = NULL',
      "UPDATE outbox_item SET status = 'ACKNOWLEDGED', envelope = NULL, next_attempt_at = NULL, settled_at = 1",
      'INSERT OR REPLACE INTO outbox_item SELECT * FROM outbox_item',
    ];
    for (const sql of attempts) {
      expect(() => all.store.transaction((writer) => ({ ok: true, value: writer.run(sql) })), sql).toThrow();
    }
    expect(pick(all)).toBeDefined();
  });
});

describe('after a restart', () => {
  test('what was being sent is queued again under the same id, with the same envelope', () => {
    const { path, ...all } = freshInstallation();
    const { itemId, envelope } = owe(all);
    pick(all);
    all.store.close();
    const again = assemble(testStore(path, all.clock), all.clock);
    expect(pick(again)).toBeUndefined();
    expect(valueOfResult(again.outbox.recover())).toBe(1);
    const [picked] = valueOfResult(again.outbox.pick('PKS-A', 1));
    expect([picked?.itemId, picked && toBase64(picked.envelope)]).toEqual([itemId, envelope]);
  });

  test('back-off and counts are where they were', () => {
    const { path, ...all } = freshInstallation();
    const { itemId } = owe(all);
    owe(all);
    pick(all);
    valueOfResult(all.outbox.settle(itemId, technical));
    const before = [valueOfResult(all.outbox.counts()), valueOfResult(all.outbox.list({ limit: 10 }))];
    all.store.close();
    const again = assemble(testStore(path, all.clock), all.clock);
    expect([valueOfResult(again.outbox.counts()), valueOfResult(again.outbox.list({ limit: 10 }))]).toEqual(
      before,
    );
  });
});

test('the wait table is the one of R-103', () => {
  expect([1, 2, 3, 4, 5, 19].map((attempts) => waitAfter(attempts) / MINUTE)).toEqual([
    1, 5, 15, 60, 240, 240,
  ]);
});
