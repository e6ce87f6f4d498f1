/** Incidents as they are pictured: a breach with its clock running, and the report of a new one. */
import type { Case } from './case.ts';
import { home, now, personOf } from './fixtures.ts';

const hour = 3_600_000;

const page = {
  page: 'home',
  hash: '#insiden',
  home: { ...home, person: personOf('uji-widodo', 'Uji Widodo', 'ACCESS_MANAGER') },
  answers: {
    'incidents.list': [
      {
        incidentId: 'insiden-contoh-1',
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
        acts: ['RECORD_NOTICE'],
      },
    ],
  },
} as const;

export const incidentCases: readonly Case[] = [
  { name: '09-insiden', ...page },
  { name: '09-insiden-lapor', ...page, press: ['Enter'] },
];
