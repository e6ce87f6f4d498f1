import { beforeAll, describe, expect, test } from 'vitest';
import { appFailure, type BalikanEndpoint, type SendOrder, type SendOutcome } from '../contract/index.ts';
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
  shape: 'JSON_BATCH',
  timeoutMs: 1000,
};
const acknowledged: SendOutcome = { kind: 'ACKNOWLEDGED', duplicate: false, ms: 5 };

function technical(code: 'BALIKAN_UNREACHABLE' | 'BALIKAN_TOKEN_REFUSED', stopQueue: boolean): SendOutcome {
  return { kind: 'TECHNICAL', failure: { ...appFailure(code, 'test') }, stopQueue };
}

/** A sender whose other side answers as the test says, in order; the last answer holds on. */
function sending(...answers: (SendOutcome | Error)[]) {
  const { path: _, ...all } = freshInstallation();
  const orders: SendOrder[] = [];
  let underWay = 0;
  let most = 0;
  const sender = outboxSender({
    outbox: all.outbox,
    clock: all.clock,
    key: OUTBOX_PAIR,
    route: (agreementId) =>
      agreementId === 'NO-ROUTE' ? undefined : { endpoint, closedNetwork: ['192.0.2.0/24'] },
    async deliver(order) {
      orders.push(order);
      most = Math.max(most, ++underWay);
      await settled();
      underWay--;
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error || answer === undefined) throw answer;
      return answer;
    },
    changed: () => undefined,
  });
  return { ...all, sender, orders, most: () => most };
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
  valueOfResult(all.outbox.list(100))
    .map((row) => row.status)
    .reverse();

describe('the sender', () => {
  test('works off what waits, one at a time, with the key and the endpoint of its agreement', async () => {
    const all = sending(acknowledged);
    const ids = [owe(all), owe(all), owe(all)];
    valueOfResult(all.sender.start());
    await quiet(all.orders);
    expect(all.orders.map((order) => order.itemId)).toEqual(ids);
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

  test('goes on to the next item when one fails, and comes back when it is due', async () => {
    const all = sending(technical('BALIKAN_UNREACHABLE', false), acknowledged);
    const [first, second] = [owe(all), owe(all)];
    all.sender.start();
    await quiet(all.orders);
    expect(statuses(all)).toEqual(['QUEUED', 'ACKNOWLEDGED']);
    all.clock.advance(60_000);
    await quiet(all.orders);
    expect(all.orders.map((order) => order.itemId)).toEqual([first, second, first]);
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
    expect(valueOfResult(all.outbox.list(10)).map(({ attempts }) => attempts)).toEqual([0, 0]);
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
    expect(valueOfResult(all.outbox.list(1))[0]).toMatchObject({
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
