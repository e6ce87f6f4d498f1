/** Semester reports as they are pictured: one to be written, one handed in, the figures, and the step that is due. */
import type { ReportRow, SemesterReportFields } from '../../electron/contract/index.ts';
import type { Case } from './case.ts';
import { home, personOf } from './fixtures.ts';

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
      status: 'IN_SERVICE',
      reads: 2380,
      fingerMatched: null,
      fingerFailed: null,
      checkedByOfficer: 2372,
      keptWithConsent: 610,
      consentRefused: 88,
      consentWithdrawn: 2,
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
      withKtpEl: null,
      withIkd: null,
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
  version: 1,
  nil: false,
  figures,
  narrative: null,
  note: '',
  signed: [],
  events: ['SUBMIT'],
  ...change,
});

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
        version: 2,
        nil: true,
        signed: [{ version: 1, number: '045/7/CONTOH/2026', signedOn: '2026-07-03' }],
        events: ['RECEIVE', 'CORRECT'],
      }),
    ],
  },
} as const;

export const reportCases: readonly Case[] = [
  { name: '09-laporan', ...page },
  { name: '09-laporan-200-persen', ...page, zoom: 2 },
  { name: '09-laporan-angka', ...page, click: ['li button[aria-expanded=false]'] },
  { name: '09-laporan-ajukan', ...page, click: ['li button:first-child'] },
];
