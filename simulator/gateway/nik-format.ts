/**
 * What the population database accepts as the shape of a NIK (gateway fact sheet 6.1): PP KK CC DDMMYY SSSS, a woman's day
 * raised by 40. The gateway is the authority on format, so this decides between code 15 and a search.
 */

export function hasNikFormat(nik: string): boolean {
  if (!/^[1-9][0-9]{15}$/.test(nik)) return false;
  if (nik.endsWith('0000')) return false;
  const { day, month, year } = birthOf(nik);
  // The century is not in the number: a day that exists in either century is a possible birth date.
  return isCalendarDay(day, month, 1900 + year) || isCalendarDay(day, month, 2000 + year);
}

/** Day without the 40 of women, month, two-digit year. */
export function birthOf(nik: string): { day: number; month: number; year: number; female: boolean } {
  const written = Number(nik.slice(6, 8));
  const female = written > 40;
  return {
    day: female ? written - 40 : written,
    month: Number(nik.slice(8, 10)),
    year: Number(nik.slice(10, 12)),
    female,
  };
}

function isCalendarDay(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
