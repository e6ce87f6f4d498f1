/** Answers that are not data, in a real window: the nine official ones verbatim, and data that differs. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Notice, officialTexts } from '../../electron/contract/index.ts';
import { noticeTexts } from '../../electron/contract/notice-texts.ts';
import { randomResident, sampleResident } from '../../simulator/index.ts';
import { Counter } from '../support/counter.ts';
import { knownToGateway } from '../support/world.ts';

const resident = randomResident(511);
const values = [resident.nik, resident.name, resident.address];

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open();
  knownToGateway(counter.world.gateway, resident);
});

afterEach(async () => {
  await counter.world.gateway.trouble({ kind: 'none' });
  await counter.next();
});

afterAll(() => counter?.close());

/** One visit that the gateway answers with a notice, up to the screen that shows it. */
async function answeredWith(
  code: '03' | '05' | '11' | '12' | '13' | '14' | '15' | '16' | '17',
  state: string,
) {
  await counter.world.gateway.trouble({ kind: 'notice', code, times: 1 });
  await counter.tapUntil(state, resident);
}

/** The access manager settled the cause. */
async function reopened(): Promise<void> {
  await counter.atHome(() => counter.as('uji-widodo', () => counter.told('inquiries.reopen')));
}

/** What of it stands on the screen: the words of Dukcapil, ours, and – which must not be – the resident's. */
async function shown(notice: keyof typeof officialTexts) {
  const { window } = counter;
  const { explanation, action } = noticeTexts[notice satisfies Notice];
  return {
    official: await window.run("document.querySelector('blockquote p')?.textContent"),
    explained: (await window.shows(explanation.id)) && (await window.shows(action.id)),
    ofResident: (await Promise.all(values.map((value) => window.shows(value)))).some(Boolean),
    storing: (await window.shows('Minta persetujuan')) || (await window.shows('Setuju')),
  };
}

const asItMust = (notice: keyof typeof officialTexts) => ({
  official: officialTexts[notice],
  explained: true,
  ofResident: false,
  storing: false,
});

describe('an answer about a resident', () => {
  test.each([
    ['11', 'FOUND_DECEASED'],
    ['12', 'FOUND_DUPLICATE'],
    ['13', 'NOT_FOUND'],
    ['14', 'FOUND_INACTIVE'],
    ['15', 'NOT_FOUND_BAD_FORMAT'],
  ] as const)(
    '%s is shown to the letter, explained, and beside no value of the resident',
    async (code, notice) => {
      await answeredWith(code, 'RESULT_NO_DATA');
      expect(await shown(notice)).toEqual(asItMust(notice));
    },
  );

  test('lets the visit wait for the applicant and be closed without a service, and owes nothing', async () => {
    await answeredWith('12', 'RESULT_NO_DATA');
    await counter.window.press('Enter');
    await counter.window.untilState('AWAITING_APPLICANT');
    await counter.next();
    const { outbox, kept } = await counter.lists();
    expect({ outbox, kept }).toEqual({ outbox: [], kept: [] });
  });
});

describe('an answer about the access of the institution', () => {
  test.each([
    ['03', 'AUTH_FAILED'],
    ['17', 'USER_ID_INACTIVE'],
  ] as const)(
    '%s is shown to the letter and stops inquiries until they are opened again',
    async (code, notice) => {
      await answeredWith(code, 'RESULT_BLOCKED');
      expect(await shown(notice)).toEqual(asItMust(notice));
      const stopped = await counter.untilHome('home shows it', (home) => home.lookupsStopped !== undefined);
      expect(stopped.lookupsStopped).toMatchObject({ code: 'LOOKUPS_STOPPED', detail: notice });
      await counter.next();
      await reopened();
      expect((await counter.home()).lookupsStopped).toBeUndefined();
    },
  );

  test('keeps the next visit from asking, which may go on unverified', async () => {
    await answeredWith('17', 'RESULT_BLOCKED');
    await counter.next();
    const asked = counter.world.gateway.journal('lookup').length;
    await counter.tapUntil('RESULT_BLOCKED', resident);
    expect(counter.world.gateway.journal('lookup').length).toBe(asked);
    expect(await counter.window.shows('Pengecekan dihentikan sementara karena jawaban Dukcapil')).toBe(true);
    await counter.window.press('Enter');
    await counter.window.untilState('UNVERIFIED_CONTINUED');
    await counter.next();
    await reopened();
  });
});

describe('data that differs', () => {
  const moved = sampleResident('R2');

  test('is marked at the address of a resident who moved, and nowhere else', async () => {
    await counter.tapUntil('RESULT_MISMATCH', moved);
    const parts = await counter.window.run<{ part: string; verdict: string }[]>(
      "[...document.querySelectorAll('[data-verdict][data-part]')].map(({ dataset }) => ({ part: dataset.part, verdict: dataset.verdict }))",
    );
    const differing = parts.filter(({ verdict }) => verdict === 'BERBEDA').map(({ part }) => part);
    expect(differing).not.toEqual([]);
    expect(differing.filter((part) => !part.startsWith('ADDRESS'))).toEqual([]);
    expect(parts.filter(({ verdict }) => verdict === 'SESUAI').map(({ part }) => part)).toContain(
      'FULL_NAME',
    );
  });

  test('ends without a service, and no data balikan is owed for it', async () => {
    await counter.tapUntil('RESULT_MISMATCH', moved);
    await counter.next();
    const { home, outbox } = await counter.lists();
    expect(home.outbox.waiting + outbox.length).toBe(0);
  });
});

// Last, because it closes the day of this counter.
test('05 is shown to the letter and closes the quota of the day: nothing more is asked today', async () => {
  await answeredWith('05', 'RESULT_BLOCKED');
  expect(await shown('QUOTA_EXHAUSTED')).toEqual(asItMust('QUOTA_EXHAUSTED'));
  await counter.next();
  const asked = counter.world.gateway.journal('lookup').length;
  await counter.tapUntil('RESULT_BLOCKED', resident);
  expect(await counter.window.shows('Pengecekan dapat dilakukan kembali besok mulai pukul 00.00 WIB.')).toBe(
    true,
  );
  expect(counter.world.gateway.journal('lookup').length).toBe(asked);
});
