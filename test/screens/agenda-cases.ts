/** The agenda as it is pictured: something overdue, something to be done, what lies ahead, and the holidays beneath. */
import type { AgendaItem } from '../../electron/contract/index.ts';
import type { Case } from './case.ts';
import { home, now, personOf } from './fixtures.ts';

const agreement = { agreementId: 'tirta-pangan', number: '470.1/0007/CONTOH/2026' };

const item = (change: Partial<AgendaItem> & Pick<AgendaItem, 'key' | 'say' | 'stage'>): AgendaItem => ({
  kind: 'REPORT',
  rule: 'R-111',
  words: {},
  agreement,
  who: ['ACCESS_MANAGER'],
  place: 'agreements',
  detail: null,
  due: null,
  dueAt: null,
  left: null,
  level: 1,
  mine: true,
  reminds: change.stage !== 'AHEAD',
  dueBefore: null,
  ...change,
});

const items: readonly AgendaItem[] = [
  item({
    key: 'ISO',
    kind: 'ISO',
    rule: 'R-120',
    say: 'ISO_DUE',
    stage: 'OVERDUE',
    words: { standar: 'ISO/IEC 27001', tanggal: '2026-09-02' },
    due: { day: '2026-09-02', provisional: false },
    left: { unit: 'DAYS', n: -33 },
    place: 'agenda',
  }),
  item({
    key: 'REQUEST',
    kind: 'REQUEST',
    rule: 'R-093',
    say: 'WITHDRAWAL_DUE',
    stage: 'SOON',
    words: { batas: now + 5 * 3_600_000 },
    due: { at: now + 5 * 3_600_000 },
    left: { unit: 'HOURS', n: 5 },
    agreement: null,
    place: 'requests',
  }),
  item({
    key: 'REPORT-DUE',
    say: 'REPORT_DUE_SOON',
    stage: 'DUE',
    words: { semester: 'I', tahun: '2026', tanggal: '2026-10-05', sisa: 0 },
    who: ['ACCESS_RESPONSIBLE'],
    due: { day: '2026-10-05', provisional: false },
    left: { unit: 'WORKING_DAYS', n: 0 },
    place: 'reports',
  }),
  item({
    key: 'NDA',
    kind: 'NDA',
    rule: 'R-012',
    say: 'NDA_WAITING',
    stage: 'OPEN',
    words: { jumlah: 2 },
    place: 'people',
  }),
  item({
    key: 'REPORT',
    say: 'REPORT_AHEAD',
    stage: 'AHEAD',
    words: { semester: 'II', tahun: '2026', tanggal: '2027-01-15', dibuka: '2026-12-01' },
    due: { day: '2027-01-15', provisional: true },
    left: { unit: 'WORKING_DAYS', n: 72 },
    dueBefore: '2027-01-13',
  }),
];

/** Everything that can be late is, in the order in which main tells it. */
export const lateItems: readonly AgendaItem[] = (
  [
    ['MONITORING', 'MONITORING_DUE', 'DAYS', -217, '2026-03-02'],
    ['REPORT', 'REPORT_OVERDUE', 'WORKING_DAYS', -58, '2026-07-14'],
    ['ISO', 'ISO_DUE', 'DAYS', -33, '2026-09-02'],
    ['BALIKAN', 'BALIKAN_BACKLOG', 'WORKING_DAYS', -16, '2026-09-11'],
    ['SAM_RETURN', 'SAM_SHIPMENT_OVERDUE', 'WORKING_DAYS', -12, '2026-09-17'],
    ['EXTENSION', 'EXTENSION_LATE', 'WORKING_DAYS', -3, '2026-09-30'],
    ['OFFICE_CHANGE', 'NOTIFY_OFFICE_CHANGE', 'WORKING_DAYS', -2, '2026-10-01'],
    ['CONTACT_CHANGE', 'CONTACT_CHANGE_DUE', 'WORKING_DAYS', -1, '2026-10-02'],
    ['BREACH', 'BREACH_CLOCK', 'HOURS', -7, ''],
    ['INCIDENT', 'INCIDENT_UNDECIDED', 'HOURS', -7, ''],
  ] as const
).map(([kind, say, unit, n, day], index) =>
  item({
    key: kind,
    kind,
    say,
    stage: 'OVERDUE',
    agreement: index % 2 === 0 ? agreement : { agreementId: 'lain', number: '470.1/0012/CONTOH/2025' },
    words: {
      standar: 'ISO/IEC 27001',
      tanggal: day,
      tanggalAkhir: '2026-11-30',
      semester: 'I',
      tahun: '2026',
      jumlah: 2,
      waktu: now - 7 * 3_600_000,
      batas: now - 7 * 3_600_000,
      nomor: 'INS-CONTOH-1',
      umurMs: 26 * 86_400_000,
      hari: -n,
      jam: 0,
      perlu: 1,
    },
    due: day === '' ? { at: now - 7 * 3_600_000 } : { day, provisional: false },
    left: { unit, n },
  }),
);

export const agendaView = {
  items,
  holidays: [
    {
      year: 2026,
      legalSource: 'SKB 3 Menteri Nomor 1497 Tahun 2025, Nomor 2 Tahun 2025, Nomor 5 Tahun 2025',
      publicHolidays: ['2026-01-01', '2026-08-17'],
      collectiveLeave: ['2026-02-16'],
      version: 0,
      installedBy: null,
      installedAt: null,
    },
  ],
  weeks: [
    {
      workingWeek: 'MON_SAT',
      collectiveLeaveIsWorkday: false,
      from: '2026-11-02',
      legalSource: 'Keputusan Bupati Contoh Nomor 065/7/CONTOH Tahun 2026, 1 Oktober 2026',
      setBy: 'Contoh Pratama',
      setAt: now,
      replaced: false,
    },
    {
      workingWeek: 'MON_SAT',
      collectiveLeaveIsWorkday: true,
      from: '2027-01-04',
      legalSource: 'Keputusan Bupati Contoh Nomor 065/6/CONTOH Tahun 2026',
      setBy: 'Contoh Pratama',
      setAt: now - 86_400_000,
      replaced: true,
    },
  ],
  nextDay: '2026-10-06',
  maySetCalendar: true,
  agreements: [{ ...agreement, acts: ['RECORD_ISO', 'RECORD_MONITORING', 'NOTE_CONTACT_CHANGE'] }],
} as const;

const page = {
  page: 'home',
  hash: '#agenda',
  home: {
    ...home,
    person: personOf('uji-widodo', 'Uji Widodo', 'ACCESS_MANAGER', 'ACCESS_RESPONSIBLE'),
    waiting: { ...home.waiting, reminders: 3 },
  },
  answers: {
    'agenda.view': agendaView,
    'agenda.setWorkingWeek': {
      moved: [
        { kind: 'REPORT', number: agreement.number, before: '2027-01-15', now: '2027-01-13' },
        { kind: 'OFFICE_CHANGE', number: null, before: '2026-10-20', now: '2026-10-15' },
      ],
    },
  },
} as const;

export const agendaCases: readonly Case[] = [
  { name: '09-agenda', ...page },
  { name: '09-agenda-lengkap', ...page, whole: true },
  {
    name: '09-agenda-semua-terlambat',
    ...page,
    answers: { ...page.answers, 'agenda.view': { ...agendaView, items: lateItems } },
    whole: true,
  },
  { name: '09-agenda-lengkap-200-persen', ...page, zoom: 2, whole: true },
  { name: '09-agenda-hari-kerja', ...page, click: ['[data-act=SET_WORKING_WEEK]'] },
  {
    name: '09-agenda-hari-kerja-ditetapkan',
    ...page,
    click: ['[data-act=SET_WORKING_WEEK]', '[role=dialog] input[value=MON_SAT]'],
    press: ['Tab', 'Tab', ...'04012027', 'Tab', ...'Keputusan Bupati Contoh', 'Enter'],
  },
  { name: '09-agenda-catat-sertifikat', ...page, click: ['li[data-stage=OVERDUE] button'] },
];
