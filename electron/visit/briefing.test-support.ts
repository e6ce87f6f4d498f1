/** What a visit of the tests is told: the sample agreement, an endpoint that nobody listens at, keys of no installation. */
import { sampleAgreement } from '../agreement/index.ts';
import type { VisitBriefing } from '../contract/index.ts';

export const briefing: VisitBriefing = {
  visitId: 'visit-0001',
  training: true,
  samples: true,
  agreement: sampleAgreement(),
  connection: {
    gateway: {
      baseUrl: 'https://127.0.0.1:1',
      consumerId: 'CONTOH',
      method: 'MATCH',
      methodName: 'CALL_VERIFY_BY_ELEMEN',
      credentials: { userId: 'u', password: 'p', ipUser: '192.0.2.10' },
      keys: { nik: 'NIK', userId: 'USER_ID', password: 'PASSWORD', ipUser: 'IP_USER' },
      requestDate: 'DD-MM-YYYY',
      threshold: 90,
      timeoutMs: 15_000,
    },
    closedNetwork: ['127.0.0.0/8'],
    readers: {},
  },
  serviceCode: 'BANTUAN_BENIH',
  registrationNo: 'L1-20261122-0001',
  receiptNo: 'BP-L1-20261122-0001',
  operator: { id: 'operator-1', name: 'Simula Ningsih' },
  counter: 'Loket 1',
  samOpenRefused: false,
  outboxPublicKey: Buffer.alloc(32, 1).toString('base64'),
  pepper: Buffer.alloc(32, 2).toString('base64'),
  traceKey: Buffer.alloc(32, 3).toString('base64'),
  usualReadMs: 2000,
  ignorePresentCard: false,
};
