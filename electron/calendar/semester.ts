/**
 * Semesters, and the reports that an agreement owes for them (domain 6.2): a report covers the overlap of semester and agreement,
 * however short, and where the agreement ends inside a semester there is a final report instead of the one at the semester's end.
 */
import { addDays, type Day } from './day.ts';
import type { ComputedDay, WorkCalendar } from './working-days.ts';

export interface Semester {
  readonly year: number;
  readonly half: 1 | 2;
}

export interface ReportPeriod extends Semester {
  /** What it covers; both days are in it. */
  readonly from: Day;
  readonly to: Day;
  /** The agreement ends with it. */
  readonly final: boolean;
  /** From this day on it is collected openly: 1 June, 1 December, or the day behind the end of the agreement. */
  readonly opensOn: Day;
  readonly due: ComputedDay;
  /**
   * Nobody is late before this day is over: the day on which it is due, or the first working day behind what it covers, where an agreement
   * wants it earlier than its figures are whole.
   */
  readonly lateAfter: Day;
  /** Earlier days, of the other readings of the deadline: handed in by then it is on time by any of them (domain 6.3). */
  readonly safe: readonly Day[];
}

export interface ReportDuty {
  readonly halves: readonly ('S1' | 'S2')[];
  readonly deadlineWorkingDays: number;
  readonly anchor: 'SEMESTER_END' | 'MONTH_START';
}

function semesterOf(day: Day): Semester {
  return { year: Number(day.slice(0, 4)), half: Number(day.slice(5, 7)) <= 6 ? 1 : 2 };
}

function firstDay({ year, half }: Semester): Day {
  return half === 1 ? `${year}-01-01` : `${year}-07-01`;
}

function lastDay({ year, half }: Semester): Day {
  return half === 1 ? `${year}-06-30` : `${year}-12-31`;
}

/** June for the first, December for the second (PKS Ps.8). */
function reportMonth({ year, half }: Semester): Day {
  return half === 1 ? `${year}-06-01` : `${year}-12-01`;
}

function nextSemester({ year, half }: Semester): Semester {
  return half === 1 ? { year, half: 2 } : { year: year + 1, half: 1 };
}

/** How long an agreement gives access, and since when its reports are owed here. */
export interface ReportSpan {
  /** The day of signing. */
  readonly from: Day;
  /** The last day with access. */
  readonly until: Day;
  /** The agreement is over, early or not. */
  readonly ended: boolean;
  /** What was due before this day was due before these books began, and is not theirs to owe. */
  readonly enteredOn: Day;
}

/** Oldest first, up to the semester of `today`. */
export function reportPeriods(
  { from, until, ended, enteredOn }: ReportSpan,
  duty: ReportDuty,
  today: Day,
  workDays: WorkCalendar,
): readonly ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  for (let at = semesterOf(from); firstDay(at) <= until && firstDay(at) <= today; at = nextSemester(at)) {
    const final = until <= lastDay(at);
    if (!final && !duty.halves.includes(`S${at.half}`)) continue;
    const to = final ? until : lastDay(at);
    const afterEnd = addDays(until, 1);
    const due = deadline(at, to, final, duty, workDays);
    const possible = workDays.workingDayAfter(to, 1).day;
    const lateAfter = due.day > possible ? due.day : possible;
    if (lateAfter < enteredOn) continue;
    periods.push({
      ...at,
      from: from > firstDay(at) ? from : firstDay(at),
      to,
      final,
      opensOn: final && (ended || afterEnd < reportMonth(at)) ? afterEnd : reportMonth(at),
      due,
      lateAfter,
      safe: final ? [] : safeDays(at, workDays).filter((day) => day < due.day),
    });
  }
  return periods;
}

/** The day of the event is day 0. A final report counts from the last day, whatever the anchor (domain 6.2). */
function deadline(
  at: Semester,
  to: Day,
  final: boolean,
  { anchor, deadlineWorkingDays }: ReportDuty,
  workDays: WorkCalendar,
): ComputedDay {
  const start = final || anchor === 'SEMESTER_END' ? to : addDays(reportMonth(at), -1);
  if (deadlineWorkingDays === 0) return { day: start, provisional: workDays.isWorkingDay(start).provisional };
  return workDays.workingDayAfter(start, deadlineWorkingDays);
}

/** "Ten working days" as the first of the month of the report, and as its end. */
function safeDays(at: Semester, workDays: WorkCalendar): readonly Day[] {
  return [
    workDays.workingDayAfter(addDays(reportMonth(at), -1), 10).day,
    workDays.previousWorkingDay(lastDay(at)).day,
  ];
}
