/** Values for every state of every page, typed by the contract. All persons and places are samples (domain 8). */
import type {
  AuditRow,
  ConsentQuestion,
  ElementPart,
  KeptRow,
  Lamps,
  OpenHome,
  OutboxRow,
  ReaderRow,
  ReceiptFacts,
  RecordView,
  Role,
  VisitView,
} from '../../electron/contract/index.ts';
import {
  actions,
  appFailure,
  consentNotice,
  consentReceipt,
  may,
  maySee,
} from '../../electron/contract/index.ts';
import { sample, verdicts } from './residents.ts';

/** A Monday morning, so that every picture shows the same day. */
export const now = Date.UTC(2026, 9, 5, 1, 12);
const minute = 60_000;
const hour = 60 * minute;

export const r1 = sample('R1');
export const r2 = sample('R2');

export const lampsReady: Lamps = {
  reader: { colour: 'ready' },
  sam: { colour: 'ready' },
  network: { colour: 'ready' },
};

export const readerGone: Failure = {
  code: 'READER_GONE',
  link: 'reader',
  cause: {
    id: 'Pembaca KTP-el tidak terhubung.',
    en: 'The KTP-el reader is not connected.',
  },
  cure: {
    id: 'Pasang kabel pembaca, lalu tunggu lampu Pembaca menyala siap.',
    en: 'Plug the reader in and wait for the lamp Reader to say ready.',
  },
  retry: 'after-cure',
  at: 'SCardGetStatusChange',
  detail: 'SCARD_E_READER_UNAVAILABLE',
};

export const cardTorn: Failure = {
  code: 'CARD_REMOVED',
  link: 'this-card',
  cause: {
    id: 'Kartu terangkat sebelum pembacaan selesai.',
    en: 'The card was lifted before the read was done.',
  },
  cure: {
    id: 'Letakkan kartu sekali lagi dan biarkan sampai layar menyatakan selesai.',
    en: 'Put the card down once more and leave it until the screen says it is done.',
  },
  retry: 'now',
  at: 'READ BINARY 6FF1 +208',
  detail: 'SCARD_W_REMOVED_CARD',
};

export type Failure = NonNullable<VisitView['failure']>;

const services = [
  { code: 'BANTUAN-BENIH', name: 'Bantuan benih' },
  { code: 'BANTUAN-PUPUK', name: 'Bantuan pupuk' },
  { code: 'BANTUAN-ALSINTAN', name: 'Bantuan alat dan mesin pertanian' },
];

/** Everything one person of the office may do and look at, by the same table the program asks. */
export function personOf(personId: string, name: string, ...held: readonly Role[]): OpenHome['person'] {
  return {
    personId,
    name,
    roles: held,
    may: actions.filter((action) => may(held, action)),
    maySee: actions.filter((action) => maySee(held, action)),
  };
}

export const home: OpenHome = {
  version: '0.1.0',
  training: true,
  language: 'id',
  theme: 'light',
  gate: 'OPEN',
  institution: 'Dinas Pangan dan Perkebunan Kabupaten Tirta Contoh',
  person: personOf('simula-ningsih', 'Simula Ningsih', 'OPERATOR'),
  counter: 'Loket 1',
  agreement: {
    agreementId: 'tirta-pangan',
    number: '470.1/0007/CONTOH/2026',
    lastDay: '2028-03-02',
    daysLeft: 514,
  },
  services,
  serviceCode: 'BANTUAN-BENIH',
  lamps: lampsReady,
  outbox: { waiting: 3, oldestAgeMs: 47 * minute, needsPerson: 0 },
  quota: { used: 38, limit: 200, closed: false },
  today: { served: 36, closedWithoutService: 2 },
  keptCount: 21,
  waiting: {
    proposals: 0,
    requests: 0,
    nextRequestDueAt: null,
    reminders: 0,
    overdue: 0,
    incidents: 0,
    setup: 0,
  },
  notices: [],
};

export const homeTroubled: OpenHome = {
  ...home,
  lamps: {
    reader: { colour: 'broken', failure: readerGone },
    sam: { colour: 'off' },
    network: {
      colour: 'warning',
      failure: appFailure('BALIKAN_UNREACHABLE', 'POST /api/store', 'ETIMEDOUT'),
    },
  },
  outbox: { waiting: 14, oldestAgeMs: 29 * hour, needsPerson: 2 },
  quota: { used: 187, limit: 200, closed: false },
  lookupsStopped: appFailure('LOOKUPS_STOPPED', 'USER_ID_INACTIVE'),
  notices: [appFailure('BALIKAN_TOKEN_REFUSED', 'POST /api/store', 'HTTP 401')],
};

const base: VisitView = {
  visitId: 'contoh-0001',
  state: 'READY',
  training: true,
  lamps: lampsReady,
  services,
  serviceCode: 'BANTUAN-BENIH',
  registrationNo: 'REG-20261005-0037',
  operator: 'Simula Ningsih',
  counter: 'Loket 1',
  cardPath: true,
  readerUsed: true,
  readerObligatory: true,
  documents: ['KTP_EL', 'IKD'],
  method: 'MATCH',
  identity: [],
  verdicts: [],
  serviceFields: [],
  turnAwaySeconds: 120,
  intents: ['selectService', 'typeNik'],
};

const storable: readonly ElementPart[] = ['NIK', 'FULL_NAME', 'BIRTH_DATE'];
const storableReasons: Readonly<Partial<Record<ElementPart, string>>> = {
  NIK: 'Memastikan satu penerima, satu bantuan',
  FULL_NAME: 'Mencetak tanda terima bantuan',
  BIRTH_DATE: 'Membedakan penerima bernama sama',
};

const asked = r1.identity
  .filter(({ part }) => storable.includes(part) || part.startsWith('ADDRESS'))
  .map((value) => ({ ...value, reason: storableReasons[value.part] ?? 'Menetapkan titik penyaluran' }));

const receiptFacts: ReceiptFacts = {
  institution: 'Dinas Pangan dan Perkebunan Kabupaten Tirta Contoh',
  purpose: 'verifikasi dan validasi data penerima bantuan sarana produksi pertanian',
  agreementNumber: '470.1/0007/CONTOH/2026',
  elements: asked.map(({ part, reason }) => ({ part, reason })),
  values: asked,
  retainedUntil: '2028-10-05',
  retention: 'P2Y',
  version: 'persetujuan-2026-11/TIRTA-PANGAN/v1',
  receiptNo: 'BP-20261005-0037',
  balikanLabels: ['NIK', 'Nomor/Keterangan penerima bantuan', 'Jenis bantuan'],
  holder: { nik: asked[0]?.value ?? '', name: asked[1]?.value ?? '' },
  counter: 'Loket 1',
  operator: 'Simula Ningsih',
  askedAt: now,
  timeZone: 'Asia/Jakarta',
  training: true,
};

const question: ConsentQuestion = {
  values: asked,
  retainedUntil: receiptFacts.retainedUntil,
  noticeVersion: receiptFacts.version,
  receiptNo: receiptFacts.receiptNo,
  notice: { id: consentNotice(receiptFacts, 'id'), en: consentNotice(receiptFacts, 'en') },
  receipt: { id: consentReceipt(receiptFacts, 'id'), en: consentReceipt(receiptFacts, 'en') },
  companion: 'OPTIONAL',
};

const serviceFields: VisitView['serviceFields'] = [
  {
    code: 'RECIPIENT_INFO',
    label: 'Nomor/Keterangan penerima bantuan',
    required: true,
    maxLength: 60,
    suggestion: 'REG-20261005-0037',
  },
  {
    code: 'AID_TYPE',
    label: 'Jenis bantuan',
    required: true,
    maxLength: 60,
    suggestion: 'Bantuan benih',
    choices: [
      { code: 'BENIH', label: 'Bantuan benih' },
      { code: 'PUPUK', label: 'Bantuan pupuk' },
      { code: 'ALSINTAN', label: 'Bantuan alat dan mesin pertanian' },
    ],
  },
];

const inService: Partial<VisitView> = { serviceFields, intents: ['recordService', 'closeWithoutService'] };

/** A view of the given state, from what the state before left. */
export function view(state: VisitView['state'], more: Partial<VisitView> = {}): VisitView {
  return { ...base, state, ...more };
}

const notices: Readonly<Record<string, { state: VisitView['state']; code?: string; text: string }>> = {
  FOUND_DECEASED: { state: 'RESULT_NO_DATA', code: '11', text: 'Data Ditemukan, Meninggal Dunia' },
  FOUND_DUPLICATE: { state: 'RESULT_NO_DATA', code: '12', text: 'Data Ditemukan, Data Ganda' },
  NOT_FOUND: {
    state: 'RESULT_NO_DATA',
    code: '13',
    text: 'Data tidak ditemukan, NIK tidak terdapat di database kependudukan',
  },
  FOUND_INACTIVE: {
    state: 'RESULT_NO_DATA',
    code: '14',
    text: 'Data Ditemukan, Status Non Aktif silahkan hubungi Dinas Dukcapil',
  },
  NOT_FOUND_BAD_FORMAT: {
    state: 'RESULT_NO_DATA',
    code: '15',
    text: 'Data tidak ditemukan, NIK tidak sesuai format Dukcapil',
  },
  AUTH_FAILED: { state: 'RESULT_BLOCKED', text: 'Gagal Login' },
  QUOTA_EXHAUSTED: { state: 'RESULT_BLOCKED', text: 'Kuota akses hari ini telah habis' },
  INSTITUTION_INACTIVE: { state: 'RESULT_BLOCKED', text: 'Instansi tidak aktif' },
  USER_ID_INACTIVE: {
    state: 'RESULT_BLOCKED',
    text: 'User ID non aktif, silahkan menghubungi Admin',
  },
  UNKNOWN_ANSWER: {
    state: 'RESULT_TECH_FAIL',
    code: '99',
    text: 'Layanan sedang dalam pemeliharaan terjadwal',
  },
};

export const noticeViews: readonly (readonly [string, VisitView])[] = Object.entries(notices).map(
  ([notice, { state, code, text }]) => [
    notice,
    view(state, {
      notice: {
        notice: notice as NonNullable<VisitView['notice']>['notice'],
        text,
        ...(code === undefined ? {} : { code }),
      },
      intents:
        state === 'RESULT_NO_DATA'
          ? ['awaitApplicant', 'closeWithoutService']
          : ['inquire', 'continueUnverified', 'closeWithoutService'],
    }),
  ],
);

export const visits = {
  ready: view('READY'),
  readyAfterService: view('READY', { previous: 'CLOSED_SERVED' }),
  readyPreparing: view('READY', {
    lamps: { ...lampsReady, reader: { colour: 'busy' }, sam: { colour: 'busy' } },
  }),
  readyReaderGone: view('READY', {
    lamps: { ...lampsReady, reader: { colour: 'broken', failure: readerGone }, sam: { colour: 'off' } },
  }),
  liftCard: view('READY', { liftCard: true, previous: 'CLOSED_SERVED' }),
  tornCard: view('OPENED', {
    failure: cardTorn,
    intents: ['selectService', 'typeNik', 'closeWithoutService', 'cancel'],
  }),
  tappedTooSoon: view('OPENED', {
    failure: appFailure('NIK_TOO_FAST', 'READ'),
    waitUntil: now + 4000,
    intents: ['selectService', 'typeNik', 'closeWithoutService', 'cancel'],
  }),
  nikRefused: view('READY', { failure: appFailure('NIK_FORMAT_INVALID', 'NIK', 'DATE') }),
  readingPhoto: view('CARD_TAPPED', {
    progress: { step: 'PHOTO', done: 0.18, usualMs: 2240 },
    intents: ['cancel'],
  }),
  readingBiodata: view('CARD_TAPPED', {
    progress: { step: 'BIODATA', done: 0.72, usualMs: 2240 },
    photo: r1.photo,
    identity: r1.identity.slice(0, 5),
    intents: ['cancel'],
  }),
  holder: view('CARD_READ', {
    photo: r1.photo,
    identity: r1.identity,
    inquiring: { sinceMs: 640 },
    cosign: 'SECOND_OFFICER',
    intents: ['holderMatches', 'holderDiffers', 'cancel'],
  }),
  holderFailed: view('HOLDER_FAILED', {
    cosign: 'SECOND_OFFICER',
    intents: ['closeWithoutService', 'cancel'],
  }),
  verifying: view('VERIFYING', {
    identity: r1.identity,
    inquiring: { sinceMs: 2200 },
    intents: ['cancel'],
  }),
  match: view('RESULT_MATCH', {
    identity: r1.identity,
    verdicts: verdicts(r1),
    intents: ['askConsent', 'closeWithoutService'],
  }),
  matchTyped: view('RESULT_MATCH', {
    cardPath: false,
    identity: r1.identity.slice(0, 2),
    verdicts: verdicts(r1).slice(0, 2),
    ...inService,
  }),
  mismatch: view('RESULT_MISMATCH', {
    identity: r2.identity,
    verdicts: verdicts(r2, ['ADDRESS.STREET', 'ADDRESS.RT']),
    intents: ['awaitApplicant', 'closeWithoutService'],
  }),
  gatewaySilent: view('RESULT_TECH_FAIL', {
    failure: appFailure('GATEWAY_TIMEOUT', 'POST CALL_VERIFY_BY_ELEMEN', 'after 15 s'),
    lamps: { ...lampsReady, network: { colour: 'warning', failure: appFailure('GATEWAY_TIMEOUT', 'POST') } },
    intents: ['inquire', 'continueUnverified', 'closeWithoutService'],
  }),
  gatewayRefused: view('RESULT_TECH_FAIL', {
    failure: appFailure('GATEWAY_REFUSED', 'connect', 'ECONNREFUSED'),
    lamps: {
      ...lampsReady,
      network: { colour: 'broken', failure: appFailure('GATEWAY_REFUSED', 'connect', 'ECONNREFUSED') },
    },
    intents: ['inquire', 'continueUnverified', 'closeWithoutService'],
  }),
  quotaUsedUp: view('RESULT_BLOCKED', {
    failure: appFailure('QUOTA_EXHAUSTED_LOCAL', 'INQUIRE'),
    intents: ['inquire', 'continueUnverified', 'closeWithoutService'],
  }),
  tooFast: view('RESULT_BLOCKED', {
    failure: appFailure('NIK_TOO_FAST', 'INQUIRE'),
    waitUntil: now + 14_000,
    intents: ['continueUnverified', 'closeWithoutService'],
  }),
  awaiting: view('AWAITING_APPLICANT', { intents: ['recheck', 'closeWithoutService', 'cancel'] }),
  consent: view('CONSENT_ASKED', {
    consent: question,
    identity: r1.identity,
    intents: ['grantConsent', 'refuseConsent', 'printReceipt', 'closeWithoutService'],
  }),
  consentOfChild: view('CONSENT_ASKED', {
    consent: { ...question, companion: 'REQUIRED' },
    identity: r1.identity,
    failure: appFailure('PRINTER_UNAVAILABLE', 'print', 'ENOENT'),
    intents: ['grantConsent', 'refuseConsent', 'printReceipt', 'closeWithoutService'],
  }),
  serviceAgreed: view('CONSENT_GRANTED', {
    consentDecision: 'GRANTED',
    verdicts: verdicts(r1),
    serviceFields,
    intents: ['recordService', 'refuseConsent', 'closeWithoutService'],
  }),
  serviceRefused: view('CONSENT_REFUSED', {
    consentDecision: 'REFUSED',
    verdicts: verdicts(r1),
    ...inService,
  }),
  serviceEmpty: view('CONSENT_REFUSED', {
    consentDecision: 'REFUSED',
    verdicts: verdicts(r1),
    ...inService,
    serviceFields: serviceFields.map(({ suggestion: _, ...field }) => field),
  }),
  serviceUnverified: view('UNVERIFIED_CONTINUED', inService),
  saving: view('SERVICE_RECORDED', { intents: ['recordService'] }),
  diskFull: view('SERVICE_RECORDED', {
    failure: appFailure('STORE_DISK_FULL', 'COMMIT', 'SQLITE_FULL'),
    serviceFields,
    consentDecision: 'GRANTED',
    verdicts: verdicts(r1),
    intents: ['recordService'],
  }),
  done: view('CLOSED_SERVED', { intents: [] }),
  closed: view('CLOSED_NO_SERVICE', { intents: [] }),
} as const satisfies Record<string, VisitView>;

export const record: RecordView = {
  recordId: 'arsip-contoh-0001',
  receiptNo: 'BP-20261005-0037',
  consentedAt: new Date(now).toISOString(),
  retainedUntil: '2028-10-05',
  purpose: 'Verifikasi dan penyaluran bantuan sarana produksi pertanian',
  values: question.values.map(({ part, value }) => ({ part, value })),
  companion: { name: 'Misal Lestari', relation: 'Anak' },
  receipt: { pdfSha256: 'c0'.repeat(32), fieldsSha256: '0c'.repeat(32) },
};

export const recordUnreadable: RecordView = {
  ...record,
  values: [],
  failure: appFailure('ENVELOPE_UNREADABLE', 'recordKey'),
};

export const outboxRows: readonly OutboxRow[] = [
  {
    status: 'QUEUED' as const,
    attempts: 2,
    nextAttemptAt: now + 9 * minute,
    lastFailure: 'BALIKAN_UNREACHABLE',
  },
  { status: 'SENDING' as const, attempts: 1, nextAttemptAt: null, lastFailure: null },
  { status: 'REJECTED' as const, attempts: 1, nextAttemptAt: null, lastFailure: 'HTTP 422: JENIS_BANTUAN' },
  { status: 'PARKED' as const, attempts: 20, nextAttemptAt: null, lastFailure: 'BALIKAN_SERVER_ERROR' },
  { status: 'ACKNOWLEDGED' as const, attempts: 1, nextAttemptAt: null, lastFailure: null },
  { status: 'ACKNOWLEDGED' as const, attempts: 3, nextAttemptAt: null, lastFailure: null },
].map((row, index) => ({
  ...row,
  itemId: `contoh-item-${index}`,
  serviceCode: services[index % 3]?.code ?? '',
  registrationNo: `REG-20261005-${String(36 - index).padStart(4, '0')}`,
  createdAt: now - index * 17 * minute,
  acknowledgedAt: row.status === 'ACKNOWLEDGED' ? now - index * 16 * minute : null,
  duplicate: index === 5,
  agreementId: 'pks-a',
  revision: index === 4 ? 1 : 0,
  note: row.status === 'PARKED' ? 'Menunggu jawaban Dinas Dukcapil' : null,
  channel: 'PUSH',
}));

export const keptRows: readonly KeptRow[] = ['400101******0001', '400101******0002', '400201******0003'].map(
  (maskedNik, index) => ({
    recordId: `arsip-contoh-000${index}`,
    receiptNo: `BP-20261005-00${37 - index}`,
    maskedNik,
    elements: ['NIK', 'FULL_NAME', 'BIRTH_DATE', 'ADDRESS.STREET', 'ADDRESS.RT'],
    consentedAt: now - index * 3 * hour,
    retainedUntil: '2028-10-05',
    withdrawnAt: index === 2 ? now - hour : null,
  }),
);

export const auditRows: readonly AuditRow[] = [
  { event: 'VISIT_MOVED', outcome: null, details: ['from CLOSING', 'to CLOSED_SERVED', 'by CLOSED'] },
  { event: 'BALIKAN_QUEUED', outcome: null, details: ['itemId balikan-contoh-0037'] },
  {
    event: 'CONSENT_RECORDED',
    outcome: 'GRANTED',
    details: ['consentId persetujuan-contoh-0037', 'elements NIK, FULL_NAME', 'evidence PAPER_SIGNATURE'],
  },
  {
    event: 'INQUIRED',
    outcome: 'MATCH',
    details: ['permitId izin-contoh-0074', 'ms 184'],
  },
  { event: 'PERMIT_GIVEN', outcome: null, details: ['kind INQUIRE', 'permitId izin-contoh-0074'] },
  { event: 'CARD_READ', outcome: 'OK', details: ['ms 2214'] },
  { event: 'PERMIT_GIVEN', outcome: null, details: ['kind READ', 'permitId izin-contoh-0073'] },
].map((row, index) => ({
  ...row,
  seq: 412 - index,
  at: now - index * 9000,
  actor: 'Simula Ningsih',
  about: 'tirta-pangan',
  visitId: 'f3c1d2aa-contoh-0037',
}));

export const readerRows: readonly ReaderRow[] = [
  { name: 'Contoh Kontak Ganda 00 00', role: 'CARD', cardPresent: true },
  { name: 'Contoh Kontak Ganda 00 01', role: 'SAM', cardPresent: true },
  { name: 'Kunci Keamanan Contoh 01 00', role: 'NONE', cardPresent: true },
];
