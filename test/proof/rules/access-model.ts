/**
 * Who may look at whom, and when, reckoned a second time: from the rule book and from what was agreed to in the walk, sharing no
 * code with the desk. It may not know of every reason to refuse; what it calls forbidden must never have been permitted.
 */
import type { AgreementProfile, PermitRequest, VisitBriefing } from '../../../electron/contract/index.ts';
import { PacingModel } from './pacing-model.ts';
import { operators, profiles } from './seeded-office.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Hours ahead of UTC; none of these zones knows summer time. */
const zoneHours = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const;

export function dayIn(zone: keyof typeof zoneHours, now: number): string {
  return new Date(now + zoneHours[zone] * hour).toISOString().slice(0, 10);
}

/** The first millisecond of that day. */
export function midnightBefore(zone: keyof typeof zoneHours, day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - zoneHours[zone] * hour;
}

export interface AgreementFacts {
  readonly versions: AgreementProfile[];
  status: 'IN_FORCE' | 'SUSPENDED' | 'ENDED';
  /** A bridge letter reaches to this day. */
  bridge?: { readonly until: string; readonly sam: boolean };
}

export interface Given {
  readonly permitId: string;
  readonly briefing: VisitBriefing;
  readonly request: PermitRequest;
  readonly at: number;
  readonly day: string;
}

export class AccessModel {
  readonly agreements = new Map<string, AgreementFacts>(
    profiles.map((profile) => [profile.profileId, { versions: [profile], status: 'IN_FORCE' }]),
  );
  readonly operators = new Map<string, 'ACTIVE' | 'SUSPENDED' | 'REVOKED'>(
    profiles.flatMap(({ profileId, kind }) =>
      kind === 'DUKCAPIL_ACCESS' ? operators.map((who) => [`${who} ${profileId}`, 'ACTIVE'] as const) : [],
    ),
  );
  chosen = profiles[0]?.profileId ?? '';
  session: { readonly who: string; open: boolean; lastSeen: number } | undefined;
  emergency = false;
  readonly stopped = new Set<string>();
  pacing = new PacingModel();
  readonly given = new Map<string, Given>();
  readonly #hits = new Map<string, number>();
  readonly #closedDays = new Set<string>();
  #latest = 0;

  factsOf(agreementId: string): AgreementFacts {
    const facts = this.agreements.get(agreementId);
    if (facts === undefined) throw new Error(`nobody entered ${agreementId}`);
    return facts;
  }

  profileOf(agreementId: string): AgreementProfile {
    const profile = this.factsOf(agreementId).versions.at(-1);
    if (profile === undefined) throw new Error('an agreement without a version');
    return profile;
  }

  lastDayOf(agreementId: string): string {
    const { lastDayInForce } = this.profileOf(agreementId);
    const until = this.factsOf(agreementId).bridge?.until ?? lastDayInForce;
    return until > lastDayInForce ? until : lastDayInForce;
  }

  /**
   * The program looked at its clock and could write: what is over is over, whatever the clock says later. False when the clock is not
   * to be believed, so that nothing may follow from it.
   * @param believed what the program made of it; decides only near the limits, which it knows to the minute
   */
  seen(now: number, believed: boolean): boolean {
    const surely = this.#whyNoClock(now, -1).length === 0;
    if (this.#whyNoClock(now, 1).length > 0 || !(surely || believed)) return false;
    this.#latest = Math.max(this.#latest, now);
    for (const [agreementId, facts] of this.agreements) {
      const { timeZone } = this.profileOf(agreementId);
      if (dayIn(timeZone, now) > this.lastDayOf(agreementId)) facts.status = 'ENDED';
    }
    return true;
  }

  /** Five minutes back are forgiven and forty-five days ahead; `slack` makes that more or less. */
  #whyNoClock(now: number, slack: -1 | 1): string[] {
    if (now < this.#latest - (5 + slack) * minute) return ['the clock was set back'];
    return this.#latest > 0 && now > this.#latest + (45 + slack) * 24 * hour
      ? ['the clock ran far ahead']
      : [];
  }

  /** The program was started again: nobody sits there, and what pacing remembers lived in its memory. */
  startedAnew(): void {
    this.session = undefined;
    this.pacing = new PacingModel();
  }

  clockAccepted(now: number): void {
    this.#latest = now;
  }

  /** A visit was briefed: under the chosen agreement, its present version, for who sits there. */
  whyNotBriefed(briefing: VisitBriefing, now: number): string[] {
    const { agreement, operator } = briefing;
    const { status } = this.factsOf(agreement.profileId);
    const isOver = dayIn(agreement.timeZone, now) > this.lastDayOf(agreement.profileId);
    const standing = this.operators.get(`${operator.id} ${agreement.profileId}`);
    const profile = this.profileOf(this.chosen);
    const sameWords = (
      ['elements', 'storableFromCard', 'photoForHolderCheck', 'readerPolicy'] as const
    ).every((field) => JSON.stringify(agreement[field]) === JSON.stringify(profile[field]));
    return [
      ...(agreement.profileId === this.chosen
        ? []
        : [`briefed for ${agreement.profileId}, chosen is ${this.chosen}`]),
      ...(status === 'IN_FORCE' && !isOver ? [] : ['briefed under an agreement that is not in force']),
      ...(standing === 'ACTIVE' ? [] : [`briefed for an operator who is ${standing ?? 'none'}`]),
      ...(this.emergency ? ['briefed in an emergency'] : []),
      ...(sameWords ? [] : ['briefed with another version than the present one']),
      ...(operator.id === this.session?.who && this.session.open
        ? []
        : ['briefed for nobody at the keyboard']),
    ];
  }

  /** Remembers a permit that was given, and says why it never should have been. */
  permitted(given: Given, nik: string | undefined): string[] {
    const { request, briefing, at } = given;
    const reasons = [...this.#whyNobody(given), ...this.#whyNotThis(given, nik)];
    this.given.set(given.permitId, given);
    this.#latest = Math.max(this.#latest, at);
    if (request.kind === 'INQUIRE') this.#hit(given, 1);
    return reasons.map((reason) => `${request.kind} permitted in ${briefing.agreement.profileId}: ${reason}`);
  }

  inquired(permitId: string, outcome: string, noticeCode: string | undefined, attempts: number): void {
    const given = this.given.get(permitId);
    if (given === undefined) return;
    this.#hit(given, attempts - 1);
    const { profileId } = given.briefing.agreement;
    const stops = ['AUTH_FAILED', 'IP_NOT_REGISTERED', 'INSTITUTION_INACTIVE', 'USER_ID_INACTIVE'];
    if (stops.includes(outcome) || noticeCode === '09') this.stopped.add(profileId);
    if (outcome === 'QUOTA_EXHAUSTED') this.#closedDays.add(`${profileId} ${given.day}`);
    const facts = this.factsOf(profileId);
    if (outcome === 'INSTITUTION_INACTIVE' && facts.status === 'IN_FORCE') facts.status = 'SUSPENDED';
    if (outcome === 'NOT_FOUND' && given.request.kind === 'INQUIRE' && given.request.trace.typed)
      this.pacing.missed(given.briefing.operator.id, given.at);
  }

  #hit({ briefing, day }: Given, hits: number): void {
    const key = `${briefing.agreement.profileId} ${day}`;
    this.#hits.set(key, (this.#hits.get(key) ?? 0) + hits);
  }

  #whyNobody({ briefing, at }: Given): string[] {
    const { agreement, operator } = briefing;
    const { session } = this;
    const isOpen = session?.who === operator.id && session.open && at - session.lastSeen < 10 * minute;
    const standing = this.operators.get(`${operator.id} ${agreement.profileId}`);
    return [
      ...(this.emergency ? ['an emergency stop holds'] : []),
      ...this.#whyNoClock(at, 1),
      ...(isOpen ? [] : ['no session of this operator is open']),
      ...(standing === 'ACTIVE' ? [] : [`the operator is ${standing ?? 'none'}`]),
    ];
  }

  #whyNotThis(given: Given, nik: string | undefined): string[] {
    const { briefing, request, at, day } = given;
    const { profileId, accessMethods, elements, readerPolicy, quota, timeZone, signedOn } =
      briefing.agreement;
    const { status, bridge } = this.factsOf(profileId);
    const present = this.profileOf(profileId);
    const today = dayIn(timeZone, at);
    const isOver = today > this.lastDayOf(profileId) || today < signedOn;
    const onBridge = today > present.lastDayInForce && !isOver;
    const reasons = [
      ...(present.kind === 'DUKCAPIL_ACCESS' ? [] : ['an agreement without a counter']),
      ...(status === 'IN_FORCE' ? [] : [`the agreement is ${status}`]),
      ...(isOver ? [`${today} is not in its time`] : []),
    ];
    if (request.kind === 'READ') {
      const allowed = readerPolicy === 'ALLOWED' || readerPolicy === 'OBLIGATORY';
      if (!allowed || !accessMethods.includes('CARD_READER')) reasons.push('no reader is allowed');
      if (onBridge && bridge?.sam !== true) reasons.push('the bridge letter does not name the SAM');
      return [...reasons, ...this.pacing.whyNoTap(request.reader, at)];
    }
    const method = request.method === 'PORTAL' ? 'WEB_PORTAL' : 'WEB_SERVICE';
    if (!accessMethods.includes(method) || (elements[method] ?? []).length === 0)
      reasons.push(`${method} is not granted`);
    if (onBridge && method !== 'WEB_PORTAL') reasons.push('a bridge is for the portal');
    if (this.stopped.has(profileId)) reasons.push('inquiries are stopped');
    const unlimited = quota.dailyHits === null || (quota.unlimitedAfterPoc && quota.pocLetter !== null);
    const used = this.#hits.get(`${profileId} ${day}`) ?? 0;
    if (!unlimited && used >= (quota.dailyHits ?? 0))
      reasons.push(`${used} hits of ${quota.dailyHits} were used`);
    if (this.#closedDays.has(`${profileId} ${day}`)) reasons.push('Dukcapil closed the day');
    if (!request.trace.typed || nik === undefined) return reasons;
    return [...reasons, ...this.pacing.whyNotTyped(nik, briefing, at)];
  }
}
