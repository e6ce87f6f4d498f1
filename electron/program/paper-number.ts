/**
 * The number of a paper by the pattern of the office, e.g. `400.12/{urut}/CONTOH/{bulanRomawi}/{tahun}` (domain 5.0). The running number
 * is the secretariat's to give and never invented; month and year are those of the paper.
 */
import { romanMonth } from '../calendar/index.ts';

interface Numbered {
  readonly number?: string;
  /** As the secretariat gave it: `0031`. */
  readonly sequence?: string;
  readonly day?: string;
}

/** `null` while something of the pattern is open: such a paper is a draft. */
export function paperNumber({ number, sequence, day }: Numbered): string | null {
  if (number === undefined) return null;
  const known: Readonly<Record<string, string | undefined>> = {
    urut: sequence,
    tahun: day?.slice(0, 4),
    bulan: day?.slice(5, 7),
    bulanRomawi: day === undefined ? undefined : romanMonth(day),
  };
  const filled = number.replace(/\{(\w+)\}/g, (token, name: string) => known[name] ?? token);
  return /[{}]/.test(filled) ? null : filled;
}
