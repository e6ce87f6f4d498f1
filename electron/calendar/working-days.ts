/**
 * Working days of government offices (domain 6.1): Monday to Friday, except national holidays and collective leave, unless the office
 * works by another week. Holidays are data with a legal source, a file a year; of a year that is not loaded only the holidays with a
 * fixed date are known.
 */
import { addDays, type Day } from './day.ts';

export interface HolidayYear {
  readonly year: number;
  /** Joint decree (SKB) that fixed them. */
  readonly legalSource: string;
  readonly publicHolidays: readonly Day[];
  readonly collectiveLeave: readonly Day[];
}

/** `provisional`: the holidays of a year on the way are not loaded, so the decree of that year can still move the result. */
export interface ComputedDay {
  readonly day: Day;
  readonly provisional: boolean;
}

export interface WorkCalendar {
  isWorkingDay(day: Day): { readonly working: boolean; readonly provisional: boolean };
  /** The day itself, or the nearest working day before it: deadlines that count backwards never fall on a closed office. */
  previousWorkingDay(day: Day): ComputedDay;
  /** The day of the event is day 0; the first working day after it is day 1 (domain 6.3). */
  workingDayAfter(day: Day, count: number): ComputedDay;
  /** Working days behind `from`, up to and with `to`: 0 on the day itself, negative once it has passed. */
  workingDaysUntil(from: Day, to: Day): number;
}

/** The days on which an office works, from a day on (Perpres 21/2023 Ps.7: units that serve the public). */
export interface WorkingWeek {
  readonly from: Day;
  readonly workingWeek: 'MON_FRI' | 'MON_SAT';
  readonly collectiveLeaveIsWorkday: boolean;
}

/** Perpres 21/2023 Ps.3 and Ps.6: where nothing else was laid down. */
const usual = { workingWeek: 'MON_FRI', collectiveLeaveIsWorkday: false } as const;

/** Month and day of the holidays that no decree moves. */
const fixedHolidays: ReadonlySet<string> = new Set(['01-01', '05-01', '06-01', '08-17', '12-25']);

/**
 * @param weeks the earliest first. A date that lies before the day from which a week counts stays where it was: what has passed is
 *   not moved by what was laid down afterwards.
 */
export function workCalendar(
  years: readonly HolidayYear[],
  weeks: readonly WorkingWeek[] = [],
): WorkCalendar {
  const loaded = new Set(years.map(({ year }) => String(year)));
  const holidays = new Set(years.flatMap(({ publicHolidays }) => publicHolidays));
  const leave = new Set(years.flatMap(({ collectiveLeave }) => collectiveLeave));
  const isLoaded = (day: Day) => loaded.has(day.slice(0, 4));

  function isOpen(day: Day, laidDown = weeks): boolean {
    const week = laidDown.findLast(({ from }) => from <= day) ?? usual;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || (weekday === 6 && week.workingWeek === 'MON_FRI')) return false;
    if (!isLoaded(day)) return !fixedHolidays.has(day.slice(5));
    return !holidays.has(day) && (week.collectiveLeaveIsWorkday || !leave.has(day));
  }

  /** Walks until `count` working days were met; the first step goes nowhere when the start itself may be the answer. */
  function walk(start: Day, step: 1 | -1, count: number, laidDown = weeks): ComputedDay {
    let day = start;
    let provisional = false;
    for (let met = 0; ; day = addDays(day, step)) {
      provisional ||= !isLoaded(day);
      if (isOpen(day, laidDown)) met += 1;
      if (met === count) return { day, provisional };
    }
  }

  /** Going back one meets the newest week first; it is asked only if it had begun when the date came that counted until then. */
  function previousWorkingDay(day: Day): ComputedDay {
    let found = walk(day, -1, 1, []);
    weeks.forEach(({ from }, index) => {
      if (from <= found.day) found = walk(day, -1, 1, weeks.slice(0, index + 1));
    });
    return found;
  }

  function workingDaysUntil(from: Day, to: Day): number {
    if (to < from) return 0 - workingDaysUntil(to, from);
    let met = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) met += Number(isOpen(day));
    return met;
  }

  return {
    isWorkingDay: (day) => ({ working: isOpen(day), provisional: !isLoaded(day) }),
    workingDaysUntil,
    previousWorkingDay,
    workingDayAfter(day, count) {
      if (!Number.isInteger(count) || count < 1) throw new RangeError('working days are counted from 1');
      return walk(addDays(day, 1), 1, count);
    },
  };
}
