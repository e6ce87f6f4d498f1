import { describe, expect, it } from 'vitest';
import { writtenDay, writtenMoment, writtenPeriod } from './written.ts';

describe('what is written for a person', () => {
  it('says a period in words', () => {
    expect(writtenPeriod('P2Y', 'id')).toBe('2 tahun');
    expect(writtenPeriod('P1Y6M', 'en')).toBe('1 year 6 months');
    expect(writtenPeriod('dua tahun', 'id')).toBe('dua tahun');
  });

  it('says a day with its weekday, whatever the zone of the machine', () => {
    expect(writtenDay('2028-02-29', 'id')).toBe('Selasa, 29 Februari 2028');
    expect(writtenDay('besok', 'id')).toBe('besok');
  });

  it('says a moment in the zone of the office and names the zone', () => {
    const midnight = Date.UTC(2026, 9, 5, 16);
    expect(writtenMoment(midnight, 'Asia/Jakarta', 'id')).toBe('5 Oktober 2026 23.00 WIB');
    expect(writtenMoment(midnight, 'Asia/Makassar', 'id')).toBe('6 Oktober 2026 00.00 WITA');
    expect(writtenMoment(midnight, 'Asia/Jayapura', 'en')).toBe('6 October 2026 01:00 WIT');
  });
});
