/** The door of the calendar: days, periods and time zones. Pure. */
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
