/** What the access manager does about single items: by the table, with an audit entry, all of it or nothing. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, type Result } from '../../native/failure.ts';
import { appFailure, type BalikanStatus, nextBalikanStatus, type SendOutcome } from '../contract/index.ts';
import { type Assembled, freshInstallation, served, serviceContext } from '../ledger/ledger.test-support.ts';
import { ready } from '../sealing/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import { listOf, signedList } from './lists.test-support.ts';

beforeAll(ready);

const manager = { actor: 'uji-widodo', counter: 'Loket 1' };
const rejected: SendOutcome = { kind: 'REJECTED', reason: 'JENIS_BANTUAN', status: 422 };
const acknowledged: SendOutcome = { kind: 'ACKNOWLEDGED', duplicate: false, ms: 1 };
const formerHash = 'ab'.repeat(32);

function owe(all: Assembled, change = {}): string {
  const fact = served(change);
  valueOfResult(all.record(fact, serviceContext));
  return fact.balikan?.itemId ?? '';
}

function refused(all: Assembled, change = {}): string {
  const itemId = owe(all, change);
  valueOfResult(all.outbox.pick(change && 'agreementId' in change ? String(change.agreementId) : 'PKS-A', 1));
  valueOfResult(all.outbox.settle(itemId, rejected));
  return itemId;
}

function correct(all: Assembled, itemId: string, revision = 0): Result<unknown> {
  const fields = ['AID_TYPE'];
  return all.outbox.correct(
    { itemId, envelope: Buffer.from('sealed anew'), revision, formerHash, fields },
    manager,
  );
}

/** On a list of its own, made and signed. */
function handOver(all: Assembled, itemId: string): Result<unknown> {
  const made = listOf(all, [itemId], false);
  return made.ok ? signedList(all, made.value.listId, false) : made;
}

const rowOf = (all: Assembled, itemId: string) => valueOfResult(all.outbox.find(itemId)).row;

/** A line that is dead for as long as the program tries. */
function givenUp(all: Assembled, change = {}): string {
  const itemId = owe(all, change);
  const technical = { kind: 'TECHNICAL', stopQueue: false } as const;
  const dead: SendOutcome = { ...technical, failure: { ...appFailure('BALIKAN_UNREACHABLE', 'test') } };
  while (rowOf(all, itemId).status === 'QUEUED') {
    all.clock.advance(5 * 3_600_000);
    for (const picked of valueOfResult(all.outbox.pick('PKS-A', 50)))
      valueOfResult(all.outbox.settle(picked.itemId, dead));
  }
  return itemId;
}

describe('a rejected item', () => {
  test('is corrected as a new revision, of the old one a hash stays, and goes out again under the same id', () => {
    const all = freshInstallation();
    const itemId = refused(all);
    expect(valueOfResult(all.outbox.correctable(itemId)).revision).toBe(0);
    valueOfResult(correct(all, itemId));
    expect(rowOf(all, itemId)).toMatchObject({
      status: 'QUEUED',
      revision: 1,
      attempts: 0,
      lastFailure: null,
    });
    const [picked] = valueOfResult(all.outbox.pick('PKS-A', 1));
    expect([picked?.itemId, Buffer.from(picked?.envelope ?? []).toString()]).toEqual([itemId, 'sealed anew']);
    const revisions = valueOfResult(
      all.store.read((reader) => reader.all('SELECT former_hash FROM outbox_revision')),
    );
    expect(revisions).toEqual([{ former_hash: formerHash }]);
    expect(valueOfResult(all.audit.list(1))[0]).toMatchObject({
      event: 'BALIKAN_MOVED',
      actor: 'uji-widodo',
    });
  });

  test('is not corrected by two people at once: who comes second is told that it changed', () => {
    const all = freshInstallation();
    const itemId = refused(all);
    valueOfResult(correct(all, itemId));
    valueOfResult(all.outbox.pick('PKS-A', 1));
    valueOfResult(all.outbox.settle(itemId, rejected));
    expect(failureOf(correct(all, itemId, 0))?.code).toBe('STEP_ORDER');
    valueOfResult(correct(all, itemId, 1));
    expect(rowOf(all, itemId).revision).toBe(2);
  });

  test('is parked with a reason that keeps no number of a person, and sent again as it is', () => {
    const all = freshInstallation();
    const itemId = refused(all);
    valueOfResult(all.outbox.park(itemId, 'menunggu jawaban atas 4001 0117 0895 0001', manager));
    expect(rowOf(all, itemId)).toMatchObject({ status: 'PARKED', note: 'menunggu jawaban atas …' });
    valueOfResult(all.outbox.retry(itemId, manager));
    expect(valueOfResult(all.outbox.pick('PKS-A', 1))[0]?.itemId).toBe(itemId);
  });
});

test('the database refuses a correction without its revision, other content without one, and a hand-over without a list', () => {
  const all = freshInstallation();
  const itemId = refused(all);
  const attempts = [
    "status = 'QUEUED', next_attempt_at = 1",
    "status = 'QUEUED', next_attempt_at = 1, revision = 1",
    'revision = 1',
    "envelope = x'00'",
    "status = 'HANDED_OVER', envelope = NULL, settled_at = 1",
    "list_id = 'list'",
  ];
  for (const change of attempts) {
    const sql = `UPDATE outbox_item SET ${change} WHERE item_id = '${itemId}'`;
    expect(() => all.store.transaction((writer) => ({ ok: true, value: writer.run(sql) })), change).toThrow();
  }
});

test('what the program gave up on is tried again at one word, however many items it is; what a person parked stays', () => {
  const all = freshInstallation();
  const others = Array.from({ length: 2 }, (_, n) => owe(all, { registrationNo: `L1-20260105-${n}` }));
  const left = [...others, givenUp(all)];
  const held = refused(all);
  valueOfResult(all.outbox.park(held, 'menunggu jawaban Dukcapil', manager));
  expect(left.map((itemId) => rowOf(all, itemId).status)).toEqual(Array(3).fill('PARKED'));
  expect(all.outbox.retryGivenUp(manager, 'PKS-B')).toEqual(ok(0));
  expect(all.outbox.retryGivenUp(manager)).toEqual(ok(3));
  expect(new Set(left.map((itemId) => rowOf(all, itemId).status))).toEqual(new Set(['QUEUED']));
  expect(rowOf(all, held)).toMatchObject({ status: 'PARKED', note: 'menunggu jawaban Dukcapil' });
  expect(valueOfResult(all.audit.list(1))[0]).toMatchObject({ event: 'BALIKAN_MOVED', actor: 'uji-widodo' });
  expect(all.outbox.retryGivenUp(manager)).toEqual(ok(0));
});

test('what stands on a list that is out for its signature is not sent as well, until somebody asks for that one', () => {
  const all = freshInstallation();
  const [listed, other] = [givenUp(all), givenUp(all, { registrationNo: 'L1-20260105-2' })];
  const { listId } = valueOfResult(listOf(all, [listed]));
  expect(all.outbox.retryGivenUp(manager)).toEqual(ok(1));
  expect([listed, other].map((itemId) => rowOf(all, itemId).status)).toEqual(['PARKED', 'QUEUED']);
  valueOfResult(signedList(all, listId));
  expect(rowOf(all, listed).status).toBe('HANDED_OVER');
  const again = givenUp(all, { registrationNo: 'L1-20260105-3' });
  valueOfResult(listOf(all, [again]));
  valueOfResult(all.outbox.retry(again, manager));
  expect(rowOf(all, again).status).toBe('QUEUED');
});

describe('any sequence of acts', () => {
  type Step = (
    all: Assembled,
    itemId: string,
  ) => { by: Parameters<typeof nextBalikanStatus>[1]; done: Result<unknown> };
  const settle =
    (by: Parameters<typeof nextBalikanStatus>[1], outcome: SendOutcome): Step =>
    (all, itemId) => ({
      by,
      done: all.outbox.settle(itemId, outcome),
    });
  const steps: Readonly<Record<string, Step>> = {
    acknowledge: settle('ACKNOWLEDGE', acknowledged),
    reject: settle('REJECT', rejected),
    fail: settle('PUT_BACK', {
      kind: 'TECHNICAL',
      failure: { ...appFailure('BALIKAN_UNREACHABLE', 'test') },
      stopQueue: false,
    }),
    correct: (all, itemId) => ({ by: 'CORRECT', done: correct(all, itemId, rowOf(all, itemId).revision) }),
    park: (all, itemId) => ({ by: 'PARK', done: all.outbox.park(itemId, 'nanti', manager) }),
    retry: (all, itemId) => ({ by: 'RETRY', done: all.outbox.retry(itemId, manager) }),
    handOver: (all, itemId) => ({ by: 'HAND_OVER', done: handOver(all, itemId) }),
  };

  test('follows the table, keeps the counts right, and has content as long as it is owed and no longer', () => {
    const all = freshInstallation();
    fc.assert(
      fc.property(fc.array(fc.constantFrom('pick', ...Object.keys(steps)), { maxLength: 12 }), (walk) => {
        const itemId = owe(all);
        let status: BalikanStatus = 'QUEUED';
        for (const name of walk) {
          if (name === 'pick') {
            all.clock.advance(5 * 3_600_000);
            const picked = valueOfResult(all.outbox.pick('PKS-A', 50)).map((item) => item.itemId);
            if (picked.includes(itemId)) status = 'SENDING';
          } else {
            const step = steps[name]?.(all, itemId);
            const next: BalikanStatus | undefined = step && nextBalikanStatus(status, step.by);
            expect(step?.done.ok).toBe(next !== undefined);
            status = next ?? status;
          }
          expect(rowOf(all, itemId).status).toBe(status);
        }
        const sql = `SELECT sum(status IN ('QUEUED', 'SENDING')) AS waiting, sum(status IN ('REJECTED', 'PARKED')) AS open,
          sum((envelope IS NULL) <> (status IN ('ACKNOWLEDGED', 'HANDED_OVER'))) AS wrong FROM outbox_item`;
        const counted = valueOfResult(all.store.read((reader) => reader.get(sql)));
        const { waiting, needsPerson } = valueOfResult(all.outbox.counts());
        expect({ waiting, open: needsPerson, wrong: 0 }).toEqual(counted);
      }),
      { numRuns: 60 },
    );
  });
});
