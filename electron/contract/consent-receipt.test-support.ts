/** A consent that was asked, for what a receipt says of it. */
import type { NoticeFacts } from './consent-notice.ts';
import type { ReceiptFacts } from './consent-receipt.ts';

export const sampleNotice: NoticeFacts = {
  institution: 'Dinas Contoh',
  purpose: 'penyaluran bantuan',
  agreementNumber: '470.1/0007/CONTOH/2026',
  elements: [
    { part: 'NIK', reason: 'Satu penerima, satu bantuan' },
    { part: 'ADDRESS.STREET', reason: 'Titik penyaluran' },
    { part: 'ADDRESS.RT', reason: 'Titik penyaluran' },
  ],
  retention: 'P2Y',
  retainedUntil: '2028-10-05',
  version: 'w/contoh/v1',
  receiptNo: 'BP-L1-20261005-0001',
  balikanLabels: ['NIK', 'Jenis bantuan'],
};

export const sampleReceipt: ReceiptFacts = {
  ...sampleNotice,
  values: [
    { part: 'NIK', value: '4001015203880001', reason: 'Satu penerima, satu bantuan' },
    { part: 'ADDRESS.STREET', value: 'JL. PERAGA NO. 1', reason: 'Titik penyaluran' },
  ],
  holder: { nik: '4001015203880001', name: 'SEKAR CONTOHWATI' },
  counter: 'Loket 1',
  operator: 'Simula Ningsih',
  askedAt: Date.UTC(2026, 9, 5, 1, 12),
  timeZone: 'Asia/Makassar',
  training: true,
};
