/** The requests of residents as they are pictured: one about to be late, one with time, settled ones, and the forms. */
import type { RequestRow } from '../../electron/contract/index.ts';
import { appFailure, requestTimeMs } from '../../electron/contract/index.ts';
import { composePaper } from '../../electron/document/index.ts';
import { samplePapers } from '../../electron/document/papers.test-support.ts';
import type { Case } from './case.ts';
import { home, now, personOf, record } from './fixtures.ts';

const hour = 3_600_000;

const request = (index: number, change: Partial<RequestRow>, ageHours: number): RequestRow => ({
  requestId: `permintaan-contoh-000${index}`,
  agreementId: 'tirta-pangan',
  kind: 'WITHDRAWAL',
  receiptNo: `BP-20261005-00${37 - index}`,
  recordId: `arsip-contoh-000${index}`,
  channel: 'COUNTER',
  status: 'OPEN',
  receivedAt: now - ageHours * hour,
  dueAt: now - ageHours * hour + requestTimeMs,
  settledAt: null,
  note: '',
  ...change,
});

const requestRows: readonly RequestRow[] = [
  request(0, { kind: 'ACCESS', channel: 'LETTER' }, 74),
  request(1, {}, 50),
  request(2, { kind: 'ACCESS' }, 3),
  request(3, { status: 'COMPLETED_BY_CLOCK', recordId: null, settledAt: now - 20 * hour }, 92),
  request(4, { status: 'COMPLETED', recordId: null, settledAt: now - 90 * hour, note: 'Dihapus.' }, 120),
];

const page = {
  page: 'home',
  hash: '#permintaan',
  home: { ...home, person: personOf('uji-widodo', 'Uji Widodo', 'ACCESS_MANAGER') },
  answers: { 'requests.list': requestRows },
} as const;

/** Who takes withdrawals at the counter and has nothing to do with other papers. */
const operator = {
  ...page,
  home: { ...home, person: personOf('simula-ningsih', 'Simula Ningsih', 'OPERATOR') },
  paper: composePaper(samplePapers.WITHDRAWAL_RECEIPT),
} as const;

export const requestCases: readonly Case[] = [
  { name: '09-permintaan-petugas', ...operator },
  {
    name: '09-permintaan-tanda-terima',
    ...operator,
    click: ['main table button[aria-label*="BP-20261005-0036"]'],
  },
  { name: '09-permintaan', ...page },
  { name: '09-permintaan-200-persen', ...page, zoom: 2 },
  { name: '09-permintaan-catat', ...page, press: ['Enter'] },
  {
    name: '09-permintaan-catat-tidak-dikenal',
    ...page,
    hash: '#permintaan/BP-1',
    refusals: { 'requests.act': appFailure('RECEIPT_UNKNOWN', 'request') },
    click: ['dialog input[type=checkbox], [role=dialog] input[type=checkbox]'],
    press: ['Enter'],
  },
  {
    name: '70-arsip-menjawab-permintaan',
    page: 'record',
    record: {
      ...record,
      trail: [
        { event: 'STORED', at: now - 80 * hour, actor: 'simula-ningsih' },
        { event: 'ACCESS_TAKEN', at: now - 3 * hour, actor: 'simula-ningsih' },
        { event: 'OPENED', at: now, actor: 'uji-widodo' },
      ],
    },
  },
];
