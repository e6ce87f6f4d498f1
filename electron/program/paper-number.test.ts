import { expect, test } from 'vitest';
import { paperNumber } from './paper-number.ts';

test.each([
  ['as it was given', { number: '400.12/0031/CONTOH/2026' }, '400.12/0031/CONTOH/2026'],
  [
    'by the pattern, with month and year of the paper',
    { number: '400.12/{urut}/CONTOH/{bulanRomawi}/{tahun}', sequence: '0031', day: '2026-08-03' },
    '400.12/0031/CONTOH/VIII/2026',
  ],
  [
    'with the month in figures',
    { number: '470 / {urut} / {bulan} / {tahun}', sequence: '7', day: '2026-08-03' },
    '470 / 7 / 08 / 2026',
  ],
  [
    'not before the secretariat gave the running number',
    { number: '400.12/{urut}/{tahun}', day: '2026-08-03' },
    null,
  ],
  ['not while the day is open', { number: '400.12/{urut}/{tahun}', sequence: '1' }, null],
  ['not where the pattern has a word that nobody knows', { number: '400.12/{entah}', sequence: '1' }, null],
  ['not at all', {}, null],
])('a paper has its number %s', (_how, given, number) => {
  expect(paperNumber(given)).toBe(number);
});
