/** What keeps a paper from being printed: dates that contradict, a head who was not in office, nothing to list. */
import { describe, expect, test } from 'vitest';
import type { LetterKind, PaperOrder } from '../contract/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import { type PaperFacts, paperFieldsOf } from './paper-fields.ts';
import { hindranceOf, signedDayObjection, signerObjection } from './paper-hindrance.ts';
import { breach, commonOrder, paperFacts, responsibleHead } from './papers.test-support.ts';

const request = { number: '400.12/0123/CONTOH/2026', date: '2026-11-02' };
const letter = (kind: LetterKind) => ({ kind, ...commonOrder, details: {} }) as const;

function hindrance(order: PaperOrder, facts: PaperFacts = paperFacts) {
  return hindranceOf(order, valueOfResult(paperFieldsOf(order, facts)), facts);
}

test('a paper whose dates follow each other is printed, and one whose day is open too', () => {
  expect(hindrance({ kind: 'SPTJM_AWAL', ...commonOrder })).toBeUndefined();
  const { day: _, ...open } = commonOrder;
  expect(hindrance({ kind: 'SPTJM_PERPANJANGAN', ...open, request, subject: 'Permohonan' })).toBeUndefined();
});

test.each<[string, PaperOrder, string]>([
  [
    'than the agreement it rests on',
    { kind: 'POC_LETTER', ...commonOrder, day: '2026-03-01', details: {} },
    'PKS 02-03-2026 > 01-03-2026',
  ],
  [
    'than the request it refers to',
    { kind: 'SPTJM_PERPANJANGAN', ...commonOrder, day: '2026-11-01', request, subject: 'Permohonan' },
    'surat permohonan 02-11-2026 > 01-11-2026',
  ],
])('a paper that is older %s is refused, and both days are named', (_name, order, words) => {
  const facts = { ...paperFacts, head: { ...responsibleHead, from: '2026-01-01' } };
  const failure = hindrance(order, facts);
  expect(failure?.code).toBe('PAPER_DATES');
  expect(failure?.cause.id).toContain(words);
});

test('an extension is asked for while there is something to extend', () => {
  const { lastDayInForce } = paperFacts.profile;
  expect(hindrance({ ...letter('EXTENSION_LETTER'), day: lastDayInForce })).toBeUndefined();
  expect(hindrance({ ...letter('EXTENSION_LETTER'), day: '2031-01-01' })?.code).toBe('PAPER_DATES');
});

test('nobody signs for the institution on a day before taking office, and an operator is not asked about', () => {
  const facts = { ...paperFacts, head: { ...responsibleHead, from: '2026-11-24' } };
  expect(hindrance({ kind: 'SPTJM_AWAL', ...commonOrder }, facts)).toMatchObject({
    code: 'SIGNED_OUTSIDE_OFFICE',
    cause: { id: expect.stringContaining('24 November 2026') },
  });
  expect(hindrance({ kind: 'SPTJM_AWAL', ...commonOrder, day: '2026-11-24' }, facts)).toBeUndefined();
});

test.each([
  'SAM_REQUEST_LETTER',
  'SAM_LOSS_REPORT',
  'STAFF_LETTER',
  'BALIKAN_HANDOVER',
  'WITHDRAWAL_RECEIPT',
] as const)('a %s that would list nothing, or is about nothing yet, is not printed', (kind) => {
  expect(hindrance(letter(kind))?.code).toBe('PAPER_EMPTY');
});

test('a notice is not older than what it tells of, in the days of the agreement', () => {
  const facts = { ...paperFacts, incidents: [breach] };
  const notice = { kind: 'BREACH_NOTICE', ...commonOrder, incidentId: 'insiden-1', details: {} } as const;
  expect(hindrance(notice, facts)).toBeUndefined();
  expect(hindrance({ ...notice, day: '2026-11-20' }, facts)?.cause.id).toContain(
    'insiden diketahui 21-11-2026',
  );
});

test('a notice is about an incident that is on record', () => {
  const notice = { kind: 'BREACH_NOTICE', ...commonOrder, incidentId: 'entah', details: {} } as const;
  expect(failureOf(paperFieldsOf(notice, paperFacts))?.code).toBe('STEP_ORDER');
});

describe('a print that came back signed', () => {
  const head = { ...responsibleHead, from: '2026-11-16' };
  const refused = (signedBy: string | null, signedOn: string) =>
    signerObjection(signedBy, signedOn, head, (personId) => `nama ${personId}`);

  test('bears the hand of the head in office, or of the former one from before', () => {
    expect(refused(head.personId, '2026-11-16')).toBeUndefined();
    expect(refused('pendahulu', '2026-11-15')).toBeUndefined();
    expect(refused(null, '2026-11-20')).toBeUndefined();
  });

  test('is refused when it was made for a head who has left, who is named', () => {
    expect(refused('pendahulu', '2026-11-16')).toMatchObject({
      code: 'PAPER_SIGNER_LEFT',
      cause: {
        id: expect.stringContaining('nama pendahulu, yang tidak lagi menjabat sejak 16 November 2026'),
      },
    });
  });

  test('is refused when the head signed before taking office', () => {
    expect(refused(head.personId, '2026-11-15')?.code).toBe('SIGNED_OUTSIDE_OFFICE');
  });
});

test.each([
  ['2026-11-20', null, undefined],
  ['2026-11-22', '2026-11-20', undefined],
  ['2026-11-20', '2026-11-20', undefined],
  ['2026-11-19', '2026-11-20', 'DATES_CONTRADICT'],
  ['2026-11-23', null, 'DATE_AHEAD'],
] as const)('signed on %s, written on %s: %s', (signedOn, written, code) => {
  expect(signedDayObjection(signedOn, written, '2026-11-22')?.code).toBe(code);
});
