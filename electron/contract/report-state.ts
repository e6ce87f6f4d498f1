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

export function nextReportStatus(from: ReportStatus, event: ReportEvent): ReportStatus | undefined {
  const rule: { readonly from: readonly ReportStatus[]; readonly to: ReportStatus } = reportRules[event];
  return rule.from.includes(from) ? rule.to : undefined;
}

/** Every move as `FROM>TO`, the way the database knows them. */
export function reportMoves(): readonly string[] {
  return Object.values(reportRules).flatMap(({ from, to }) => from.map((start) => `${start}>${to}`));
}
