/** The holidays that the program ships, with their decrees. An office puts newer files over them (electron/agenda). */
import year2025 from '../../resources/calendars/2025.json' with { type: 'json' };
import year2026 from '../../resources/calendars/2026.json' with { type: 'json' };
import type { HolidayYear } from './working-days.ts';

export const shippedHolidays: readonly HolidayYear[] = [year2025, year2026];
