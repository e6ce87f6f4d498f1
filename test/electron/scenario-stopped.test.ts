/** What takes a resident off the screen in the middle of a visit: an incident (scenario 11), and a right that is lost (scenario 12). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { knownToGateway } from '../support/world.ts';

const officer = 'simula-ningsih';
const head = 'contoh-pratama';
const auditor = 'misal-lestari';
const resident = randomResident(1101);
const values = [resident.nik, resident.name, resident.address];
const minute = 60_000;
const day = 24 * 60 * minute;
/** As often as main looks at the clock, and time for a busy computer. */
const noticedMs = 25_000;

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open({
    startsAt: '2026-11-23T09:00:00+07:00',
    gateway: { now: () => counter?.clock.now() ?? Date.now() },
  });
  knownToGateway(counter.world.gateway, resident);
});

afterAll(() => counter?.close());

async function showsResident(): Promise<boolean> {
  return (await Promise.all(values.map((value) => counter.window.shows(value)))).some(Boolean);
}

function atHome(): Promise<void> {
  const isHome = "location.host === 'beranda' && document.querySelector('h1')";
  return counter.window.until('home is on screen', isHome, noticedMs);
}

async function events(): Promise<string[]> {
  const rows = await counter.as(auditor, () => counter.told('audit.list', { limit: 200 }));
  return rows.map(({ event }) => event);
}

describe('an emergency stop while a resident stands on the screen (scenario 11)', () => {
  const letter = { number: '800/031/CONTOH/2026', date: '2026-11-20' };
  const from = letter.date;

  test('takes every value away within a minute and ends the visit', async () => {
    // Who serves may pull the stop where they look after the devices as well.
    const appoint = { act: 'APPOINT', personId: officer, role: 'SAM_OFFICER', letter, from } as const;
    await counter.atHome(() => counter.as(head, () => counter.told('people.act', appoint)));
    await counter.tapUntil('RESULT_MATCH', resident);
    expect(await showsResident()).toBe(true);
    const pulledAt = Date.now();
    await counter.window.run(
      "void window.ketuk.invoke('desk.emergencyStop', { reference: 'INS-11', reason: 'Layar difoto' })",
    );
    await atHome();
    expect(await showsResident()).toBe(false);
    expect(Date.now() - pulledAt).toBeLessThan(minute);
    counter.lift();
    expect(await counter.home()).toMatchObject({
      emergency: { reference: 'INS-11' },
      shut: { code: 'EMERGENCY_STOP' },
      today: { served: 0 },
    });
  });

  test('holds over a restart', async () => {
    await counter.stop();
    await counter.start();
    await counter.window.untilText('Akses dihentikan karena insiden keamanan (INS-11).');
  });

  test('is lifted by the head alone, and then people are served again', async () => {
    const lift = { reference: 'INS-11' };
    expect(await counter.window.ask('desk.liftEmergencyStop', lift)).toMatchObject({
      failure: { code: 'NOT_PERMITTED' },
    });
    await counter.as(head, () => counter.told('desk.liftEmergencyStop', lift));
    expect(await events()).toEqual(expect.arrayContaining(['EMERGENCY_STOPPED', 'EMERGENCY_LIFTED']));
    await counter.next();
    await counter.tapUntil('RESULT_MATCH', resident);
    await counter.next();
  });
});

describe('an operator who loses the right in the middle of a visit (scenario 12)', () => {
  test('has nothing of the resident on the screen from then on, and serves nobody', async () => {
    const endRole = { act: 'END_ROLE', personId: officer, role: 'SAM_OFFICER', reason: 'Selesai' } as const;
    await counter.atHome(async () => {
      await counter.as(head, () => counter.told('people.act', endRole));
      // Ninety days without a password; a clock that leaps further than this at once is not believed.
      for (const ms of [44 * day, 44 * day, 2 * day - 5 * minute]) {
        counter.clock.move(ms);
        await counter.told('session.practise', { personId: officer });
        await counter.untilHome('the clock is believed', ({ shut }) => shut === undefined, noticedMs);
      }
    });
    await counter.tap(resident);
    expect(await showsResident()).toBe(true);
    counter.clock.move(6 * minute);
    await atHome();
    expect(await showsResident()).toBe(false);
    expect(await counter.told('home.state')).toMatchObject({ gate: 'SIGN_IN' });
    await counter.told('session.practise', { personId: officer });
    expect(await counter.window.ask('counter.open')).toMatchObject({ failure: { code: 'NOT_PERMITTED' } });
    expect(await events()).toContain('OPERATOR_MOVED');
  });
});
