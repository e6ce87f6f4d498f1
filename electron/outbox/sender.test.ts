import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AppFailureCode,
  appFailure,
  type BalikanEndpoint,
  type SendOrder,
  type SendOutcome,
} from '../contract/index.ts';
import {
  type Assembled,
  freshInstallation,
  OUTBOX_PAIR,
  served,
  serviceContext,
} from '../ledger/ledger.test-support.ts';
import { ready, toWirePair } from '../sealing/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { outboxSender } from './index.ts';

beforeAll(ready);

const endpoint: BalikanEndpoint = {
  baseUrl: 'https://192.0.2.7',
  path: '/api/store',
  token: 'lab-token',
  idLembaga: '400101',
  namaLembaga: 'Dinas Uji',
  shape: 'MULTIPART_SINGLE',
  timeoutMs: 1000,
};
const acknowledged: SendOutcome = { kind: 'ACKNOWLEDGED', duplicate: false, ms: 5 };

function technical(code: AppFailureCode, stopQueue: boolean): SendOutcome {
  return { kind: 'TECHNICAL', failure: { ...appFailure(code, 'test') }, stopQueue };
}

/** A sender whose other side answers as the test says, in order; the last answer holds on. */
function sending(...answers: (SendOutcome | Error)[]) {
  return sendingTo(endpoint, (order) => order.items.map(() => nextOf(answers)));
}

function nextOf(answers: (SendOutcome | Error)[]): SendOutcome {
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  if (answer instanceof Error || answer === undefined) throw answer;
  return answer;
}

function sendingTo(to: BalikanEndpoint, answer: (order: SendOrder) => readonly SendOutcome[]) {
  const { path: _, ...all } = freshInstallation();
  const orders: SendOrder[] = [];
  const aborts: AbortSignal[] = [];
  const peak = { now: false };
  let underWay = 0;
  let most = 0;
  const sender = outboxSender({
    outbox: all.outbox,
    clock: all.clock,
    key: OUTBOX_PAIR,
    route: (agreementId) =>
      agreementId === 'NO-ROUTE' ? undefined : { endpoint: to, closedNetwork: ['192.0.2.0/24'] },
    async deliver(order, abort) {
      aborts.push(abort);
      orders.push(order);
      most = Math.max(most, ++underWay);
      await settled();
      underWay--;
      return answer(order);
    },
    isPeak: () => peak.now,
    changed: () => undefined,
  });
  return { ...all, sender, orders, aborts, peak, most: () => most };
}

/** Lets everything that is ready to run, run. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function quiet(orders: readonly unknown[]): Promise<void> {
  for (let before = -1; before !== orders.length; ) {
    before = orders.length;
    for (let turn = 0; turn < 5; turn++) await settled();
  }
}

function owe(all: Assembled, change = {}): string {
  const fact = served(change);
  valueOfResult(all.record(fact, serviceContext));
  return fact.balikan?.itemId ?? '';
}
const statuses = (all: Assembled) =>
  valueOfResult(all.outbox.list({ limit: 100 }))
    .map((row) => row.status)
    .reverse();

describe('the sender', () => {
  test('works off what waits, one at a time, with the key and the endpoint of its agreement', async () => {
    const all = sending(acknowledged);
    const ids = [owe(all), owe(all), owe(all)];
    valueOfResult(all.sender.start());
    await quiet(all.orders);
    expect(all.orders.flatMap(({ items }) => items.map(({ itemId }) => itemId))).toEqual(ids);
    expect(all.orders[0]).toMatchObject({
      endpoint,
      key: toWirePair(OUTBOX_PAIR),
      closedNetwork: ['192.0.2.0/24'],
    });
    expect([all.most(), statuses(all)]).toEqual([1, ['ACKNOWLEDGED', 'ACKNOWLEDGED', 'ACKNOWLEDGED']]);
    owe(all);
    all.sender.wake();
    await quiet(all.orders);
    expect(all.orders.length).toBe(4);
  });

  test('ends what is under way when it is interrupted, and nothing that comes after (R-122)', async () => {
    const all = sending(new Error('ended'), acknowledged);
    owe(all);
    valueOfResult(all.sender.start());
    all.sender.interrupt();
    await quiet(all.orders);
    expect([all.aborts[0]?.aborted, statuses(all)]).toEqual([true, ['QUEUED']]);
    all.sender.sendNow();
    await quiet(all.orders);
    expect([all.aborts[1]?.aborted, statuses(all)]).toEqual([false, ['ACKNOWLEDGED']]);
  });

  test('takes what was not reached in the time of an order again at once, and counts no attempt', async () => {
    const all = sending({ kind: 'UNTRIED' }, acknowledged);
    owe(all);
    valueOfResult(all.sender.start());
    await quiet(all.orders);
    expect(valueOfResult(all.outbox.list({ limit: 1 }))).toMatchObject([
      { status: 'ACKNOWLEDGED', attempts: 0 },
    ]);
    expect(all.orders.length).toBe(2);
  });

  test('goes on to the next item when one fails, and comes back when it is due', async () => {
    const all = sending(technical('BALIKAN_UNREACHABLE', false), acknowledged);
    const [first, second] = [owe(all), owe(all)];
    all.sender.start();
    await quiet(all.orders);
    expect(statuses(all)).toEqual(['QUEUED', 'ACKNOWLEDGED']);
    all.clock.advance(60_000);
    await quiet(all.orders);
    expect(all.orders.flatMap(({ items }) => items.map(({ itemId }) => itemId))).toEqual([
      first,
      second,
      first,
    ]);
    expect(statuses(all)).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED']);
  });

  test('takes the link for broken after three failures in a row and does not burn the attempts of all', async () => {
    const all = sending(technical('BALIKAN_UNREACHABLE', false));
    for (let n = 0; n < 10; n++) owe(all);
    all.sender.start();
    await quiet(all.orders);
    expect(all.orders.length).toBe(3);
    all.clock.advance(60_000);
    await quiet(all.orders);
    expect(all.orders.length).toBe(6);
  });

  test('stops at a refused token, costs no attempt, stays stopped over a restart, and goes on when reopened', async () => {
    const all = sending(technical('BALIKAN_TOKEN_REFUSED', true), acknowledged);
    owe(all);
    owe(all);
    all.sender.start();
    await quiet(all.orders);
    expect(all.orders.length).toBe(1);
    expect(valueOfResult(all.outbox.list({ limit: 10 })).map(({ attempts }) => attempts)).toEqual([0, 0]);
    await all.sender.stop();
    all.sender.start();
    all.clock.advance(3_600_000);
    await quiet(all.orders);
    expect([all.orders.length, valueOfResult(all.outbox.heldBy('PKS-A'))]).toEqual([
      1,
      'BALIKAN_TOKEN_REFUSED',
    ]);
    valueOfResult(all.outbox.reopen('PKS-A', { actor: 'manager-1', counter: 'Loket 1' }));
    all.sender.wake();
    await quiet(all.orders);
    expect(statuses(all)).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED']);
  });

  test('sends at once what waits for its turn when asked to', async () => {
    const all = sending(technical('BALIKAN_UNREACHABLE', false), acknowledged);
    owe(all);
    all.sender.start();
    await quiet(all.orders);
    all.sender.sendNow();
    await quiet(all.orders);
    expect(statuses(all)).toEqual(['ACKNOWLEDGED']);
  });

  test('takes the death of the sender process for a technical failure and keeps the item', async () => {
    const all = sending(new Error('killed'), acknowledged);
    owe(all);
    all.sender.start();
    await quiet(all.orders);
    expect(valueOfResult(all.outbox.list({ limit: 1 }))[0]).toMatchObject({
      status: 'QUEUED',
      lastFailure: 'SENDER_PROCESS_DIED',
    });
    all.clock.advance(60_000);
    await quiet(all.orders);
    expect(statuses(all)).toEqual(['ACKNOWLEDGED']);
  });

  test('leaves items without a channel alone and serves the other agreements', async () => {
    const all = sending(acknowledged);
    owe(all, { agreementId: 'NO-ROUTE' });
    owe(all, { agreementId: 'PKS-Z' });
    all.sender.start();
    await quiet(all.orders);
    expect(statuses(all)).toEqual(['QUEUED', 'ACKNOWLEDGED']);
  });

  test('writes an outcome down later when the disk refuses now, and does not send the item again meanwhile', async () => {
    const all = sending(acknowledged);
    owe(all);
    const pages = valueOfResult(all.store.read((reader) => reader.get('PRAGMA page_count')))?.page_count;
    valueOfResult(all.outbox.counts());
    all.sender.start();
    valueOfResult(all.store.read((reader) => reader.get(`PRAGMA max_page_count=${pages}`)));
    for (let full = false; !full; ) {
      const filled = all.audit.append({ actor: 'x'.repeat(190), counter: '-' }, { event: 'PROGRAM_ENDED' });
      full = !filled.ok;
    }
    await quiet(all.orders);
    expect(statuses(all)).toEqual(['SENDING']);
    valueOfResult(all.store.read((reader) => reader.get('PRAGMA max_page_count=1000000')));
    all.clock.advance(10_000);
    await quiet(all.orders);
    expect([statuses(all), all.orders.length]).toEqual([['ACKNOWLEDGED'], 1]);
  });

  test('begins all the same where the disk refuses to put back what a kill interrupted, and puts it back later', async () => {
    const all = sending(acknowledged);
    owe(all);
    owe(all);
    valueOfResult(all.outbox.pick('PKS-A', 1));
    valueOfResult(all.store.read((reader) => reader.get('PRAGMA query_only=1')));
    expect(all.sender.start().ok).toBe(false);
    valueOfResult(all.store.read((reader) => reader.get('PRAGMA query_only=0')));
    for (let minutes = 0; minutes < 3; minutes++) {
      await quiet(all.orders);
      all.clock.advance(60_000);
    }
    await quiet(all.orders);
    expect(statuses(all)).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED']);
    await all.sender.stop();
  });

  test('goes on behind an item whose row was damaged while it was sent', async () => {
    let sent: string[] = [];
    const all: ReturnType<typeof sendingTo> = sendingTo({ ...endpoint, shape: 'JSON_BATCH' }, ({ items }) => {
      const damaged = `UPDATE outbox_item SET mac = zeroblob(16) WHERE item_id = '${sent.splice(0)[1] ?? ''}'`;
      valueOfResult(all.store.transaction((writer) => ({ ok: true, value: writer.run(damaged) })));
      return items.map(() => acknowledged);
    });
    sent = [owe(all), owe(all), owe(all)];
    all.sender.start();
    await quiet(all.orders);
    owe(all);
    all.sender.wake();
    await quiet(all.orders);
    expect(statuses(all)).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED', 'ACKNOWLEDGED']);
    expect(valueOfResult(all.outbox.counts())).toMatchObject({ needsPerson: 1 });
  });

  test('sends at once what it tried last in a time that has yet to come, when asked to', async () => {
    const all = sending(technical('BALIKAN_UNREACHABLE', false), acknowledged);
    const right = all.clock.now();
    owe(all);
    all.clock.set(right + 3_600_000);
    all.sender.start();
    await quiet(all.orders);
    all.clock.set(right);
    all.sender.sendNow();
    await quiet(all.orders);
    expect(statuses(all)).toEqual(['ACKNOWLEDGED']);
  });

  test('that is stopped takes nothing more and has settled what was under way', async () => {
    const all = sending(acknowledged);
    owe(all);
    owe(all);
    all.sender.start();
    await all.sender.stop();
    expect(statuses(all)).toEqual(['ACKNOWLEDGED', 'QUEUED']);
    all.sender.wake();
    all.clock.advance(3_600_000);
    await quiet(all.orders);
    expect(all.orders.length).toBe(1);
  });
});

describe('batches', () => {
  const batches: BalikanEndpoint = { ...endpoint, shape: 'JSON_BATCH' };
  const idsOf = ({ items }: SendOrder) => items.map(({ itemId }) => itemId);

  test('take what waits together, fifty at most, each item settled by its own outcome', async () => {
    const refused: SendOutcome = { kind: 'REJECTED', reason: 'NIK', status: 422 };
    const all = sendingTo(batches, ({ items }) =>
      items.map((_, index) => (index === 1 ? refused : acknowledged)),
    );
    for (let n = 0; n < 60; n++) owe(all);
    all.sender.start();
    await quiet(all.orders);
    expect(all.orders.map((order) => order.items.length)).toEqual([50, 10]);
    const found = statuses(all);
    expect(found.flatMap((status, index) => (status === 'REJECTED' ? [index] : []))).toEqual([1, 51]);
    expect(found.filter((status) => status === 'ACKNOWLEDGED').length).toBe(58);
  });

  test('grow smaller around a poisoned item, until it fails alone and all others are through', async () => {
    let poisoned = '';
    const silent = technical('BALIKAN_UNREACHABLE', false);
    const all = sendingTo(batches, (order) =>
      order.items.map(() => (idsOf(order).includes(poisoned) ? silent : acknowledged)),
    );
    const ids = Array.from({ length: 50 }, () => owe(all));
    poisoned = ids[20] ?? '';
    all.sender.start();
    for (let hours = 0; hours < 12; hours++) {
      await quiet(all.orders);
      all.clock.advance(3_600_000);
    }
    await quiet(all.orders);
    const waiting = valueOfResult(all.outbox.list({ limit: 100 })).filter(
      ({ status }) => status === 'QUEUED',
    );
    expect(waiting.map(({ itemId }) => itemId)).toEqual([poisoned]);
    expect(all.orders.filter((order) => idsOf(order).includes(poisoned)).at(-1)?.items.length).toBe(1);
  });

  test('take nothing along with an item that has to go alone, though it is first in line', async () => {
    let poisoned = '';
    const silent = technical('BALIKAN_UNREACHABLE', false);
    const all = sendingTo(batches, (order) =>
      order.items.map(() => (idsOf(order).includes(poisoned) ? silent : acknowledged)),
    );
    poisoned = owe(all);
    all.sender.start();
    for (let hours = 0; hours < 24; hours++) {
      await quiet(all.orders);
      all.clock.advance(3_600_000);
    }
    await all.sender.stop();
    all.clock.advance(6 * 3_600_000);
    for (let n = 0; n < 20; n++) owe(all);
    const before = all.orders.length;
    all.sender.start();
    await quiet(all.orders);
    expect(all.orders.slice(before).map(({ items }) => items.length)).toEqual([1, 20]);
  });

  test.each([
    ['JSON_BATCH', 'BALIKAN_ANSWER_UNKNOWN'],
    ['MULTIPART_SINGLE', 'BALIKAN_ANSWER_UNKNOWN'],
    // A firewall that minds the words of one item.
    ['JSON_BATCH', 'BALIKAN_TOKEN_REFUSED'],
    ['MULTIPART_SINGLE', 'BALIKAN_TOKEN_REFUSED'],
  ] as const)(
    'of which one alone is answered so stop until a person looks, and then that one alone stays (%s, %s)',
    async (shape, code) => {
      let poisoned = '';
      const nonsense = technical(code, true);
      const all = sendingTo({ ...endpoint, shape }, (order) =>
        order.items.map(() => (idsOf(order).includes(poisoned) ? nonsense : acknowledged)),
      );
      const ids = Array.from({ length: 5 }, () => owe(all));
      poisoned = ids[2] ?? '';
      all.sender.start();
      for (let looks = 0; looks < 2; looks++) {
        await quiet(all.orders);
        all.clock.advance(3_600_000);
        valueOfResult(all.outbox.reopen('PKS-A', { actor: 'manager-1', counter: 'Loket 1' }));
        all.sender.sendNow();
      }
      await quiet(all.orders);
      owe(all);
      all.sender.wake();
      await quiet(all.orders);
      expect(valueOfResult(all.outbox.heldBy('PKS-A'))).toBeUndefined();
      const [a, p] = ['ACKNOWLEDGED', 'PARKED'];
      expect(statuses(all)).toEqual([a, a, p, a, a, a]);
    },
  );

  test('that are answered with nonsense one and all wait on hold, and none of them is given up', async () => {
    const all = sendingTo(batches, ({ items }) => items.map(() => technical('BALIKAN_ANSWER_UNKNOWN', true)));
    for (let n = 0; n < 5; n++) owe(all);
    all.sender.start();
    for (let looks = 0; looks < 30; looks++) {
      await quiet(all.orders);
      expect(valueOfResult(all.outbox.heldBy('PKS-A'))).toBe('BALIKAN_ANSWER_UNKNOWN');
      all.clock.advance(3_600_000);
      valueOfResult(all.outbox.reopen('PKS-A', { actor: 'manager-1', counter: 'Loket 1' }));
      all.sender.sendNow();
    }
    await quiet(all.orders);
    expect(new Set(statuses(all))).toEqual(new Set(['QUEUED']));
  });

  test.each(['BALIKAN_ANSWER_UNKNOWN', 'BALIKAN_TOKEN_REFUSED'] as const)(
    'of a service that falls back into %s behind one yes wait on hold: one at most is given up for it',
    async (code) => {
      let sent = 0;
      const all = sendingTo(batches, ({ items }) =>
        items.map(() => (++sent === 11 ? acknowledged : technical(code, true))),
      );
      for (let n = 0; n < 10; n++) owe(all);
      all.sender.start();
      await quiet(all.orders);
      valueOfResult(all.outbox.reopen('PKS-A', { actor: 'manager-1', counter: 'Loket 1' }));
      all.sender.sendNow();
      for (let minutes = 0; minutes < 20; minutes++) {
        await quiet(all.orders);
        all.clock.advance(60_000);
      }
      expect(valueOfResult(all.outbox.heldBy('PKS-A'))).toBe(code);
      const found = statuses(all);
      expect(found.filter((status) => status === 'ACKNOWLEDGED').length).toBe(1);
      expect(found.filter((status) => status === 'PARKED').length).toBeLessThanOrEqual(1);
    },
  );

  test('never mix the items of two agreements', async () => {
    const all = sendingTo(batches, ({ items }) => items.map(() => acknowledged));
    const ofZ = [owe(all, { agreementId: 'PKS-Z' }), owe(all, { agreementId: 'PKS-Z' })];
    owe(all);
    all.sender.start();
    await quiet(all.orders);
    expect(all.orders.map(idsOf)).toContainEqual(ofZ);
    expect(all.orders.length).toBe(2);
  });

  test('wait while somebody is served over a narrow line, but not for ever and not when asked for', async () => {
    const all = sendingTo(batches, ({ items }) => items.map(() => acknowledged));
    all.peak.now = true;
    owe(all);
    all.sender.start();
    await quiet(all.orders);
    expect(all.orders.length).toBe(0);
    all.peak.now = false;
    all.clock.advance(5_000);
    await quiet(all.orders);
    expect(all.orders.length).toBe(1);
    all.peak.now = true;
    owe(all);
    all.sender.wake();
    await quiet(all.orders);
    for (let seconds = 0; seconds < 15 * 60; seconds += 5) {
      all.clock.advance(5_000);
      await settled();
    }
    await quiet(all.orders);
    expect(all.orders.length).toBe(2);
    owe(all);
    all.sender.sendNow();
    await quiet(all.orders);
    expect(all.orders.length).toBe(3);
  });
});
