import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInFigures, onThisDay, quantity, romanMonth, rupiah, spellOut, thousands } from './index.ts';

describe('a number in words', () => {
  test.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [30, 'tiga puluh'],
    [99, 'sembilan puluh sembilan'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [110, 'seratus sepuluh'],
    [111, 'seratus sebelas'],
    [119, 'seratus sembilan belas'],
    [200, 'dua ratus'],
    [212, 'dua ratus dua belas'],
    [999, 'sembilan ratus sembilan puluh sembilan'],
    [1000, 'seribu'],
    [1001, 'seribu satu'],
    [1100, 'seribu seratus'],
    [1999, 'seribu sembilan ratus sembilan puluh sembilan'],
    [2000, 'dua ribu'],
    [11_000, 'sebelas ribu'],
    [12_345, 'dua belas ribu tiga ratus empat puluh lima'],
    [100_000, 'seratus ribu'],
    [101_011, 'seratus satu ribu sebelas'],
    [250_000, 'dua ratus lima puluh ribu'],
    [999_999, 'sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan'],
    [1_000_000, 'satu juta'],
    [1_001_001, 'satu juta seribu satu'],
    [11_000_000, 'sebelas juta'],
    [1_000_000_000, 'satu miliar'],
  ])('%i is %s', (count, inWords) => {
    expect(spellOut(count)).toBe(inWords);
  });

  test.each([-1, 1.5, 1e12, Number.NaN])('%d is refused', (count) => {
    expect(() => spellOut(count)).toThrow(RangeError);
  });

  test('means one number only, and is never run together', () => {
    const named: Record<string, number> = {};
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_999_999_999 }), (count) => {
        const inWords = spellOut(count);
        named[inWords] ??= count;
        expect(named[inWords]).toBe(count);
        expect(inWords).not.toMatch(
          /satu (ratus|puluh|belas)|[a-z](puluh|belas|ratus|ribu)\b(?<!se(puluh|belas|ratus|ribu))|^satu ribu/,
        );
      }),
    );
  });
});

describe('a day in words', () => {
  test.each([
    ['2025-05-20', 'Selasa, tanggal dua puluh bulan Mei tahun dua ribu dua puluh lima (20-05-2025)'],
    ['2025-09-16', 'Selasa, tanggal enam belas bulan September tahun dua ribu dua puluh lima (16-09-2025)'],
    ['2025-12-31', 'Rabu, tanggal tiga puluh satu bulan Desember tahun dua ribu dua puluh lima (31-12-2025)'],
    ['2026-01-01', 'Kamis, tanggal satu bulan Januari tahun dua ribu dua puluh enam (01-01-2026)'],
    [
      '2026-02-28',
      'Sabtu, tanggal dua puluh delapan bulan Februari tahun dua ribu dua puluh enam (28-02-2026)',
    ],
    ['2026-11-22', 'Minggu, tanggal dua puluh dua bulan November tahun dua ribu dua puluh enam (22-11-2026)'],
    ['2027-03-19', 'Jumat, tanggal sembilan belas bulan Maret tahun dua ribu dua puluh tujuh (19-03-2027)'],
    ['2027-09-16', 'Kamis, tanggal enam belas bulan September tahun dua ribu dua puluh tujuh (16-09-2027)'],
    [
      '2028-02-29',
      'Selasa, tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh delapan (29-02-2028)',
    ],
    ['2028-03-01', 'Rabu, tanggal satu bulan Maret tahun dua ribu dua puluh delapan (01-03-2028)'],
    [
      '2029-02-28',
      'Rabu, tanggal dua puluh delapan bulan Februari tahun dua ribu dua puluh sembilan (28-02-2029)',
    ],
    ['2029-10-10', 'Rabu, tanggal sepuluh bulan Oktober tahun dua ribu dua puluh sembilan (10-10-2029)'],
    ['2030-01-11', 'Jumat, tanggal sebelas bulan Januari tahun dua ribu tiga puluh (11-01-2030)'],
    ['2030-12-21', 'Sabtu, tanggal dua puluh satu bulan Desember tahun dua ribu tiga puluh (21-12-2030)'],
    [
      '2024-02-29',
      'Kamis, tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh empat (29-02-2024)',
    ],
  ])('%s', (day, inWords) => {
    expect(onThisDay(day)).toBe(`Pada hari ini, ${inWords}`);
  });

  test.each(['2026-02-29', '2027-02-30', '2026-13-01', '22-11-2026', ''])('%j is refused', (day) => {
    expect(() => onThisDay(day)).toThrow(RangeError);
  });
});

test('figures are written as they are here', () => {
  expect(quantity(3)).toBe('3 (tiga)');
  expect(quantity(1250)).toBe('1.250 (seribu dua ratus lima puluh)');
  expect([0, 999, 1000, 12_345, 1_000_000].map(thousands)).toEqual([
    '0',
    '999',
    '1.000',
    '12.345',
    '1.000.000',
  ]);
  expect(rupiah(10_000)).toBe('Rp10.000,00');
  expect(dayInFigures('2025-05-20')).toBe('20-05-2025');
  expect(
    Array.from({ length: 12 }, (_, at) => romanMonth(`2026-${String(at + 1).padStart(2, '0')}-01`)),
  ).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']);
});
