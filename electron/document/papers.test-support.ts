/** Fields of every kind of paper, about the sample people of the sample agreement (domain 8.2). */
import {
  type LetterKind,
  letterKinds,
  type PaperKind,
  type SemesterReportFields,
} from '../contract/index.ts';
import type { LetterFields, PaperFields } from './fields.ts';
import type { InventoryRow } from './inventory-fields.ts';

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
  template: null,
  emblem: null,
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
  signedBy: 'contoh-pratama' as string | null,
};
const request = { number: '400.12/0123/CONTOH/2026', date: '2026-11-02' };

const basis = {
  basis: {
    guide: '400.12/0002/CONTOH/2026',
    purpose: 'verifikasi dan validasi data penerima bantuan',
    lastDay: '2028-03-02',
    timeZone: 'Asia/Jakarta',
  },
};

/** As long as a real one, and of no log. */
const sampleCheckpoint = ['KTK2', ...Array.from({ length: 50 }, () => 'C0NT0')].join(' ');

const witness = { name: 'Misal Lestari', employmentNo: '', position: 'Auditor Inspektorat' };

function inventoryOf(count: number): InventoryRow[] {
  return Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(4, '0');
    return {
      sam: `SAM-CONTOH-${number}`,
      ticket: 'SIFILMA-CONTOH-0001',
      model: 'Pembaca Contoh 1281',
      reader: `RDR-CONTOH-${number}`,
      counter: `Loket ${at + 1}`,
      activatedOn: '2026-03-20',
      offOn: '2028-03-03',
      configSha256: 'c0'.repeat(32),
      condition: at === 1 ? ('LOST' as const) : ('GOOD' as const),
      incident: at === 1 ? 'INS-CONTOH-07' : null,
      deactivation: at === 1 ? null : { number: '470/0099/CONTOH/2028', date: '2028-03-09' },
    };
  });
}

/** The hand-over of so many cards, of which the second is lost. */
export function sampleHandover(count: number): Extract<PaperFields, { kind: 'BAST_SAM_RETURN' }> {
  const inventory = inventoryOf(count);
  return {
    kind: 'BAST_SAM_RETURN',
    ...common,
    ...basis,
    day: '2028-03-14',
    number: '400.12/0031/CONTOH/2028',
    checkpoint: sampleCheckpoint,
    inventory,
    reason: 'TIDAK_DIPERPANJANG',
    endedOn: '2028-03-02',
    receiver: {
      name: 'Umpama Sari',
      employmentNo: '19700101 199901 9 999',
      rank: 'Penata (III/c)',
      position: 'Kepala Bidang',
      office: 'Dukcapil Kabupaten Lembah Contoh',
      address: 'Jalan Umpama Nomor 2',
    },
    witnesses: [witness, { name: 'Coba Hartono', employmentNo: '', position: 'Petugas TI' }],
    acknowledgedBy: { name: 'Andai Putra', employmentNo: '', position: 'Inspektur' },
    copies: 3,
    readersOff: {
      day: '2028-03-03',
      time: '09.30',
      zone: 'WIB',
      by: 'Coba Hartono',
      letter: '400.12/0030/CONTOH/2028',
      atOnce: true,
    },
    files: inventory
      .filter(({ condition }) => condition === 'GOOD')
      .map(({ sam }) => ({
        sam: sam ?? '',
        fileName: `${sam}.txt`,
        sha256: 'c0'.repeat(32),
        medium: 'USB tersegel',
        on: '2028-03-06',
        receivedBy: 'Umpama Sari',
      })),
    kept: { count: 310, treatment: 'RETAIN' },
    shipment: { how: 'pengantaran langsung', receiptNo: 'TT-CONTOH-12' },
    earlier: { returned: 0, writtenOff: 0, basts: [] },
  };
}

const month = {
  serviceDays: 20,
  inquiries: 1250,
  found: 1190,
  deceased: 3,
  duplicate: 1,
  notFound: 40,
  inactive: 6,
  format: 4,
  signInFailed: 1,
  quotaUsedUp: 2,
  accessInactive: 0,
  technical: 3,
  busiestDayPerMille: 985,
};
const owed = {
  due: 1190,
  sent: 1190,
  acknowledged: 1188,
  rejected: 1,
  waiting: 1,
  withoutService: 4,
  reason: 'pemohon membatalkan',
};
const sampleReport: SemesterReportFields = {
  version: 1,
  kind: 'SEMESTER',
  from: '2026-07-01',
  to: '2026-12-31',
  access: ['2026-11', '2026-12'].map((name) => ({ ...month, month: name })),
  readers: [
    {
      reader: 'RDR-CONTOH-01',
      sam: 'SAM-CONTOH-0001',
      place: 'Loket 1',
      status: 'digunakan',
      reads: 2380,
      fingerMatched: null,
      fingerFailed: null,
      checkedByOfficer: 2380,
      keptWithConsent: 310,
      consentRefused: 12,
      consentWithdrawn: 2,
    },
  ],
  services: [
    {
      service: 'Bantuan benih',
      visits: 2380,
      matched: 2300,
      differed: 80,
      served: 2350,
      notServed: 30,
      withKtpEl: 2380,
      withIkd: 0,
    },
  ],
  balikan: ['2026-11', '2026-12'].map((name) => ({ ...owed, month: name })),
  users: { active: 2, added: 1, revoked: 0, sptjm: 1, nda: 2, userIdBasts: ['470/0012/CONTOH/2026'] },
  security: {
    iso: { number: 'ISMS-CONTOH-001', validUntil: '2028-09-01' },
    patternExceptions: 3,
    incidents: 0,
    notices: 0,
  },
};

const letterFields: Omit<LetterFields, 'kind'> = {
  ...common,
  ...basis,
  number: '400.12/0126/CONTOH/2026',
  checkpoint: sampleCheckpoint,
  inventory: inventoryOf(3),
  approval: { number: '400.12/0655/CONTOH/2026', date: '2026-02-16' },
  manager: { ...operator, name: 'Uji Widodo', position: 'Pengelola hak akses' },
  staff: [{ ...operator, employment: 'PNS' }],
  keptRecords: 310,
  incident: {
    number: 'INS-CONTOH-09',
    knownOn: '2026-11-20',
    from: '2026-11-16',
    to: '2026-11-20',
    affected: 1250,
    reachable: 310,
    confirmedAt: Date.parse('2026-11-20T15:10:00+07:00'),
    dueAt: Date.parse('2026-11-23T15:10:00+07:00'),
  },
  list: {
    number: 'DB-20261123-01',
    items: 1011,
    medium: 'PAPER',
    sha256: 'c0'.repeat(32),
    from: '2026-11-01',
    to: '2026-11-20',
  },
  withdrawal: {
    receiptNo: 'BP-L1-20261120-0007',
    channel: 'COUNTER',
    receivedAt: Date.parse('2026-11-20T15:10:00+07:00'),
    dueAt: Date.parse('2026-11-23T15:10:00+07:00'),
    takenBy: 'Simula Ningsih',
  },
  fulfilment: {
    reports: [
      { year: 2026, half: 1, signed: { number: '400.12/0061/CONTOH/2026', date: '2026-07-13' } },
      { year: 2026, half: 2, signed: null },
    ],
    balikan: { due: 2380, acknowledged: 2376 },
    iso: { number: 'ISMS-CONTOH-001', validUntil: '2028-09-01' },
    incidents: 0,
  },
  details: {},
};

const breach = {
  dataTerungkap: 'nama dan alamat',
  waktuKejadian: '19 November 2026 sekitar pukul 10.00 WIB',
  caraTerungkap: 'Layar loket difoto orang lain.',
  upaya: 'Akses dihentikan; akun petugas dicabut.',
  narahubung: 'Uji Widodo, (000) 000002',
};

/** As somebody would type them into the gaps of each template. */
const typed: Partial<Readonly<Record<LetterKind, LetterFields['details']>>> = {
  SAM_REQUEST_LETTER: {
    petugas: 'Coba Hartono, Petugas TI',
    tembusanSurat: 'Gubernur Nusa Contoh\nInspektorat Nusa Contoh',
  },
  EXTENSION_LETTER: {
    jangkaWaktu: '2 (dua) tahun',
    elemen: 'Tidak berubah.',
    perubahanMetode: 'Tidak berubah.',
    perangkatPembaca: 'Bertambah 1 (satu) perangkat; kajian teknis terlampir.',
    penanggungJawab: 'Tidak berubah.',
    evaluasi: 'Baik, 4 Maret 2027.',
    konsepAdendum: 'Ya',
  },
  MANAGER_APPOINTMENT: { mulai: '1 Desember 2026' },
  POC_LETTER: {
    aplikasi: 'Ketuk',
    waktu: 'minggu kedua Januari 2027',
    tempatPoc: 'ruang rapat kantor',
    narahubung: 'Coba Hartono, (000) 000001',
  },
  CHANGE_LETTER: {
    hal: 'Permohonan Perubahan Bandwidth',
    semula: '1 Mbps',
    menjadi: '2 Mbps',
    alasanPerubahan: 'Loket bertambah.',
    kebutuhan: 'Tiga loket melayani bersamaan.',
    sistem: 'Jaringan tertutup dari penyedia yang sama.',
    keamananInformasi: 'Tidak berubah.',
    kesimpulan: 'Layak dilaksanakan.',
  },
  USER_ID_LETTER: { perubahan: 'penggantian', alasanUserId: 'pergantian petugas loket' },
  ORGANISATION_LETTER: {
    hal: 'Pemberitahuan Perubahan Struktur Organisasi',
    semula: 'Bidang Distribusi',
    menjadi: 'Bidang Distribusi dan Cadangan',
    sejakTanggal: '1 Desember 2026',
    dasarPerubahan: 'Peraturan Bupati Nomor 7 Tahun 2026 tanggal 2 November 2026',
  },
  SAM_LOSS_REPORT: {
    kronologi: 'Kartu tidak ditemukan pada pemeriksaan pagi.',
    tindakan: 'kartu SAM ditangguhkan dan perangkat dinonaktifkan',
    narahubung: 'Coba Hartono, (000) 000001',
  },
  BALIKAN_HANDOVER: { alasanSerah: 'layanan web tidak tersedia' },
  BREACH_NOTICE: breach,
  BREACH_NOTICE_AUTHORITY: { ...breach, penerimaSurat: 'Pimpinan lembaga pelindungan data pribadi' },
  BREACH_NOTICE_PERSONS: { ...breach, saran: 'waspada terhadap pihak yang menyebut data Bapak/Ibu.' },
  ERASURE_RECORD: {
    jumlahHapus: '12',
    alasanHapus: 'berakhirnya masa simpan',
    caraHapus: 'penghapusan kunci',
  },
  MONITORING_REPORT: {
    tahunPemantauan: '2026',
    tanggalPelaksanaan: '2 Maret 2027',
    peserta: 'Umpama Sari; Uji Widodo',
    hasilPemanfaatan: '2.500 pengecekan.',
    hasilBalikan: '99,8% diterima.',
    hasilKeamanan: 'Tidak ada insiden.',
    temuan: 'Tidak ada.',
    tindak: '–',
  },
};
const letters = Object.fromEntries(
  letterKinds.map((kind) => [kind, { ...letterFields, kind, details: typed[kind] ?? {} }]),
) as unknown as Readonly<Record<LetterKind, LetterFields>>;

type SampleOf<Kind extends PaperKind> = Kind extends LetterKind
  ? LetterFields
  : Extract<PaperFields, { kind: Kind }>;

export const samplePapers: { readonly [Kind in PaperKind]: SampleOf<Kind> } = {
  ...letters,
  SPTJM_AWAL: { kind: 'SPTJM_AWAL', ...common },
  SPTJM_PERPANJANGAN: {
    kind: 'SPTJM_PERPANJANGAN',
    ...common,
    request,
    subject: 'Permohonan Perpanjangan Perjanjian Kerja Sama',
  },
  NDA: { kind: 'NDA', ...common, signedBy: null, signer: operator, personId: 'simula-ningsih' },
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
    checkpoint: null,
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
  SEMESTER_REPORT: {
    kind: 'SEMESTER_REPORT',
    ...common,
    ...basis,
    day: '2027-01-11',
    number: '400.12/0007/CONTOH/2027',
    checkpoint: sampleCheckpoint,
    report: sampleReport,
    corrects: null,
    correction: null,
    manager: 'Uji Widodo',
    obstacles: 'Jaringan tertutup terputus pada 12 dan 13 November 2026.',
    followUp: 'Penyedia jaringan memasang jalur cadangan.',
    suggestions: '',
    copiesTo: ['Direktur Jenderal Kependudukan dan Pencatatan Sipil', 'Gubernur Nusa Contoh'],
  },
  BAST_SAM_RETURN: sampleHandover(3),
};
