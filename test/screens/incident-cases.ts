/** Incidents as they are pictured: a breach with its clock running, and the report of a new one. */
import type { Case } from './case.ts';
import { home, now, personOf } from './fixtures.ts';

const hour = 3_600_000;

const page = {
  page: 'home',
  hash: '#insiden',
  home: {
    ...home,
    person: personOf('uji-widodo', 'Uji Widodo', 'ACCESS_MANAGER'),
    waiting: { ...home.waiting, reminders: 2, incidents: 2 },
  },
  answers: {
    'incidents.list': [
      {
        incidentId: 'insiden-contoh-1',
        agreementId: 'tirta-pangan',
        kind: 'LEAK',
        number: 'INS-CONTOH-1',
        what: 'Berkas cetak tertinggal di ruang tunggu.',
        knownAt: now - 30 * hour,
        from: '2026-10-01',
        to: '2026-10-02',
        reportedBy: 'Simula Ningsih',
        reportedAt: now - 28 * hour,
        confirmedAt: now - 20 * hour,
        dueAt: now + 52 * hour,
        closedAt: null,
        closing: null,
        notices: [{ recipient: 'DUKCAPIL', number: '045/9/CONTOH/2026', date: '2026-10-04' }],
        affected: 37,
        reachable: 12,
        cards: [],
        stops: [
          {
            at: now - 29 * hour,
            by: 'Uji Widodo',
            liftedAt: now - 4 * hour,
            reference: '800/032/CONTOH/2026',
          },
        ],
        acts: ['RECORD_NOTICE'],
      },
      {
        incidentId: 'insiden-contoh-2',
        agreementId: 'tirta-pangan',
        kind: 'LOST_DEVICE',
        number: 'LP-CONTOH-42',
        what: 'Kartu SAM SAM-CONTOH-0002 dilaporkan hilang.',
        knownAt: now - 50 * hour,
        from: '2026-09-30',
        to: '2026-09-30',
        reportedBy: 'Simula Ningsih',
        reportedAt: now - 50 * hour,
        confirmedAt: null,
        dueAt: null,
        closedAt: null,
        closing: null,
        notices: [],
        affected: 0,
        reachable: 0,
        cards: [{ samId: 'order-1-2', name: 'SAM-CONTOH-0002' }],
        stops: [],
        acts: ['REPORT', 'CONFIRM_BREACH', 'CLOSE'],
      },
    ],
  },
} as const;

export const incidentCases: readonly Case[] = [
  { name: '09-insiden', ...page },
  { name: '09-insiden-lapor', ...page, press: ['Enter'] },
];
