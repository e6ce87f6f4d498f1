/** The words that the templates leave open, from the fields of a paper. */
import { dayInFigures, dayInText, onThisDay, quantity } from '../calendar/index.ts';
import type { PaperFields } from './fields.ts';
import { handoverWords } from './inventory-words.ts';
import { employmentWords, letterWords } from './letter-words.ts';
import { reportWords } from './report-words.ts';
import type { OwnWords, Words } from './wording.ts';

const blank = '............';
const copies = 2;

const methods: Readonly<Record<PaperFields['agreement']['methods'][number], string>> = {
  WEB_SERVICE: '*web service*',
  WEB_PORTAL: '*web portal*',
  CARD_READER: 'perangkat pembaca KTP-el (*Card Reader*)',
  IKD_CHECK: 'pengecekan Identitas Kependudukan Digital',
};
const inOrderOfPapers = ['WEB_SERVICE', 'WEB_PORTAL', 'CARD_READER', 'IKD_CHECK'] as const;

const causes = {
  NEW: ['permohonan', 'baru'],
  CHANGE: ['penggantian', 'ganti'],
  REMOVE: ['penghapusan', 'hapus'],
} as const;

export function wordsOf(fields: PaperFields): Words {
  const own = ownWords(fields);
  const { agreement, signer, institution, letterhead, place, day } = fields;
  const number = 'number' in fields ? (fields.number ?? blank) : '';
  return {
    phrases: { metode: listed(inOrderOfPapers.filter((one) => agreement.methods.includes(one))) },
    values: {
      instansi: institution,
      alamat: letterhead.address,
      tempat: place,
      tempatTanggal: `${place}, ${day === null ? '.......................... 20......' : dayInText(day)}`,
      tanggalSurat: day === null ? blank : dayInText(day),
      padaHariIni: day === null ? openDay : onThisDay(day),
      pihak1: agreement.party1,
      nomor1: agreement.number1,
      nomor2: agreement.number2,
      tanggalPks: dayInText(agreement.signedOn),
      judul: agreement.title,
      dasarJuknis: 'basis' in fields ? guideWords(fields.basis.guide) : '',
      nama: signer.name,
      jabatan: signer.position,
      pangkat: signer.rank,
      pangkatAngka: signer.rank === '' ? '–' : signer.rank,
      nip: signer.employmentNo === '' ? '' : `NIP. ${signer.employmentNo}`,
      nipAngka: signer.employmentNo === '' ? '–' : signer.employmentNo,
      nomorAngka: number,
      nomorSurat: `Nomor: ${number}`,
      rangkap: quantity(copies),
      ...own.values,
    },
    rows: own.rows ?? {},
    flags: own.flags ?? {},
    copiesTo: own.copiesTo ?? [],
    checkpoint: 'checkpoint' in fields ? fields.checkpoint : null,
  };
}

function guideWords(guide: string | null): string {
  return guide === null ? '' : ` serta Petunjuk Teknis Nomor ${guide}`;
}

const openDay = `Pada hari ini, ${blank}, tanggal ${blank} bulan ${blank} tahun ${blank}`;

function ownWords(fields: PaperFields): OwnWords {
  if ('details' in fields) return letterWords(fields);
  switch (fields.kind) {
    case 'SPTJM_AWAL':
    case 'NDA':
      return {};
    case 'SPTJM_PERPANJANGAN':
      return { values: { ...requestWords(fields.request), halPermohonan: fields.subject } };
    case 'USER_ID_FORM':
      return { values: userIdFormWords(fields) };
    case 'USER_ID_BAST':
      return {
        values: { ...requestWords(fields.request), jumlahPengguna: quantity(fields.users.length) },
        rows: { pengguna: userRows(fields) },
      };
    case 'OFFICE_CHANGE_LETTER':
      return { values: { sejak: dayInText(fields.since), nomorPenetapan: fields.appointment } };
    case 'BAST_SAM_RETURN':
      return handoverWords(fields);
    case 'SEMESTER_REPORT':
      return reportWords(fields);
  }
}

function userIdFormWords({ user, cause, officeRegion }: Extract<PaperFields, { kind: 'USER_ID_FORM' }>) {
  return {
    namaPetugas: user.name,
    nipPetugas: user.employmentNo === '' ? '–' : user.employmentNo,
    statusPetugas: employmentWords[user.employment],
    jabatanPetugas: user.position,
    wilayah: officeRegion,
    alasan: causes[cause][0],
    alasanPendek: causes[cause][1],
  };
}

function requestWords({ number, date }: { readonly number: string; readonly date: string }) {
  return { nomorPermohonan: number, tanggalPermohonan: dayInText(date) };
}

/** User IDs are secret and Dukcapil's to give: their columns are filled in by hand. */
function userRows(fields: Extract<PaperFields, { kind: 'USER_ID_BAST' }>): readonly (readonly string[])[] {
  const { agreement, day, users } = fields;
  const granted = inOrderOfPapers.filter((one) => agreement.methods.includes(one));
  const inCell = granted.map((one) => methods[one].replaceAll('*', '')).join(', ');
  return users.map(({ name, employmentNo, position }, index) => [
    String(index + 1),
    '',
    '',
    [name, employmentNo === '' ? '' : `NIP. ${employmentNo}`, position].filter(Boolean).join('\n'),
    inCell,
    day === null ? '' : dayInFigures(day),
    '',
  ]);
}

/** `a`, `a dan b`, `a, b, dan c`. */
function listed(granted: readonly (keyof typeof methods)[]): string {
  const names = granted.map((one) => methods[one]);
  if (names.length < 3) return names.join(' dan ');
  return `${names.slice(0, -1).join(', ')}, dan ${names.at(-1)}`;
}
