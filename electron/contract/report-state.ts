/**
 * The states of a semester report and the one table of their transitions (domain 4.6). Guard, pages and the triggers of the database
 * follow it. That it is soon due or late are no states: they are in the agenda.
 */
import type { Role } from './permissions.ts';

export const reportStatuses = [
  'COLLECTING',
  'DRAFT',
  'IN_REVIEW',
  'SIGNED',
  'SUBMITTED',
  'RECEIVED',
] as const;
export type ReportStatus = (typeof reportStatuses)[number];

export const reportRules = {
  /** The cut-off was reached: the figures are frozen. */
  FREEZE: { from: ['COLLECTING'], to: 'DRAFT', by: 'SYSTEM' },
  SUBMIT: { from: ['DRAFT'], to: 'IN_REVIEW', by: 'ACCESS_MANAGER' },
  SEND_BACK: { from: ['IN_REVIEW'], to: 'DRAFT', by: 'ACCESS_RESPONSIBLE' },
  SIGN: { from: ['IN_REVIEW'], to: 'SIGNED', by: 'ACCESS_RESPONSIBLE' },
  DISPATCH: { from: ['SIGNED'], to: 'SUBMITTED', by: 'ACCESS_MANAGER' },
  RECEIVE: { from: ['SUBMITTED'], to: 'RECEIVED', by: 'ACCESS_MANAGER' },
  /** Dukcapil asked for it by letter: the next version, counted anew. */
  CORRECT: { from: ['SUBMITTED', 'RECEIVED'], to: 'DRAFT', by: 'ACCESS_MANAGER' },
} as const satisfies Readonly<
  Record<
    string,
    { readonly from: readonly ReportStatus[]; readonly to: ReportStatus; readonly by: Role | 'SYSTEM' }
  >
>;
export type ReportEvent = keyof typeof reportRules;

/** What brings a report that was not handed in yet one step nearer to Dukcapil. */
const nextSteps = {
  COLLECTING: 'FREEZE',
  DRAFT: 'SUBMIT',
  IN_REVIEW: 'SIGN',
  SIGNED: 'DISPATCH',
} as const satisfies Readonly<Partial<Record<ReportStatus, ReportEvent>>>;
type OpenReportStatus = keyof typeof nextSteps;

/** Not handed in, or called back to be corrected. */
export function isReportOpen(status: ReportStatus): status is OpenReportStatus {
  return status in nextSteps;
}

/** By whom the next step is made. */
export function whoMovesReport(status: OpenReportStatus): Role | 'SYSTEM' {
  return reportRules[nextSteps[status]].by;
}

/** A report that an agreement owes: for which part of which semester, and how far it has come. */
export interface OpenReport {
  readonly year: number;
  readonly half: 1 | 2;
  readonly from: string;
  readonly to: string;
  readonly final: boolean;
  readonly status: OpenReportStatus;
}

export function nextReportStatus(from: ReportStatus, event: ReportEvent): ReportStatus | undefined {
  const rule: { readonly from: readonly ReportStatus[]; readonly to: ReportStatus } = reportRules[event];
  return rule.from.includes(from) ? rule.to : undefined;
}

/** Every move as `FROM>TO`, the way the database knows them. */
export function reportMoves(): readonly string[] {
  return Object.values(reportRules).flatMap(({ from, to }) => from.map((start) => `${start}>${to}`));
}
