/**
 * The books of permits and inquiries: hits, ledger, audit log and stop of inquiries are written as one step, so that a full
 * disk never leaves a permit without its entry or a hit without its inquiry.
 */
import { ok, type Result } from '../../native/failure.ts';
import type { AuditContext } from '../audit/index.ts';
import type {
  AgreementProfile,
  ElementPart,
  GatewayProfile,
  InquiryOutcome,
  PermitRequest,
} from '../contract/index.ts';
import { type Brakes, stopsLookups } from './brakes.ts';
import type { DeskPorts, IssuedPermit } from './ports.ts';
import { reserveHit } from './quota.ts';

export const permitLifeMs = 30_000;

/** The visit in which a permit is asked for. */
export interface PermitContext {
  readonly visitId: string;
  readonly operatorId: string;
  readonly counter: string;
  readonly agreement: AgreementProfile;
  /** The method that the connection profile of this institution names. */
  readonly gatewayMethod: GatewayProfile['method'];
  readonly serviceCode: string;
  readonly registrationNo: string;
}

/** The fact `inquired` of the visit process. */
export interface InquiredFact {
  readonly permitId: string;
  readonly outcome: InquiryOutcome;
  readonly differing: readonly ElementPart[];
  readonly ms: number;
  /** Calls that left for Dukcapil; each is a hit. */
  readonly attempts: number;
  readonly failure?: string;
  readonly noticeCode?: string;
}

export interface Issued extends IssuedPermit {
  readonly context: PermitContext;
  readonly request: PermitRequest;
  /** The day from which the hit was taken. */
  readonly day?: string;
  used: boolean;
  reported: boolean;
}

export function auditContextOf(context: PermitContext): AuditContext {
  const { visitId, operatorId, counter, agreement } = context;
  const { profileId, profileVersion } = agreement;
  return { actor: operatorId, counter, agreementId: profileId, profileVersion, visitId };
}

/** Books, then gives: when any of the books cannot be written there is no permit, and no hit is lost. */
export function issuePermit(
  ports: DeskPorts,
  request: PermitRequest,
  context: PermitContext,
  now: number,
): Result<Issued> {
  return ports.atomically(() => {
    const isRead = request.kind === 'READ';
    const day = isRead ? ok(undefined) : reserveHit(ports, context.agreement, now);
    if (!day.ok) return day;
    const permit: IssuedPermit = {
      permitId: ports.newId(),
      kind: request.kind,
      visitId: context.visitId,
      agreementId: context.agreement.profileId,
      issuedAt: now,
      expiresAt: now + permitLifeMs,
      ...(isRead ? {} : { nikTrace: request.trace.nik }),
    };
    const booked = ports.inquiries.issued(permit);
    if (!booked.ok) return booked;
    const noted = ports.audit.append(auditContextOf(context), {
      event: 'PERMIT_GIVEN',
      kind: permit.kind,
      permitId: permit.permitId,
      ...(isRead ? {} : { method: request.method }),
    });
    if (!noted.ok) return noted;
    return ok({
      ...permit,
      context,
      request,
      ...(day.value === undefined ? {} : { day: day.value }),
      used: false,
      reported: false,
    });
  });
}

/** One hit was reserved with the permit: repetitions are added, and a call that never left gives it back. */
function bookHits(ports: DeskPorts, permit: Issued, fact: InquiredFact): Result<void> {
  if (permit.day === undefined) return ok(undefined);
  const beyond = fact.attempts - 1;
  const { agreementId, day } = permit;
  const added = beyond === 0 ? ok(undefined) : ports.quota.add(agreementId, day, beyond);
  if (!added.ok || fact.outcome !== 'QUOTA_EXHAUSTED') return added;
  return ports.quota.close(agreementId, day);
}

function bookStop(ports: DeskPorts, brakes: Brakes, permit: Issued, fact: InquiredFact): Result<void> {
  if (!stopsLookups(fact.outcome, fact.noticeCode)) return ok(undefined);
  const stopped = brakes.setLookups(permit.agreementId, fact.outcome);
  if (!stopped.ok) return stopped;
  const event = { event: 'LOOKUPS_STOPPED', failure: fact.outcome } as const;
  const noted = ports.audit.append(auditContextOf(permit.context), event);
  return noted.ok ? ok(undefined) : noted;
}

export function bookInquiry(
  ports: DeskPorts,
  brakes: Brakes,
  permit: Issued,
  fact: InquiredFact,
  now: number,
): Result<void> {
  return ports.atomically(() => {
    const { permitId, outcome, differing, attempts } = fact;
    const ms = Math.round(fact.ms);
    const { visitId, agreementId, nikTrace = '' } = permit;
    const reason = fact.failure === undefined ? {} : { failure: fact.failure };
    const record = { permitId, visitId, agreementId, nikTrace, outcome, ...reason, ms, attempts, at: now };
    const event = { event: 'INQUIRED', permitId, outcome, differing, ...reason, ms } as const;
    const steps: (() => Result<unknown>)[] = [
      // First, because its hold must stand in this run whatever becomes of the writing.
      () => bookStop(ports, brakes, permit, fact),
      () => bookHits(ports, permit, fact),
      () => ports.inquiries.inquired(record),
      () => ports.audit.append(auditContextOf(permit.context), event),
    ];
    for (const step of steps) {
      const result = step();
      if (!result.ok) return result;
    }
    return ok(undefined);
  });
}
