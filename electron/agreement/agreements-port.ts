/** The room of agreements as the rest of the program sees it. */
import type { Failure, Result } from '../../native/failure.ts';
import type { Day, ReportPeriod } from '../calendar/index.ts';
import type {
  Acting,
  AgreementAct,
  AgreementDetail,
  AgreementProfile,
  AgreementRow,
  ConnectionProfile,
  ProposalRow,
} from '../contract/index.ts';
import type { AgreementProposal } from './ports.ts';

/** What is about to happen under an agreement. `SERVE`: a visit that is open stays open; `PORTAL`: the assisted portal. */
export type AgreementUse =
  | { readonly kind: 'SERVE' | 'READ' }
  | { readonly kind: 'INQUIRE'; readonly method: 'MATCH' | 'FETCH' | 'PORTAL' };

/** A version of the profile, from this day on until the next. */
export interface VersionInForce {
  readonly since: Day;
  readonly profile: AgreementProfile;
}

export interface ActDone {
  readonly agreementId: string;
  /** PROPOSE_…: what somebody else is to confirm now. */
  readonly proposalId?: string;
}

export interface Agreements {
  act(act: AgreementAct, acting: Acting): Result<ActDone>;
  /**
   * The effect of a proposal that was confirmed; joins the transaction that writes the decision. One of the two persons is the
   * head: what the manager proposes the head confirms, and the other way round.
   */
  confirm(proposal: AgreementProposal, acting: Acting): Result<unknown>;
  /** What the proposal would change, and the number of the agreement it is about. */
  proposalView(proposal: AgreementProposal): Result<Pick<ProposalRow, 'subject' | 'changes'>>;
  list(): Result<readonly AgreementRow[]>;
  detail(agreementId: string, acting: Acting): Result<AgreementDetail>;
  /** The present version, or the one asked for; fails when there is none. */
  profile(agreementId: string, version?: number): Result<AgreementProfile>;
  /** The versions in force on any of these days, oldest first; the first version stands for the days before it as well. */
  profilesDuring(agreementId: string, from: Day, to: Day): Result<readonly VersionInForce[]>;
  /** The semester reports it owes up to today, by the calendar; whether any was made is asked of the reports. */
  reportsOwed(agreementId: string): Result<readonly ReportPeriod[]>;
  /** The agreement under which this counter serves. */
  chosen(): Result<string | undefined>;
  connection(agreementId: string): Result<ConnectionProfile | undefined>;
  /** @param connection already held to its schema; refused when its User ID is another and no BAST allows that */
  installConnection(agreementId: string, connection: ConnectionProfile, acting: Acting): Result<unknown>;
  /**
   * Why this must not be done under the agreement at this instant. Asked before every permit; does not wait for {@link tick}.
   * @param now of a clock that is to be believed: an earlier one gives nothing back from here on
   */
  unfit(agreementId: string, use: AgreementUse, now: number): Failure | undefined;
  /** Dukcapil answered `Instansi tidak aktif`: suspended at once. */
  institutionInactive(agreementId: string): Result<unknown>;
  /**
   * What the clock brings about: the extension window, the hard stop, dates of letters. Cheap when nothing is due. Only while the
   * clock is to be believed: an end is for good.
   */
  tick(): Result<unknown>;
}
