/** Semester reports as they cross between the home pages and main: counts, states and what may be done; nobody's name but staff's. */
import { z } from 'zod';
import { isoDate } from './agreement-profile.ts';
import { type Letter, letter, officeId } from './office.ts';
import type { ReportEvent, ReportStatus } from './report-state.ts';
import type { SemesterReportFields } from './semester-report.ts';
import { optionalWords, words } from './words.ts';

const about = { reportId: officeId };

export const reportNarrative = z.object({
  obstacles: words(1000),
  followUp: optionalWords(1000),
  suggestions: optionalWords(1000),
});
export type ReportNarrative = z.infer<typeof reportNarrative>;

/** Why there is another version: the letter with which Dukcapil asked for it, and what is put right. */
export const reportCorrection = letter.extend({ reason: words(300) });
export type ReportCorrection = z.infer<typeof reportCorrection>;

/** When and how a version was handed in, and who has copies of it. */
const reportDispatch = z.object({
  on: isoDate,
  channel: words(120),
  copies: words(200).optional(),
});
export type ReportDispatch = z.infer<typeof reportDispatch>;

export const reportAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('SUBMIT'), ...about, narrative: reportNarrative }),
  z.object({ act: z.literal('SEND_BACK'), ...about, note: words(300) }),
  z.object({ act: z.literal('SIGN'), ...about, letter }),
  z.object({ act: z.literal('DISPATCH'), ...about, ...reportDispatch.shape }),
  z.object({ act: z.literal('RECEIVE'), ...about, letter }),
  z.object({ act: z.literal('CORRECT'), ...about, letter, reason: words(300) }),
]);
export type ReportAct = z.infer<typeof reportAct>;

/** A version of a report; those that were signed keep theirs for good. */
export const reportVersion = z.object({ ...about, version: z.number().int().positive() });

/** Longer than any agreement runs with its extensions, and what a report can be counted over while somebody waits. */
const MOST_YEARS = 10;

/** Days in their order, of a time in which there were agreements of this kind. */
export function isStretch({ from, to }: { readonly from: string; readonly to: string }): boolean {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return from <= to && years <= MOST_YEARS && from >= '2000-01-01' && to < '2100-01-01';
}

/** Any stretch of days under one agreement, on request. */
export const reportPeriod = z
  .object({ agreementId: officeId, from: isoDate, to: isoDate })
  .refine(isStretch, { path: ['to'] });

/** A version as it was signed, and by whom. */
export interface SignedVersion {
  readonly version: number;
  readonly number: string;
  readonly signedOn: string;
  readonly signedBy: string;
  readonly figures: SemesterReportFields;
  /** `null`: it was signed before words were kept with the figures, and another version took their place. */
  readonly narrative: ReportNarrative | null;
  /** `null` of the first version, and of one that was corrected before reasons were asked for. */
  readonly correction: ReportCorrection | null;
  /** `null` while it was not, and where it was not kept. */
  readonly submitted: ReportDispatch | null;
  /** Number and day of the receipt. */
  readonly received: Letter | null;
}

export interface ReportRow {
  readonly reportId: string;
  readonly agreementId: string;
  readonly number: string;
  readonly year: number;
  readonly half: 1 | 2;
  readonly from: string;
  readonly to: string;
  readonly final: boolean;
  readonly status: ReportStatus;
  /** Until when it is to be handed in; `null` once it was, and of what nobody owes any more. */
  readonly due: {
    readonly day: string;
    readonly provisional: boolean;
    readonly passed: boolean;
    /** Earlier days, on time however the working days are counted; none of a final report. */
    readonly safe: readonly string[];
  } | null;
  readonly version: number;
  /** Nothing was done with the access; a nil report is a report. */
  readonly nil: boolean;
  /** As they are now while it collects, frozen from the cut-off on. */
  readonly figures: SemesterReportFields;
  readonly narrative: ReportNarrative | null;
  /** Why this version follows the one before. */
  readonly correction: ReportCorrection | null;
  readonly note: string;
  /** Versions that were signed, oldest first. */
  readonly signed: readonly SignedVersion[];
  /** What the signed-in person may do with it now. */
  readonly events: readonly Exclude<ReportEvent, 'FREEZE'>[];
}

/** How long data balikan has been owed: since today, for up to three days, for up to a week, or longer. */
export const backlogAges = ['TODAY', 'DAYS_3', 'WEEK', 'OLDER'] as const;

/** The last two weeks of the agreement in use: counts, by day and by answer. */
export interface MorningView {
  readonly dailyHits: number | null;
  /** Oldest first; today is the last. */
  readonly days: readonly {
    readonly day: string;
    readonly served: number;
    readonly notServed: number;
    readonly inquiries: number;
    /** Calls that left for Dukcapil: each inquiry with its repetitions. */
    readonly hits: number;
    /** Dukcapil said that nothing is left of the day. */
    readonly closed: boolean;
  }[];
  /** Outcomes of inquiries, the most frequent first. */
  readonly answers: readonly { readonly outcome: string; readonly n: number }[];
  /** What is owed now, the youngest first: waiting for its turn, or held until a person looks. */
  readonly backlog: readonly {
    readonly age: (typeof backlogAges)[number];
    readonly waiting: number;
    readonly held: number;
  }[];
}
