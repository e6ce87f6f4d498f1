/** The holidays that the program ships, and the calendar of an ordinary office over them. */
import year2025 from '../../resources/calendars/2025.json' with { type: 'json' };
import year2026 from '../../resources/calendars/2026.json' with { type: 'json' };
import { type WorkCalendar, workCalendar } from './working-days.ts';

export const officeCalendar: WorkCalendar = workCalendar([year2025, year2026]);
