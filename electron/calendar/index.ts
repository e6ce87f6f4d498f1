/** The door of the calendar: days, periods, time zones, working days and dates in words. Pure. */
export {
  addDays,
  addMonths,
  addPeriod,
  type Day,
  daysBetween,
  endOfDay,
  localDay,
  startOfDay,
} from './day.ts';
export { shippedHolidays } from './holidays.ts';
export {
  type ReportPeriod,
  type ReportSpan,
  reportPeriods,
  type Semester,
} from './semester.ts';
export {
  dayInFigures,
  onThisDay,
  perCent,
  quantity,
  romanMonth,
  rupiah,
  spellOut,
  thousands,
} from './spelling.ts';
export { dayInText, isRealDay, monthInText, weekdayName } from './words.ts';
export {
  type ComputedDay,
  type HolidayYear,
  type WorkCalendar,
  type WorkingWeek,
  workCalendar,
} from './working-days.ts';
