import { describe, expect, it } from 'vitest';
import { fromVisit } from './index.ts';

const nik = '4001015203880001';
const visitId = '1c9a4c1e-7f0b-4a57-9d5e-0123456789ab';
const failure = {
  code: 'READER_UNPLUGGED',
  link: 'reader',
  cause: { id: 'Pembaca dicabut.', en: 'The reader is unplugged.' },
  cure: { id: 'Pasang kembali.', en: 'Plug it in.' },
  retry: 'after-cure',
  at: 'watch',
};
const consent = {
  consentId: visitId,
  receiptNo: 'BP-L1-20261122-0001',
  decision: 'GRANTED',
  elements: ['FULL_NAME'],
  retainedUntil: '2028-11-22',
  noticeVersion: 'persetujuan-2026-11/PKS-A/v1',
  noticeHash: 'ab'.repeat(32),
  language: 'id',
  evidence: 'PAPER_SIGNATURE',
  hasCompanion: false,
};
const fact = {
  visitId,
  agreementId: 'PKS-A',
  profileVersion: 1,
  serviceCode: 'BANTUAN_BENIH',
  registrationNo: 'L1-20261122-0001',
  outcome: 'MATCH',
  verified: true,
  consent,
};
const store = { kind: 'store', question: 1, fact };
const moved = { kind: 'moved', from: 'READY', to: 'OPENED', event: 'OPEN', serviceCode: 'BANTUAN_BENIH' };
const read = { kind: 'read', permitId: 'permit-0001', outcome: 'FAILED', failure: 'CARD_REMOVED', ms: 5 };

describe('what the visit process may say to main', () => {
  it('are the facts of a visit', () => {
    for (const said of [store, moved, read]) expect(fromVisit.safeParse(said).error).toBeUndefined();
  });

  it.each([
    ['an event', { ...moved, event: nik }],
    ['a service code', { ...moved, serviceCode: nik }],
    ['a failure code', { ...read, failure: nik }],
    ['an id', { ...store, fact: { ...fact, visitId: nik } }],
    ['a registration number', { ...store, fact: { ...fact, registrationNo: `L1-${nik}` } }],
    ['an agreement', { ...store, fact: { ...fact, agreementId: nik } }],
    ['a receipt number', { ...store, fact: { ...fact, consent: { ...consent, receiptNo: nik } } }],
    ['a notice version', { ...store, fact: { ...fact, consent: { ...consent, noticeVersion: nik } } }],
    ['an end of retention', { ...store, fact: { ...fact, consent: { ...consent, retainedUntil: nik } } }],
  ])('is not a NIK dressed up as %s', (_, said) => {
    expect(fromVisit.safeParse(said).success).toBe(false);
  });

  it('is a lamp whose words are endless and quote a number, without that number and without their end', () => {
    const detail = `cannot read ${nik}${' and so on'.repeat(100)}`;
    const broken = { colour: 'broken', failure: { ...failure, detail } };
    const said = fromVisit.parse({ kind: 'lamps', lamps: { reader: broken, sam: broken, network: broken } });
    expect(JSON.stringify(said)).not.toContain(nik);
  });
});
