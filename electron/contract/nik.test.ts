/** The local NIK check against the numbers of domain 8.3. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkNik, type NikFault } from './nik.ts';

const training = { training: true };
const inService = { training: false };

describe('in training', () => {
  test.each([
    '4001015203880001',
    '4001012902960001',
    '4001027112750002',
    '4002010511010003',
    '4002014907600001',
    '4001015203880002',
  ])('resident %s passes without a warning', (nik) => {
    expect(checkNik(nik, training)).toEqual({ ok: true, value: { nik, warnings: [] } });
  });

  test.each<[string, NikFault]>([
    ['4001013202960001', 'DAY'],
    ['4001017202960001', 'DAY'],
    ['4001013002960001', 'DATE'],
    ['4001012902970001', 'DATE'],
    ['4001011213960001', 'MONTH'],
    ['4001010505900000', 'SERIAL_ZERO'],
    ['400101520388000', 'LENGTH'],
    ['40010152038800O1', 'NOT_DIGITS'],
    ['4.001015203880001E+15', 'NOT_DIGITS'],
    ['٤٠٠١٠١٥٢٠٣٨٨٠٠٠١', 'NOT_DIGITS'],
    ['0001015203880001', 'PROVINCE_ZERO'],
    ['3303015203880001', 'REAL_REGION'],
    ['', 'LENGTH'],
  ])('%s is refused for %s', (text, fault) => {
    const checked = checkNik(text, training);
    expect(checked.ok ? undefined : checked.failure.fault).toBe(fault);
  });

  test('an unknown region is a warning, because tables age', () => {
    const checked = checkNik('9901010101900001', training);
    expect(checked).toEqual({
      ok: true,
      value: { nik: '9901010101900001', warnings: ['UNKNOWN_PROVINCE'] },
    });
  });
});

test('a sample region is refused outside training, with the reason the officer reads', () => {
  const checked = checkNik('4001015203880001', inService);
  expect(checked.ok ? '' : checked.failure.cause.id).toBe('Format NIK tidak sesuai: kode wilayah contoh.');
});

test('29 February 2000 exists although 1900 was no leap year', () => {
  expect(checkNik('4001012902000001', training).ok).toBe(true);
});

test('blanks, dots and hyphens are taken away and nothing else is repaired', () => {
  const checked = checkNik(' 4001.0152-0388 0001\n', training);
  expect(checked.ok && checked.value.nik).toBe('4001015203880001');
  expect(checkNik('4001015203880001*', training).ok).toBe(false);
});

test('no failure ever carries the number that was typed', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{12,18}$/), (text) => {
      const checked = checkNik(text, inService);
      if (!checked.ok) expect(JSON.stringify(checked.failure)).not.toContain(text);
    }),
  );
});
