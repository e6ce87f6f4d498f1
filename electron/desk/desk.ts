/**
 * The policy of the counter: every card read and every inquiry needs a permit, and this is the one place that gives them
 * (design section 3). A permit is single use, written into the audit log before it is given, and expires.
 *
 * It decides on facts and traces; no value of a resident comes here.
 */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import {
  type AgreementProfile,
  type AppFailureCode,
  appFailure,
  type PermitAnswer,
  type PermitRequest,
} from '../contract/index.ts';
import {
  auditContextOf,
  bookInquiry,
  type InquiredFact,
  type Issued,
  issuePermit,
  type PermitContext,
} from './books.ts';
import { Brakes, type Check, checkOf, fine } from './brakes.ts';
import { type Hold, Pacing } from './pacing.ts';
import type { DeskActor, DeskPorts } from './ports.ts';
import { type QuotaStanding, quotaStanding } from './quota.ts';
import { methodNotGranted, notInForce, readerNotAllowed, withoutCase } from './standing.ts';

/** Longer than any inquiry lasts: after it a report about a permit is a report about nothing. */
const reportWithinMs = 10 * 60_000;

export interface InquiryConsequence {
  /** Inquiries are on hold from now on. */
  readonly stopped?: Failure;
  readonly quota: QuotaStanding;
}

export interface Desk {
  askPermit(request: PermitRequest, context: PermitContext): PermitAnswer;
  /** Uses up a permit; fails with `PERMIT_EXPIRED` when it is unknown, used or too old. */
  consume(permitId: string): Result<void>;
  /** What came of an inquiry: books the hits, stops inquiries where the answer demands it, counts guesses. */
  noteInquiry(fact: InquiredFact): Result<InquiryConsequence>;
  /** What came of the last permitted read of the visit. */
  noteRead(visitId: string, outcome: 'OK' | 'FAILED'): void;
  /** The access manager lets the one NIK through that pacing held in this visit; never "for today". */
  approveHeld(visitId: string, actor: DeskActor): Result<void>;
  /** Why nothing at all may go on, also in a visit that is open: agreement over, clock set back, emergency. */
  whyHalted(agreement: AgreementProfile): Failure | undefined;
  lookupsStopped(agreementId: string): Failure | undefined;
  reopen(agreementId: string, actor: DeskActor): Result<void>;
  emergencyStop(reference: string, actor: DeskActor): Result<void>;
  liftEmergencyStop(actor: DeskActor): Result<void>;
  acceptClock(actor: DeskActor): Result<void>;
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

export function createDesk(ports: DeskPorts): Desk {
  const { clock, audit, custody, operators } = ports;
  const brakes = new Brakes(ports.state);
  const pacing = new Pacing();
  const issued = new Map<string, Issued>();
  /** The NIK that was held, and those let through, by visit. */
  const held = new Map<string, string>();
  const approved = new Map<string, string>();

  function haltChecks(agreement: AgreementProfile, now: number): (() => Check)[] {
    return [
      () => checkOf(notInForce(agreement, now)),
      () => brakes.clockWentBack(now),
      () => brakes.emergency(),
    ];
  }

  function firstOf(checks: readonly (() => Check)[]): Check {
    for (const check of checks) {
      const result = check();
      if (!result.ok) return result;
    }
    return fine;
  }

  /** Everything but the time between entries and the quota. */
  function standingCheck(request: PermitRequest, context: PermitContext, now: number): Check {
    const { agreement, operatorId } = context;
    const agreementId = agreement.profileId;
    const isRead = request.kind === 'READ';
    return firstOf([
      ...haltChecks(agreement, now),
      () =>
        checkOf(
          isRead
            ? readerNotAllowed(agreement)
            : methodNotGranted(agreement, request.method, context.gatewayMethod),
        ),
      () => checkOf(isRead ? custody.unfit(agreementId, request.reader, request.samUid) : undefined),
      () => checkOf(operators.unfit(agreementId, operatorId)),
      () => checkOf(isRead ? undefined : withoutCase(agreement, context.serviceCode, context.registrationNo)),
      () => (isRead ? fine : brakes.lookups(agreementId)),
    ]);
  }

  function pacingHold(request: PermitRequest, context: PermitContext, now: number): Hold | undefined {
    if (request.kind === 'READ') return pacing.tapped(request.reader, now);
    const { trace } = request;
    if (!trace.typed) return undefined;
    const hold = pacing.typed(trace, context.operatorId, now, approved.get(context.visitId) === trace.nik);
    if (hold !== undefined && hold.waitUntil === undefined) held.set(context.visitId, trace.nik);
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

  function change(setting: string, value: string, actor: DeskActor, apply: () => Result<void>): Result<void> {
    return ports.atomically(() => {
      const applied = apply();
      if (!applied.ok) return applied;
      const noted = audit.append(actor, { event: 'SETTING_CHANGED', setting, value });
      return noted.ok ? ok(undefined) : noted;
    });
  }

  function noSuchPermit(): Result<never, Failure<AppFailureCode>> {
    return failed(appFailure('PERMIT_EXPIRED', 'permit'));
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
      const { permitId, expiresAt } = permit.value;
      issued.set(permitId, permit.value);
      return { granted: true, permitId, expiresAt };
    },

    consume(permitId) {
      const permit = issued.get(permitId);
      if (permit === undefined || permit.used || clock.now() > permit.expiresAt) return noSuchPermit();
      permit.used = true;
      return ok(undefined);
    },

    noteInquiry(fact) {
      const permit = issued.get(fact.permitId);
      if (permit === undefined || permit.reported || permit.request.kind !== 'INQUIRE') return noSuchPermit();
      const now = clock.now();
      const { trace } = permit.request;
      const booked = bookInquiry(ports, brakes, permit, fact, now);
      if (!booked.ok) return booked;
      permit.used = true;
      permit.reported = true;
      const { agreement, operatorId } = permit.context;
      if (trace.typed && fact.outcome === 'NOT_FOUND') pacing.missed(operatorId, now);
      const quota = quotaStanding(ports, agreement, now);
      if (!quota.ok) return quota;
      const lookups = brakes.lookups(permit.agreementId);
      return ok({ quota: quota.value, ...(lookups.ok ? {} : { stopped: lookups.failure }) });
    },

    noteRead(visitId, outcome) {
      if (outcome === 'OK') return;
      const permits = [...issued.values()].filter((permit) => permit.visitId === visitId);
      const request = permits.findLast((permit) => permit.kind === 'READ')?.request;
      if (request?.kind === 'READ') pacing.readFailed(request.reader);
    },

    approveHeld(visitId, actor) {
      const nik = held.get(visitId);
      if (nik === undefined) return failed(appFailure('STEP_ORDER', 'approval'));
      return change('HELD_NIK_APPROVED', visitId, actor, () => {
        held.delete(visitId);
        approved.set(visitId, nik);
        return ok(undefined);
      });
    },

    whyHalted(agreement) {
      const halted = firstOf(haltChecks(agreement, clock.now()));
      return halted.ok ? undefined : halted.failure;
    },

    lookupsStopped(agreementId) {
      const lookups = brakes.lookups(agreementId);
      return lookups.ok ? undefined : lookups.failure;
    },

    reopen(agreementId, actor) {
      return ports.atomically(() => {
        const opened = brakes.setLookups(agreementId, undefined);
        if (!opened.ok) return opened;
        const noted = audit.append({ ...actor, agreementId }, { event: 'LOOKUPS_REOPENED' });
        return noted.ok ? ok(undefined) : noted;
      });
    },

    emergencyStop: (reference, actor) =>
      change('EMERGENCY_STOP', reference, actor, () => brakes.setEmergency(reference)),
    liftEmergencyStop: (actor) =>
      change('EMERGENCY_STOP', 'LIFTED', actor, () => brakes.setEmergency(undefined)),
    acceptClock: (actor) => change('CLOCK', 'ACCEPTED', actor, () => brakes.acceptClock(clock.now())),
    quotaStanding: (agreement) => quotaStanding(ports, agreement, clock.now()),
  };
}
