/**
 * The five agreements that the domain compares (2.1), as profiles: their rules and dates, without anybody's name and in a region
 * that does not exist.
 */
const eight = [
  'NIK',
  'FULL_NAME',
  'SEX',
  'BIRTH_PLACE',
  'BIRTH_DATE',
  'MARITAL_STATUS',
  'OCCUPATION',
  'ADDRESS',
];
const nine = ['FAMILY_CARD_NO', ...eight];

const title =
  'PEMANFAATAN NOMOR INDUK KEPENDUDUKAN, DATA KEPENDUDUKAN DAN KARTU TANDA PENDUDUK ELEKTRONIK DALAM LAYANAN LINGKUP TUGAS INSTANSI CONTOH';
const party = (label: string, name: string) => ({ label, type: 'CONTOH', name, region: '40' });
const parties = (number: string, label = 'PIHAK KESATU') => ({
  party1: party(label, `Dinas Dukcapil Contoh ${number}`),
  party2: party('PIHAK KEDUA', `Instansi Contoh ${number}`),
});
const numbers = (number: string) => ({ party1: `${number}/1/CONTOH`, party2: `${number}/2/CONTOH` });
const noQuota = { dailyHits: null, unlimitedAfterPoc: false, pocLetter: null };
const quota = { dailyHits: 200, unlimitedAfterPoc: true, pocLetter: null };
const network = { closedOnly: true, points: 1, bandwidthMbps: 1 };
const juknisPeople = {
  accessManager: false,
  permanentStaffOnly: true,
  dukcapilApproval: false,
  sptjm: true,
  nda: true,
};
const codeLists = { aidTypes: [{ code: 'BANTUAN', label: 'Bantuan contoh' }] };
const services = [{ code: 'BANTUAN', name: 'Bantuan contoh', aidType: 'BANTUAN' }];
const nik = { code: 'NIK', label: 'NIK', required: true };
const recipient = (label: string) => ({ code: 'RECIPIENT_INFO', label, required: true, maxLength: 120 });
const aid = {
  code: 'AID_TYPE',
  label: 'Jenis bantuan yang diterima',
  required: true,
  codeList: 'aidTypes',
};
const reports = {
  periods: ['S1', 'S2'],
  deadlineWorkingDays: 10,
  anchor: 'SEMESTER_END',
  to: ['DUKCAPIL_LOCAL'],
  copies: [] as string[],
  channels: ['HARD_COPY', 'EMAIL'],
};
const iso = { required: true, textAsWritten: 'ISO/IEC 27001', monthsFromSigning: 6 };
const extension = { leadMonths: 2, addressee: 'DITJEN', via: 'DUKCAPIL_LOCAL', windowOpensMonthsBefore: 6 };
const letterOf = (date: string) => ({ number: '1/CONTOH', date, subject: 'Persetujuan' });

const central = {
  profileId: 'sumber-000',
  profileVersion: 1,
  kind: 'DATA_INTEROP',
  numbers: numbers('000'),
  title: 'INTEROPERABILITAS DATA DAN INFORMASI CONTOH',
  purpose: 'interoperabilitas dua sistem data',
  parties: parties('000'),
  signedOn: '2026-01-26',
  term: { rule: 'DURATION', years: 5 },
  timeZone: 'Asia/Jakarta',
  accessMethods: [],
  identityDocuments: [],
  elements: {},
  readerPolicy: 'NOT_ALLOWED',
  quota: noQuota,
  network: { closedOnly: true, points: 0, bandwidthMbps: 1 },
  people: { ...juknisPeople, permanentStaffOnly: false, sptjm: false, nda: false },
  dataBalikan: { mode: 'NONE', fields: [] },
  unilateralShutdown: {
    allowedFor: ['PARTY1', 'PARTY2'],
    triggers: ['LEAK', 'MALWARE', 'HACK', 'OTHER'],
  },
  contacts: { changeNoticeWorkingDays: 14 },
  monitoring: { minPerYear: 1 },
};

const village = {
  ...central,
  profileId: 'sumber-001',
  kind: 'DUKCAPIL_ACCESS',
  numbers: numbers('001'),
  title,
  purpose: 'verifikasi dan validasi penerima bantuan dan pemohon layanan',
  parties: parties('001'),
  signedOn: '2023-01-13',
  term: { rule: 'FIXED_END', end: '2024-01-12' },
  approvalLetter: letterOf('2022-12-01'),
  technicalGuide: { type: 'JUKNIS', number: '001/J/CONTOH', date: '2023-01-13' },
  accessMethods: ['WEB_PORTAL'],
  identityDocuments: ['KTP_EL'],
  elements: { WEB_PORTAL: nine },
  readerPolicy: 'SPECIFICATION_ONLY',
  network,
  people: { ...juknisPeople, permanentStaffOnly: false, sptjm: false, nda: false },
  services,
  codeLists,
  dataBalikan: {
    mode: 'MANUAL',
    fields: [
      nik,
      recipient('nomor/keterangan penerima bantuan'),
      aid,
      { code: 'SERVICE_REGISTRATION_NO', label: 'nomor registrasi layanan', required: true },
      { code: 'SERVICE_TYPE', label: 'jenis layanan', required: true },
    ],
  },
  reports,
  iso27001: { ...iso, textAsWritten: '27001:2013' },
  unilateralShutdown: { allowedFor: ['PARTY1'], triggers: ['BREACH'] },
  contacts: { changeNoticeWorkingDays: null },
  monitoring: { minPerYear: 0 },
};

const { approvalLetter: _letter, iso27001: _iso, ...unlettered } = village;
const secretariat = {
  ...unlettered,
  profileId: 'sumber-002',
  numbers: numbers('002'),
  purpose: 'pemanfaatan data kependudukan dalam pelayanan',
  parties: parties('002', 'PIHAK PERTAMA'),
  signedOn: '2020-03-05',
  term: { rule: 'FIXED_END', end: '2025-03-05' },
  technicalGuide: { type: 'SOP', number: '002/S/CONTOH', date: '2020-03-05' },
  // Access "as needed", its method and elements not named: nothing is granted until an addendum says what.
  accessMethods: [],
  elements: {},
  readerPolicy: 'NOT_ALLOWED',
  people: {
    ...juknisPeople,
    accessManager: true,
    permanentStaffOnly: true,
    dukcapilApproval: true,
    sptjm: false,
    nda: false,
  },
  dataBalikan: { mode: 'PULL_BY_DUKCAPIL', fields: [] },
  reports: { ...reports, copies: ['DITJEN', 'GUBERNUR'] },
};

const socialAffairs = {
  ...village,
  profileId: 'sumber-003',
  numbers: numbers('003'),
  purpose: 'verifikasi dan validasi data penerima bantuan',
  parties: parties('003'),
  signedOn: '2025-05-20',
  term: { rule: 'DURATION', years: 2 },
  approvalLetter: letterOf('2025-04-01'),
  technicalGuide: { type: 'JUKNIS', number: '003/J/CONTOH', date: '2025-05-20' },
  identityDocuments: ['KTP_EL', 'IKD'],
  readerPolicy: 'NOT_ALLOWED',
  quota,
  people: juknisPeople,
  dataBalikan: { mode: 'PUSH_WEB_SERVICE', fields: [nik, recipient('keterangan penerima bantuan'), aid] },
  iso27001: iso,
  extension,
};

const agriculture = {
  ...socialAffairs,
  profileId: 'sumber-004',
  numbers: numbers('004'),
  parties: parties('004'),
  signedOn: '2025-09-16',
  term: { rule: 'FIXED_END', end: '2027-09-16' },
  technicalGuide: { type: 'JUKNIS', number: '004/J/CONTOH', date: '2025-09-16' },
  accessMethods: ['WEB_PORTAL', 'CARD_READER'],
  elements: { WEB_PORTAL: eight, CARD_READER: eight },
  readerPolicy: 'OBLIGATORY',
  dataBalikan: {
    mode: 'PUSH_WEB_SERVICE',
    fields: [nik, recipient('nomor/keterangan penerima bantuan'), aid],
  },
  endDuties: {
    returnSam: true,
    deactivateReader: true,
    samRecipient: 'DITJEN_KI',
    sendVia: 'DUKCAPIL_LOCAL',
    samReturnWorkingDays: 10,
  },
};

export const sourceAgreements: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '000': central,
  '001': village,
  '002': secretariat,
  '003': socialAffairs,
  '004': agriculture,
};
