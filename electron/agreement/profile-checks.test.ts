/** Profiles that must not be drafted: each contradiction is named at its place, in both languages. */
import { describe, expect, test } from 'vitest';
import { profileProblemsIn } from '../contract/index.ts';
import { sample } from './agreements.test-support.ts';
import { checkedProfile, problemsOf } from './profile-checks.ts';
import { sampleProfiles } from './sample.ts';

test.each(sampleProfiles())('the sample of $name has nothing wrong', ({ profile }) => {
  expect(problemsOf(profile)).toEqual([]);
});

function without(name: string): Record<string, unknown> {
  const { [name]: _gone, ...rest } = sample('tirta-pangan');
  return rest;
}

const elements = sample('tirta-pangan').elements as Record<string, string[]>;
const balikan = sample('tirta-pangan').dataBalikan as { fields: { code: string }[] };
const parties = sample('tirta-pangan').parties as { party1: { name: string }; party2: { name: string } };
const reports = sample('tirta-pangan').reports as Record<string, unknown>;
const methods = ['WEB_PORTAL', 'WEB_SERVICE', 'CARD_READER', 'IKD_CHECK'];

const wrong: readonly (readonly [path: string, change: Record<string, unknown>])[] = [
  // dates
  ['term.end', { term: { rule: 'FIXED_END', end: '2026-03-01' }, lastDayInForce: '2026-03-01' }],
  ['lastDayInForce', { lastDayInForce: '2026-01-01', lastDayReason: 'adendum' }],
  ['lastDayReason', { lastDayInForce: '2028-03-03' }],
  ['approvalLetter.date', { approvalLetter: { number: '1', date: '2026-03-03', subject: 'x' } }],
  ['technicalGuide.date', { technicalGuide: { type: 'SOP', number: '1', date: '2028-03-03' } }],
  [
    'extension.windowOpensMonthsBefore',
    { extension: { leadMonths: 7, addressee: 'a', via: 'b', windowOpensMonthsBefore: 6 } },
  ],
  // identity
  ['profileId', { profileId: 'Tirta Pangan' }],
  ['profileId', { profileId: 'pks-400101520388000' }],
  ['predecessorId', { predecessorId: 'tirta-pangan' }],
  [
    'parties.party2.name',
    {
      parties: { ...parties, party2: { ...parties.party2, name: ` ${parties.party1.name.toUpperCase()}.` } },
    },
  ],
  // methods and elements
  ['elements.WEB_SERVICE', { accessMethods: ['WEB_PORTAL', 'CARD_READER', 'IKD_CHECK'] }],
  ['webServiceGrant', { accessMethods: ['WEB_PORTAL', 'CARD_READER', 'IKD_CHECK'] }],
  ['elements.WEB_PORTAL', { elements: { ...elements, WEB_PORTAL: [] } }],
  ['elements.WEB_PORTAL', { elements: { ...elements, WEB_PORTAL: ['NIK', 'NIK'] } }],
  [
    'elements.CARD_READER',
    { elements: { ...elements, CARD_READER: [...(elements.CARD_READER ?? []), 'FAMILY_CARD_NO'] } },
  ],
  ['identityDocuments', { identityDocuments: [] }],
  ['identityDocuments', { identityDocuments: ['KTP_EL'] }],
  ['readerPolicy', { readerPolicy: 'NOT_ALLOWED' }],
  ['readerPolicy', { readerPolicy: 'SPECIFICATION_ONLY' }],
  [
    'accessMethods',
    { accessMethods: ['WEB_PORTAL', 'WEB_SERVICE', 'IKD_CHECK'], readerPolicy: 'OBLIGATORY' },
  ],
  ['photoForHolderCheck', { readerPolicy: 'NOT_ALLOWED', photoForHolderCheck: true }],
  // storing
  ['storableFromCard.0.element', { storableFromCard: ['FAMILY_CARD_NO'] }],
  [
    'storableFromCard.0.element',
    { storableFromCard: ['SEX'], elements: { ...elements, CARD_READER: ['NIK'] } },
  ],
  ['storableFromCard.1.element', { storableFromCard: ['NIK', 'NIK'] }],
  ['storageRetention', { storageRetention: 'P' }],
  ['storageRetention', { storageRetention: 'P0D' }],
  ['storableFromCard.0.reason', { storableFromCard: [{ element: 'NIK', reason: '-' }] }],
  ['purpose', { purpose: '...' }],
  // limits
  ['quota.dailyHits', { quota: { dailyHits: 0, unlimitedAfterPoc: false, pocLetter: null } }],
  ['quota.unlimitedAfterPoc', { quota: { dailyHits: 200, unlimitedAfterPoc: false, pocLetter: 'P-1' } }],
  ['network.closedOnly', { network: { closedOnly: false, points: 1, bandwidthMbps: 1 } }],
  ['network.points', { network: { closedOnly: true, points: 0, bandwidthMbps: 1 } }],
  ['reports.deadlineWorkingDays', { reports: { ...reports, anchor: 'MONTH_START', deadlineWorkingDays: 0 } }],
  // services and data balikan
  [
    'services.1.code',
    {
      services: [
        { code: 'BENIH', name: 'a' },
        { code: 'BENIH', name: 'b' },
      ],
    },
  ],
  ['services.0.aidType', { services: [{ code: 'BENIH', name: 'a', aidType: 'LAIN' }] }],
  ['dataBalikan.mode', { dataBalikan: { mode: 'NONE', fields: [] } }],
  ['dataBalikan.fields', { dataBalikan: { mode: 'NONE', fields: balikan.fields } }],
  ['dataBalikan.fields', { dataBalikan: { ...balikan, fields: balikan.fields.slice(1) } }],
  [
    'dataBalikan.fields.3.code',
    { dataBalikan: { ...balikan, fields: [...balikan.fields, balikan.fields[0]] } },
  ],
  ['dataBalikan.fields.2.codeList', { codeLists: {} }],
  // the form itself
  ['signedOn', { signedOn: '2026-02-29' }],
  ['elements.WEB_PORTAL.1', { elements: { ...elements, WEB_PORTAL: ['NIK', 'RELIGION'] } }],
  ['accessMethods.4', { accessMethods: [...methods, 'SCRAPING'] }],
  ['quota.dailyHits', { quota: { dailyHits: -1, unlimitedAfterPoc: false, pocLetter: null } }],
  ['term', { term: { rule: 'FOREVER' } }],
];

describe('a contradiction', () => {
  test.each(wrong)('is named at %s', (path, change) => {
    const problems = problemsOf({ ...sample('tirta-pangan'), ...change });
    const paths = problems.map((problem) => problem.path);
    expect(
      paths.some((found) => found === path || found.startsWith(`${path}.`)),
      paths.join(' '),
    ).toBe(true);
    for (const { id, en } of problems) expect([id.length > 5, en.length > 5]).toEqual([true, true]);
  });

  test.each(['title', 'signedOn', 'elements', 'quota', 'parties'])('names %s when it is missing', (name) => {
    expect(problemsOf(without(name))).toContainEqual({
      path: name,
      id: 'wajib diisi',
      en: 'has to be filled in',
    });
  });

  test('storing needs a retention (R-095)', () => {
    expect(problemsOf(without('storageRetention')).map(({ path }) => path)).toEqual(['storageRetention']);
  });

  test('an agreement between systems grants nothing of a counter (R-008)', () => {
    const problems = problemsOf({ ...sample('tirta-pangan'), kind: 'DATA_INTEROP' });
    expect(problems.map(({ path }) => path)).toEqual([
      'accessMethods',
      'elements',
      'readerPolicy',
      'quota.dailyHits',
      'services',
      'storableFromCard',
      'webServiceGrant',
      'dataBalikan.mode',
    ]);
  });

  test.each([undefined, null, 'pks', 7, [], { term: { rule: 'DURATION', years: 1e9 }, signedOn: 'kapan' }])(
    '%j is no profile at all',
    (raw) => {
      expect(problemsOf(raw).length).toBeGreaterThan(0);
    },
  );

  test('of several is carried by the failure, so that a form can show each at its field', () => {
    const refused = checkedProfile({ ...sample('tirta-pangan'), purpose: '-', profileId: 'X' });
    expect(refused).toMatchObject({
      failure: { code: 'PROFILE_INVALID', cause: { id: expect.stringContaining('profileId, purpose') } },
    });
    const detail = refused.ok ? undefined : refused.failure.detail;
    expect(profileProblemsIn(detail).map(({ path }) => path)).toEqual(['profileId', 'purpose']);
    expect(profileProblemsIn('no JSON')).toEqual([]);
  });
});

test('a last day other than the term says stands with its reason (A-01)', () => {
  const change = { lastDayInForce: '2028-03-01', lastDayReason: 'hari terakhir menurut naskah' };
  expect(problemsOf({ ...sample('tirta-pangan'), ...change })).toEqual([]);
});

test('a web service without its PoC letter may be drafted; it is only not used (R-130)', () => {
  expect(problemsOf(without('webServiceGrant'))).toEqual([]);
});
