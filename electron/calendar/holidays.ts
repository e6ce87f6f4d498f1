/** The holidays that the program ships, and the working days of an ordinary office over them. */
import year2025 from '../../resources/calendars/2025.json' with { type: 'json' };
import year2026 from '../../resources/calendars/2026.json' with { type: 'json' };
import { workCalendar } from './working-days.ts';

export const { isWorkingDay, previousWorkingDay, workingDayAfter } = workCalendar([year2025, year2026]);
