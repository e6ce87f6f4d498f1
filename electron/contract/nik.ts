/**
 * The local check of a NIK before it costs a hit: `PP KK CC DDMMYY SSSS` = province, regency, district of first
 * registration, birth date with 40 added to the day for women, serial. There is no check digit.
 *
 * Refused is only what the gateway would answer with "tidak sesuai format". What is merely odd – tables of regions age – is
 * a warning. A NIK is never repaired: no digit is guessed, replaced or added (gateway fact sheet 6.1).
 */
import type { Failure, LocalText } from '../../native/failure.ts';
import { appFailure } from './failures/index.ts';

export type NikFault =
  | 'NOT_DIGITS'
  | 'LENGTH'
  | 'PROVINCE_ZERO'
  | 'DAY'
  | 'MONTH'
  | 'DATE'
  | 'SERIAL_ZERO'
  | 'SAMPLE_REGION'
  | 'REAL_REGION';

export const nikFaultTexts: Readonly<Record<NikFault, LocalText>> = {
  NOT_DIGITS: { id: 'hanya boleh berisi angka', en: 'only digits are allowed' },
  LENGTH: { id: 'jumlah digit bukan 16', en: 'it does not have 16 digits' },
  PROVINCE_ZERO: { id: 'kode provinsi tidak diawali angka 1–9', en: 'the province code begins with 0' },
  DAY: { id: 'tanggal lahir bukan 01–31 atau 41–71', en: 'the day of birth is not 01–31 or 41–71' },
  MONTH: { id: 'bulan lahir bukan 01–12', en: 'the month of birth is not 01–12' },
  DATE: { id: 'tanggal lahir tidak ada dalam kalender', en: 'the date of birth does not exist' },
  SERIAL_ZERO: { id: 'nomor urut 0000', en: 'the serial number is 0000' },
  SAMPLE_REGION: { id: 'kode wilayah contoh', en: 'the region is the one used for samples' },
  REAL_REGION: {
    id: 'Mode Latihan hanya menerima kode wilayah contoh 40',
    en: 'training mode takes only the sample region 40',
  },
};

export type NikWarning = 'UNKNOWN_PROVINCE' | 'UNUSUAL_REGENCY' | 'UNUSUAL_DISTRICT';

export interface CheckedNik {
  /** 16 ASCII digits. */
  readonly nik: string;
  readonly warnings: readonly NikWarning[];
}

export interface NikFailure extends Failure<'NIK_FORMAT_INVALID'> {
  readonly fault: NikFault;
}

/** Provinces that have issued NIKs (domain 8.1); 54 is the former East Timor. */
const provinces = new Set(
  [
    [11, 19],
    [21, 21],
    [31, 36],
    [51, 54],
    [61, 65],
    [71, 76],
    [81, 82],
    [91, 96],
  ].flatMap(([first = 0, last = 0]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
);

/** Never assigned to a province; every sample resident has it. */
const sampleProvince = 40;

/** The two digits of the year fit 19yy or 20yy, so 29 February exists if either year is a leap year. */
function dayExists(day: number, month: number, yy: number): boolean {
  return [1900 + yy, 2000 + yy].some((year) => new Date(Date.UTC(year, month, 0)).getUTCDate() >= day);
}

function faultOf(nik: string, training: boolean): NikFault | undefined {
  if (!/^[0-9]*$/.test(nik)) return 'NOT_DIGITS';
  if (nik.length !== 16) return 'LENGTH';
  const pair = (at: number) => Number(nik.slice(at, at + 2));
  const province = pair(0);
  if (province < 10) return 'PROVINCE_ZERO';
  if (!training && province === sampleProvince) return 'SAMPLE_REGION';
  if (training && provinces.has(province)) return 'REAL_REGION';
  const day = pair(6) > 40 ? pair(6) - 40 : pair(6);
  const month = pair(8);
  if (day < 1 || day > 31) return 'DAY';
  if (month < 1 || month > 12) return 'MONTH';
  if (!dayExists(day, month, pair(10))) return 'DATE';
  if (nik.endsWith('0000')) return 'SERIAL_ZERO';
  return undefined;
}

function warningsOf(nik: string): NikWarning[] {
  const [province, regency, district] = [0, 2, 4].map((at) => Number(nik.slice(at, at + 2)));
  const warnings: NikWarning[] = [];
  if (province !== sampleProvince && !provinces.has(province ?? 0)) warnings.push('UNKNOWN_PROVINCE');
  // 01–69 are regencies, 71–79 cities; 70 and 80–99 were never given out.
  if (regency === 0 || regency === 70 || (regency ?? 0) > 79) warnings.push('UNUSUAL_REGENCY');
  if (district === 0) warnings.push('UNUSUAL_DISTRICT');
  return warnings;
}

/**
 * Takes what was typed, without its blanks, dots and hyphens.
 * @param options.training sample residents (province 40) are refused outside training, real provinces inside it.
 * @returns the 16 digits with warnings, or `NIK_FORMAT_INVALID` whose cause names the fault and never the number.
 */
export function checkNik(
  text: string,
  options: { readonly training: boolean },
): { readonly ok: true; readonly value: CheckedNik } | { readonly ok: false; readonly failure: NikFailure } {
  const nik = text.replace(/[\s.-]/g, '');
  const fault = faultOf(nik, options.training);
  if (fault === undefined) return { ok: true, value: { nik, warnings: warningsOf(nik) } };
  const reason = nikFaultTexts[fault];
  const failure = appFailure('NIK_FORMAT_INVALID', 'NIK', fault);
  return {
    ok: false,
    failure: {
      ...failure,
      cause: {
        id: `Format NIK tidak sesuai: ${reason.id}.`,
        en: `The NIK is not well formed: ${reason.en}.`,
      },
      fault,
    },
  };
}
