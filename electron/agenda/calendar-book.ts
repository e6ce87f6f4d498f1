/**
 * The calendar of the office: its holidays and the week by which it works. Nothing that is due is stored, so every date is another one
 * with the next look.
 */
import type { AuditLog } from '../audit/index.ts';
import { shippedHolidays, type WorkCalendar, workCalendar } from '../calendar/index.ts';
import type { Clock, Store } from '../store/index.ts';
import { type HolidayBook, holidayBook } from './holiday-book.ts';
import { type WeekBook, weekBook } from './week-book.ts';

export interface CalendarBook {
  readonly holidays: HolidayBook;
  readonly weeks: WeekBook;
  /** As it is known now. Where the books cannot be read it is the program's own. */
  workDays(): WorkCalendar;
}

interface CalendarPorts {
  /** Of the office. */
  readonly zone: () => string;
  readonly nameOf: (personId: string) => string;
}

export function calendarBook(
  store: Store,
  audit: AuditLog,
  clock: Clock,
  ports: CalendarPorts,
): CalendarBook {
  let known: WorkCalendar | undefined;
  const moved = () => {
    known = undefined;
  };
  const holidays = holidayBook(store, audit, clock, ports.nameOf, moved);
  const weeks = weekBook(store, audit, clock, { ...ports, moved });
  return {
    holidays,
    weeks,
    workDays() {
      if (known !== undefined) return known;
      const years = holidays.years();
      const inUse = weeks.inUse();
      if (!years.ok || !inUse.ok) return workCalendar(shippedHolidays);
      known = workCalendar(years.value, inUse.value);
      return known;
    },
  };
}
