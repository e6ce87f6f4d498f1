/** Set-up and people: pages of the office, as the persons see them who have something to do there. */
import {
  type AgreementRow,
  appFailure,
  type ChannelOutputs,
  type PeopleView,
  type PersonRow,
  type Role,
  type SetupView,
  setupSteps,
} from '../../electron/contract/index.ts';
import type { Case } from './case.ts';
import { home, now, personOf } from './fixtures.ts';

const day = 24 * 60 * 60_000;
const real = { ...home, training: false };
export const asManager = { ...real, person: personOf('uji-widodo', 'Uji Widodo', 'ACCESS_MANAGER') };
export const asAuditor = { ...real, person: personOf('misal-lestari', 'Misal Lestari', 'AUDITOR') };
export const asHead = {
  ...real,
  person: personOf('contoh-pratama', 'Contoh Pratama, S.Contoh', 'ACCESS_RESPONSIBLE'),
};
export const asOfficer = { ...real, person: personOf('coba-hartono', 'Coba Hartono', 'SAM_OFFICER') };

const agreement: AgreementRow = {
  agreementId: 'tirta-pangan',
  version: 1,
  kind: 'DUKCAPIL_ACCESS',
  numbers: { party1: '400.12/0001/CONTOH/2026', party2: '470.1/0007/CONTOH/2026' },
  title: 'Pemanfaatan data kependudukan',
  party1: 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tirta Contoh',
  institution: home.institution,
  status: 'SIGNED',
  signedOn: '2026-03-02',
  lastDay: '2028-03-02',
  accessUntil: '2028-03-02',
  daysLeft: 514,
  chosen: true,
};

const person = (
  personId: string,
  name: string,
  position: string,
  more: Partial<PersonRow> = {},
): PersonRow => ({
  personId,
  name,
  position,
  employment: 'PNS',
  employmentNo: '19700101 199901 9 999',
  rank: 'Penata, III/c',
  roles: [],
  operators: [],
  acts: [],
  ...more,
});

const holding = (role: Role, from = '2026-02-02') => [
  { role, acting: false, from, reference: '800.1/0012/CONTOH/2026' },
];
const account = (login: string) => ({ login, state: 'ACTIVE' as const, lastSignInAt: now - 17 * 60_000 });
const operator = (
  status: PersonRow['operators'][number]['status'],
  events: PersonRow['operators'][number]['events'],
) => ({
  operatorId: `operator-${status.toLowerCase().replace('_', '-')}`,
  agreementId: 'tirta-pangan',
  status,
  since: now - 3 * day,
  reference: '800.1/0031/CONTOH/2026',
  reason: '',
  events,
});

const people: PeopleView = {
  people: [
    person('coba-hartono', 'Coba Hartono', 'Pranata Komputer', {
      roles: holding('SAM_OFFICER'),
      account: account('coba.hartono'),
    }),
    person('contoh-pratama', 'Contoh Pratama, S.Contoh', 'Kepala Dinas', {
      roles: [
        { role: 'ACCESS_RESPONSIBLE', acting: true, from: '2026-09-28', reference: '821.2/0044/CONTOH/2026' },
      ],
      account: account('contoh.pratama'),
    }),
    person('misal-lestari', 'Misal Lestari', 'Auditor Muda', {
      roles: holding('AUDITOR'),
      account: { login: 'misal.lestari', state: 'NEW_PASSWORD_DUE', lastSignInAt: null },
    }),
    person('peraga-santoso', 'Peraga Santoso', 'Pelaksana', {
      operators: [operator('NDA_SIGNED', ['APPROVE', 'REJECT', 'REVOKE'])],
      acts: ['PROPOSE_OPERATOR', 'APPROVE_OPERATOR', 'REJECT_OPERATOR', 'REVOKE_OPERATOR'],
    }),
    person('simula-ningsih', 'Simula Ningsih', 'Pelaksana', {
      operators: [
        operator('ACTIVE', ['SUSPEND', 'REVOKE']),
        {
          ...operator('REVOKED', []),
          since: now - 200 * day,
          reason: 'Pindah tugas ke bidang lain',
        },
      ],
      account: account('simula.ningsih'),
      acts: ['APPOINT', 'PROPOSE_OPERATOR', 'RESET_PASSWORD', 'CLOSE_ACCOUNT', 'SUSPEND_OPERATOR'],
    }),
    person('uji-widodo', 'Uji Widodo', 'Kepala Bidang Sarana', {
      roles: holding('ACCESS_MANAGER'),
      account: account('uji.widodo'),
      acts: ['APPOINT', 'RECORD_HEAD', 'END_ROLE', 'RESET_PASSWORD', 'CLOSE_ACCOUNT'],
    }),
  ],
  sptjm: [
    {
      agreementId: 'tirta-pangan',
      signedOn: '2026-03-02',
      by: 'Sampel Sucipto, S.Contoh',
      valid: true,
      validUntil: '2026-10-12',
    },
  ],
  userIdChanges: [
    {
      changeId: 'ubah-1',
      agreementId: 'tirta-pangan',
      cause: 'CHANGE',
      reference: '470/0102/CONTOH/2026',
      bast: null,
      openedAt: now - 5 * day,
    },
  ],
  officeChange: { personId: 'contoh-pratama', name: 'Contoh Pratama, S.Contoh', since: '2026-09-28' },
  mayAdd: true,
  acts: ['ADD_PERSON', 'RECORD_SPTJM', 'OPEN_USER_ID_CHANGE', 'RECORD_USER_ID_BAST'],
};

const stepFacts: Readonly<
  Record<SetupView['steps'][number]['step'], Pick<SetupView['steps'][number], 'who' | 'place'>>
> = {
  KEYS: { who: 'SAM_OFFICER', place: 'setup' },
  FIRST_OFFICER: { who: 'SAM_OFFICER', place: 'setup' },
  COUNTER: { who: 'SAM_OFFICER', place: 'setup' },
  HEAD: { who: 'SAM_OFFICER', place: 'people' },
  ACCESS_MANAGER: { who: 'ACCESS_RESPONSIBLE', place: 'people' },
  AGREEMENT_DRAFT: { who: 'ACCESS_MANAGER', place: 'agreements' },
  AGREEMENT_SIGNED: { who: 'ACCESS_RESPONSIBLE', place: 'approvals' },
  CONNECTION: { who: 'SAM_OFFICER', place: 'setup' },
  OPERATORS: { who: 'ACCESS_MANAGER', place: 'people' },
  SPTJM: { who: 'ACCESS_MANAGER', place: 'people' },
  AGREEMENT_ACTIVE: { who: 'ACCESS_RESPONSIBLE', place: 'agreements' },
  AGREEMENT_CHOSEN: { who: 'ACCESS_MANAGER', place: 'agreements' },
  FIRST_VISIT: { who: 'OPERATOR', place: 'start' },
};

function setup(done: number, connected = false): SetupView {
  return {
    steps: setupSteps.map((step, index) => ({
      step,
      ...stepFacts[step],
      done: index < done,
      detail: step === 'COUNTER' && index < done ? 'Loket 1' : '',
    })),
    counter: { name: 'Loket 1', sign: 'L1' },
    connections:
      done > 6
        ? [{ agreementId: 'tirta-pangan', number: agreement.numbers.party2, installed: connected }]
        : [],
  };
}

const answers: Partial<ChannelOutputs> = { 'people.list': people, 'agreements.list': [agreement] };
const beginning = { ...asOfficer, waiting: { ...home.waiting, setup: 1 } };

export const officeCases: readonly Case[] = [
  {
    name: '01-beranda-pengelola',
    page: 'home',
    home: {
      ...asManager,
      shut: appFailure('NO_CONNECTION', 'home.state'),
      waiting: {
        proposals: 2,
        requests: 1,
        nextRequestDueAt: now + 20 * 60 * 60_000,
        reminders: 2,
        overdue: 0,
        incidents: 0,
        setup: 3,
      },
    },
  },
  {
    name: '01-beranda-belum-dapat-melayani',
    page: 'home',
    home: { ...real, shut: appFailure('NO_CONNECTION', 'home.state'), services: [], serviceCode: '' },
  },
  office('90-persiapan-awal', beginning, '#persiapan', {
    'setup.state': setup(2),
    'people.list': { ...people, people: people.people.slice(0, 1) },
  }),
  office(
    '90-persiapan-nama-loket',
    beginning,
    '#persiapan',
    { 'setup.state': setup(2) },
    { press: ['Enter'] },
  ),
  office('90-persiapan-orang-lain', beginning, '#persiapan', { 'setup.state': setup(5) }),
  office('90-persiapan-sambungan', asOfficer, '#persiapan', { 'setup.state': setup(7) }),
  office('90-persiapan-selesai', asOfficer, '#persiapan', { 'setup.state': setup(13, true) }),
  office('90-persiapan-200-persen', beginning, '#persiapan', { 'setup.state': setup(5) }, { zoom: 2 }),
  office('91-orang', asHead, '#orang'),
  office('91-orang-200-persen', asHead, '#orang', {}, { zoom: 2 }),
  office('91-orang-tambah', asHead, '#orang', {}, { press: ['Enter'] }),
  office('91-orang-tambah-kosong', asHead, '#orang', {}, { press: ['Enter', 'Enter'] }),
  office(
    '91-orang-sptjm',
    asManager,
    '#orang',
    {
      'scans.pick': {
        scanId: 'pindaian-1',
        name: 'SPTJM 2026 bermeterai.pdf',
        bytes: 812_331,
        sha256: 'a3f1'.repeat(16),
      },
    },
    { click: ['[data-act="RECORD_SPTJM"]', '[role="dialog"] form button'] },
  ),
  office('92-orang-operator', asHead, '#orang/simula-ningsih'),
  office('92-orang-jalur', asHead, '#orang/peraga-santoso'),
  office(
    '92-orang-setujui',
    asHead,
    '#orang/peraga-santoso',
    {},
    { click: ['[data-act="APPROVE_OPERATOR"]'] },
  ),
  office('92-orang-tunjuk', asHead, '#orang/simula-ningsih', {}, { click: ['[data-act="APPOINT"]'] }),
  office(
    '92-orang-penanggung-jawab',
    asOfficer,
    '#orang/uji-widodo',
    {},
    { click: ['[data-act="RECORD_HEAD"]'], press: ['Tab', 'Tab', '0', '5', '1', '0', '2', '0', '2', '6'] },
  ),
  {
    ...office(
      '92-orang-ditolak',
      asHead,
      '#orang/peraga-santoso',
      {},
      {
        click: ['[data-act="APPROVE_OPERATOR"]'],
        press: ['Enter'],
      },
    ),
    refusals: { 'people.act': appFailure('OWN_PROPOSAL', 'people.act') },
  },
  office(
    '92-orang-sandi-sementara',
    asOfficer,
    '#orang/uji-widodo',
    {
      'people.act': { login: 'uji.widodo', password: 'contoh-4471-merpati' },
    },
    { click: ['[data-act="RESET_PASSWORD"]'], press: ['Enter'] },
  ),
];

function office(
  name: string,
  as: NonNullable<Case['home']>,
  hash: string,
  told: Partial<ChannelOutputs> = {},
  more: Partial<Case> = {},
): Case {
  return { name, page: 'home', home: as, hash, answers: { ...answers, ...told }, ...more };
}
