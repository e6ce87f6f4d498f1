/** The morning with its charts, as they are pictured: as charts, as tables, and at twice the size. */
import type { MorningView } from '../../electron/contract/index.ts';
import { agendaView, lateItems } from './agenda-cases.ts';
import type { Case } from './case.ts';
import { home, personOf } from './fixtures.ts';

const visits = [41, 38, 0, 0, 52, 47, 44, 39, 36, 0, 0, 58, 49, 36];

const days: MorningView['days'] = visits.map((served, index) => ({
  day: new Date(Date.UTC(2026, 8, 22 + index)).toISOString().slice(0, 10),
  served,
  notServed: Math.round(served / 12),
  inquiries: served + Math.round(served / 7),
  hits: served + Math.round(served / 6),
  closed: false,
}));
const [today] = days.slice(-1);
const others: MorningView['answers'] = [
  { outcome: 'MISMATCH', n: 27 },
  { outcome: 'NOT_FOUND', n: 9 },
  { outcome: 'FOUND_DECEASED', n: 4 },
  { outcome: 'AUTH_FAILED', n: 2 },
  { outcome: 'TECH_FAIL', n: 11 },
];
const sumOf = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);
const matches = sumOf(days.map(({ inquiries }) => inquiries)) - sumOf(others.map(({ n }) => n));

const view: MorningView = {
  dailyHits: 200,
  days,
  answers: [{ outcome: 'MATCH', n: matches }, ...others],
  backlog: [
    { age: 'TODAY', waiting: 9, held: 0 },
    { age: 'DAYS_3', waiting: 3, held: 2 },
    { age: 'WEEK', waiting: 0, held: 1 },
    { age: 'OLDER', waiting: 0, held: 1 },
  ],
};

/** The same day on the tiles as in the charts. */
const page = {
  page: 'home',
  home: {
    ...home,
    waiting: { ...home.waiting, reminders: 2, overdue: 1 },
    outbox: { waiting: 12, oldestAgeMs: 9 * 86_400_000, needsPerson: 4 },
    quota: { used: today?.hits ?? 0, limit: view.dailyHits, closed: false },
    today: { served: today?.served ?? 0, closedWithoutService: today?.notServed ?? 0 },
  },
  answers: { 'reports.morning': view },
} as const;

const manager = personOf('uji-widodo', 'Uji Widodo', 'ACCESS_MANAGER');

/** Whoever may see the agenda has its next days on the first page. */
const asManager = {
  ...page,
  home: { ...page.home, person: manager },
  answers: { ...page.answers, 'agenda.view': agendaView },
} as const;

const none = { served: 0, notServed: 0, inquiries: 0, hits: 0, closed: false };

/** Nobody was served yet, nothing is owed, and no day lies ahead. */
const firstDay = {
  ...asManager,
  home: {
    ...asManager.home,
    waiting: { ...home.waiting, reminders: 0, overdue: 0 },
    outbox: { waiting: 0, oldestAgeMs: null, needsPerson: 0 },
    quota: { used: 0, limit: 200, closed: false },
    today: { served: 0, closedWithoutService: 0 },
    keptCount: 0,
  },
  answers: {
    'reports.morning': {
      dailyHits: 200,
      days: view.days.map(({ day }) => ({ day, ...none })),
      answers: [],
      backlog: view.backlog.map(({ age }) => ({ age, waiting: 0, held: 0 })),
    },
    'agenda.view': { ...agendaView, items: [] },
  },
} as const;

/** As large as figures get: a national institution after five years. */
const fiveYears = {
  ...asManager,
  home: {
    ...asManager.home,
    outbox: { waiting: 238_412, oldestAgeMs: 400 * 86_400_000, needsPerson: 10_377 },
    quota: { used: (today?.hits ?? 0) * 2_413, limit: 170_000, closed: false },
    today: {
      served: (today?.served ?? 0) * 2_413,
      closedWithoutService: (today?.notServed ?? 0) * 2_109,
    },
    keptCount: 1_204_338,
  },
  answers: {
    'reports.morning': {
      dailyHits: 170_000,
      days: view.days.map((one, index) => ({
        ...one,
        served: one.served * 2_413,
        notServed: one.notServed * 2_109,
        inquiries: one.inquiries * 2_413,
        hits: index === 5 ? 170_000 : one.hits * 2_413,
        closed: index === 5,
      })),
      answers: view.answers.map(({ outcome, n }) => ({ outcome, n: n * 2_413 })),
      backlog: [
        { age: 'TODAY', waiting: 98_512, held: 210 },
        { age: 'DAYS_3', waiting: 120_004, held: 1_310 },
        { age: 'WEEK', waiting: 19_876, held: 2_440 },
        { age: 'OLDER', waiting: 20, held: 6_417 },
      ],
    },
    'agenda.view': agendaView,
  },
} as const satisfies Partial<Case>;

/** Everything that can be late is, under two agreements. */
const allLate = {
  ...asManager,
  home: { ...asManager.home, waiting: { ...home.waiting, reminders: 4, overdue: 9 } },
  answers: { ...asManager.answers, 'agenda.view': { ...agendaView, items: lateItems } },
} as const;

/** The line was down for weeks: most of it is old, and a good part waits for a person. */
const unsent = {
  ...page,
  home: {
    ...page.home,
    outbox: { waiting: 1_382, oldestAgeMs: 26 * 86_400_000, needsPerson: 57 },
    quota: { used: today?.hits ?? 0, limit: null, closed: false },
  },
  answers: {
    'reports.morning': {
      ...view,
      dailyHits: null,
      backlog: [
        { age: 'TODAY', waiting: 52, held: 0 },
        { age: 'DAYS_3', waiting: 161, held: 0 },
        { age: 'WEEK', waiting: 204, held: 4 },
        { age: 'OLDER', waiting: 965, held: 53 },
      ],
    },
  },
} as const satisfies Partial<Case>;

const tables = [1, 2, 3, 4, 5].map((nth) => `main [class*=figure]:nth-of-type(${nth}) button`);

export const morningCases: readonly Case[] = [
  { name: '01-beranda-grafik', ...page },
  { name: '01-beranda-grafik-720', ...asManager, height: 720 },
  { name: '01-beranda-grafik-lengkap', ...asManager, whole: true },
  { name: '01-beranda-grafik-200-persen', ...asManager, zoom: 2, whole: true },
  { name: '01-beranda-grafik-tabel', ...asManager, whole: true, click: tables },
  { name: '01-beranda-hari-pertama', ...firstDay, whole: true },
  { name: '01-beranda-lima-tahun', ...fiveYears, whole: true },
  { name: '01-beranda-lima-tahun-200-persen', ...fiveYears, zoom: 2, whole: true },
  { name: '01-beranda-lima-tahun-tabel', ...fiveYears, whole: true, zoom: 2, click: tables },
  { name: '01-beranda-semua-terlambat', ...allLate, whole: true },
  { name: '01-beranda-semua-terlambat-200-persen', ...allLate, zoom: 2, whole: true },
  { name: '01-beranda-tunggakan', ...unsent, whole: true },
];
