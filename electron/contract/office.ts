/**
 * Agreements, people, approvals and requests of residents as they cross between the home pages and main: what an office may ask
 * for (schemas) and what it is shown (views). Names of staff are here, values of residents never.
 */
import { z } from 'zod';
import type { AgreementProfile } from './agreement-profile.ts';
import { isoDate } from './agreement-profile.ts';
import type { AgreementEvent, AgreementStatus } from './agreement-state.ts';
import type { OperatorEvent, OperatorStatus } from './operator-state.ts';
import { type Role, roles } from './permissions.ts';
import type { OpenReport } from './report-state.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
export const officeId = z.string().regex(/^(?!.*\d{16})[a-z0-9-]{3,80}$/);
/** Number and date of a letter, addendum or BAST, as the office that issued it wrote them. */
export const letter = z.object({ number: text(120), date: isoDate });
export type Letter = z.infer<typeof letter>;
export const loginName = z.string().regex(/^[a-z][a-z0-9.-]{2,31}$/);
export const newPassword = z.string().min(10).max(200);

// ---------------------------------------------------------------------------------------------------------------- agreements

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
const scanned = { scanId: officeId };

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

// ---------------------------------------------------------------------------------------------------------------- approvals

export const proposalKinds = [
  'SIGNING',
  'VERSION',
  'NEW_HEAD',
  'SAM_ACTIVATION',
  'SAM_DEACTIVATION',
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export interface ProposalRow {
  readonly proposalId: string;
  readonly kind: ProposalKind;
  /** Agreement or person it is about. */
  readonly subjectId: string;
  readonly subject: string;
  /** What would change, as `label: from → to` in plain codes; the page shows it before anybody confirms. */
  readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
  readonly proposedBy: string;
  readonly proposedAt: number;
  /** SHA-256 of what was proposed; confirming names it, so that nobody confirms what was changed meanwhile. */
  readonly sha256: string;
  /** The signed-in person may confirm or reject it: holds the role and did not propose it. */
  readonly mine: boolean;
  /** The signed-in person proposed it, and may take it back. */
  readonly own: boolean;
}

// ---------------------------------------------------------------------------------------------------------------- people

export const employments = [
  'PNS',
  'PPPK',
  'PERANGKAT_DESA',
  'OUTSOURCING',
  'HONORER',
  'MAGANG',
  'OTHER',
] as const;
export type Employment = (typeof employments)[number];
/** R-013; whether PPPK counts is not said anywhere, and we say yes. */
export const permanentEmployments: ReadonlySet<Employment> = new Set(['PNS', 'PPPK', 'PERANGKAT_DESA']);

const person = { personId: officeId };
const operator = { operatorId: officeId };

export const peopleAct = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('ADD_PERSON'),
    name: text(120),
    position: text(120),
    employment: z.enum(employments),
    /** NIP or the like, as the office writes it; never a NIK. */
    employmentNo: z
      .string()
      .trim()
      .max(40)
      .regex(/^(?!\d{16}$)/),
    /** Rank and grade (pangkat/golongan), for letters. */
    rank: z.string().trim().max(80),
  }),
  z.object({
    act: z.literal('APPOINT'),
    ...person,
    role: z.enum(['ACCESS_MANAGER', 'SAM_OFFICER', 'AUDITOR']),
    letter,
    from: isoDate,
  }),
  /** The first head, while there is none; afterwards a change of head, which somebody else confirms. */
  z.object({
    act: z.literal('RECORD_HEAD'),
    ...person,
    letter,
    from: isoDate,
    /** Acting head (`Plt.`). */
    acting: z.boolean(),
  }),
  z.object({ act: z.literal('END_ROLE'), ...person, role: z.enum(roles), reason: text(300) }),
  z.object({ act: z.literal('GIVE_ACCOUNT'), ...person, login: loginName }),
  z.object({ act: z.literal('RESET_PASSWORD'), ...person }),
  z.object({ act: z.literal('CLOSE_ACCOUNT'), ...person, reason: text(300) }),
  z.object({ act: z.literal('PROPOSE_OPERATOR'), ...person, agreementId: officeId, letter }),
  z.object({
    act: z.literal('RECORD_NDA'),
    ...operator,
    ...scanned,
    signedOn: isoDate,
    /** The paper carries its stamp duty. */
    stamped: z.literal(true),
  }),
  /** @property dukcapilLetter where the agreement wants the names approved by Dukcapil */
  z.object({ act: z.literal('APPROVE_OPERATOR'), ...operator, dukcapilLetter: letter.exactOptional() }),
  z.object({ act: z.literal('REJECT_OPERATOR'), ...operator, reason: text(300) }),
  z.object({ act: z.literal('ACTIVATE_OPERATOR'), ...operator, trainingNote: text(300) }),
  z.object({ act: z.literal('SUSPEND_OPERATOR'), ...operator, reason: text(300) }),
  z.object({ act: z.literal('RESUME_OPERATOR'), ...operator }),
  z.object({ act: z.literal('REVOKE_OPERATOR'), ...operator, reason: text(300) }),
  z.object({
    act: z.literal('RECORD_SPTJM'),
    agreementId: officeId,
    ...scanned,
    signedOn: isoDate,
    stamped: z.literal(true),
    /** Number of the agreement as printed on the paper: an SPTJM that names another PKS is refused. */
    agreementNumber: text(120),
  }),
  z.object({
    act: z.literal('OPEN_USER_ID_CHANGE'),
    agreementId: officeId,
    cause: z.enum(['NEW', 'CHANGE', 'REMOVE']),
    letter,
    form: letter,
  }),
  z.object({ act: z.literal('RECORD_USER_ID_BAST'), changeId: officeId, letter }),
  /** The letter that told Dukcapil of the new head. */
  z.object({ act: z.literal('SETTLE_OFFICE_CHANGE'), ...person, letter }),
]);
export type PeopleAct = z.infer<typeof peopleAct>;

export interface PersonRow {
  readonly personId: string;
  readonly name: string;
  readonly position: string;
  readonly employment: Employment;
  readonly employmentNo: string;
  readonly rank: string;
  readonly roles: readonly {
    readonly role: Role;
    readonly acting: boolean;
    readonly from: string;
    readonly reference: string;
  }[];
  /** Latest first; a person may come back as a new operator. */
  readonly operators: readonly {
    readonly operatorId: string;
    readonly agreementId: string;
    readonly status: OperatorStatus;
    readonly since: number;
    readonly reference: string;
    readonly reason: string;
    /** What the signed-in person may bring about now. */
    readonly events: readonly OperatorEvent[];
  }[];
  readonly account?: {
    readonly login: string;
    readonly state: 'ACTIVE' | 'NEW_PASSWORD_DUE' | 'LOCKED' | 'CLOSED';
    readonly lastSignInAt: number | null;
  };
  /** What the signed-in person may do about this one now. */
  readonly acts: readonly PeopleAct['act'][];
}

export interface PeopleView {
  readonly people: readonly PersonRow[];
  readonly sptjm: readonly {
    readonly agreementId: string;
    readonly signedOn: string;
    readonly by: string;
    /** Of the present head; one of a former head counts ten working days more. */
    readonly valid: boolean;
    readonly validUntil?: string;
  }[];
  readonly userIdChanges: readonly {
    readonly changeId: string;
    readonly agreementId: string;
    readonly cause: 'NEW' | 'CHANGE' | 'REMOVE';
    readonly reference: string;
    readonly bast: string | null;
    readonly openedAt: number;
  }[];
  /** A new head has taken office and Dukcapil has not been told yet. */
  readonly officeChange?: { readonly personId: string; readonly name: string; readonly since: string };
  readonly mayAdd: boolean;
  /** What the signed-in person may do that is not about one person: papers and User-ID changes. */
  readonly acts: readonly PeopleAct['act'][];
}

/** Shown once, to be handed over; changed at the first sign-in. */
export interface OneTimePassword {
  readonly login: string;
  readonly password: string;
}

// ---------------------------------------------------------------------------------------------------------------- requests

/** Words of the manager for the books; whoever reads them later is not meant to read a NIK. */
const requestNote = text(300).regex(/^(?!.*\d{16})/);

export const requestAct = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('TAKE'),
    kind: z.enum(['WITHDRAWAL', 'ACCESS']),
    receiptNo: text(60).regex(/^(?!.*\d{16})/),
    channel: z.enum(['COUNTER', 'LETTER']),
    /** The applicant's identity was checked, by card or by papers. */
    identityChecked: z.literal(true),
  }),
  z.object({ act: z.literal('COMPLETE'), requestId: officeId, note: requestNote }),
  z.object({ act: z.literal('REFUSE'), requestId: officeId, reason: requestNote }),
]);
export type RequestAct = z.infer<typeof requestAct>;

export interface RequestRow {
  readonly requestId: string;
  /** `null`: its consent cannot be shown any more. */
  readonly agreementId: string | null;
  readonly kind: 'WITHDRAWAL' | 'ACCESS';
  readonly receiptNo: string;
  /** The kept record, while there is one. */
  readonly recordId: string | null;
  readonly channel: 'COUNTER' | 'LETTER';
  readonly status: 'OPEN' | 'COMPLETED' | 'REFUSED' | 'COMPLETED_BY_CLOCK';
  readonly receivedAt: number;
  /** 72 clock hours after it was received; weekends count. */
  readonly dueAt: number;
  readonly settledAt: number | null;
  readonly note: string;
}

// ---------------------------------------------------------------------------------------------------------------- scans

export const scanKinds = ['AGREEMENT', 'ADDENDUM', 'POC_LETTER', 'BRIDGE_LETTER', 'SPTJM', 'NDA'] as const;
export type ScanKind = (typeof scanKinds)[number];

export interface PickedScan {
  readonly scanId: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}
