/** The morning with its charts, as they are pictured: as charts, as tables, and at twice the size. */
import type { MorningView } from '../../electron/contract/index.ts';
import { agendaView } from './agenda-cases.ts';
import type { Case } from './case.ts';
import { home, personOf } from './fixtures.ts';

const visits = [41, 38, 0, 0, 52, 47, 44, 39, 36, 0, 0, 58, 49, 12];

const view: MorningView = {
  dailyHits: 200,
  days: visits.map((served, index) => ({
    day: new Date(Date.UTC(2026, 8, 22 + index)).toISOString().slice(0, 10),
    served,
    notServed: Math.round(served / 12),
    inquiries: served + Math.round(served / 7),
    hits: served + Math.round(served / 6),
    closed: false,
  })),
  answers: [
    { outcome: 'MATCH', n: 388 },
    { outcome: 'MISMATCH', n: 27 },
    { outcome: 'NOT_FOUND', n: 9 },
    { outcome: 'FOUND_DECEASED', n: 4 },
    { outcome: 'TECH_FAIL', n: 11 },
  ],
  backlog: [
    { age: 'TODAY', waiting: 9, held: 0 },
    { age: 'DAYS_3', waiting: 3, held: 2 },
    { age: 'WEEK', waiting: 0, held: 1 },
    { age: 'OLDER', waiting: 0, held: 1 },
  ],
};

const page = {
  page: 'home',
  home: { ...home, waiting: { ...home.waiting, reminders: 2, overdue: 1 } },
  answers: { 'reports.morning': view },
} as const;

export const morningCases: readonly Case[] = [
  { name: '01-beranda-grafik', ...page },
  { name: '01-beranda-grafik-200-persen', ...page, zoom: 2 },
  {
    name: '01-beranda-grafik-tabel',
    ...page,
    click: ['main [class*=figure] button', 'main [class*=figure] + [class*=figure] button'],
  },
  {
    // There and back, which brings the lower charts into sight.
    name: '01-beranda-grafik-bawah',
    ...page,
    click: ['main [class*=figure]:last-child button', 'main [class*=figure]:last-child button'],
  },
  {
    // Whoever may see the agenda has its next days on the first page.
    name: '01-beranda-grafik-tenggat',
    ...page,
    home: { ...page.home, person: personOf('uji-widodo', 'Uji Widodo', 'ACCESS_MANAGER') },
    answers: { ...page.answers, 'agenda.view': agendaView },
    click: ['main [class*=figure]:last-child button', 'main [class*=figure]:last-child button'],
  },
  {
    name: '01-beranda-grafik-tenggat-tabel',
    ...page,
    home: { ...page.home, person: personOf('uji-widodo', 'Uji Widodo', 'ACCESS_MANAGER') },
    answers: { ...page.answers, 'agenda.view': agendaView },
    click: ['main [class*=figure]:last-child button'],
  },
];
