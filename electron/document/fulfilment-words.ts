/** The table of a request for extension that says how the duties were met so far (domain 5.4). */
import { dayInText, perCent, quantity, thousands } from '../calendar/index.ts';
import type { LetterFields } from './fields.ts';

export function fulfilmentRows({ fulfilment }: LetterFields): readonly (readonly string[])[] {
  const { reports, balikan, iso, incidents } = fulfilment;
  return [
    ...reports.map(({ year, half, signed }) => [
      `Laporan Semester ${half === 1 ? 'I' : 'II'} Tahun ${year}`,
      signed === null ? 'sedang disusun' : `Nomor ${signed.number} tanggal ${dayInText(signed.date)}`,
    ]),
    ['Data balikan', ratio(balikan)],
    [
      'Sertifikat ISO/IEC 27001',
      iso === null ? 'belum diserahkan' : `Nomor ${iso.number}, berlaku s.d. ${dayInText(iso.validUntil)}`,
    ],
    ['Insiden keamanan', quantity(incidents)],
  ];
}

function ratio({ due, acknowledged }: LetterFields['fulfilment']['balikan']): string {
  if (due === 0) return 'tidak berlaku';
  const share = perCent(Math.round((acknowledged * 1000) / due));
  return `${share} diterima (${thousands(acknowledged)} dari ${thousands(due)})`;
}
