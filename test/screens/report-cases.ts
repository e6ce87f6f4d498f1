/** Semester reports as they are pictured: one to be written, one handed in, the figures, and the step that is due. */
import {
  appFailure,
  type EvaluationView,
  type ReportRow,
  type SemesterReportFields,
  type ShutHome,
} from '../../electron/contract/index.ts';
import type { Case } from './case.ts';
import { home, lampsReady, now, personOf } from './fixtures.ts';

const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'];
const none = {
  deceased: 2,
  duplicate: 0,
  notFound: 3,
  inactive: 1,
  format: 0,
  signInFailed: 0,
  quotaUsedUp: 0,
  accessInactive: 0,
};

const figures: SemesterReportFields = {
  version: 1,
  kind: 'SEMESTER',
  from: '2026-07-01',
  to: '2026-12-31',
  access: months.map((month, index) => ({
    month,
    serviceDays: 21,
    inquiries: 410 + index,
    found: 400 + index,
    ...none,
    technical: 4,
    busiestDayPerMille: 640,
  })),
  readers: [
    {
      reader: 'RDR-CONTOH-1',
      sam: 'SAM-CONTOH-0001',
      place: 'Loket 1',
      status: 'digunakan',
      reads: 2380,
      fingerMatched: null,
      fingerFailed: null,
      checkedByOfficer: 2372,
      keptWithConsent: 610,
      consentRefused: 88,
      consentWithdrawn: 2,
    },
    {
      reader: null,
      sam: '–',
      place: 'Loket 2',
      status: '–',
      reads: 14,
      fingerMatched: null,
      fingerFailed: null,
      checkedByOfficer: 14,
      keptWithConsent: 0,
      consentRefused: 0,
      consentWithdrawn: 0,
    },
  ],
  services: [
    {
      service: 'Bantuan benih',
      visits: 1500,
      matched: 1460,
      differed: 30,
      served: 1471,
      notServed: 29,
      withKtpEl: 1402,
      withIkd: 61,
    },
  ],
  balikan: months.map((month) => ({
    month,
    due: 245,
    sent: 245,
    acknowledged: 243,
    rejected: 0,
    waiting: 2,
    withoutService: 5,
    reason: '',
  })),
  users: { active: 3, added: 1, revoked: 0, sptjm: 1, nda: 1, userIdBasts: [] },
  security: { iso: null, patternExceptions: 1, incidents: 0, notices: 0 },
};

const row = (change: Partial<ReportRow>): ReportRow => ({
  reportId: 'tirta-pangan-2026-s2',
  agreementId: 'tirta-pangan',
  number: '470.1/0007/CONTOH/2026',
  year: 2026,
  half: 2,
  from: '2026-07-01',
  to: '2026-12-31',
  final: false,
  status: 'DRAFT',
  due: { day: '2027-01-15', provisional: true, passed: false, safe: ['2026-12-14', '2026-12-31'] },
  version: 1,
  nil: false,
  figures,
  narrative: null,
  correction: null,
  note: '',
  signed: [],
  events: ['SUBMIT'],
  ...change,
});

const firstHalf = { ...figures, from: '2026-03-02', to: '2026-06-30' };
const words = {
  obstacles: 'Jaringan tertutup terputus dua hari pada bulan April.',
  followUp: 'Penyedia jaringan memasang jalur cadangan.',
  suggestions: '',
};
const correction = {
  number: '400.12/0088/CONTOH/2026',
  date: '2026-08-03',
  reason: 'pembacaan di loket 2 belum dimuat',
};

const page = {
  page: 'home',
  hash: '#laporan',
  home: { ...home, person: personOf('uji-widodo', 'Uji Widodo', 'ACCESS_MANAGER') },
  answers: {
    'reports.list': [
      row({}),
      row({
        reportId: 'tirta-pangan-2026-s1',
        half: 1,
        from: '2026-03-02',
        to: '2026-06-30',
        status: 'SUBMITTED',
        due: null,
        version: 2,
        narrative: words,
        correction,
        signed: [
          {
            ...{
              version: 1,
              number: '045/7/CONTOH/2026',
              signedOn: '2026-07-03',
              signedBy: 'Contoh Pratama',
            },
            ...{ figures: firstHalf, narrative: null, correction: null },
            submitted: {
              on: '2026-07-10',
              channel: 'kurir tercatat',
              copies: 'Gubernur Contoh; Ditjen Dukcapil',
            },
            received: { number: '470/99/CONTOH/2026', date: '2026-07-15' },
          },
          {
            ...{
              version: 2,
              number: '045/9/CONTOH/2026',
              signedOn: '2026-08-12',
              signedBy: 'Contoh Pratama',
            },
            ...{ figures: { ...firstHalf, version: 2 }, narrative: words, correction },
            ...{ submitted: { on: '2026-08-13', channel: 'surat dan surel' }, received: null },
          },
        ],
        events: ['RECEIVE', 'CORRECT'],
      }),
    ],
  },
} as const;

const nothing = { ...figures, version: 1, kind: 'FINAL', from: '2026-10-01', to: '2026-10-01' } as const;
const nil = row({
  reportId: 'tirta-pangan-2026-s2',
  from: '2026-10-01',
  to: '2026-10-01',
  final: true,
  nil: true,
  due: { day: '2026-10-15', provisional: false, passed: true, safe: [] },
  figures: {
    ...nothing,
    access: figures.access.slice(3, 4).map(({ month }) => ({
      ...{ month, serviceDays: 0, inquiries: 0, found: 0, technical: 0, busiestDayPerMille: 0 },
      ...{ deceased: 0, duplicate: 0, notFound: 0, inactive: 0, format: 0 },
      ...{ signInFailed: 0, quotaUsedUp: 0, accessInactive: 0 },
    })),
    readers: [],
    services: [],
    balikan: [],
  },
});
/** The final report of a semester with one day of agreement, in which nothing was asked, and which is late. */
const late = { ...page, answers: { 'reports.list': [nil] } };

/** A report of which there are two versions, alone on its page. */
const corrected = { ...page, answers: { 'reports.list': page.answers['reports.list'].slice(1) } };

const shown = {
  agreementId: 'tirta-pangan',
  from: '2026-07-01',
  to: '2026-10-05',
  visitor: 'Dinas Dukcapil Kabupaten Tirta Contoh',
};

const asked = ['form input'];
const days = (from: string, to: string) => [...from, 'Tab', ...to, 'Enter'];
const onDemand = { ...page, answers: { 'reports.list': [], 'reports.figures': nil.figures } };
const ahead = appFailure('PERIOD_NOT_COUNTED', 'report', undefined, {
  dari: '02-03-2026',
  sampai: '05-10-2026',
});

const hour = 3_600_000;
const view: EvaluationView = {
  number: '470.1/0007/CONTOH/2026',
  visitor: shown.visitor,
  figures,
  people: [
    { role: 'OPERATOR', n: 2 },
    { role: 'ACCESS_MANAGER', n: 1 },
    { role: 'ACCESS_RESPONSIBLE', n: 1 },
  ],
  operators: [{ status: 'ACTIVE', n: 2 }],
  cards: [
    { status: 'ACTIVE', n: 1 },
    { status: 'SUSPENDED', n: 1 },
  ],
  reports: [{ year: 2026, half: 1, status: 'RECEIVED', version: 2, final: false, nil: false }],
  incidents: [
    {
      kind: 'LEAK',
      reportedAt: now - 28 * hour,
      confirmedAt: now - 20 * hour,
      dueAt: now + 52 * hour,
      notices: 1,
      closedAt: null,
    },
  ],
  papers: { made: 12, drafts: 3, signed: 8 },
  audit: {
    entries: 18_204,
    headHash: '0a1b2c3d'.repeat(8),
    brokenAt: null,
    latest: [
      { seq: 18_204, at: now - 60_000, event: 'SCREEN_LOCKED' },
      { seq: 18_203, at: now - 61_000, event: 'EVALUATION_BEGAN' },
    ],
  },
};

const locked: ShutHome = {
  version: '0.1.0',
  training: false,
  language: 'id',
  theme: 'light',
  lamps: lampsReady,
  gate: 'LOCKED',
  who: 'Uji Widodo',
  institution: 'Dinas Pangan dan Perkebunan Kabupaten Tirta Contoh',
  counter: 'Loket 1',
  samplePeople: [],
  evaluation: shown,
};

const evaluation = { page: 'home', home: locked, answers: { 'evaluation.view': view } } as const;

export const reportCases: readonly Case[] = [
  { name: '09-laporan', ...page },
  { name: '09-laporan-200-persen', ...page, zoom: 2 },
  { name: '09-laporan-angka', ...page, click: ['li button[aria-expanded=false]'] },
  { name: '09-laporan-terlambat', ...late, click: ['li button[aria-expanded=false]'] },
  { name: '09-laporan-versi', ...corrected },
  { name: '09-laporan-versi-lama', ...corrected, click: ['[data-version="1"] button[aria-expanded=false]'] },
  { name: '09-laporan-perbaiki', ...page, click: ['li [data-act=CORRECT]'] },
  { name: '09-laporan-ajukan', ...page, click: ['li [data-act=SUBMIT]'] },
  { name: '09-laporan-satu-hari', ...onDemand, click: asked, press: days('01102026', '01102026') },
  { name: '09-laporan-terbalik', ...onDemand, click: asked, press: days('02102026', '01102026') },
  {
    ...{ name: '09-laporan-belum-tiba', ...onDemand, click: asked },
    ...{ press: days('01102026', '31102026'), refusals: { 'reports.figures': ahead } },
  },
  { name: '09-laporan-mulai-evaluasi', ...page, click: ['[data-act=BEGIN_EVALUATION]'] },
  { name: '09-evaluasi', ...evaluation },
  { name: '09-evaluasi-200-persen', ...evaluation, zoom: 2 },
  { name: '09-evaluasi-selesai', ...evaluation, press: ['Escape'] },
];
