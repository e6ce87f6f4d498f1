/**
 * A day on which the quota runs out while the data-balikan service is silent, and the morning after (scenario 9 of the domain). The
 * first 199 hits are in the books already, as a restart finds them.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { leftBehind } from '../support/left-behind.ts';
import { knownToGateway } from '../support/world.ts';

const last = randomResident(901);
const next = randomResident(902);
const nextMorning = randomResident(903);
const second = 1000;
/** Of the agreement; the service that is recorded names another one by itself. */
const aidAfterwards = { code: 'PUPUK', label: 'Pupuk bersubsidi' };

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open({
    startsAt: '2026-11-23T13:20:00+07:00',
    gateway: { now: () => counter?.clock.now() ?? Date.now() },
    change: ({ agreement, connection: { dataBalikan, ...connection } }) => ({
      agreement,
      connection:
        dataBalikan === undefined
          ? connection
          : { ...connection, dataBalikan: { ...dataBalikan, timeoutMs: second } },
    }),
  });
  for (const resident of [last, next, nextMorning]) knownToGateway(counter.world.gateway, resident);
  await counter.stop();
  const added = await leftBehind(counter.dataFolder, ({ quota }) =>
    quota.add('tirta-pangan', '2026-11-23', 199),
  );
  if (!added.ok) throw new Error(added.failure.code);
  await counter.start();
  await counter.window.untilState('READY');
});

afterAll(() => counter?.close());

const asked = () => counter.world.gateway.journal('lookup').length;

async function recordService(): Promise<void> {
  await counter.window.untilText('Catat layanan');
  counter.lift();
  await counter.window.press('Enter');
  await counter.window.untilState('READY');
}

test('the two hundredth hit of the day is answered, and the service is recorded', async () => {
  await counter.world.gateway.trouble({ kind: 'stall', service: 'balikan' });
  expect((await counter.home()).quota).toMatchObject({ used: 199, limit: 200 });
  await counter.tapUntil('RESULT_MATCH', last);
  await counter.answerConsent('t');
  await recordService();
  expect((await counter.home()).quota).toMatchObject({ used: 200, limit: 200 });
});

test('the two hundred and first is refused here, before Dukcapil hears of it, and the screen says when to ask again', async () => {
  const before = asked();
  counter.clock.move(10 * second);
  await counter.tapUntil('RESULT_BLOCKED', next);
  expect(await counter.window.shows('Kuota akses hari ini telah habis (200 dari 200).')).toBe(true);
  expect(await counter.window.shows('besok mulai pukul 00.00 WIB')).toBe(true);
  expect(asked()).toBe(before);
});

test('the service goes on, marked as not verified, and nothing of the card is kept', async () => {
  const { window } = counter;
  await window.press('Enter');
  await window.untilState('UNVERIFIED_CONTINUED');
  await recordService();
  const { home, kept } = await counter.lists();
  expect({ served: home.today.served, kept }).toEqual({ served: 2, kept: [] });
});

test('both items wait with their back-off where the service is silent', async () => {
  const waiting = async () =>
    (await counter.lists()).outbox.map(({ status, attempts }) => ({ status, tried: attempts > 0 }));
  await expect
    .poll(waiting, { timeout: 15_000, interval: 500 })
    .toEqual(Array(2).fill({ status: 'QUEUED', tried: true }));
  expect(counter.world.gateway.accepted(last.nik)).toBe(0);
});

test('the next morning they are acknowledged, also the one that Dukcapil says it has already', async () => {
  const { gateway } = counter.world;
  await counter.stop();
  // Of the batch it says that something of it was sent before; asked one by one, the first was.
  await gateway.trouble({ kind: 'duplicate', service: 'balikan', times: 2 });
  counter.clock.set('2026-11-24T07:30:00+07:00');
  await counter.start();
  await counter.window.untilState('READY');
  await counter.untilSent();
  const { outbox } = await counter.lists();
  expect(outbox.map(({ status }) => status)).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED']);
  expect(outbox.filter(({ duplicate }) => duplicate)).toHaveLength(1);
});

test('a new day has a new quota', async () => {
  expect((await counter.home()).quota).toMatchObject({ used: 0, limit: 200 });
  await counter.tapUntil('RESULT_MATCH', nextMorning);
  expect((await counter.home()).quota).toMatchObject({ used: 1, limit: 200 });
  await counter.next();
});

test('a kind of aid that Dukcapil does not know is rejected, and waits for a person', async () => {
  counter.world.gateway.setAidTypes([aidAfterwards.label]);
  counter.clock.move(10 * second);
  await counter.tapUntil('RESULT_MATCH', next);
  await counter.answerConsent('t');
  await recordService();
  await counter.untilHome('the item is rejected', ({ outbox }) => outbox.needsPerson === 1);
  const { outbox } = await counter.lists();
  expect(outbox[0]).toMatchObject({ status: 'REJECTED', lastFailure: expect.stringMatching(/^HTTP /) });
});

test('until the access manager corrects it: it goes out as a new revision, and is acknowledged', async () => {
  const [rejected] = (await counter.lists()).outbox;
  const itemId = rejected?.itemId ?? '';
  const acceptedBefore = counter.world.gateway.accepted(next.nik);
  const changes = { AID_TYPE: aidAfterwards.code };
  await counter.atHome(async () => {
    await counter.as('uji-widodo', () => counter.told('outbox.act', { act: 'CORRECT', itemId, changes }));
    await counter.untilSent();
  });
  const { outbox, audit } = await counter.lists();
  expect(outbox[0]).toMatchObject({ itemId, status: 'ACKNOWLEDGED', revision: 1, lastFailure: null });
  expect(audit.map(({ event }) => event)).toContain('BALIKAN_MOVED');
  expect(counter.world.gateway.accepted(next.nik)).toBe(acceptedBefore + 1);
});
