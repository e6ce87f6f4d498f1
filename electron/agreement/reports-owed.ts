/**
 * The reports that an agreement owes, its final one among them: which, by the calendar, and how far each has come, by the
 * books of the reports. Nobody's word takes their place.
 */
import { ok, type Result } from '../../native/failure.ts';
import { localDay, type ReportPeriod, reportPeriods } from '../calendar/index.ts';
import { endedStatuses, isReportOpen, type OpenReport } from '../contract/index.ts';
import { accessUntil } from './dates.ts';
import type { Known } from './register.ts';
import type { Room } from './room.ts';

/** The day on which these books begin: what was due before it is not theirs to owe. */
function enteredOn(room: Room, { row, profile }: Known): Result<string> {
  const { profiles } = room.register.tables;
  const made = room.journal.store.read((reader) => profiles.find(reader, row.agreement_id, 1)?.made_at);
  return made.ok ? ok(localDay(made.value ?? 0, profile.timeZone)) : made;
}

/** Up to the present semester, oldest first. */
export function periodsOwed(room: Room, known: Known): Result<readonly ReportPeriod[]> {
  const { row, profile } = known;
  if (profile.reports === undefined) return ok([]);
  const began = enteredOn(room, known);
  if (!began.ok) return began;
  const span = {
    from: profile.signedOn,
    until: accessUntil(profile, row),
    ended: endedStatuses.has(row.status),
    enteredOn: began.value,
  };
  const { periods: halves, deadlineWorkingDays, anchor } = profile.reports;
  const duty = { halves, deadlineWorkingDays, anchor };
  return ok(reportPeriods(span, duty, localDay(room.now(), profile.timeZone), room.ports.workDays()));
}

export interface ReportsAtEnd {
  readonly done: boolean;
  /** Not handed in yet, oldest first. */
  readonly open: readonly OpenReport[];
  /** Of the final one, as it was signed last. */
  readonly letter?: string;
}

/** An earlier semester counts as much as the last one: with the archive nobody would be reminded of it any more. */
export function reportsAtEnd(room: Room, known: Known): ReportsAtEnd {
  const owed = periodsOwed(room, known);
  // What cannot be read now is not done.
  if (!owed.ok) return { done: false, open: [] };
  const stages = room.ports.leftovers.reports(known.row.agreement_id);
  const stageOf = ({ year, half }: ReportPeriod) =>
    stages.find((one) => one.year === year && one.half === half);
  const open = owed.value.flatMap((period): OpenReport[] => {
    const { year, half, from, to, final } = period;
    const status = stageOf(period)?.status ?? 'COLLECTING';
    return isReportOpen(status) ? [{ year, half, from, to, final, status }] : [];
  });
  const last = owed.value.at(-1);
  const letter = last === undefined ? undefined : stageOf(last)?.letter;
  return { done: open.length === 0, open, ...(letter === undefined ? {} : { letter }) };
}
