/** Agreements as they cross between the home pages and main: what may be done with one, and what is shown of it. */
import { z } from 'zod';
import type { AgreementProfile } from './agreement-profile.ts';
import { isoDate } from './agreement-profile.ts';
import type { AgreementEvent, AgreementStatus } from './agreement-state.ts';
import { letter, officeId, scanned, text } from './office.ts';
import type { Role } from './permissions.ts';
import type { OpenReport } from './report-state.ts';

export const suspendCauses = [
  'INCIDENT',
  'INSTITUTION_CHANGE',
  'INSTITUTION_INACTIVE',
  'SPTJM_MISSING',
  'ORDER_OF_DUKCAPIL',
  'FORCE_MAJEURE',
] as const;
export type SuspendCause = (typeof suspendCauses)[number];
/** `REVOKED`: Dukcapil took the access right away by letter. */
export const endCauses = ['MUTUAL', 'BREACH', 'INSTITUTION_CHANGE', 'REVOKED'] as const;
export type EndCause = (typeof endCauses)[number];
/** Why a profile may change at all: an addendum for anything, a PoC letter for quota and web service. */
export const versionCauses = ['ADDENDUM', 'POC_LETTER', 'EXTENSION'] as const;
export type VersionCause = (typeof versionCauses)[number];

export const activationItems = [
  'SIGNED',
  'APPROVAL_LETTER',
  'TECHNICAL_GUIDE',
  'RESPONSIBLE',
  'ACCESS_MANAGER',
  'SPTJM',
  'OPERATOR_READY',
  'NETWORK_POINT',
  'USER_ID',
] as const;
export type ActivationItem = (typeof activationItems)[number];

export const endItems = [
  'ACCESS_STOPPED',
  'OPERATORS_REVOKED',
  'USER_IDS_REPORTED',
  'BALIKAN_FLUSHED',
  'FINAL_REPORT',
  'SAM_RETURNED',
  'READERS_INACTIVE',
  'KEPT_DATA_DECIDED',
  'NO_DATA_STATEMENT',
  'ARCHIVED',
] as const;
export type EndItem = (typeof endItems)[number];

const about = { agreementId: officeId };

export const agreementAct = z.discriminatedUnion('act', [
  /** Makes a draft, or writes it anew. The profile is checked in main, which answers with the places that do not fit. */
  z.object({ act: z.literal('DRAFT'), profile: z.record(z.string().max(60), z.unknown()) }),
  z.object({ act: z.literal('DISCARD_DRAFT'), ...about }),
  z.object({
    act: z.literal('PROPOSE_SIGNING'),
    ...about,
    ...scanned,
    /** As the paper has it; refused when it is not the weekday of the signing date. */
    weekday: text(10),
    place: text(120),
    /** Why there is no approval letter, where the profile has none. */
    noApprovalLetterReason: text(300).exactOptional(),
  }),
  z.object({ act: z.literal('ACTIVATE'), ...about }),
  /** The letter in which Dukcapil handed over the first User ID. */
  z.object({ act: z.literal('RECORD_USER_ID'), ...about, letter }),
  z.object({ act: z.literal('REQUEST_EXTENSION'), ...about, letter, lateReason: text(300).exactOptional() }),
  z.object({ act: z.literal('REFUSE_EXTENSION'), ...about, letter }),
  z.object({
    act: z.literal('PROPOSE_VERSION'),
    ...about,
    ...scanned,
    cause: z.enum(versionCauses),
    letter,
    profile: z.record(z.string().max(60), z.unknown()),
  }),
  z.object({
    act: z.literal('BRIDGE'),
    ...about,
    letter,
    until: isoDate,
    ...scanned,
    /** SPTJM for the time of the extension (domain 5.7). */
    sptjmScanId: officeId,
    namesSam: z.boolean(),
  }),
  z.object({
    act: z.literal('SUSPEND'),
    ...about,
    cause: z.enum(suspendCauses),
    reason: text(300),
    letter: letter.exactOptional(),
    /** Today unless said otherwise: an institutional change has a date of its own. */
    effectiveOn: isoDate.exactOptional(),
  }),
  z.object({ act: z.literal('RESUME'), ...about, letter }),
  z.object({ act: z.literal('TERMINATE'), ...about, cause: z.enum(endCauses), letter, effectiveOn: isoDate }),
  /** Force majeure and the like: a note that changes nothing by itself. */
  z.object({ act: z.literal('NOTE'), ...about, letter, note: text(500) }),
  z.object({ act: z.literal('SETTLE_END_ITEM'), ...about, item: z.enum(endItems), note: text(300) }),
  z.object({ act: z.literal('CLOSE'), ...about }),
  /** The agreement under which this counter serves. */
  z.object({ act: z.literal('CHOOSE'), ...about }),
]);
export type AgreementAct = z.infer<typeof agreementAct>;

export interface ChecklistItem<Item extends string> {
  readonly item: Item;
  readonly done: boolean;
  /** Who can bring it about. */
  readonly who: Role | 'SYSTEM';
  /** Not asked for by this agreement. */
  readonly notNeeded?: true;
  /** A letter, a name, a count: what it rests on, or what is missing. */
  readonly detail?: string;
  /** Of its end: nothing counts it, so a person settles it with a note. */
  readonly byHand?: true;
  /** FINAL_REPORT: what has not been handed in yet, oldest first. */
  readonly reports?: readonly OpenReport[];
}

export interface AgreementRow {
  readonly agreementId: string;
  readonly version: number;
  readonly kind: AgreementProfile['kind'];
  readonly numbers: { readonly party1: string; readonly party2: string };
  readonly title: string;
  readonly party1: string;
  readonly institution: string;
  readonly status: AgreementStatus;
  readonly suspendCause?: SuspendCause;
  readonly endCause?: EndCause;
  readonly signedOn: string;
  readonly lastDay: string;
  /** Later than `lastDay` where a bridge letter is on record. */
  readonly accessUntil: string;
  /** Of the day asked; negative once it is over. */
  readonly daysLeft: number;
  /** The counter of this installation serves under it. */
  readonly chosen: boolean;
}

export interface AgreementVersion {
  readonly version: number;
  /** `SIGNING` for the first. */
  readonly cause: VersionCause | 'SIGNING';
  readonly reference: string;
  readonly madeAt: number;
  readonly proposedBy: string;
  readonly confirmedBy: string;
  /** SHA-256 of the profile as stored. */
  readonly sha256: string;
}

/** Computed, never typed (domain 6.4). `provisional`: holidays of that year are not loaded. */
export interface AgreementDate {
  readonly kind: 'WINDOW_OPENS' | 'EXTENSION_DUE' | 'ISO_DUE' | 'LAST_DAY' | 'SAM_RETURN_DUE';
  readonly day: string;
  readonly provisional: boolean;
}

export interface AgreementDetail {
  readonly row: AgreementRow;
  readonly profile: AgreementProfile;
  readonly versions: readonly AgreementVersion[];
  readonly dates: readonly AgreementDate[];
  readonly activation: readonly ChecklistItem<ActivationItem>[];
  /** Only once it has ended. */
  readonly end: readonly ChecklistItem<EndItem>[];
  /** Newest first. */
  readonly events: readonly {
    readonly at: number;
    readonly actor: string;
    readonly event:
      | AgreementEvent
      | 'CREATED'
      | 'DRAFTED'
      | 'NOTED'
      | 'USER_ID_RECORDED'
      | 'END_ITEM_SETTLED';
    readonly reference: string;
    readonly note: string;
  }[];
  /** The network secrets are in; never what they are. */
  readonly connection?: { readonly installedAt: number; readonly sha256: string };
  /** What the signed-in person may do with it now. */
  readonly acts: readonly AgreementAct['act'][];
}
