/** The dates of an agreement: computed from its profile, never typed (domain 6.4). Pure. */
import {
  addDays,
  addMonths,
  type ComputedDay,
  localDay,
  startOfDay,
  type WorkCalendar,
} from '../calendar/index.ts';
import type { AgreementDate, AgreementProfile } from '../contract/index.ts';
import type { AgreementTableRow } from './rows.ts';

/** Where a profile says nothing about it (domain 4.1). */
const usualWindowMonths = 6;

/** What of the state of an agreement moves its dates. */
type DatedRow = Pick<AgreementTableRow, 'bridge_until' | 'end_on' | 'ended_at'>;
export const undisturbed: DatedRow = { bridge_until: null, end_on: null, ended_at: null };

/** The last day with access: moved by a bridge letter, cut short by a termination. */
export function accessUntil(profile: AgreementProfile, row: DatedRow): string {
  if (row.ended_at !== null) return localDay(row.ended_at - 1, profile.timeZone);
  const { bridge_until: bridge, end_on: endOn } = row;
  const last = bridge !== null && bridge > profile.lastDayInForce ? bridge : profile.lastDayInForce;
  return endOn !== null && endOn <= last ? addDays(endOn, -1) : last;
}

/** The first instant without access: 00:00:00 of the agreement's own zone, wherever the computer believes to be. */
export function hardStop(profile: AgreementProfile, row: DatedRow): number {
  return startOfDay(addDays(accessUntil(profile, row), 1), profile.timeZone);
}

export function windowOpens({ lastDayInForce, extension }: AgreementProfile): string {
  return addMonths(lastDayInForce, -(extension?.windowOpensMonthsBefore ?? usualWindowMonths));
}

/** `undefined` where the agreement names no lead time. */
export function extensionDue(
  { lastDayInForce, extension }: AgreementProfile,
  workDays: WorkCalendar,
): ComputedDay | undefined {
  if (extension === undefined || extension.leadMonths === 0) return undefined;
  return workDays.previousWorkingDay(addMonths(lastDayInForce, -extension.leadMonths));
}

function isoDue({ signedOn, iso27001 }: AgreementProfile, workDays: WorkCalendar): ComputedDay | undefined {
  if (iso27001 === undefined || !iso27001.required) return undefined;
  return workDays.previousWorkingDay(addMonths(signedOn, iso27001.monthsFromSigning));
}

function samReturnDue(
  profile: AgreementProfile,
  row: DatedRow,
  workDays: WorkCalendar,
): ComputedDay | undefined {
  const { endDuties } = profile;
  if (!endDuties?.returnSam || endDuties.samReturnWorkingDays === 0) return undefined;
  return workDays.workingDayAfter(accessUntil(profile, row), endDuties.samReturnWorkingDays);
}

export function agreementDates(
  profile: AgreementProfile,
  row: DatedRow,
  workDays: WorkCalendar,
): AgreementDate[] {
  const dates: readonly (readonly [AgreementDate['kind'], ComputedDay | undefined])[] = [
    ['ISO_DUE', isoDue(profile, workDays)],
    ['WINDOW_OPENS', { day: windowOpens(profile), provisional: false }],
    ['EXTENSION_DUE', extensionDue(profile, workDays)],
    ['LAST_DAY', { day: profile.lastDayInForce, provisional: false }],
    ['SAM_RETURN_DUE', samReturnDue(profile, row, workDays)],
  ];
  return dates.flatMap(([kind, date]) => (date === undefined ? [] : [{ kind, ...date }]));
}
