/** Working days against the tables of domain 6.3 and 6.4. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import year2025 from '../../resources/calendars/2025.json' with { type: 'json' };
import year2026 from '../../resources/calendars/2026.json' with { type: 'json' };
import {
  addDays,
  addMonths,
  addPeriod,
  dayInText,
  daysBetween,
  isRealDay,
  shippedHolidays,
  weekdayName,
  workCalendar,
} from './index.ts';

const { isWorkingDay, previousWorkingDay, workingDayAfter } = workCalendar(shippedHolidays);

describe('ten working days after the semester (domain 6.3)', () => {
  test.each([
    ['2025-06-30', 'Selasa', '2025-07-01', '2025-07-14', false],
    ['2025-12-31', 'Jumat', '2026-01-02', '2026-01-15', false],
    ['2026-06-30', 'Rabu', '2026-07-01', '2026-07-14', false],
    ['2026-12-31', 'Senin', '2027-01-04', '2027-01-15', true],
    ['2027-06-30', 'Kamis', '2027-07-01', '2027-07-14', true],
    ['2027-12-31', 'Senin', '2028-01-03', '2028-01-14', true],
  ])('after %s day 1 is %s %s and day 10 %s', (cutOff, weekday, first, tenth, provisional) => {
    expect(workingDayAfter(cutOff, 1).day).toBe(first);
    expect(weekdayName(first)).toBe(weekday);
    expect(workingDayAfter(cutOff, 10)).toEqual({ day: tenth, provisional });
  });

  test('one more holiday in January 2027 moves the report of the second semester from Friday 15 to Monday 18', () => {
    const publicHolidays = ['2027-01-01', '2027-01-05'];
    const decreed = { year: 2027, legalSource: 'SKB contoh', publicHolidays, collectiveLeave: [] };
    const known = workCalendar([...shippedHolidays, decreed]);
    expect(known.workingDayAfter('2026-12-31', 10)).toEqual({ day: '2027-01-18', provisional: false });
    expect(weekdayName('2027-01-18')).toBe('Senin');
  });

  test.each([
    ['2026-05-31', '2026-06-15'],
    ['2026-11-30', '2026-12-14'],
  ])('the safe reading, ten days into the month after %s, is %s', (before, expected) => {
    expect(workingDayAfter(before, 10).day).toBe(expected);
  });
});

test.each([
  ['contact change', '2026-01-26', 14, '2026-02-13', false],
  ['final report of an agreement that ends on 30 November 2026', '2026-11-30', 10, '2026-12-14', false],
  ['return of the SAM', '2027-09-16', 10, '2027-09-30', true],
])('%s: %s and %i working days is %s', (_what, from, count, expected, provisional) => {
  expect(workingDayAfter(from, count)).toEqual({ day: expected, provisional });
});

describe('two months before the end, back to a working day (domain 6.4)', () => {
  test.each([
    ['2027-09-16', '2027-07-16', '2027-07-16'],
    ['2027-05-19', '2027-03-19', '2027-03-19'],
    ['2027-05-20', '2027-03-20', '2027-03-19'],
    ['2024-01-12', '2023-11-12', '2023-11-10'],
    ['2025-03-05', '2025-01-05', '2025-01-03'],
    ['2027-04-30', '2027-02-28', '2027-02-26'],
    ['2028-04-30', '2028-02-29', '2028-02-29'],
    ['2028-04-29', '2028-02-29', '2028-02-29'],
    ['2028-02-29', '2027-12-29', '2027-12-29'],
    ['2027-08-31', '2027-06-30', '2027-06-30'],
    ['2026-10-31', '2026-08-31', '2026-08-31'],
    ['2026-12-31', '2026-10-31', '2026-10-30'],
    ['2026-02-27', '2025-12-27', '2025-12-24'],
  ])('%s: raw %s, due %s', (lastDay, raw, due) => {
    expect(addMonths(lastDay, -2)).toBe(raw);
    expect(previousWorkingDay(raw).day).toBe(due);
  });

  test('an agreement of two years signed on a leap day ends on 27 February', () => {
    expect(addDays(addPeriod('2024-02-29', 'P2Y'), -1)).toBe('2026-02-27');
  });
});

describe('six months for the certificate, back to a working day (domain 6.4)', () => {
  test.each([
    ['2025-09-16', '2026-03-16'],
    ['2025-05-20', '2025-11-20'],
    ['2023-01-13', '2023-07-13'],
    ['2025-08-31', '2026-02-27'],
    ['2027-08-31', '2028-02-29'],
    ['2026-08-31', '2027-02-26'],
    ['2025-12-01', '2026-05-29'],
  ])('signed %s: due %s', (signed, due) => {
    expect(previousWorkingDay(addMonths(signed, 6)).day).toBe(due);
  });
});

test('the shipped years name their decree and hold real days of their own year', () => {
  for (const { year, legalSource, publicHolidays, collectiveLeave } of [year2025, year2026]) {
    expect(legalSource).toMatch(/^SKB/);
    for (const day of [...publicHolidays, ...collectiveLeave]) {
      expect(day.startsWith(`${year}-`)).toBe(true);
      expect(isRealDay(day)).toBe(true);
      expect(isWorkingDay(day)).toEqual({ working: false, provisional: false });
    }
  }
});

test.each([
  [
    2025,
    '01-01 01-27 01-29 03-29 03-31 04-01 04-18 04-20 05-01 05-12 05-29 06-01 06-06 06-27 08-17 09-05 12-25',
    '01-28 03-28 04-02 04-03 04-04 04-07 05-13 05-30 06-09 08-18 12-26',
  ],
  [
    2026,
    '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25',
    '02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24',
  ],
])('the days that were decreed for %i are those of the table of domain 6.1', (year, holidays, leave) => {
  const loaded = [year2025, year2026].find((one) => one.year === year);
  const short = (days: readonly string[] = []) => days.map((day) => day.slice(5)).join(' ');
  expect(short(loaded?.publicHolidays)).toBe(holidays);
  expect(short(loaded?.collectiveLeave)).toBe(leave);
});

test('of a year nobody loaded only weekends and fixed dates are free, and the answer says so', () => {
  expect(isWorkingDay('2027-05-03')).toEqual({ working: true, provisional: true });
  expect(isWorkingDay('2028-06-01')).toEqual({ working: false, provisional: true });
  expect(isWorkingDay('2027-05-01').working).toBe(false);
});

test('counting forwards and walking back agree, whatever the day', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays('2025-01-01', offset));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), (start, count) => {
      const found = workingDayAfter(start, count).day;
      const between = Array.from({ length: daysBetween(start, found) }, (_, n) => addDays(start, n + 1));
      expect(between.filter((each) => isWorkingDay(each).working)).toHaveLength(count);
      expect(previousWorkingDay(found).day).toBe(found);
    }),
  );
});

test('the days that are left count down to 0 on the day itself, and below once it has passed', () => {
  const { workingDaysUntil } = workCalendar(shippedHolidays);
  expect(workingDaysUntil('2026-06-30', '2026-07-14')).toBe(10);
  expect(workingDaysUntil('2026-07-14', '2026-07-14')).toBe(0);
  expect(workingDaysUntil('2026-07-11', '2026-07-14')).toBe(2);
  expect(workingDaysUntil('2026-07-20', '2026-07-14')).toBe(-4);
});

test.each([0, -1, 1.5])('%d is no number of working days', (count) => {
  expect(() => workingDayAfter('2026-01-01', count)).toThrow(RangeError);
});

test.each([
  ['2025-05-20', 'Selasa', '20 Mei 2025'],
  ['2025-12-31', 'Rabu', '31 Desember 2025'],
  ['2026-02-28', 'Sabtu', '28 Februari 2026'],
  ['2026-11-22', 'Minggu', '22 November 2026'],
  ['2027-03-19', 'Jumat', '19 Maret 2027'],
  ['2028-02-29', 'Selasa', '29 Februari 2028'],
  ['2029-10-10', 'Rabu', '10 Oktober 2029'],
])('%s is a %s, written %s', (day, weekday, text) => {
  expect(weekdayName(day)).toBe(weekday);
  expect(dayInText(day)).toBe(text);
});

test.each(['2026-02-29', '2027-02-30', '2026-13-01', '2026-1-1', '', 'kemarin'])('%j is no day', (day) => {
  expect(isRealDay(day)).toBe(false);
});
