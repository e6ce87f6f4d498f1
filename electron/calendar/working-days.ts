/**
 * Working days of government offices (domain 6.1): Monday to Friday, except national holidays and collective leave. Holidays are
 * data with a legal source, a file a year; of a year that is not loaded only the holidays with a fixed date are known.
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

export interface WorkingWeek {
  /** Offices that also open on Saturdays (Perpres 21/2023 Ps.7). */
  readonly saturdays?: boolean;
  /** Offices that serve on collective leave. */
  readonly collectiveLeaveIsWorkday?: boolean;
}

/** Month and day of the holidays that no decree moves. */
const fixedHolidays: ReadonlySet<string> = new Set(['01-01', '05-01', '06-01', '08-17', '12-25']);

export function workCalendar(years: readonly HolidayYear[], week: WorkingWeek = {}): WorkCalendar {
  const loaded = new Set(years.map(({ year }) => String(year)));
  const free = new Set(
    years.flatMap(({ publicHolidays, collectiveLeave }) =>
      week.collectiveLeaveIsWorkday === true ? publicHolidays : [...publicHolidays, ...collectiveLeave],
    ),
  );
  const isLoaded = (day: Day) => loaded.has(day.slice(0, 4));

  function isWorkingDay(day: Day): { readonly working: boolean; readonly provisional: boolean } {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const closed = weekday === 0 || (weekday === 6 && week.saturdays !== true);
    const holiday = isLoaded(day) ? free.has(day) : fixedHolidays.has(day.slice(5));
    return { working: !closed && !holiday, provisional: !isLoaded(day) };
  }

  /** Walks until `count` working days were met; the first step goes nowhere when the start itself may be the answer. */
  function walk(start: Day, step: 1 | -1, count: number): ComputedDay {
    let day = start;
    let provisional = false;
    for (let met = 0; ; day = addDays(day, step)) {
      const found = isWorkingDay(day);
      provisional ||= found.provisional;
      if (found.working) met += 1;
      if (met === count) return { day, provisional };
    }
  }

  function workingDaysUntil(from: Day, to: Day): number {
    if (to < from) return 0 - workingDaysUntil(to, from);
    let met = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
      met += Number(isWorkingDay(day).working);
    return met;
  }

  return {
    isWorkingDay,
    workingDaysUntil,
    previousWorkingDay: (day) => walk(day, -1, 1),
    workingDayAfter(day, count) {
      if (!Number.isInteger(count) || count < 1) throw new RangeError('working days are counted from 1');
      return walk(addDays(day, 1), 1, count);
    },
  };
}
