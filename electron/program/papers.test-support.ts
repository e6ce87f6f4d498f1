/** What the books of a sample office know for a paper, and the part of an order that every paper has. */
import { sampleAgreement } from '../agreement/index.ts';
import type { IncidentRow, PaperOrder, Reconciliation } from '../contract/index.ts';
import type { PaperFacts } from './paper-fields.ts';

/** Every card that was ordered is there, and on its way back. */
export const wholeLine = (ordered: number): Reconciliation => ({
  agreementId: 'tirta-pangan',
  ordered,
  personalised: ordered,
  pending: 0,
  rejected: 0,
  ready: 0,
  active: 0,
  suspended: 0,
  lost: 0,
  returned: 0,
  awaitingReturn: ordered,
});

export const responsibleHead = {
  personId: 'contoh-pratama',
  name: 'Contoh Pratama, S.Contoh',
  position: 'Kepala Dinas Pangan dan Perkebunan',
  rank: '',
  employmentNo: '',
  acting: false,
  from: '2026-03-02',
};
export const paperFacts: PaperFacts = {
  profile: sampleAgreement(),
  head: responsibleHead,
  people: [],
  manager: undefined,
  reports: [],
  onDemand: () => undefined,
  signed: () => undefined,
  incidents: [],
  lists: () => [],
  withdrawals: () => [],
  handover: {
    agreement: { status: 'ACTIVE', accessUntil: '2028-03-01' },
    inventory: { line: wholeLine(0), cards: [], readers: [] },
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
export const commonOrder = {
  agreementId: 'tirta-pangan',
  letterhead,
  place: 'Tirta Contoh',
  day: '2026-11-23',
};

type SamReturnOrder = Extract<PaperOrder, { kind: 'BAST_SAM_RETURN' }>;
const hand = { name: '', employmentNo: '', position: '' };

/** The BAST with which SAM cards go back, as it stands before anybody typed who hands over and who receives. */
export function samReturnOrder(change: Partial<SamReturnOrder> = {}): SamReturnOrder {
  return {
    ...commonOrder,
    kind: 'BAST_SAM_RETURN',
    reason: 'BERAKHIR',
    receiver: { ...hand, rank: '', office: '', address: '' },
    witnesses: [hand, hand],
    acknowledgedBy: hand,
    copies: '3',
    keptData: 'RETAIN',
    shipment: { how: '', receiptNo: '' },
    ...change,
  };
}

/** Known in the last hour of a day in UTC, which is the next day in the office. */
export const breach: IncidentRow = {
  incidentId: 'insiden-1',
  agreementId: 'tirta-pangan',
  kind: 'LEAK',
  number: 'INS-CONTOH-1',
  what: 'Berkas cetak tertinggal di ruang tunggu.',
  knownAt: Date.parse('2026-11-20T23:30:00Z'),
  from: '2026-11-20',
  to: '2026-11-21',
  reportedBy: 'Simula Ningsih',
  reportedAt: Date.parse('2026-11-21T02:00:00Z'),
  confirmedAt: Date.parse('2026-11-21T08:10:00Z'),
  dueAt: Date.parse('2026-11-24T08:10:00Z'),
  closedAt: null,
  closing: null,
  notices: [],
  affected: 37,
  reachable: 5,
  cards: [],
  stops: [],
  acts: [],
};
