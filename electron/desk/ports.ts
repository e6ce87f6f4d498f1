/**
 * What the policy of the counter needs from outside. Everything is synchronous and answers when it is durable, so that no two
 * decisions can cross. The store, the audit log, custody and people fit in structurally.
 */
import type { Failure, Result } from '../../native/failure.ts';
import type { AuditContext, AuditEvent } from '../audit/index.ts';
import type { AgreementProfile, InquiryMethod, InquiryOutcome } from '../contract/index.ts';

export interface Clock {
  now(): number;
}

/** Small facts that survive a restart. `undefined` takes a value away. */
export interface StateTable {
  get(name: string): Result<string | undefined>;
  set(name: string, value: string | undefined): Result<void>;
}

export interface QuotaUse {
  readonly used: number;
  /** Dukcapil itself said that the day's quota is used up. */
  readonly closed: boolean;
}

/** Hits per agreement and day of the agreement's zone. */
export interface QuotaLedger {
  use(agreementId: string, day: string): Result<QuotaUse>;
  /** Adds hits; negative takes back a reservation whose call never left. Never below zero. */
  add(agreementId: string, day: string, hits: number): Result<void>;
  close(agreementId: string, day: string): Result<void>;
}

/**
 * The seam for several counters that share one quota: how many hits of the day this counter may use; `null`: no limit.
 * A counter will hold its share as a signed lease for one day of the agreement; until then the whole quota is this counter's
 * ({@link wholeQuota}). A lease can only narrow: more than the agreement grants is never given, whatever the lease says.
 */
export interface QuotaLease {
  share(agreement: AgreementProfile, day: string): number | null;
}

export interface IssuedPermit {
  readonly permitId: string;
  readonly kind: 'READ' | 'INQUIRE';
  readonly visitId: string;
  readonly agreementId: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** HMAC of the NIK under the trace key of the day. */
  readonly nikTrace?: string;
}

export interface InquiryRecord {
  readonly permitId: string;
  readonly visitId: string;
  readonly agreementId: string;
  readonly nikTrace: string;
  readonly outcome: InquiryOutcome;
  readonly failure?: string;
  readonly ms: number;
  readonly attempts: number;
  readonly at: number;
}

/** The books of permits and inquiries, for the semester report. */
export interface InquiryLedger {
  issued(permit: IssuedPermit): Result<void>;
  /** A read was made with this permit, which is good for no other. */
  used(permitId: string, visitId: string, at: number, cameTo: 'OK' | 'FAILED'): Result<void>;
  inquired(record: InquiryRecord): Result<void>;
}

/** What the desk writes down itself. */
export type DeskAuditEvent = Extract<
  AuditEvent,
  {
    event:
      | 'PERMIT_GIVEN'
      | 'PERMIT_REFUSED'
      | 'PERMIT_MISUSED'
      | 'CARD_READ'
      | 'INQUIRED'
      | 'EXCEPTION_APPROVED'
      | 'LOOKUPS_STOPPED'
      | 'LOOKUPS_REOPENED'
      | 'EMERGENCY_STOPPED'
      | 'EMERGENCY_LIFTED'
      | 'CLOCK_ACCEPTED';
  }
>;

export interface AuditPort {
  append(context: AuditContext, event: DeskAuditEvent): Result<unknown>;
}

/** What is about to happen under an agreement. `SERVE`: a visit that is open stays open. */
export type AgreementUse =
  | { readonly kind: 'SERVE' | 'READ' }
  | { readonly kind: 'INQUIRE'; readonly method: InquiryMethod };

/** Agreements: whether they are in force for that now. */
export interface AgreementPort {
  /** Reckoned from the clock and not from the last look at it: the hard stop is exact. */
  unfit(agreementId: string, use: AgreementUse, now: number): Failure | undefined;
  /**
   * Dukcapil answered `Instansi tidak aktif`: the agreement is suspended, in the caller's transaction (R-046 answer 8). Fails only
   * as the store does; where nothing is left to suspend it answers ok.
   */
  institutionInactive(agreementId: string): Result<unknown>;
}

/** Custody of SAM cards: whether this SAM may read in this reader now. */
export interface CustodyPort {
  unfit(agreementId: string, reader: string, samUid: string | undefined): Failure | undefined;
}

/** People: whether this operator may ask now. */
export interface OperatorPort {
  unfit(agreementId: string, operatorId: string): Failure | undefined;
}

export interface DeskPorts {
  readonly clock: Clock;
  readonly state: StateTable;
  readonly quota: QuotaLedger;
  readonly lease: QuotaLease;
  readonly inquiries: InquiryLedger;
  readonly audit: AuditPort;
  readonly agreements: AgreementPort;
  readonly custody: CustodyPort;
  readonly operators: OperatorPort;
  /** Runs the work as one durable step: all of it or nothing. */
  atomically<T>(work: () => Result<T>): Result<T>;
  /** 8…64 of `a-z0-9-`. */
  newId(): string;
}
