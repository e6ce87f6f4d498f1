/** The people of the office as they cross between the home pages and main: what may be done about one, and what is shown. */
import { z } from 'zod';
import { isoDate } from './agreement-profile.ts';
import { letter, loginName, officeId, scanned, text } from './office.ts';
import type { OperatorEvent, OperatorStatus } from './operator-state.ts';
import { type Role, roles } from './permissions.ts';

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
