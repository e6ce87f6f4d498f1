/** The door, from the first start of a computer to the notice before the first working day. */
import { appFailure, type ShutHome } from '../../electron/contract/index.ts';
import type { Case } from './case.ts';
import { lampsReady } from './fixtures.ts';

const off = { colour: 'off' } as const;

const first: ShutHome = {
  version: '0.1.0',
  training: false,
  language: 'id',
  theme: 'light',
  lamps: { reader: off, sam: off, network: off },
  gate: 'FIRST_KEYS',
  institution: '',
  counter: '',
  samplePeople: [],
};

const known: ShutHome = {
  ...first,
  gate: 'SIGN_IN',
  lamps: lampsReady,
  institution: 'Dinas Pangan dan Perkebunan Kabupaten Tirta Contoh',
  counter: 'Loket 1',
};

const practice: ShutHome = {
  ...known,
  training: true,
  samplePeople: [
    person('simula-ningsih', 'Simula Ningsih', 'Pelaksana Loket 1', 'OPERATOR'),
    person('peraga-santoso', 'Peraga Santoso', 'Pelaksana Loket 2', 'OPERATOR'),
    person('uji-widodo', 'Uji Widodo', 'Kepala Bidang Sarana', 'ACCESS_MANAGER'),
    person('contoh-pratama', 'Contoh Pratama, S.Contoh', 'Kepala Dinas', 'ACCESS_RESPONSIBLE'),
    person('coba-hartono', 'Coba Hartono', 'Pranata Komputer', 'SAM_OFFICER'),
    person('misal-lestari', 'Misal Lestari', 'Inspektorat', 'AUDITOR'),
  ],
};

function person(personId: string, name: string, position: string, role: SampleRole): SamplePerson {
  return { personId, name, position, roles: [role] };
}
type SamplePerson = ShutHome['samplePeople'][number];
type SampleRole = SamplePerson['roles'][number];

const recoveryKey = 'C0NT-0HSA-JABC-D123-4567-89EF-GHJK-MNPQ-RSTV-WXYZ-0123-4567-89AB-CDEF';

export const gateCases: readonly Case[] = [
  gate('79-membuka-data', known, { silent: true }),
  gate('79-membuka-data-200-persen', known, { silent: true, zoom: 2 }),
  gate('80-kunci-pertama', first),
  gate('80-kunci-pertama-frasa-sandi', { ...first, passphraseNeeded: true }),
  gate('80-kunci-pertama-terlalu-pendek', { ...first, passphraseNeeded: true }, { press: ['a', 'Enter'] }),
  gate('81-kunci-pemulihan', first, {
    answers: { 'setup.keys': { recoveryKey } },
    press: ['Enter'],
  }),
  gate('81-kunci-pemulihan-200-persen', first, {
    answers: { 'setup.keys': { recoveryKey } },
    press: ['Enter'],
    zoom: 2,
  }),
  gate('82-frasa-sandi', { ...first, gate: 'PASSPHRASE', passphraseNeeded: true }),
  gate('82-kunci-hilang', { ...first, gate: 'KEYS_LOST', passphraseNeeded: true }),
  gate('83-petugas-ti-pertama', { ...first, gate: 'FIRST_OFFICER' }),
  gate('83-petugas-ti-pertama-kosong', { ...first, gate: 'FIRST_OFFICER' }, { press: ['Enter'] }),
  gate('84-masuk', known),
  gate('84-masuk-200-persen', known, { zoom: 2 }),
  gate('84-masuk-ditolak', known, {
    refusals: { 'session.signIn': appFailure('SIGN_IN_REFUSED', 'session.signIn') },
    press: ['c', 'o', 'b', 'a', 'Tab', 'x', 'Enter'],
  }),
  gate('85-berlatih', practice),
  gate('85-berlatih-200-persen', practice, { zoom: 2 }),
  gate('85-berlatih-akhiri', practice, { press: ['m'] }),
  gate('86-terkunci', { ...known, gate: 'LOCKED', who: 'Simula Ningsih' }),
  gate('87-sandi-baru', { ...known, gate: 'NEW_PASSWORD', who: 'Simula Ningsih' }),
  gate('88-tanggung-jawab', { ...known, gate: 'NOTICE', who: 'Simula Ningsih' }),
];

function gate(name: string, home: ShutHome, more: Partial<Case> = {}): Case {
  return { name, page: 'home', home, ...more };
}
