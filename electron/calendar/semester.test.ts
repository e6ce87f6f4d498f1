/** Which reports an agreement owes and when, against domain 6.2 and 6.3. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, reportPeriods, shippedHolidays, workCalendar } from './index.ts';

const workDays = workCalendar(shippedHolidays);
const duty = { halves: ['S1', 'S2'], deadlineWorkingDays: 10, anchor: 'SEMESTER_END' } as const;

function periods(from: string, until: string, today: string, ended = false) {
  return reportPeriods({ from, until, ended, enteredOn: from }, duty, today, workDays).map(
    ({ year, half, from: first, to, final, due }) =>
      `${half}/${year} ${first}..${to}${final ? ' final' : ''} due ${due.day}${due.provisional ? ' *' : ''}`,
  );
}

describe('the reports of an agreement', () => {
  test('begin with the part of the semester in which it was signed', () => {
    expect(periods('2025-09-16', '2027-09-16', '2026-11-22')).toEqual([
      '2/2025 2025-09-16..2025-12-31 due 2026-01-15',
      '1/2026 2026-01-01..2026-06-30 due 2026-07-14',
      '2/2026 2026-07-01..2026-12-31 due 2027-01-15 *',
    ]);
    expect(periods('2025-05-20', '2027-05-19', '2025-06-30')).toEqual([
      '1/2025 2025-05-20..2025-06-30 due 2025-07-14',
    ]);
  });

  test('end with a final one, ten working days after the last day, and none at the end of that semester', () => {
    expect(periods('2024-12-01', '2026-11-30', '2027-03-01', true).at(-1)).toBe(
      '2/2026 2026-07-01..2026-11-30 final due 2026-12-14',
    );
  });

  test('leave out no semester, not for one day of agreement', () => {
    expect(periods('2026-06-30', '2026-07-01', '2026-08-01', true)).toEqual([
      '1/2026 2026-06-30..2026-06-30 due 2026-07-14',
      '2/2026 2026-07-01..2026-07-01 final due 2026-07-15',
    ]);
  });

  test('open in June and December, and a final one with the end if that comes first', () => {
    const opens = (until: string, today: string, ended: boolean) =>
      reportPeriods({ from: '2026-01-05', until, ended, enteredOn: '2026-01-05' }, duty, today, workDays).at(
        -1,
      )?.opensOn;
    expect(opens('2028-01-04', '2026-03-01', false)).toBe('2026-06-01');
    expect(opens('2028-01-04', '2026-07-01', false)).toBe('2026-12-01');
    expect(opens('2026-03-10', '2026-03-11', true)).toBe('2026-03-11');
    expect(opens('2026-06-20', '2026-06-10', false)).toBe('2026-06-01');
  });

  test('may be wanted for one half of the year only, and still end with a final one', () => {
    const oneHalf = { ...duty, halves: ['S2'] } as const;
    const owed = reportPeriods(
      { from: '2025-01-01', until: '2026-03-31', ended: true, enteredOn: '2025-01-01' },
      oneHalf,
      '2026-04-01',
      workDays,
    );
    expect(owed.map(({ year, half, final }) => [year, half, final])).toEqual([
      [2025, 2, false],
      [2026, 1, true],
    ]);
  });
});

test('the earlier readings of ten working days are at hand as safe days, where they are earlier', () => {
  const safe = (anchor: 'SEMESTER_END' | 'MONTH_START', until: string) => {
    const span = { from: '2026-01-01', until, ended: false, enteredOn: '2026-01-01' };
    return reportPeriods(span, { ...duty, anchor }, '2026-12-31', workDays).map((one) => one.safe);
  };
  const [june, december] = [
    ['2026-06-15', '2026-06-30'],
    ['2026-12-14', '2026-12-31'],
  ];
  expect(safe('SEMESTER_END', '2027-12-31')).toEqual([june, december]);
  expect(safe('MONTH_START', '2027-12-31')).toEqual([[], []]);
  // A final report counts from its last day alone.
  expect(safe('SEMESTER_END', '2026-12-30')).toEqual([june, []]);
});

test('anchored to the month, ten working days count from its first day', () => {
  const [first] = reportPeriods(
    { from: '2026-01-01', until: '2027-12-31', ended: false, enteredOn: '2026-01-01' },
    { ...duty, anchor: 'MONTH_START' },
    '2026-06-01',
    workDays,
  );
  expect(first?.due).toEqual({ day: '2026-06-15', provisional: false });
});

test('a report that is wanted before its figures are whole is owed also where it was wanted before the first day of these books', () => {
  const span = { from: '2026-03-02', until: '2028-03-02', ended: false };
  const owed = (enteredOn: string) =>
    reportPeriods({ ...span, enteredOn }, { ...duty, anchor: 'MONTH_START' }, '2026-07-01', workDays)
      .filter(({ half }) => half === 1)
      .map(({ due, lateAfter }) => [due.day, lateAfter]);
  expect(owed('2026-06-20')).toEqual([['2026-06-15', '2026-07-01']]);
  expect(owed('2026-07-01')).toEqual([['2026-06-15', '2026-07-01']]);
  expect(owed('2026-07-02')).toEqual([]);
});

test('every day of an agreement is in exactly one report, whatever its days', () => {
  const anchors = fc.constantFrom('SEMESTER_END', 'MONTH_START');
  const day = fc.integer({ min: 0, max: 2000 }).map((offset) => addDays('2025-01-01', offset));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 1200 }), anchors, fc.nat(15), (from, length, anchor, days) => {
      const until = addDays(from, length);
      const owed = reportPeriods(
        { from, until, ended: true, enteredOn: from },
        { ...duty, anchor, deadlineWorkingDays: days },
        addDays(until, 1),
        workDays,
      );
      expect(owed[0]?.from).toBe(from);
      expect(owed.at(-1)).toMatchObject({ to: until, final: true });
      for (const [index, period] of owed.entries()) {
        expect(daysBetween(period.from, period.to)).toBeGreaterThanOrEqual(0);
        expect(period.lateAfter > period.to).toBe(true);
        expect(period.lateAfter >= period.due.day).toBe(true);
        if (index > 0) expect(period.from).toBe(addDays(owed[index - 1]?.to ?? '', 1));
      }
    }),
  );
});
