/** What agreement and people give to a paper before anybody types: who signs it, and under which title. */
import { expect, test } from 'vitest';
import { sampleAgreement } from '../agreement/index.ts';
import type { PaperOrder } from '../contract/index.ts';
import { composePaper } from '../document/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import { type PaperFacts, paperFieldsOf } from './paper-fields.ts';

const head = {
  personId: 'contoh-pratama',
  name: 'Contoh Pratama, S.Contoh',
  position: 'Kepala Dinas Pangan dan Perkebunan',
  rank: '',
  employmentNo: '',
  acting: false,
  from: '2026-03-02',
};
const facts: PaperFacts = {
  profile: sampleAgreement(),
  head,
  people: [],
  manager: undefined,
  report: () => undefined,
  handover: {
    agreement: { status: 'ACTIVE', accessUntil: '2028-03-01' },
    inventory: { cards: [], readers: [] },
    zone: 'Asia/Jakarta',
    keptRecords: 0,
    nameOf: (personId) => personId,
  },
};
const letterhead = {
  government: 'Pemerintah Uji',
  district: '',
  office: 'Dinas',
  address: 'Jalan',
  contact: '',
};
const common = { agreementId: 'tirta-pangan', letterhead, place: 'Tirta Contoh', day: '2026-11-23' };
const order: PaperOrder = { kind: 'OFFICE_CHANGE_LETTER', ...common };

function titleUnder(position: string, acting: boolean): string {
  const fields = valueOfResult(paperFieldsOf(order, { ...facts, head: { ...head, position, acting } }));
  const hands = composePaper(fields).blocks.find(({ kind }) => kind === 'signatures');
  return hands?.kind === 'signatures' ? (hands.columns[0]?.above.flat()[0]?.text ?? '') : '';
}

test.each([
  ['Kepala Dinas', false, 'Kepala Dinas,'],
  ['Kepala Dinas', true, 'Plt. Kepala Dinas,'],
  ['Plt. Kepala Dinas', true, 'Plt. Kepala Dinas,'],
])('the title printed over the hand of %s (stands in: %s) is %s', (position, acting, title) => {
  expect(titleUnder(position, acting)).toBe(title);
});

test('a paper of the head waits until there is one', () => {
  const { head: _, ...without } = facts;
  expect(failureOf(paperFieldsOf(order, { ...without, head: undefined }))?.code).toBe(
    'NO_ACCESS_RESPONSIBLE',
  );
});
