/** The door of the agenda: what is due and when, and the calendar it is reckoned with. */
export { type HolidayBook, holidayBook } from './holiday-book.ts';
