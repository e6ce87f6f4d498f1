/** What the report about the use of an agreement says: its period in words, and its six tables row by row (domain 5.5). */
import { dayInFigures, dayInText, monthInText, perCent, thousands } from '../calendar/index.ts';
import { acknowledgedPerMille, isNilReport, noReaderOnRecord } from '../contract/index.ts';
import type { PaperFields } from './fields.ts';
import type { OwnWords } from './wording.ts';

type ReportPaper = Extract<PaperFields, { kind: 'SEMESTER_REPORT' }>;
type Report = ReportPaper['report'];

const none = '–';

export function reportWords(fields: ReportPaper): OwnWords {
  const { report, basis, manager } = fields;
  const name = periodName(report);
  return {
    values: {
      namaPeriode: name,
      namaPeriodeKapital: name.toLocaleUpperCase('id'),
      rentang: stretchInText(report.from, report.to),
      pembetulan: String(report.version - 1),
      yangDibetulkan: correctedWords(fields.corrects),
      versi: versionWords(fields),
      dasarPembetulan: correctionWords(fields.correction),
      juknis: basis.guide === null ? none : `Nomor ${basis.guide}`,
      tujuan: basis.purpose,
      pengelola: manager === '' ? none : manager,
      kendala: said(fields.obstacles),
      tindakLanjut: said(fields.followUp),
      saran: said(fields.suggestions),
    },
    copiesTo: fields.copiesTo,
    rows: {
      akses: accessRows(report.access),
      perangkat: readerRows(report.readers),
      layanan: serviceRows(report.services),
      balikan: balikanRows(report.balikan),
      pengguna: [userRow(report.users)],
      keamanan: [securityRow(report.security)],
    },
    flags: {
      nihil: isNilReport(report),
      pembetulan: report.version > 1,
      alasanPembetulan: fields.correction !== null,
    },
  };
}

/** `Semester I Tahun 2026`; a report on demand has only its days. */
function periodName({ kind, from }: Report): string {
  if (kind === 'ON_DEMAND') return 'Periode Tertentu';
  const half = Number(from.slice(5, 7)) <= 6 ? 'I' : 'II';
  const semester = `Semester ${half} Tahun ${from.slice(0, 4)}`;
  return kind === 'FINAL' ? `${semester} (Laporan Akhir)` : semester;
}

/** `1 Januari s.d. 30 Juni 2026`: the year once, where it is one; of one day that day. */
function stretchInText(from: string, to: string): string {
  if (from === to) return dayInText(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${sameYear ? dayInText(from).slice(0, -5) : dayInText(from)} s.d. ${dayInText(to)}`;
}

/** ` atas laporan Nomor … tanggal …` */
function correctedWords(corrects: ReportPaper['corrects']): string {
  return corrects === null
    ? ''
    : ` atas laporan Nomor ${corrects.number} tanggal ${dayInText(corrects.date)}`;
}

/** `2, menggantikan versi 1 (Nomor … tanggal …)`; figures on request have no versions. */
function versionWords({ report: { kind, version }, corrects }: ReportPaper): string {
  if (kind === 'ON_DEMAND') return 'angka atas permintaan, bukan laporan semester';
  if (corrects === null) return String(version);
  return `${version}, menggantikan versi ${version - 1} (Nomor ${corrects.number} tanggal ${dayInText(corrects.date)})`;
}

/** `… (surat permintaan perbaikan Nomor … tanggal …)`; the sentence ends behind the letter, wherever its writer ended it. */
function correctionWords(correction: ReportPaper['correction']): string {
  if (correction === null) return none;
  const { reason, number, date } = correction;
  return `${reason.replace(/\.+$/, '')} (surat permintaan perbaikan Nomor ${number} tanggal ${dayInText(date)})`;
}

/** Open while nobody has written it; empty is a word too. */
function said(text: string | null): string {
  return text === null ? '............' : text || 'Tidak ada.';
}

function figure(count: number | null): string {
  return count === null ? none : thousands(count);
}

function share(perMille: number | null): string {
  return perMille === null ? none : perCent(perMille);
}

function total<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

function accessRows(months: Report['access']): readonly (readonly string[])[] {
  const counted = [
    'serviceDays',
    'inquiries',
    'found',
    'deceased',
    'duplicate',
    'notFound',
    'inactive',
    'format',
    'signInFailed',
    'quotaUsedUp',
    'accessInactive',
    'technical',
  ] as const;
  const rows = months.map((row) => [
    monthInText(row.month),
    ...counted.map((column) => thousands(row[column])),
    share(row.busiestDayPerMille),
  ]);
  const sums = counted.map((column) => thousands(total(months, (row) => row[column])));
  return [...rows, ['Jumlah', ...sums, none]];
}

function readerRows(readers: Report['readers']): readonly (readonly string[])[] {
  return readers.map((row) => [
    row.reader ?? noReaderOnRecord,
    row.sam,
    row.place,
    row.status,
    figure(row.reads),
    figure(row.fingerMatched),
    figure(row.fingerFailed),
    figure(row.checkedByOfficer),
    figure(row.keptWithConsent),
    figure(row.consentRefused),
    figure(row.consentWithdrawn),
  ]);
}

function serviceRows(services: Report['services']): readonly (readonly string[])[] {
  const row = (name: string, of: Report['services']) => [
    name,
    ...(['visits', 'matched', 'differed', 'served', 'notServed'] as const).map((column) =>
      thousands(total(of, (one) => one[column])),
    ),
    documents(of),
  ];
  return [...services.map((one) => row(one.service, [one])), row('Jumlah', services)];
}

/** KTP-el and IKD; a dash where it was not counted. */
function documents(of: Report['services']): string {
  if (of.some(({ withKtpEl, withIkd }) => withKtpEl === null || withIkd === null)) return none;
  return `${thousands(total(of, (one) => one.withKtpEl ?? 0))}/${thousands(total(of, (one) => one.withIkd ?? 0))}`;
}

function balikanRows(months: Report['balikan']): readonly (readonly string[])[] {
  const counted = ['due', 'sent', 'acknowledged', 'rejected', 'waiting'] as const;
  const row = (name: string, of: Report['balikan'], reason: string) => {
    const due = total(of, (one) => one.due);
    const acknowledged = total(of, (one) => one.acknowledged);
    return [
      name,
      ...counted.map((column) => thousands(total(of, (one) => one[column]))),
      share(acknowledgedPerMille(due, acknowledged)),
      thousands(total(of, (one) => one.withoutService)),
      reason === '' ? none : reason,
    ];
  };
  return [...months.map((one) => row(monthInText(one.month), [one], one.reason)), row('Jumlah', months, '')];
}

function userRow({ active, added, revoked, sptjm, nda, userIdBasts }: Report['users']): readonly string[] {
  return [
    ...[active, added, revoked, sptjm, nda].map(thousands),
    userIdBasts.length === 0 ? none : userIdBasts.join('; '),
  ];
}

function securityRow({ iso, patternExceptions, incidents, notices }: Report['security']): readonly string[] {
  return [
    iso === null ? none : `${iso.number}, s.d. ${dayInFigures(iso.validUntil)}`,
    ...[patternExceptions, incidents, notices].map(thousands),
  ];
}
