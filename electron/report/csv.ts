/**
 * The figures of a report as CSV (RFC 4180, with semicolons, as spreadsheets here expect), one table beneath the other, with the heads
 * and words of the paper.
 */
import { dayInFigures, monthInText, perCent } from '../calendar/index.ts';
import { acknowledgedPerMille, noReaderOnRecord, type SemesterReportFields } from '../contract/index.ts';

type Cell = string | number | null;
type Table = readonly [title: string, heads: readonly string[], rows: readonly (readonly Cell[])[]];

const kinds: Readonly<Record<SemesterReportFields['kind'], string>> = {
  SEMESTER: 'Laporan semester',
  FINAL: 'Laporan akhir',
  ON_DEMAND: 'Periode tertentu',
};

export function reportCsv(figures: SemesterReportFields): string {
  const lines = tablesOf(figures).flatMap(([title, heads, rows]) => [
    cell(title),
    heads.map(cell).join(';'),
    ...rows.map((row) => row.map(cell).join(';')),
    '',
  ]);
  return `\uFEFF${lines.join('\r\n')}`;
}

function tablesOf(figures: SemesterReportFields): readonly Table[] {
  const { kind, from, to, version, users, security } = figures;
  return [
    [
      'Laporan pemanfaatan',
      ['Jenis', 'Dari', 'Sampai', 'Versi'],
      [[kinds[kind], dayInFigures(from), dayInFigures(to), version]],
    ],
    accessTable(figures.access),
    readerTable(figures.readers),
    serviceTable(figures.services),
    balikanTable(figures.balikan),
    [
      'Tabel 5 – Pengguna',
      [
        'Operator aktif',
        'Operator baru',
        'Operator dicabut',
        'SPTJM',
        'NDA',
        'Perubahan User ID (BAST nomor)',
      ],
      [[users.active, users.added, users.revoked, users.sptjm, users.nda, listed(users.userIdBasts)]],
    ],
    [
      'Tabel 6 – Keamanan',
      [
        'Sertifikat ISO 27001',
        'Berlaku s.d.',
        'Pengecualian aturan NIK berurutan/berpola',
        'Insiden',
        'Pemberitahuan',
      ],
      [[...certificate(security.iso), security.patternExceptions, security.incidents, security.notices]],
    ],
  ];
}

function accessTable(months: SemesterReportFields['access']): Table {
  const heads = [
    'Bulan',
    'Hari layanan',
    'Pengecekan NIK (hit)',
    'Data ditemukan',
    'Meninggal',
    'Ganda',
    'Tidak terdapat',
    'Nonaktif',
    'Format',
    'Gagal login',
    'Kuota habis',
    'Instansi/User ID nonaktif',
    'Kegagalan teknis',
    '% dari kuota tertinggi harian',
  ];
  const rows = months.map((one) => [
    monthInText(one.month),
    ...[one.serviceDays, one.inquiries, one.found, one.deceased, one.duplicate, one.notFound, one.inactive],
    ...[one.format, one.signInFailed, one.quotaUsedUp, one.accessInactive, one.technical],
    share(one.busiestDayPerMille),
  ]);
  return ['Tabel 1 – Akses per bulan', heads, rows];
}

function readerTable(readers: SemesterReportFields['readers']): Table {
  const heads = [
    'Perangkat',
    'SAM',
    'Lokasi',
    'Status',
    'Jumlah pembacaan',
    'Verifikasi sidik jari berhasil',
    'Verifikasi sidik jari gagal',
    'Verifikasi manual',
    'Data disimpan dengan persetujuan',
    'Persetujuan ditolak',
    'Ditarik',
  ];
  const rows = readers.map((one) => [
    ...[one.reader ?? noReaderOnRecord, one.sam, one.place, one.status],
    ...[one.reads, one.fingerMatched, one.fingerFailed, one.checkedByOfficer],
    ...[one.keptWithConsent, one.consentRefused, one.consentWithdrawn],
  ]);
  return ['Tabel 2 – Perangkat pembaca KTP-el', heads, rows];
}

function serviceTable(services: SemesterReportFields['services']): Table {
  const heads = [
    'Jenis layanan/bantuan',
    'Kunjungan',
    'Sesuai',
    'Tidak sesuai',
    'Dilayani',
    'Tidak dilayani',
    'Identitas KTP-el',
    'Identitas IKD',
  ];
  const rows = services.map((one) => [
    ...[one.service, one.visits, one.matched, one.differed, one.served, one.notServed],
    ...[one.withKtpEl, one.withIkd],
  ]);
  return ['Tabel 3 – Hasil pemanfaatan per jenis layanan/bantuan', heads, rows];
}

function balikanTable(months: SemesterReportFields['balikan']): Table {
  const heads = [
    'Bulan',
    'Wajib dikirim',
    'Terkirim',
    'Diterima',
    'Ditolak',
    'Tertunda',
    '%',
    'Akses tanpa layanan',
    'Alasan',
  ];
  const rows = months.map((one) => [
    monthInText(one.month),
    ...[one.due, one.sent, one.acknowledged, one.rejected, one.waiting],
    share(acknowledgedPerMille(one.due, one.acknowledged)),
    one.withoutService,
    one.reason || null,
  ]);
  return ['Tabel 4 – Data balikan', heads, rows];
}

function share(perMille: number | null): string | null {
  return perMille === null ? null : perCent(perMille);
}

function listed(numbers: readonly string[]): string | null {
  return numbers.length === 0 ? null : numbers.join('; ');
}

function certificate(iso: SemesterReportFields['security']['iso']): readonly Cell[] {
  return iso === null ? [null, null] : [iso.number, dayInFigures(iso.validUntil)];
}

/** A text that a spreadsheet would take for a formula is kept a text. */
function cell(value: Cell): string {
  if (value === null) return '–';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
