/** Fields of every kind of paper, about the sample people of the sample agreement (domain 8.2). */
import type { PaperKind } from '../contract/index.ts';
import type { PaperFields } from './fields.ts';

const institution = 'Dinas Pangan dan Perkebunan Kabupaten Tirta Contoh';
const signer = {
  name: 'Contoh Pratama, S.Contoh',
  position: 'Kepala Dinas',
  rank: 'Pembina Utama Muda (IV/c)',
  employmentNo: '19700101 199901 9 999',
};
const operator = {
  name: 'Simula Ningsih',
  position: 'Operator Loket 1',
  rank: 'Pengatur (II/c)',
  employmentNo: '19700101 199901 9 999',
};

const common = {
  format: 1 as const,
  letterhead: {
    government: 'Pemerintah Kabupaten Tirta Contoh',
    district: '',
    office: 'Dinas Pangan dan Perkebunan',
    address: 'Jalan Contoh Nomor 1, Tirta Contoh 40101',
    contact: 'Telepon (000) 000000 · surel dinas@contoh.invalid',
  },
  place: 'Tirta Contoh',
  day: '2026-11-23' as string | null,
  institution,
  agreement: {
    agreementId: 'tirta-pangan',
    party1: 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tirta Contoh',
    number1: '400.12/0001/CONTOH/2026',
    number2: '470.1/0007/CONTOH/2026',
    signedOn: '2026-03-02',
    title:
      'PEMANFAATAN NOMOR INDUK KEPENDUDUKAN, DATA KEPENDUDUKAN DAN KARTU TANDA PENDUDUK ELEKTRONIK DALAM LAYANAN LINGKUP TUGAS DINAS PANGAN DAN PERKEBUNAN KABUPATEN TIRTA CONTOH',
    methods: ['WEB_PORTAL' as const, 'WEB_SERVICE' as const, 'CARD_READER' as const],
  },
  signer,
};
const request = { number: '400.12/0123/CONTOH/2026', date: '2026-11-02' };

export const samplePapers: { readonly [Kind in PaperKind]: Extract<PaperFields, { kind: Kind }> } = {
  SPTJM_AWAL: { kind: 'SPTJM_AWAL', ...common },
  SPTJM_PERPANJANGAN: {
    kind: 'SPTJM_PERPANJANGAN',
    ...common,
    request,
    subject: 'Permohonan Perpanjangan Perjanjian Kerja Sama',
  },
  NDA: { kind: 'NDA', ...common, signer: operator, personId: 'simula-ningsih' },
  USER_ID_FORM: {
    kind: 'USER_ID_FORM',
    ...common,
    number: '400.12/0124/CONTOH/2026',
    personId: 'simula-ningsih',
    user: { ...operator, employment: 'PNS' },
    officeRegion: '40.01',
    cause: 'CHANGE',
  },
  USER_ID_BAST: {
    kind: 'USER_ID_BAST',
    ...common,
    number: null,
    request,
    users: [operator, { ...operator, name: 'Peraga Santoso', position: 'Operator Loket 2' }],
  },
  OFFICE_CHANGE_LETTER: {
    kind: 'OFFICE_CHANGE_LETTER',
    ...common,
    number: '400.12/0125/CONTOH/2026',
    personId: 'contoh-pratama',
    since: '2026-11-16',
    appointment: '800/0042/CONTOH/2026',
  },
};
