/**
 * The policy of the counter: every card read and every inquiry needs a permit, and this is the one place that gives them
 * (design section 3). A permit is single use, written into the audit log before it is given, and expires.
 *
 * It decides on facts and traces; no value of a resident comes here.
 */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import { type AuditContext, impersonalText } from '../audit/index.ts';
import {
  type Acting,
  type Action,
  type AgreementProfile,
  type AppFailureCode,
  appFailure,
  may,
  type PermitAnswer,
  type PermitRequest,
} from '../contract/index.ts';
import {
  auditContextOf,
  bookInquiry,
  bookRead,
  type InquiredFact,
  type Issued,
  issuePermit,
  type PermitContext,
  type ReadFact,
} from './books.ts';
import { Brakes, type Check, checkOf, fine } from './brakes.ts';
import { Exceptions } from './exceptions.ts';
import { type Hold, Pacing } from './pacing.ts';
import type { AgreementUse, DeskAuditEvent, DeskPorts } from './ports.ts';
import { type QuotaStanding, quotaStanding } from './quota.ts';
import { methodNotGranted, outOfScope, readerNotAllowed, withoutCase } from './standing.ts';

/** Longer than any read or inquiry lasts: after it a report about a permit is a report about nothing. */
const reportWithinMs = 10 * 60_000;
/** A report may wait this long in the queue of a busy main process before its use looks late. */
const deliveryMs = 5000;

export interface Desk {
  askPermit(request: PermitRequest, context: PermitContext): PermitAnswer;
  /**
   * What came of a read: uses its permit up. About a permit that is unknown, used, or another visit's it fails with `PERMIT_EXPIRED`,
   * which is in the log then as an anomaly of the reporting visit.
   */
  noteRead(fact: ReadFact, by: AuditContext): Result<void>;
  /** What came of an inquiry, likewise: books the hits, stops inquiries where the answer demands it, counts guesses. */
  noteInquiry(fact: InquiredFact, by: AuditContext): Result<void>;
  /**
   * A second person lets the one NIK through that pacing held in this visit. Fails with `NOT_PERMITTED`, with
   * `OWN_PROPOSAL` for the operator who asked, with `STEP_ORDER` when nothing is held.
   */
  approveHeld(visitId: string, acting: Acting, reason: string): Result<void>;
  /** The visit is over: what was held or approved in it is forgotten. */
  visitEnded(visitId: string): void;
  /**
   * Why nothing at all may go on, also in a visit that is open: clock set back, emergency, agreement over or suspended, operator
   * revoked.
   */
  whyHalted(agreement: AgreementProfile, operatorId: string): Failure | undefined;
  lookupsStopped(agreementId: string): Failure | undefined;
  reopen(agreementId: string, acting: Acting): Result<void>;
  emergency(): Failure | undefined;
  emergencyStop(stop: { readonly reference: string; readonly reason: string }, acting: Acting): Result<void>;
  /** @param reference of the decision to go on */
  liftEmergencyStop(reference: string, acting: Acting): Result<void>;
  /** Why the clock must not be believed. To be asked often: what it says is remembered. */
  clockFailure(): Failure | undefined;
  acceptClock(acting: Acting): Result<void>;
  quotaStanding(agreement: AgreementProfile): Result<QuotaStanding>;
}

interface Refusal {
  readonly failure: Failure;
  readonly waitUntil?: number;
}

function refusalOf({ code, detail, waitUntil }: Hold): Refusal {
  return {
    failure: appFailure(code, 'pacing', detail),
    ...(waitUntil === undefined ? {} : { waitUntil }),
  };
}

function intended(request: PermitRequest): AgreementUse {
  return request.kind === 'READ' ? { kind: 'READ' } : { kind: 'INQUIRE', method: request.method };
}

function firstOf(checks: readonly (() => Check)[]): Check {
  for (const check of checks) {
    const result = check();
    if (!result.ok) return result;
  }
  return fine;
}

/** A full disk gives no permits, but must not take a visit away whose service is yet to be saved. */
function unlessOfTheDisk(check: Check): Check {
  return !check.ok && check.failure.link === 'store' ? fine : check;
}

function noSuchPermit(): Result<never, Failure<AppFailureCode>> {
  return failed(appFailure('PERMIT_EXPIRED', 'permit'));
}

function failureOf(result: Result<unknown>): Failure | undefined {
  return result.ok ? undefined : result.failure;
}

export function createDesk(ports: DeskPorts): Desk {
  const { clock, audit, agreements, custody, operators } = ports;
  const brakes = new Brakes(ports.state);
  const pacing = new Pacing();
  const exceptions = new Exceptions();
  const issued = new Map<string, Issued>();

  /** The clock first: as long as it cannot be trusted, nothing that is reckoned from it can. */
  function haltChecks(agreement: AgreementProfile, use: AgreementUse, now: number): (() => Check)[] {
    return [
      () => brakes.clock(now),
      () => brakes.emergency(),
      () => checkOf(outOfScope(agreement)),
      () => checkOf(agreements.unfit(agreement.profileId, use, now)),
    ];
  }

  /** Everything but the time between entries and the quota. */
  function standingCheck(request: PermitRequest, context: PermitContext, now: number): Check {
    const { agreement, operatorId, gatewayMethod, serviceCode, registrationNo } = context;
    const agreementId = agreement.profileId;
    const own =
      request.kind === 'READ'
        ? [
            () => checkOf(readerNotAllowed(agreement)),
            () => checkOf(custody.unfit(agreementId, request.reader, request.samUid)),
          ]
        : [
            () => checkOf(methodNotGranted(agreement, request.method, gatewayMethod)),
            () => checkOf(withoutCase(agreement, serviceCode, registrationNo)),
            () => brakes.lookups(agreementId),
          ];
    return firstOf([
      ...haltChecks(agreement, intended(request), now),
      () => checkOf(operators.unfit(agreementId, operatorId)),
      ...own,
    ]);
  }

  function pacingHold(request: PermitRequest, context: PermitContext, now: number): Hold | undefined {
    if (request.kind === 'READ') return pacing.tapped(request.reader, now);
    const { trace } = request;
    if (!trace.typed) return undefined;
    const { visitId, operatorId } = context;
    const hold = pacing.typed(trace, operatorId, now, exceptions.isApproved(visitId, trace.nik));
    // What time heals needs nobody's approval.
    if (hold !== undefined && hold.waitUntil === undefined) {
      exceptions.hold(visitId, { nik: trace.nik, code: hold.code, operatorId });
    }
    return hold;
  }

  function refuse(request: PermitRequest, context: PermitContext, refusal: Refusal): PermitAnswer {
    const { failure, waitUntil } = refusal;
    const event = { event: 'PERMIT_REFUSED', kind: request.kind, failure: failure.code } as const;
    const noted = audit.append(auditContextOf(context), event);
    return {
      granted: false,
      // That nothing can be written any more is the more urgent thing to know.
      failure: noted.ok ? { ...failure } : { ...noted.failure },
      ...(waitUntil === undefined ? {} : { waitUntil }),
    };
  }

  function forgetOld(now: number): void {
    for (const [permitId, { issuedAt }] of issued) {
      if (now - issuedAt > reportWithinMs) issued.delete(permitId);
    }
  }

  /** The permit that a report is about, which is used up by `book`; anything else is an anomaly. */
  function consume(
    kind: Issued['kind'],
    fact: { readonly permitId: string; readonly ms: number },
    by: AuditContext,
    book: (permit: Issued, now: number) => Result<void>,
  ): Result<Issued> {
    const now = clock.now();
    const permit = issued.get(fact.permitId);
    const misused = (outcome: 'UNKNOWN' | 'USED' | 'LATE') =>
      audit.append(by, { event: 'PERMIT_MISUSED', kind, permitId: fact.permitId, outcome });
    if (permit === undefined || permit.kind !== kind || permit.visitId !== by.visitId || permit.used) {
      const noted = misused(permit?.used ? 'USED' : 'UNKNOWN');
      return noted.ok ? noSuchPermit() : noted;
    }
    const booked = ports.atomically(() => {
      // It was done, so it is booked and counted all the same.
      const late = now - fact.ms > permit.expiresAt + deliveryMs;
      const noted = late ? misused('LATE') : ok(undefined);
      return noted.ok ? book(permit, now) : noted;
    });
    if (!booked.ok) return booked;
    permit.used = true;
    return ok(permit);
  }

  /** What a person decided, if they may: with its entry in the log or not at all. */
  function decide(
    acting: Acting,
    action: Action,
    about: Partial<AuditContext>,
    event: DeskAuditEvent,
    apply: () => Result<void>,
  ): Result<void> {
    if (!may(acting.roles, action)) return failed(appFailure('NOT_PERMITTED', event.event));
    return ports.atomically(() => {
      const applied = apply();
      if (!applied.ok) return applied;
      const noted = audit.append({ actor: acting.personId, counter: acting.counter, ...about }, event);
      return noted.ok ? ok(undefined) : noted;
    });
  }

  return {
    askPermit(request, context) {
      const now = clock.now();
      forgetOld(now);
      const standing = standingCheck(request, context, now);
      if (!standing.ok) return refuse(request, context, standing);
      const hold = pacingHold(request, context, now);
      if (hold !== undefined) return refuse(request, context, refusalOf(hold));
      const permit = issuePermit(ports, request, context, now);
      if (!permit.ok) {
        if (request.kind === 'READ') pacing.readFailed(request.reader);
        else pacing.takeBack(request.trace);
        return refuse(request, context, permit);
      }
      const { permitId, expiresAt, hit } = permit.value;
      issued.set(permitId, permit.value);
      const quota = hit === undefined ? {} : { quota: { used: hit.used, limit: hit.limit } };
      return { granted: true, permitId, expiresAt, ...quota };
    },

    noteRead(fact, by) {
      const used = consume('READ', fact, by, (permit, now) => bookRead(ports, permit, fact, now));
      if (!used.ok) return used;
      const { request } = used.value;
      if (fact.outcome === 'FAILED' && request.kind === 'READ') pacing.readFailed(request.reader);
      return ok(undefined);
    },

    noteInquiry(fact, by) {
      const book = (permit: Issued, now: number) => bookInquiry(ports, brakes, permit, fact, now);
      const used = consume('INQUIRE', fact, by, book);
      if (!used.ok) return used;
      const { request, context } = used.value;
      const typed = request.kind === 'INQUIRE' && request.trace.typed;
      if (typed && fact.outcome === 'NOT_FOUND') pacing.missed(context.operatorId, clock.now());
      return ok(undefined);
    },

    approveHeld(visitId, acting, reason) {
      const held = exceptions.held(visitId);
      if (held === undefined) return failed(appFailure('STEP_ORDER', 'approval'));
      const { code, operatorId } = held;
      if (acting.personId === operatorId) return failed(appFailure('OWN_PROPOSAL', 'approval'));
      const event = {
        event: 'EXCEPTION_APPROVED',
        failure: code,
        operatorId,
        reason: impersonalText(reason),
      } as const;
      const decided = decide(acting, 'APPROVE_EXCEPTION', { visitId }, event, () => ok(undefined));
      if (decided.ok) exceptions.approve(visitId);
      return decided;
    },

    visitEnded: (visitId) => exceptions.forget(visitId),

    whyHalted(agreement, operatorId) {
      const checks = [
        ...haltChecks(agreement, { kind: 'SERVE' }, clock.now()),
        () => checkOf(operators.unfit(agreement.profileId, operatorId)),
      ];
      return failureOf(firstOf(checks.map((check) => () => unlessOfTheDisk(check()))));
    },

    lookupsStopped: (agreementId) => failureOf(brakes.lookups(agreementId)),
    reopen(agreementId, acting) {
      const event = { event: 'LOOKUPS_REOPENED' } as const;
      const apply = () => brakes.setLookups(agreementId, undefined);
      const decided = decide(acting, 'REOPEN_INQUIRIES', { agreementId }, event, apply);
      if (decided.ok) brakes.lookupsReopened(agreementId);
      return decided;
    },

    emergency: () => failureOf(brakes.emergency()),
    emergencyStop(stop, acting) {
      const reference = impersonalText(stop.reference);
      const event = {
        event: 'EMERGENCY_STOPPED',
        reference,
        reason: impersonalText(stop.reason),
      } as const;
      return decide(acting, 'EMERGENCY_STOP', {}, event, () => brakes.setEmergency(reference));
    },
    liftEmergencyStop(reference, acting) {
      const event = { event: 'EMERGENCY_LIFTED', reference: impersonalText(reference) } as const;
      const decided = decide(acting, 'LIFT_EMERGENCY_STOP', {}, event, () => brakes.setEmergency(undefined));
      if (decided.ok) brakes.emergencyLifted();
      return decided;
    },

    clockFailure: () => failureOf(brakes.clock(clock.now())),
    acceptClock(acting) {
      const latest = brakes.latestTime();
      if (!latest.ok) return latest;
      const accepted = clock.now();
      const event = { event: 'CLOCK_ACCEPTED', latest: latest.value, accepted } as const;
      return decide(acting, 'CONFIRM_AGREEMENT', {}, event, () => brakes.acceptClock(accepted));
    },

    quotaStanding: (agreement) => quotaStanding(ports, agreement, clock.now()),
  };
}
