/** What home tells of the quota is what calls are refused by, and what the chart and the report draw. */
import { expect, test } from 'vitest';
import { sampleAgreement } from '../../agreement/index.ts';
import type { AgreementProfile } from '../../contract/index.ts';
import { valueOfResult } from '../../store/store.test-support.ts';
import { sampleCounterAt } from '../sample-office.test-support.ts';
import { homeStateHandler } from './home-state.ts';
import type { ProgramParts } from './parts.ts';

const pocLetter = '470/7/CONTOH/2026';
const sam = { pcid: '00'.repeat(16), conf: '00'.repeat(32) };

test.each<[string, Partial<AgreementProfile['quota']>, number | null]>([
  ['as the agreement names it', { dailyHits: 200, unlimitedAfterPoc: true, pocLetter: null }, 200],
  ['none once the PoC letter is on record', { dailyHits: 200, unlimitedAfterPoc: true, pocLetter }, null],
  ['kept where a PoC letter lifts nothing', { dailyHits: 200, unlimitedAfterPoc: false, pocLetter }, 200],
  ['none where the agreement names none', { dailyHits: null, pocLetter: null }, null],
])('the quota of the day is %s', async (_, quota, limit) => {
  const { installation, office, identity, enter, desk } = await sampleCounterAt('2026-11-23T03:00:00Z', sam);
  enter('uji-widodo');
  const sample = sampleAgreement();
  const agreement = { ...sample, quota: { ...sample.quota, ...quota } };
  const parts = {
    installation,
    office,
    identity,
    desk,
    version: '0.0.0',
    setting: { training: true, samples: true, agreement: () => agreement },
    preferences: { get: () => ({}) },
    policy: { lamps: {}, shut: () => undefined, notices: [], serviceCode: '' },
  } as unknown as ProgramParts;
  const home = valueOfResult(await homeStateHandler(parts)['home.state'](undefined));
  expect(home).toMatchObject({ gate: 'OPEN', quota: { used: 0, limit, closed: false } });
  const standing = valueOfResult(desk.quotaStanding(agreement));
  expect(standing.limit).toBe(limit);
});
