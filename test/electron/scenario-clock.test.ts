/** Time at a counter: a withdrawal carried out by Monday (scenario 13), and a clock that somebody sets back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { knownToGateway } from '../support/world.ts';

const officer = 'simula-ningsih';
const head = 'contoh-pratama';
const auditor = 'misal-lestari';
const resident = randomResident(1301);
const minute = 60_000;
const day = 24 * 60 * minute;
/** As often as main looks at the clock, and time for a busy computer. */
const noticedMs = 25_000;

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open({
    startsAt: '2026-11-27T15:00:00+07:00',
    gateway: { now: () => counter?.clock.now() ?? Date.now() },
  });
  knownToGateway(counter.world.gateway, resident);
});

afterAll(() => counter?.close());

function atHome(): Promise<void> {
  const isHome = "location.host === 'beranda' && document.querySelector('h1')";
  return counter.window.until('home is on screen', isHome, noticedMs);
}

async function sitsDown(): Promise<void> {
  await counter.told('session.practise', { personId: officer });
}

/** People are served as always. */
async function serves(): Promise<void> {
  await counter.next();
  await counter.tapUntil('RESULT_MATCH', resident);
  await counter.next();
}

const whyShut = async () => (await counter.home()).shut?.code;

describe('a consent withdrawn on a Friday afternoon (scenario 13)', () => {
  test('closes the record at once', async () => {
    const { window } = counter;
    await counter.tapUntil('RESULT_MATCH', resident);
    await counter.answerConsent('s');
    counter.lift();
    await window.press('Enter');
    await window.untilState('READY');
    await window.press('Escape');
    await atHome();
    counter.clock.set('2026-11-27T15:10:00+07:00');
    await sitsDown();
    const [row] = await counter.told('kept.list', { limit: 1 });
    await counter.told('requests.act', {
      act: 'TAKE',
      kind: 'WITHDRAWAL',
      receiptNo: row?.receiptNo ?? '',
      channel: 'COUNTER',
      identityChecked: true,
    });
    expect(await window.ask('kept.open', { recordId: row?.recordId })).toMatchObject({
      failure: { code: 'CONSENT_WITHDRAWN' },
    });
  });

  test('is carried out by Monday at the same time, without anybody', async () => {
    counter.clock.set('2026-11-30T15:09:00+07:00');
    await sitsDown();
    expect((await counter.home()).keptCount).toBe(1);
    // The request was taken a moment after ten past.
    counter.clock.set('2026-11-30T15:10:30+07:00');
    await counter.untilHome('the record is erased', ({ keptCount }) => keptCount === 0, noticedMs);
    const [request] = await counter.told('requests.list');
    expect(request).toMatchObject({ kind: 'WITHDRAWAL', status: 'COMPLETED_BY_CLOCK', recordId: null });
    const audit = await counter.as(auditor, () => counter.told('audit.list', { limit: 200 }));
    const told = audit.map(({ event }) => event);
    expect(told).toEqual(expect.arrayContaining(['CONSENT_WITHDRAWN', 'KEPT_ERASED']));
  });
});

describe('a clock set back', () => {
  test('by five minutes changes nothing', async () => {
    counter.clock.move(-5 * minute);
    expect(await whyShut()).toBeUndefined();
    await serves();
  });

  test.each([
    ['a day', day],
    ['a year', 365 * day],
  ])(
    'by %s ends the visit that is open, and nobody is served until it is right again',
    async (_name, back) => {
      const { window } = counter;
      await counter.tap(resident);
      expect(await window.shows(resident.name)).toBe(true);
      counter.clock.move(-back);
      await atHome();
      expect(await window.shows(resident.name)).toBe(false);
      counter.lift();
      expect(await whyShut()).toBe('CLOCK_WENT_BACK');
      await window.untilText('Jam komputer mundur lebih dari lima menit.');
      expect(await window.ask('counter.open')).toMatchObject({ failure: { code: 'CLOCK_WENT_BACK' } });
      counter.clock.move(back);
      await sitsDown();
      expect(await whyShut()).toBeUndefined();
      await serves();
    },
  );

  test('is no other after a restart, until the head says that it is right', async () => {
    await counter.stop();
    counter.clock.move(-day);
    await counter.start();
    await atHome();
    expect(await whyShut()).toBe('CLOCK_WENT_BACK');
    expect(await counter.window.ask('desk.acceptClock')).toMatchObject({
      failure: { code: 'NOT_PERMITTED' },
    });
    await counter.as(head, () => counter.told('desk.acceptClock'));
    expect(await whyShut()).toBeUndefined();
    await serves();
  });
});
