/**
 * What is due, as it crosses between the home pages and main: files of holidays, and the agenda that is reckoned from everything the
 * office owes. Nobody but staff is named here.
 */
import { z } from 'zod';
import { isoDate } from './agreement-profile.ts';

/** The holidays of one year as a file that an office keeps: days with the decree that fixed them (domain 6.1). */
export const holidayFile = z
  .strictObject({
    year: z.number().int().min(2000).max(2100),
    /** Joint decree (SKB), with its amendments. */
    legalSource: z.string().trim().min(5).max(400),
    publicHolidays: z.array(isoDate).min(1).max(60),
    collectiveLeave: z.array(isoDate).max(60),
  })
  .refine(
    ({ year, publicHolidays, collectiveLeave }) =>
      [...publicHolidays, ...collectiveLeave].every((day) => day.startsWith(`${year}-`)),
    'every day lies in the year of the file',
  );

/** The file of a year that counts now. */
export interface HolidayYearRow {
  readonly year: number;
  readonly legalSource: string;
  readonly publicHolidays: readonly string[];
  readonly collectiveLeave: readonly string[];
  /** 0: came with the program. */
  readonly version: number;
  readonly installedBy: string | null;
  readonly installedAt: number | null;
}

/** What a new file has changed; days in the order of the calendar. */
export interface HolidaysChanged {
  readonly year: number;
  readonly version: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}
