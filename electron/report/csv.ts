/** The figures of a report as CSV (RFC 4180, with semicolons, as spreadsheets here expect), one table beneath the other. */
import type { SemesterReportFields } from '../contract/index.ts';

type Cell = string | number | null;

export function reportCsv(figures: SemesterReportFields): string {
  const { userIdBasts, ...users } = figures.users;
  const { iso, ...security } = figures.security;
  const head = [{ kind: figures.kind, from: figures.from, to: figures.to, version: figures.version }];
  const tables: readonly (readonly [string, readonly Readonly<Record<string, Cell>>[]])[] = [
    ['laporan', head],
    ['akses', figures.access],
    ['perangkat', figures.readers],
    ['layanan', figures.services],
    ['data-balikan', figures.balikan],
    ['pengguna', [{ ...users, userIdBasts: userIdBasts.join(', ') }]],
    ['keamanan', [{ ...security, iso: iso === null ? null : `${iso.number} (${iso.validUntil})` }]],
  ];
  const lines = tables.flatMap(([name, rows]) => [
    name,
    ...(rows[0] === undefined ? [] : [Object.keys(rows[0]).join(';')]),
    ...rows.map((row) => Object.values(row).map(cell).join(';')),
    '',
  ]);
  return `\uFEFF${lines.join('\r\n')}`;
}

/** A text that a spreadsheet would take for a formula is kept a text. */
function cell(value: Cell): string {
  if (value === null) return '–';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
