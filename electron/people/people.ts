/**
 * The people of the institution: who they are, which role each holds since when and by which letter, who may sign in, who is
 * an operator under which agreement. One durable transaction per act, together with its audit entry.
 */
import type { Failure, Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import type { Day } from '../calendar/index.ts';
import type { Acting, OneTimePassword, PeopleAct, PeopleView } from '../contract/index.ts';
import type { Clock, Store } from '../store/index.ts';
import type { PeoplePorts } from './ports.ts';
import type { Sessions } from './session-port.ts';

/** Everything but what needs a password hash. */
export type DirectAct = Exclude<PeopleAct, { act: 'GIVE_ACCOUNT' | 'RESET_PASSWORD' }>;

export interface Holder {
  readonly personId: string;
  readonly name: string;
  readonly position: string;
  readonly rank: string;
  readonly employmentNo: string;
  /** `Plt.`: goes before the title on papers. */
  readonly acting: boolean;
  readonly from: Day;
}

export interface ReadyOperator {
  readonly operatorId: string;
  readonly personId: string;
  readonly name: string;
}

export interface SptjmFact {
  readonly signedOn: Day;
  readonly by: string;
  readonly valid: boolean;
  /** The last day of grace after a change of head. */
  readonly validUntil?: Day;
}

/** A proposal as the approval room keeps it; `body` is the JSON text. */
export interface HeadProposal {
  readonly subjectId: string;
  readonly body: string;
  readonly proposedBy: string;
}

export interface FirstOfficer {
  readonly name: string;
  readonly position: string;
  readonly login: string;
  readonly password: string;
}

export interface Revoked {
  readonly personId: string;
  readonly agreementId: string;
}

export interface People {
  readonly sessions: Sessions;
  /** What a page asks for. A password is given for GIVE_ACCOUNT and RESET_PASSWORD, and shown once. */
  act(act: PeopleAct, acting: Acting): Promise<Result<OneTimePassword | null>>;
  /** The same at once, in the caller's transaction. @param id of what is made; gives it back, or that of what was changed */
  enact(act: DirectAct, acting: Acting, id?: string): Result<string>;
  /** An account that no password opens: people who are only played in practice. */
  giveSampleAccount(personId: string, login: string, acting: Acting): Result<string>;
  /** First run: the IT officer at the keyboard. Only while nobody has an account. */
  firstOfficer(officer: FirstOfficer): Promise<Result<string>>;
  /** Nobody has an account yet. */
  isEmpty(): Result<boolean>;
  view(acting: Acting): Result<PeopleView>;
  responsible(): Result<Holder | undefined>;
  manager(): Result<Holder | undefined>;
  /** Approved with an NDA, or active already: enough for the activation of the agreement. */
  readyOperators(agreementId: string): Result<readonly ReadyOperator[]>;
  sptjm(agreementId: string): Result<SptjmFact | undefined>;
  nameOf(personId: string): string;
  /** Why this person may not ask under this agreement. Every permit asks. */
  unfit(agreementId: string, personId: string): Failure | undefined;
  /** A changed User ID needs a BAST that is younger than the connection in use. */
  userIdMayChange(agreementId: string, installedAt: number): Failure | undefined;
  /** The agreement has ended: all its operators lose access, in the caller's transaction. Gives their number. */
  revokeAll(agreementId: string): Result<number>;
  /** What the approval room applies when a NEW_HEAD is confirmed, in its transaction. */
  confirmHead(proposal: HeadProposal, acting: Acting): Result<unknown>;
  /** How a NEW_HEAD reads to who confirms it. */
  describeHead(proposal: HeadProposal): {
    readonly subject: string;
    readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
  };
  /** Suspends operators who have not signed in for ninety days. Cheap when there are none. */
  tick(): Result<unknown>;
  /** After every commit by which somebody lost access under an agreement. Gives the way to stop listening. */
  onRevoked(listener: (revoked: Revoked) => void): () => void;
}

export type PeopleFactory = (store: Store, audit: AuditLog, clock: Clock, ports: PeoplePorts) => People;
