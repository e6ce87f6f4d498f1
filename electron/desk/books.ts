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
import { type QuotaUsed, reserveHit } from './quota.ts';

export const permitLifeMs = 30_000;

/** The visit in which a permit is asked for. */
export interface PermitContext {
  readonly visitId: string;
  readonly operatorId: string;
  readonly counter: string;
  readonly agreement: AgreementProfile;
  /** The method that the connection profile of this institution names; none where only the portal is used. */
  readonly gatewayMethod: GatewayProfile['method'] | undefined;
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

/** The fact `read` of the visit process. */
export interface ReadFact {
  readonly permitId: string;
  readonly outcome: 'OK' | 'FAILED';
  readonly failure?: string;
  readonly ms: number;
}

export interface Issued extends IssuedPermit {
  readonly context: PermitContext;
  readonly request: PermitRequest;
  /** The hit that was taken, of an inquiry. */
  readonly hit?: QuotaUsed;
  /** Its use was reported; a permit is good for one. */
  used: boolean;
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
    const hit = isRead ? ok(undefined) : reserveHit(ports, context.agreement, now);
    if (!hit.ok) return hit;
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
      ...(hit.value === undefined ? {} : { hit: hit.value }),
      used: false,
    });
  });
}

/** One hit was reserved with the permit: repetitions are added, and a call that never left gives it back. */
function bookHits(ports: DeskPorts, permit: Issued, fact: InquiredFact): Result<void> {
  if (permit.hit === undefined) return ok(undefined);
  const beyond = fact.attempts - 1;
  const { agreementId } = permit;
  const { day } = permit.hit;
  const added = beyond === 0 ? ok(undefined) : ports.quota.add(agreementId, day, beyond);
  if (!added.ok || fact.outcome !== 'QUOTA_EXHAUSTED') return added;
  return ports.quota.close(agreementId, day);
}

function bookStop(
  ports: DeskPorts,
  brakes: Brakes,
  permit: Issued,
  fact: InquiredFact,
  now: number,
): Result<void> {
  if (!stopsLookups(fact.outcome, fact.noticeCode)) return ok(undefined);
  const stopped = brakes.setLookups(permit.agreementId, fact.outcome);
  if (!stopped.ok) return stopped;
  const event = { event: 'LOOKUPS_STOPPED', failure: fact.outcome } as const;
  const noted = ports.audit.append(auditContextOf(permit.context), event);
  if (!noted.ok || fact.outcome !== 'INSTITUTION_INACTIVE') return noted.ok ? ok(undefined) : noted;
  // Suspended or ended meanwhile: nothing is left to suspend.
  if (ports.agreements.unfit(permit.agreementId, { kind: 'SERVE' }, now) !== undefined) return ok(undefined);
  const suspended = ports.agreements.institutionInactive(permit.agreementId);
  return suspended.ok ? ok(undefined) : suspended;
}

/** A read uses its permit up, with its entry in the log. */
export function bookRead(ports: DeskPorts, permit: Issued, fact: ReadFact, now: number): Result<void> {
  return ports.atomically(() => {
    const { outcome, failure } = fact;
    const used = ports.inquiries.used(permit.permitId, permit.visitId, now, outcome);
    if (!used.ok) return used;
    const event = { event: 'CARD_READ', outcome, ms: Math.round(fact.ms) } as const;
    const reason = failure === undefined ? {} : { failure };
    const noted = ports.audit.append(auditContextOf(permit.context), { ...event, ...reason });
    return noted.ok ? ok(undefined) : noted;
  });
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
      () => bookStop(ports, brakes, permit, fact, now),
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
