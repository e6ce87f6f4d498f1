/** Agreements, approvals and the emergency stop as they are pictured: every state, every act, the editor and what it refuses. */
import type {
  AgreementDetail,
  AgreementProfile,
  AgreementRow,
  ProposalRow,
  Role,
} from '../../electron/contract/index.ts';
import { agreementProfile, appFailure, changesBetween, leavesOf } from '../../electron/contract/index.ts';
import interopFile from '../../resources/agreements/interop.json' with { type: 'json' };
import tirtaFile from '../../resources/agreements/tirta-pangan.json' with { type: 'json' };
import type { Case } from './case.ts';
import { home, now, personOf } from './fixtures.ts';

const tirta = agreementProfile.parse(tirtaFile);
const interop = agreementProfile.parse(interopFile);
const day = 24 * 3_600_000;
const hash = (digit: string) => digit.repeat(64);

function rowOf(profile: AgreementProfile, change: Partial<AgreementRow>): AgreementRow {
  return {
    agreementId: profile.profileId,
    version: 1,
    kind: profile.kind,
    numbers: profile.numbers,
    title: profile.title,
    party1: profile.parties.party1.name,
    institution: profile.parties.party2.name,
    status: 'ACTIVE',
    signedOn: profile.signedOn,
    lastDay: profile.lastDayInForce,
    accessUntil: profile.lastDayInForce,
    daysLeft: 514,
    chosen: false,
    ...change,
  };
}

const chosen = rowOf(tirta, { chosen: true });
const draftProfile: AgreementProfile = { ...tirta, profileId: 'mekar-sosial', signedOn: '2026-10-01' };
const { approvalLetter: _, ...withoutLetter } = draftProfile;

const rows: readonly AgreementRow[] = [
  chosen,
  rowOf(
    { ...tirta, numbers: { party1: '470.1/0011/CONTOH/2026', party2: '460/0112/CONTOH/2026' } },
    {
      agreementId: 'mekar-sosial',
      institution: 'Dinas Sosial Kabupaten Mekar Contoh',
      status: 'DRAFT',
      version: 0,
      daysLeft: 726,
    },
  ),
  rowOf(
    { ...tirta, numbers: { party1: '470.1/0002/CONTOH/2024', party2: '520/0044/CONTOH/2024' } },
    { agreementId: 'lama', status: 'EXPIRED', accessUntil: '2026-03-01', daysLeft: -218 },
  ),
  rowOf(interop, { daysLeft: 1938 }),
];

const event = (change: Partial<AgreementDetail['events'][number]>): AgreementDetail['events'][number] => ({
  at: now - 30 * day,
  actor: 'Uji Widodo',
  event: 'CREATED',
  reference: '',
  note: '',
  ...change,
});

const active: AgreementDetail = {
  row: chosen,
  profile: tirta,
  versions: [
    {
      version: 1,
      cause: 'SIGNING',
      reference: `${tirta.numbers.party1} / ${tirta.numbers.party2}`,
      madeAt: now - 200 * day,
      proposedBy: 'Uji Widodo',
      confirmedBy: 'Contoh Pratama',
      sha256: hash('a'),
    },
  ],
  dates: [
    { kind: 'ISO_DUE', day: '2026-09-02', provisional: false },
    { kind: 'WINDOW_OPENS', day: '2027-09-02', provisional: false },
    { kind: 'EXTENSION_DUE', day: '2027-12-31', provisional: true },
    { kind: 'LAST_DAY', day: '2028-03-02', provisional: false },
    { kind: 'SAM_RETURN_DUE', day: '2028-03-16', provisional: true },
  ],
  activation: [],
  end: [],
  events: [
    event({ at: now - 199 * day, actor: 'Contoh Pratama', event: 'ACTIVATE' }),
    event({ at: now - 200 * day, actor: 'Contoh Pratama', event: 'SIGN', reference: tirta.numbers.party2 }),
    event({ at: now - 210 * day, reference: tirta.numbers.party2 }),
  ],
  connection: { installedAt: now - 199 * day, sha256: hash('c') },
  acts: ['REQUEST_EXTENSION', 'PROPOSE_VERSION', 'SUSPEND', 'RECORD_USER_ID', 'NOTE'],
};

const draft: AgreementDetail = {
  ...active,
  row: { ...chosen, agreementId: 'mekar-sosial', status: 'DRAFT', version: 0, chosen: false },
  profile: withoutLetter,
  versions: [],
  activation: [
    { item: 'SIGNED', done: false, who: 'ACCESS_MANAGER' },
    { item: 'APPROVAL_LETTER', done: false, who: 'ACCESS_MANAGER' },
    {
      item: 'TECHNICAL_GUIDE',
      done: true,
      who: 'ACCESS_MANAGER',
      detail: tirta.technicalGuide?.number ?? '',
    },
    { item: 'RESPONSIBLE', done: true, who: 'SAM_OFFICER', detail: 'Contoh Pratama' },
    { item: 'ACCESS_MANAGER', done: true, who: 'ACCESS_RESPONSIBLE', detail: 'Uji Widodo' },
    { item: 'SPTJM', done: false, who: 'ACCESS_RESPONSIBLE' },
    { item: 'OPERATOR_READY', done: false, who: 'ACCESS_MANAGER', detail: '0' },
    { item: 'NETWORK_POINT', done: false, who: 'SAM_OFFICER' },
    { item: 'USER_ID', done: false, who: 'ACCESS_MANAGER', notNeeded: true },
  ],
  events: [event({ reference: tirta.numbers.party2 })],
  acts: ['DRAFT', 'DISCARD_DRAFT', 'PROPOSE_SIGNING', 'NOTE'],
};

/** As the page knows it; main may know better by now. */
const ready: AgreementDetail = {
  ...draft,
  row: { ...draft.row, status: 'SIGNED' },
  activation: draft.activation.map((item) => ({ ...item, done: true })),
  acts: ['ACTIVATE', 'RECORD_USER_ID', 'CHOOSE', 'NOTE'],
};

const suspended: AgreementDetail = {
  ...active,
  row: { ...chosen, status: 'SUSPENDED', suspendCause: 'INSTITUTION_CHANGE' },
  acts: ['RESUME', 'TERMINATE', 'PROPOSE_VERSION', 'NOTE'],
};

const ended: AgreementDetail = {
  ...active,
  row: {
    ...chosen,
    status: 'TERMINATED',
    endCause: 'MUTUAL',
    accessUntil: '2026-10-01',
    daysLeft: -4,
    chosen: false,
  },
  end: [
    { item: 'ACCESS_STOPPED', done: true, who: 'SYSTEM' },
    { item: 'OPERATORS_REVOKED', done: true, who: 'SYSTEM', detail: '0' },
    { item: 'USER_IDS_REPORTED', done: false, who: 'ACCESS_MANAGER', byHand: true },
    { item: 'BALIKAN_FLUSHED', done: false, who: 'ACCESS_MANAGER', detail: '3' },
    {
      item: 'FINAL_REPORT',
      done: false,
      who: 'ACCESS_RESPONSIBLE',
      reports: [
        { year: 2026, half: 1, from: '2026-03-02', to: '2026-06-30', final: false, status: 'IN_REVIEW' },
        { year: 2026, half: 2, from: '2026-07-01', to: '2026-10-01', final: true, status: 'DRAFT' },
      ],
    },
    { item: 'SAM_RETURNED', done: true, who: 'SAM_OFFICER', notNeeded: true },
    { item: 'READERS_INACTIVE', done: false, who: 'SAM_OFFICER', byHand: true },
    { item: 'KEPT_DATA_DECIDED', done: false, who: 'ACCESS_MANAGER', detail: '21', byHand: true },
    { item: 'NO_DATA_STATEMENT', done: false, who: 'ACCESS_MANAGER', byHand: true },
    { item: 'ARCHIVED', done: false, who: 'ACCESS_MANAGER', byHand: true },
  ],
  acts: ['SETTLE_END_ITEM', 'CLOSE', 'NOTE'],
};

const { webServiceGrant: __, ...others } = tirta;
const changed: AgreementProfile = {
  ...others,
  quota: { ...tirta.quota, dailyHits: 400 },
  elements: { ...tirta.elements, WEB_PORTAL: ['NIK', 'FULL_NAME', 'BIRTH_DATE', 'ADDRESS'] },
  reports: { ...(tirta.reports ?? fail()), deadlineWorkingDays: 5 },
};

function fail(): never {
  throw new Error('the sample agreement has no reports');
}

const proposal = (change: Partial<ProposalRow>): ProposalRow => ({
  proposalId: 'usulan-contoh-1',
  kind: 'VERSION',
  subjectId: tirta.profileId,
  subject: tirta.numbers.party2,
  changes: changesBetween(tirta, changed),
  proposedBy: 'Uji Widodo',
  proposedAt: now - 2 * 3_600_000,
  sha256: hash('b'),
  mine: true,
  own: false,
  ...change,
});

const proposals: readonly ProposalRow[] = [
  proposal({}),
  proposal({
    proposalId: 'usulan-contoh-2',
    kind: 'SIGNING',
    subjectId: 'mekar-sosial',
    subject: '460/0112/CONTOH/2026',
    mine: false,
    own: true,
    changes: [...leavesOf(interop)]
      .filter(([field]) => /^(kind|numbers|parties|purpose|signedOn|lastDayInForce)/.test(field))
      .map(([field, to]) => ({ field, from: '', to })),
  }),
];

function as(...held: readonly Role[]) {
  return { ...home, person: personOf('uji-widodo', 'Uji Widodo', ...held) };
}
const manager = as('ACCESS_MANAGER');
const head = as('ACCESS_RESPONSIBLE');
const auditor = as('AUDITOR');

const samples = [
  { name: tirta.parties.party2.name, profile: tirtaFile },
  { name: interop.parties.party2.name, profile: interopFile },
];

function list(name: string, more: Partial<Case> = {}): Case {
  const answers = {
    'agreements.list': rows,
    'agreements.samples': samples,
    'proposals.list': [],
    ...more.answers,
  };
  return { name: `60-pks${name}`, page: 'home', hash: '#pks', home: manager, ...more, answers };
}

function detail(name: string, shown: AgreementDetail, more: Partial<Case> = {}): Case {
  return {
    name: `61-pks-${name}`,
    page: 'home',
    hash: `#pks/${shown.row.agreementId}`,
    home: manager,
    ...more,
    answers: { 'agreements.detail': shown, 'proposals.list': [], ...more.answers },
  };
}

/** Opens the editor on a file, and goes to a section by its place in the steps. */
function editor(name: string, section: number, more: Partial<Case> = {}): Case {
  const toSection = section === 0 ? [] : [`nav ol li:nth-child(${section + 1}) button`];
  return list(`-isian-${name}`, {
    ...more,
    answers: { 'agreements.list': [], 'agreements.pickProfile': { profile: tirtaFile, problems: [] } },
    click: ['main section ul li:first-child button', ...toSection, ...(more.click ?? [])],
  });
}

const invalid = appFailure(
  'PROFILE_INVALID',
  'agreement.profile',
  JSON.stringify([
    {
      path: 'services.0.aidType',
      id: 'jenis bantuan ini tidak ada pada daftar kode',
      en: 'this kind of aid is not in the code list',
    },
    {
      path: 'quota.dailyHits',
      id: 'kuota 0 menutup akses; kosongkan bila tidak ada kuota',
      en: 'a quota of 0 shuts the access; leave it empty where there is none',
    },
  ]),
  { isian: 'services.0.aidType, quota.dailyHits' },
);

/** Opens the present profile, changes one demand on people, and goes to the comparison. */
const changeSigned = [
  'main section:has(#tindakan) li:nth-child(2) button',
  'nav ol li:nth-child(11) button',
  'main form > div:nth-child(3) input',
  'nav ol li:last-child button',
];
const firstAct = 'main section:has(#tindakan) li button';

export const agreementCases: readonly Case[] = [
  list(''),
  list('-200-persen', { zoom: 2 }),
  list('-kosong', { answers: { 'agreements.list': [] } }),
  list('-contoh', { click: ['main section ul li:nth-child(2) button'] }),
  detail('berlaku', active),
  detail('berlaku-200-persen', active, { zoom: 2 }),
  detail('berlaku-auditor', { ...active, acts: [] }, { home: auditor }),
  detail('rancangan', draft),
  detail('rancangan-diusulkan', draft, {
    answers: { 'proposals.list': [proposal({ subjectId: 'mekar-sosial' })] },
  }),
  detail('ditangguhkan', suspended, { home: head }),
  detail('berakhir', ended),
  detail('interop', { ...active, row: rowOf(interop, { daysLeft: 1938 }), profile: interop, acts: ['NOTE'] }),
  detail('usulkan', draft, { press: ['Enter'] }),
  detail('usulkan-kosong', draft, { press: ['Enter', 'Tab', 'Tab', 'Enter'] }),
  detail('tangguhkan', { ...active, acts: ['SUSPEND'] }, { click: [firstAct] }),
  detail('akhiri', { ...suspended, acts: ['TERMINATE'] }, { home: head, click: [firstAct] }),
  detail('masa-peralihan', { ...active, acts: ['BRIDGE'] }, { home: head, click: [firstAct] }),
  detail('aktifkan-belum-lengkap', ready, {
    home: head,
    refusals: {
      'agreements.act': appFailure('ACTIVATION_INCOMPLETE', 'agreement.activate', undefined, {
        daftar: 'SPTJM, operator yang siap',
      }),
    },
    press: ['Enter', 'Enter'],
  }),
  detail('catat-selesai', ended, { click: ['main section:has(#daftar-end) ul li button'] }),
  editor('perjanjian', 0),
  editor('masa-berlaku', 2),
  editor('surat', 3),
  editor('akses', 4),
  editor('elemen', 5),
  editor('penyimpanan', 6),
  editor('layanan', 7),
  editor('data-balikan', 8),
  editor('kuota', 9),
  editor('orang', 10),
  editor('kewajiban', 11),
  editor('periksa', 12),
  editor('200-persen', 5, { zoom: 2 }),
  editor('ditolak', 12, { refusals: { 'agreements.act': invalid }, press: ['Enter'] }),
  list('-isian-nama-terpakai', {
    answers: { 'agreements.pickProfile': { profile: tirtaFile, problems: [] } },
    click: ['main section ul li:first-child button', 'nav ol li:last-child button'],
    press: ['Enter'],
  }),
  list('-isian-tertunda', { click: ['main section ul li:nth-child(3) button'], press: ['Escape'] }),
  list('-isian-kosong', { click: ['main section ul li:nth-child(3) button'], press: ['Enter'] }),
  detail('adendum', active, { click: changeSigned }),
  detail('adendum-dasar', active, { click: changeSigned, press: ['Enter'] }),
  approvals('', head),
  approvals('-200-persen', head, { zoom: 2 }),
  approvals('-kosong', head, { answers: { 'proposals.list': [] } }),
  approvals('-setujui', head, { click: ['main section button'] }),
  approvals('-tolak', head, {
    click: ['main section button:nth-of-type(2)'],
    press: ['Tab', 'Tab', 'Enter'],
  }),
  approvals('-sudah-diputuskan', head, {
    refusals: {
      'proposals.decide': appFailure('ALREADY_DECIDED', 'approval', undefined, { nama: 'Coba Hartono' }),
    },
    click: ['main section button', '[role=dialog] button[type=submit]'],
  }),
  { name: '63-henti-darurat', page: 'home', home: head, press: ['F7'] },
  { name: '63-henti-darurat-200-persen', page: 'home', home: head, press: ['F7'], zoom: 2 },
  {
    name: '63-henti-darurat-berlaku',
    page: 'home',
    home: stopped(home),
  },
  {
    name: '63-henti-darurat-cabut',
    page: 'home',
    home: stopped(head),
    click: ['[role=alert] button'],
  },
];

function approvals(name: string, who: typeof home, more: Partial<Case> = {}): Case {
  return {
    name: `62-persetujuan${name}`,
    page: 'home',
    hash: '#persetujuan',
    home: who,
    ...more,
    answers: { 'proposals.list': proposals, ...more.answers },
  };
}

function stopped(who: typeof home): typeof home {
  const nomor = 'INS-2026-004';
  return {
    ...who,
    emergency: { reference: nomor },
    shut: appFailure('EMERGENCY_STOP', 'emergency stop', nomor, { nomor }),
  };
}
