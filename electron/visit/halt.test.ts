/** The agreement ends in the middle of a visit (R-002; domain 8.4, scenario 10). */
import { describe, expect, test } from 'vitest';
import { appFailure } from '../contract/index.ts';
import { Counter, fields, granted, refused, residentText } from './counter.test-support.ts';

const over = appFailure('AGREEMENT_ENDED', 'agreement', undefined, { tanggal: '2026-11-30' });

async function matched(): Promise<Counter> {
  const counter = new Counter();
  await counter.tap();
  await counter.act({ kind: 'holderMatches' });
  expect(counter.view.state).toBe('RESULT_MATCH');
  return counter;
}

describe('once the agreement is over', () => {
  test('nothing of the resident is shown, and what was decided is recorded with its data balikan', async () => {
    const counter = await matched();
    expect(JSON.stringify(counter.view)).toMatch(residentText);
    counter.visit.halt(over);
    expect(JSON.stringify(counter.view)).not.toMatch(residentText);
    expect(counter.view.failure?.code).toBe('AGREEMENT_ENDED');
    expect(counter.view.intents).toEqual(['recordService', 'closeWithoutService']);
    expect(counter.facts.at(-1)).toEqual({ kind: 'purged' });
    await counter.act({ kind: 'recordService', fields });
    expect(counter.ended).toBe('CLOSED_SERVED');
    expect(counter.stored).toMatchObject([{ outcome: 'MATCH', verified: true, balikan: {} }]);
    expect(counter.stored[0]?.kept).toBeUndefined();
    expect(JSON.stringify(counter.sealed)).not.toMatch(/SEKAR|PERAGA|12-03-1988/);
  });

  test('a consent that was given stands, and is not asked about again', async () => {
    const counter = await matched();
    await counter.act({ kind: 'askConsent' }, granted);
    counter.visit.halt(over);
    expect(JSON.stringify(counter.view)).not.toMatch(residentText);
    await counter.act(refused);
    expect(counter.view.failure?.code).toBe('STEP_ORDER');
    await counter.act({ kind: 'recordService', fields });
    expect(counter.stored).toMatchObject([{ consent: { decision: 'GRANTED' } }]);
  });

  test('an answer that ended it is still read, and nothing is asked again (scenario 14)', async () => {
    const counter = new Counter();
    const text = 'Instansi tidak aktif';
    counter.answer = {
      kind: 'NOTICE',
      outcome: 'INSTITUTION_INACTIVE',
      notice: 'INSTITUTION_INACTIVE',
      about: 'INSTITUTION',
      text,
      code: '16',
      stopsLookups: true,
      attempts: 1,
    };
    await counter.tap();
    await counter.act({ kind: 'holderMatches' });
    counter.visit.halt(appFailure('AGREEMENT_SUSPENDED', 'agreement'));
    expect(counter.view.notice?.text).toBe(text);
    expect(counter.view.intents).toEqual(['continueUnverified', 'closeWithoutService']);
    expect(JSON.stringify(counter.view)).not.toMatch(residentText);
    await counter.act({ kind: 'continueUnverified' });
    await counter.act({ kind: 'recordService', fields });
    expect(counter.stored).toMatchObject([{ outcome: 'INSTITUTION_INACTIVE', verified: false }]);
  });

  test.each([
    ['nobody is there', async () => new Counter()],
    [
      'the holder is not confirmed',
      async () => {
        const counter = new Counter();
        await counter.tap();
        return counter;
      },
    ],
    [
      'the resident is still asked',
      async () => {
        const counter = await matched();
        await counter.act({ kind: 'askConsent' });
        return counter;
      },
    ],
  ])('the visit ends with it where %s', async (_, until) => {
    const counter = await until();
    counter.visit.halt(over);
    expect(counter.ended).toBe('CANCELLED');
    expect(JSON.stringify(counter.view)).not.toMatch(residentText);
    expect(counter.stored).toEqual([]);
  });

  test('an emergency that follows ends it at once', async () => {
    const counter = await matched();
    counter.visit.halt(over);
    counter.visit.stop();
    expect(counter.ended).toBe('CANCELLED');
  });
});
