/**
 * What is due, as it crosses between the home pages and main: the working days of the office, and the agenda that is reckoned from everything the
 * office owes. Nobody but staff is named here.
 */
import { z } from 'zod';
import { isoDate } from './agreement-profile.ts';
import { letter, officeId } from './office.ts';
import type { Role } from './permissions.ts';
import { words } from './words.ts';

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

export const workingWeeks = ['MON_FRI', 'MON_SAT'] as const;

/** On which days the office works, from a day on, and who allowed it (domain 6.1, Perpres 21/2023 Ps.7). */
export const workingWeekRule = z.strictObject({
  workingWeek: z.enum(workingWeeks),
  collectiveLeaveIsWorkday: z.boolean(),
  from: isoDate,
  legalSource: z.string().trim().min(5).max(400),
});
export type WorkingWeekRule = z.infer<typeof workingWeekRule>;

export interface WorkingWeekRow extends WorkingWeekRule {
  readonly setBy: string;
  readonly setAt: number;
  /** One that was laid down later takes its place, before or on its first day. */
  readonly replaced: boolean;
}

/** A deadline that lies on another day than before. */
export interface MovedDeadline {
  readonly kind: AgendaKind;
  readonly number: string | null;
  readonly before: string;
  readonly now: string;
}

/** What a new file has changed; days in the order of the calendar. */
export interface HolidaysChanged {
  readonly year: number;
  readonly version: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

// ---------------------------------------------------------------------------------------------------------------- agenda

export const agendaKinds = [
  'REPORT',
  'EXTENSION',
  'EXTENSION_PENDING',
  'ISO',
  'MONITORING',
  'CONTACT_CHANGE',
  'OFFICE_CHANGE',
  'SPTJM',
  'NDA',
  'USER_ID',
  'SAM_RETURN',
  'END_CHECKLIST',
  'REQUEST',
  'INCIDENT',
  'BREACH',
  'BALIKAN',
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** Which sentence says it (domain Annex E, and the few of our own for what the annex has none). */
export const agendaTexts = [
  'REPORT_AHEAD',
  'REPORT_OPEN',
  'REPORT_AFTER_PERIOD',
  'REPORT_DUE_SOON',
  'REPORT_DEADLINE_PASSED',
  'REPORT_OVERDUE',
  'EXTENSION_DUE',
  'EXTENSION_LATE',
  'EXTENSION_PENDING_NO_ACCESS',
  'BRIDGE_ENDS',
  'ISO_DUE',
  'ISO_ENDS',
  'MONITORING_DUE',
  'CONTACT_CHANGE_DUE',
  'NOTIFY_OFFICE_CHANGE',
  'SPTJM_MISSING',
  'SPTJM_GRACE',
  'NDA_WAITING',
  'USER_ID_REVOKED',
  'USER_ID_INACTIVE',
  'USER_ID_BAST_REQUIRED',
  'SAM_RETURN_DUE',
  'SAM_SHIPMENT_OVERDUE',
  'END_CHECKLIST',
  'WITHDRAWAL_DUE',
  'ACCESS_DUE',
  'INCIDENT_UNDECIDED',
  'BREACH_CLOCK',
  'BALIKAN_BACKLOG',
  'BALIKAN_NEEDS_PERSON',
  'BALIKAN_TO_HAND_OVER',
  'BALIKAN_TO_BE_FETCHED',
] as const;
export type AgendaText = (typeof agendaTexts)[number];

/**
 * `AHEAD`: comes, and needs nothing yet · `OPEN`: can be done from now on · `SOON`: one of its reminders is past · `DUE`: today ·
 * `OVERDUE`: cannot be put off any longer.
 */
export const agendaStages = ['AHEAD', 'OPEN', 'SOON', 'DUE', 'OVERDUE'] as const;
export type AgendaStage = (typeof agendaStages)[number];

export interface AgendaEntry {
  /** Kind, agreement and what in it; the same as long as the duty is the same. */
  readonly key: string;
  readonly kind: AgendaKind;
  readonly rule: string;
  readonly say: AgendaText;
  /** For the sentence: days as `YYYY-MM-DD`, instants as milliseconds under `waktu` and `batas`. */
  readonly words: Readonly<Record<string, string | number>>;
  readonly agreement: { readonly agreementId: string; readonly number: string } | null;
  readonly who: readonly Role[];
  /** Where it is acted upon, and what is opened there. */
  readonly place:
    | 'reports'
    | 'agreements'
    | 'people'
    | 'devices'
    | 'requests'
    | 'outbox'
    | 'incidents'
    | 'agenda';
  readonly detail: string | null;
  /** `provisional`: holidays of that year are not known. Null: no date, as long as it is not done nothing can begin. */
  readonly due: { readonly day: string; readonly provisional: boolean } | { readonly at: number } | null;
  readonly dueAt: number | null;
  readonly left: { readonly unit: 'WORKING_DAYS' | 'DAYS' | 'HOURS'; readonly n: number } | null;
  readonly stage: AgendaStage;
  /** Grows with each reminder that falls due. */
  readonly level: number;
}

export interface AgendaItem extends AgendaEntry {
  /** The signed-in person can bring it about. */
  readonly mine: boolean;
  /** It is theirs, and they have not said of this reminder that they saw it; one that is overdue cannot be put aside. */
  readonly reminds: boolean;
  /** The day it was due when they saw it, where that is another by now. */
  readonly dueBefore: string | null;
}

const agreement = { agreementId: officeId };

export const agendaAct = z.discriminatedUnion('act', [
  /** Until its next reminder. */
  z.object({ act: z.literal('SEEN'), key: z.string().max(160), level: z.number().int().min(1) }),
  /** The certificate was handed in, by this letter. */
  z.object({
    act: z.literal('RECORD_ISO'),
    ...agreement,
    number: words(120),
    body: words(120),
    validUntil: isoDate,
    letter,
  }),
  /** Minutes of the yearly monitoring, agreed by both parties. */
  z.object({
    act: z.literal('RECORD_MONITORING'),
    ...agreement,
    /** The anniversary it is for. */
    anniversary: isoDate,
    letter,
    agreedByBoth: z.literal(true),
  }),
  /** Address, telephone or contact person of the office has changed. */
  z.object({ act: z.literal('NOTE_CONTACT_CHANGE'), ...agreement, changedOn: isoDate, what: words(200) }),
  z.object({ act: z.literal('SETTLE_CONTACT_CHANGE'), dutyId: officeId, letter }),
]);
export type AgendaAct = z.infer<typeof agendaAct>;

export interface AgendaView {
  /** The most urgent first. */
  readonly items: readonly AgendaItem[];
  readonly holidays: readonly HolidayYearRow[];
  /** As they were laid down, the newest first; none: Monday to Friday, without collective leave. */
  readonly weeks: readonly WorkingWeekRow[];
  /** Holidays and working days are the head's to lay down. */
  readonly maySetCalendar: boolean;
  /** The first day from which another week can count. */
  readonly nextDay: string;
  /** Agreements that run, for what is noted about one of them. */
  readonly agreements: readonly {
    readonly agreementId: string;
    readonly number: string;
    readonly acts: readonly AgendaAct['act'][];
  }[];
}
