/**
 * The keyed trace of a typed NIK (R-040…R-042). Main compares traces and never holds a NIK: groups are HMACs, and within a
 * group a number is masked by an offset that only that group has, so that differences survive and values do not.
 */
import { createHmac } from 'node:crypto';
import type { NikTrace } from '../contract/index.ts';

const modulus = 2 ** 32;
const msPerDay = 86_400_000;
const days1900to1970 = -Date.UTC(1900, 0, 1) / msPerDay;

function keyed(key: Uint8Array, group: string, value: string): Buffer {
  // The label keeps the groups apart: equal digits in two groups give unrelated codes.
  return createHmac('sha256', key).update(`ketuk trace ${group}\0${value}`).digest();
}

function masked(number: number, key: Uint8Array, group: string, value: string): number {
  const offset = keyed(key, `${group} offset`, value).readUInt32BE(0);
  return (number + offset) % modulus;
}

/** `DDMMYY` without the 40 that marks women, and the days from 1 January 1900 to it, reading YY as 19YY throughout. */
function birthBlock(nik: string): { readonly date: string; readonly days: number } {
  const day = Number(nik.slice(6, 8)) % 40;
  const [month, year] = [nik.slice(8, 10), nik.slice(10, 12)];
  const date = `${String(day).padStart(2, '0')}${month}${year}`;
  const utc = Date.UTC(1900 + Number(year), Number(month) - 1, day);
  return { date, days: Math.max(0, utc / msPerDay + days1900to1970) };
}

/**
 * R-041 "4+ repeated digit groups": the whole number is one group four or more times over (`1212…`, `1201 1201 1201 1201`), or
 * four of the five pairs after the region repeat. Runs inside the region do not count: `40 01 01 01 01 90` is a resident born
 * on 1 January.
 */
function hasRepeatedGroups(nik: string): boolean {
  return /^(\d{1,4})\1{3,}$/.test(nik) || /^(?:..)?(\d\d)\1{3}/.test(nik.slice(6));
}

/**
 * @param nik 16 digits.
 * @param traceKey 32 bytes, the installation's key of the day.
 * @param typed true when a person typed it; a tap is not NIK entry (domain 3.D).
 */
export function traceOf(nik: string, traceKey: Uint8Array, typed: boolean): NikTrace {
  const region = nik.slice(0, 6);
  const first12 = nik.slice(0, 12);
  const serial = nik.slice(12);
  const birth = birthBlock(nik);
  return {
    typed,
    nik: keyed(traceKey, 'nik', nik).toString('hex'),
    first12: keyed(traceKey, 'first12', first12).toString('hex'),
    regionAndBirth: keyed(traceKey, 'region and birth', region + birth.date).toString('hex'),
    regionAndSerial: keyed(traceKey, 'region and serial', region + serial).toString('hex'),
    maskedSerial: masked(Number(serial), traceKey, 'first12', first12),
    maskedBirthDay: masked(birth.days, traceKey, 'region and serial', region + serial),
    repeatedGroups: hasRepeatedGroups(nik),
  };
}
