/** What ends a visit from outside, in a real window: a locked screen, and an answer that suspends the agreement. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officialTexts } from '../../electron/contract/index.ts';
import { randomResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { knownToGateway } from '../support/world.ts';

const resident = randomResident(612);
const values = [resident.nik, resident.name, resident.address];
const head = 'contoh-pratama';
const manager = 'uji-widodo';

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open();
  knownToGateway(counter.world.gateway, resident);
});

afterAll(() => counter?.close());

async function showsResident(): Promise<boolean> {
  const shown = await Promise.all(values.map((value) => counter.window.shows(value)));
  return shown.some(Boolean);
}

describe('a screen that is locked in the middle of a visit', () => {
  test('shows nothing of the resident, and their visit has ended', async () => {
    await counter.tap(resident);
    expect(await showsResident()).toBe(true);
    await counter.window.run("void window.ketuk.invoke('session.lock')");
    await counter.window.until('home is on screen', "location.host === 'beranda'");
    expect(await counter.told('home.state')).toMatchObject({ gate: 'LOCKED' });
    expect(await showsResident()).toBe(false);
    await counter.told('session.practise', { personId: 'simula-ningsih' });
    const { audit } = await counter.lists();
    expect(audit.some(({ event, visitId }) => event === 'CARD_READ' && visitId !== null)).toBe(true);
    // The card still lies there and is not the next person's, though somebody was signed out in between.
    await counter.window.untilText('Angkat kartu dari pembaca');
    await counter.next();
  });
});

describe('"Instansi tidak aktif" (scenario 14)', () => {
  test('is read to the letter, and after it nobody is served until the head resumes the agreement', async () => {
    await counter.world.gateway.trouble({ kind: 'notice', code: '16', times: 1 });
    await counter.tapUntil('RESULT_BLOCKED', resident);
    expect(await counter.window.shows(officialTexts.INSTITUTION_INACTIVE)).toBe(true);
    counter.lift();
    await counter.window.press('Escape');
    await counter.window.untilText('Tutup kunjungan ini?');
    await counter.window.press('Enter');
    await counter.window.until(
      'home is on screen',
      "location.host === 'beranda' && document.querySelector('h1')",
    );
    const { shut, agreement } = await counter.untilHome(
      'nobody is served',
      (home) => home.shut !== undefined,
    );
    expect(shut?.code).toBe('AGREEMENT_SUSPENDED');
    const letter = { number: 'B/16/CONTOH/2026', date: '2026-11-22' };
    const agreementId = agreement?.agreementId ?? '';
    await counter.as(head, () => counter.told('agreements.act', { act: 'RESUME', agreementId, letter }));
    await counter.as(manager, () => counter.told('inquiries.reopen'));
    await counter.next();
    await counter.tapUntil('RESULT_MATCH', resident);
    await counter.next();
  });
});
