/** Numbers and dates in Indonesian words, and figures as Indonesian papers write them (domain 5.0). */
import type { Day } from './day.ts';
import { isRealDay, monthName, weekdayName } from './words.ts';

const units = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const largest = 999_999_999_999;

/**
 * `21` is `dua puluh satu`. Only ten, eleven, a hundred and a thousand take the prefix se-, and a thousand only where nothing
 * stands before it: `101.011` is `seratus satu ribu sebelas`.
 */
export function spellOut(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > largest) {
    throw new RangeError(`only whole numbers from 0 to ${largest} are spelled out`);
  }
  return count === 0 ? 'nol' : words(count).join(' ');
}

function words(count: number): string[] {
  if (count === 0) return [];
  if (count < 10) return [units[count] ?? ''];
  if (count === 10) return ['sepuluh'];
  if (count === 11) return ['sebelas'];
  if (count < 20) return [...words(count - 10), 'belas'];
  if (count < 100) return [...words(Math.floor(count / 10)), 'puluh', ...words(count % 10)];
  if (count < 200) return ['seratus', ...words(count % 100)];
  if (count < 1000) return [...words(Math.floor(count / 100)), 'ratus', ...words(count % 100)];
  if (count < 2000) return ['seribu', ...words(count % 1000)];
  const [size, name] = count < 1e6 ? [1e3, 'ribu'] : count < 1e9 ? [1e6, 'juta'] : [1e9, 'miliar'];
  return [...words(Math.floor(count / size)), name, ...words(count % size)];
}

/** A count as a paper states it: `3 (tiga)`. */
export function quantity(count: number): string {
  return `${thousands(count)} (${spellOut(count)})`;
}

/** `12345` is `12.345`. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Tenths of a per cent, with one decimal: `985` is `98,5%`. */
export function perCent(tenths: number): string {
  return `${thousands(Math.floor(tenths / 10))},${tenths % 10}%`;
}

/** Whole rupiah: `10000` is `Rp10.000,00`. */
export function rupiah(amount: number): string {
  return `Rp${thousands(amount)},00`;
}

/** `2025-05-20` is `20-05-2025`, as tables and brackets have it. */
export function dayInFigures(day: Day): string {
  return day.split('-').reverse().join('-');
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The month of a day as numbers of letters have it: `VIII`. */
export function romanMonth(day: Day): string {
  return romans[Number(day.slice(5, 7)) - 1] ?? '';
}

/** How a record begins: `Pada hari ini, Selasa, tanggal dua puluh bulan Mei tahun dua ribu dua puluh lima (20-05-2025)`. */
export function onThisDay(day: Day): string {
  if (!isRealDay(day)) throw new RangeError('no such day on the calendar');
  const [year, , date] = day.split('-').map(Number);
  const inWords = `tanggal ${spellOut(date ?? 0)} bulan ${monthName(day)} tahun ${spellOut(year ?? 0)}`;
  return `Pada hari ini, ${weekdayName(day)}, ${inWords} (${dayInFigures(day)})`;
}
