import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  age,
  digitsOf,
  firstName,
  longDate,
  nikGroups,
  number,
  partOfDay,
  roughly,
  seconds,
  shortDate,
} from './index.ts';

describe('how values are written', () => {
  it('groups a NIK into region, birth and serial', () => {
    expect(nikGroups('4001015203880001')).toEqual(['400101', '520388', '0001']);
    expect(nikGroups('40010152')).toEqual(['400101', '52']);
  });

  it('loses no digit when it groups', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{0,16}$/),
        (digits) => digitsOf(nikGroups(digits).join(' ')) === digits,
      ),
    );
  });

  it('groups and shortens figures by the language', () => {
    expect([number(1_204_338, 'id'), number(1_204_338, 'en')]).toEqual(['1.204.338', '1,204,338']);
    expect([roughly(999, 'id'), roughly(238_412, 'id'), roughly(238_412, 'en')]).toEqual([
      '999',
      '238\u00a0rb',
      expect.stringMatching(/^238k$/i),
    ]);
  });

  it('writes dates in the words of the language, whatever the time zone of the machine', () => {
    expect(longDate('2028-03-02', 'id')).toBe('Kamis, 2 Maret 2028');
    expect(longDate('2028-03-02', 'en')).toContain('2 March 2028');
    expect(shortDate('2028-03-02T10:00:00Z', 'id')).toBe('2 Mar 2028');
    expect(longDate('dua tahun', 'id')).toBe('dua tahun');
  });

  it('gives ages in the largest whole unit and never in zero minutes', () => {
    expect(age(10_000, 'id')).toBe('1 menit');
    expect(age(59 * 60_000, 'id')).toBe('59 menit');
    expect(age(3.9 * 3_600_000, 'en')).toBe('3 hours');
    expect(age(49 * 3_600_000, 'id')).toBe('2 hari');
    expect(seconds(2340, 'id')).toBe('2,3 detik');
  });

  it('greets by the hour and by the first name', () => {
    expect([7, 12, 16, 20].map(partOfDay)).toEqual(['morning', 'noon', 'afternoon', 'evening']);
    expect(firstName(' Simula Ningsih')).toBe('Simula');
  });
});
