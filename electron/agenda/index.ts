/** The door of the agenda: what is due and when, and the calendar it is reckoned with. */
export { type Agenda, type AgendaPorts, agenda } from './agenda.ts';
export { type CalendarBook, calendarBook } from './calendar-book.ts';
export type { AgreementDuties, UserIdTasks } from './duties.ts';
