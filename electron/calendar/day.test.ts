/** Days and periods against the tables of domain 6.4 and the three zones of Indonesia. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, addPeriod, daysBetween, endOfDay, localDay, startOfDay } from './index.ts';

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

describe('months', () => {
  test.each([
    ['2027-09-16', -2, '2027-07-16'],
    ['2027-04-30', -2, '2027-02-28'],
    ['2028-04-30', -2, '2028-02-29'],
    ['2028-02-29', -2, '2027-12-29'],
    ['2027-08-31', -2, '2027-06-30'],
    ['2026-12-31', -2, '2026-10-31'],
    ['2026-02-27', -2, '2025-12-27'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-08-31', 0, '2026-08-31'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test('two years from a leap day end on the 28th', () => {
    expect(addPeriod('2024-02-29', 'P2Y')).toBe('2026-02-28');
  });

  test('a mixed period clamps once and then counts days', () => {
    expect(addPeriod('2026-01-31', 'P1M1D')).toBe('2026-03-01');
  });

  test.each(['P', 'P2W', '2Y', 'PT1H', ''])('%j is not a period', (period) => {
    expect(() => addPeriod('2026-01-01', period)).toThrow(RangeError);
  });
});

describe('days in a zone', () => {
  test('an agreement that ends on 30 November stops at midnight of its own zone, not of another', () => {
    const end = endOfDay('2026-11-30', 'Asia/Jakarta');
    expect(new Date(end).toISOString()).toBe('2026-11-30T16:59:59.999Z');
    expect(localDay(end, 'Asia/Jakarta')).toBe('2026-11-30');
    expect(localDay(end + 1, 'Asia/Jakarta')).toBe('2026-12-01');
    expect(localDay(end, 'Asia/Jayapura')).toBe('2026-12-01');
  });

  test('every instant lies between the start and the end of its own day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) }),
        fc.constantFrom(...zones, 'Europe/Berlin', 'America/St_Johns'),
        (at, zone) => {
          const day = localDay(at, zone);
          expect(startOfDay(day, zone)).toBeLessThanOrEqual(at);
          expect(endOfDay(day, zone)).toBeGreaterThanOrEqual(at);
        },
      ),
    );
  });
});

test('the village agreement has eight days left on 22 November 2026', () => {
  expect(daysBetween('2026-11-22', '2026-11-30')).toBe(8);
});
