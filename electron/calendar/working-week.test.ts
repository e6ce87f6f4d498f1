/** The tables of domain 6.3 and 6.4 for an office that also works on Saturdays or on collective leave, and what a new week leaves where it was. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, shippedHolidays, type WorkingWeek, workCalendar } from './index.ts';

const always = '2000-01-03';
const saturdays = workCalendar(shippedHolidays, [
  { from: always, workingWeek: 'MON_SAT', collectiveLeaveIsWorkday: false },
]);
const onLeave = workCalendar(shippedHolidays, [
  { from: always, workingWeek: 'MON_FRI', collectiveLeaveIsWorkday: true },
]);

describe('an office that works from Monday to Saturday', () => {
  test.each([
    ['2025-06-30', '2025-07-11', false],
    ['2025-12-31', '2026-01-13', false],
    ['2026-06-30', '2026-07-11', false],
    ['2026-12-31', '2027-01-13', true],
    ['2027-06-30', '2027-07-12', true],
    ['2027-12-31', '2028-01-13', true],
    ['2026-11-30', '2026-12-11', false],
    ['2027-09-16', '2027-09-28', true],
  ])('has ten working days after %s until %s', (cutOff, day, provisional) => {
    expect(saturdays.workingDayAfter(cutOff, 10)).toEqual({ day, provisional });
  });

  test('tells a change of contacts earlier', () => {
    expect(saturdays.workingDayAfter('2026-01-26', 14).day).toBe('2026-02-11');
  });

  test.each([
    ['2027-09-16', -2, '2027-07-16'],
    ['2027-05-20', -2, '2027-03-20'],
    ['2024-01-12', -2, '2023-11-11'],
    ['2025-03-05', -2, '2025-01-04'],
    ['2027-04-30', -2, '2027-02-27'],
    ['2028-04-30', -2, '2028-02-29'],
    ['2026-12-31', -2, '2026-10-31'],
    ['2026-02-27', -2, '2025-12-27'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-27'],
    ['2025-12-01', 6, '2026-05-30'],
  ])('goes back from %s and %i months to a Saturday at most: %s', (from, months, due) => {
    expect(saturdays.previousWorkingDay(addMonths(from, months)).day).toBe(due);
  });

  test('rests on Sundays and holidays, and on collective leave as long as nothing else is laid down', () => {
    const works = (day: string) => saturdays.isWorkingDay(day).working;
    expect(['2026-11-28', '2026-11-29', '2026-12-24', '2026-12-25'].map(works)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('an office that serves on collective leave', () => {
  test('counts those days, and no Saturday for them', () => {
    expect(onLeave.workingDayAfter('2026-03-17', 2).day).toBe('2026-03-20');
    expect(workCalendar(shippedHolidays).workingDayAfter('2026-03-17', 2).day).toBe('2026-03-26');
    expect(onLeave.previousWorkingDay('2025-12-27').day).toBe('2025-12-26');
    expect(onLeave.isWorkingDay('2026-12-25').working).toBe(false);
  });
});

describe('a week that counts from a day on', () => {
  const fromSaturday = (from: string) =>
    workCalendar(shippedHolidays, [{ from, workingWeek: 'MON_SAT', collectiveLeaveIsWorkday: false }]);

  test('leaves the days before it as they were, and is met by a count that goes on into it', () => {
    const { isWorkingDay, workingDayAfter } = fromSaturday('2026-07-06');
    expect([isWorkingDay('2026-07-04').working, isWorkingDay('2026-07-11').working]).toEqual([false, true]);
    expect(workingDayAfter('2026-06-30', 10).day).toBe('2026-07-13');
  });

  test('counts on its first day itself', () => {
    expect(fromSaturday('2026-07-11').isWorkingDay('2026-07-11').working).toBe(true);
    expect(fromSaturday('2026-07-12').isWorkingDay('2026-07-11').working).toBe(false);
  });

  test('does not give back a date that had passed when it began', () => {
    const raw = '2026-12-26';
    expect(workCalendar(shippedHolidays).previousWorkingDay(raw).day).toBe('2026-12-23');
    expect(fromSaturday('2026-12-24').previousWorkingDay(raw).day).toBe('2026-12-23');
    expect(fromSaturday('2026-12-23').previousWorkingDay(raw).day).toBe('2026-12-26');
  });

  test('ends where the next one begins', () => {
    const { isWorkingDay } = workCalendar(shippedHolidays, [
      { from: '2026-07-06', workingWeek: 'MON_SAT', collectiveLeaveIsWorkday: false },
      { from: '2026-07-13', workingWeek: 'MON_FRI', collectiveLeaveIsWorkday: false },
    ]);
    expect(['2026-07-04', '2026-07-11', '2026-07-18'].map((day) => isWorkingDay(day).working)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('never moves a date that lies before it, forwards or back', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((offset) => addDays('2025-01-01', offset));
    const week: fc.Arbitrary<WorkingWeek> = fc.record({
      from: day,
      workingWeek: fc.constantFrom('MON_FRI', 'MON_SAT'),
      collectiveLeaveIsWorkday: fc.boolean(),
    });
    const several = fc
      .uniqueArray(week, { minLength: 1, maxLength: 4, selector: ({ from }) => from })
      .map((weeks) => weeks.sort((a, b) => (a.from < b.from ? -1 : 1)));
    fc.assert(
      fc.property(several, day, fc.integer({ min: 1, max: 20 }), (weeks, start, count) => {
        const before = workCalendar(shippedHolidays, weeks.slice(0, -1));
        const after = workCalendar(shippedHolidays, weeks);
        const begins = weeks.at(-1)?.from ?? '';
        for (const reckon of [
          (on: typeof before) => on.workingDayAfter(start, count).day,
          (on: typeof before) => on.previousWorkingDay(start).day,
        ]) {
          if (reckon(before) < begins) expect(reckon(after)).toBe(reckon(before));
        }
      }),
    );
  });
});
