/**
 * Main's side of every visit: briefs it, grants or refuses its permits, records its service in one transaction, and writes down
 * what it tells. Used by the window program and by the visit of the command line alike.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import { type AuditContext, type AuditEvent, impersonalText } from '../audit/index.ts';
import { localDay } from '../calendar/index.ts';
import {
  type Acting,
  type AgreementProfile,
  appFailure,
  type ConnectionProfile,
  type ConsentFact,
  type Cosigning,
  finalVisitStates,
  type Lamp,
  type Lamps,
  may,
  type PermitAnswer,
  type PermitRequest,
  type ReaderRow,
  type ServiceFact,
  type VisitBriefing,
  type VisitState,
} from '../contract/index.ts';
import { type Desk, quotaWarning } from '../desk/index.ts';
import type { CosignRequest, Opening, VisitFact, VisitPolicy } from '../host/index.ts';
import type { VisitEnd, VisitSetting } from '../ledger/index.ts';
import { toBase64 } from '../sealing/index.ts';
import {
  auditContext,
  type CounterSetting,
  isStillTrue,
  type Officer,
  type OpenVisit,
} from './counter-setting.ts';
import type { Installation } from './installation.ts';
import { Numbering } from './numbering.ts';
import { refusalOfAnother } from './one-person.ts';
import { PatientBooks } from './patient-books.ts';

const waiting: Lamp = { colour: 'busy' };

/** Reads remembered for the progress shown, newest last. */
const readsRemembered = 20;
/** Before any read was measured: what the cost model says of a reader as slow as the traced one. */
const firstGuessMs = 2200;
/** Visits whose last words may still come: a call that is under way outlasts its visit. */
const visitsRemembered = 8;

/** Everything a visit is briefed with, all of it there. */
interface Standing {
  readonly agreement: AgreementProfile;
  readonly connection: ConnectionProfile;
  readonly officer: Officer;
}

export class CounterPolicy implements VisitPolicy {
  readonly #installation: Installation;
  readonly #setting: CounterSetting;
  readonly #desk: Desk;
  readonly #changed: () => void;
  readonly #books: PatientBooks;
  /** By id, oldest first. */
  readonly #visits = new Map<string, OpenVisit>();
  #present: OpenVisit | undefined;
  #chosenService: string | undefined;
  #samOpenRefused = false;
  #held: Failure | undefined;
  readonly #notices = new Map<string, Failure>();
  #readers: readonly ReaderRow[] = [];
  #lamps: Lamps = { reader: waiting, sam: waiting, network: waiting };
  #readMs: number[] = [];
  #traceKey = { day: '', key: '' };

  constructor(installation: Installation, setting: CounterSetting, desk: Desk, changed: () => void) {
    this.#installation = installation;
    this.#setting = setting;
    this.#desk = desk;
    this.#changed = changed;
    this.#books = new PatientBooks(installation.clock);
  }

  /** What the access manager should know of: alarms since this start, and a quota that runs low. */
  get notices(): readonly Failure[] {
    const agreement = this.#setting.agreement();
    const quota = agreement === undefined ? undefined : this.#desk.quotaStanding(agreement);
    const warning = quota?.ok ? quotaWarning(quota.value) : undefined;
    return [...this.#notices.values(), ...(warning === undefined ? [] : [warning])];
  }

  get readers(): readonly ReaderRow[] {
    return this.#readers;
  }

  /** As the present visit process last told them. */
  get lamps(): Lamps {
    return this.#lamps;
  }

  /** The counter's current service type, of the agreement of now. */
  get serviceCode(): string {
    const services = this.#setting.agreement()?.services ?? [];
    const chosen = services.find(({ code }) => code === this.#chosenService) ?? services[0];
    return chosen?.code ?? 'LAYANAN';
  }

  /** Visits to come are opened with it. */
  selectService(code: string): boolean {
    if (!this.#setting.agreement()?.services.some((service) => service.code === code)) return false;
    this.#chosenService = code;
    this.#changed();
    return true;
  }

  /** Nobody is served while somebody else needs the readers. `undefined` ends it. */
  hold(why: Failure | undefined): void {
    this.#held = why;
  }

  /** The SAM refused the OPEN of this counter; it is not sent again by itself. */
  get samOpenRefused(): boolean {
    return this.#samOpenRefused;
  }

  noteSamOpenRefused(): void {
    this.#samOpenRefused = true;
  }

  /** IT staff ask for another OPEN after they put the SAM or its configuration right. */
  allowSamOpen(): void {
    this.#samOpenRefused = false;
  }

  /** Why nobody can be served here now. */
  shut(): Failure | undefined {
    const standing = this.#standing();
    return standing.ok ? undefined : standing.failure;
  }

  brief(opening: Opening): Result<VisitBriefing> {
    const standing = this.#standing();
    if (!standing.ok) return standing;
    const { agreement, connection, officer } = standing.value;
    const { training, samples, counter } = this.#setting;
    const { keys } = this.#installation;
    const visit = this.#open(standing.value);
    const samRefused = this.#setting.samRefused?.();
    return ok({
      visitId: visit.visitId,
      training,
      samples,
      agreement,
      connection,
      serviceCode: visit.serviceCode,
      ...visit.numbers,
      operator: officer,
      counter: counter.name,
      samOpenRefused: this.#samOpenRefused,
      ...(samRefused === undefined ? {} : { samRefused }),
      outboxPublicKey: toBase64(keys.outbox.publicKey),
      pepper: toBase64(keys.pepper),
      traceKey: this.#traceKeyOf(visit.day),
      usualReadMs: this.#usualReadMs(),
      ignorePresentCard: opening.ignorePresentCard,
      ...(opening.previous === undefined ? {} : { previous: opening.previous }),
      ...(opening.failure === undefined
        ? {}
        : { openingFailure: opening.failure as VisitBriefing['openingFailure'] }),
    } as VisitBriefing);
  }

  isUpToDate(visitId: string): boolean {
    const visit = this.#visits.get(visitId);
    return visit !== undefined && isStillTrue(visit, this.#setting, this.#now());
  }

  /** Somebody is being served: what belongs to this day is not all written down yet, also when midnight has passed. */
  get isServing(): boolean {
    return this.#present?.begun === true && !this.#present.closed;
  }

  /** Why the visit that is open must end now; with none open, why none can be. */
  whyHalted(): Failure | undefined {
    if (this.#held !== undefined) return this.#held;
    const visit = this.#present;
    return visit === undefined || visit.closed ? this.shut() : this.#whyEnded(visit);
  }

  permit(visitId: string, request: PermitRequest): PermitAnswer {
    const visit = this.#visits.get(visitId);
    const refusal = this.#refusalBefore(visit) ?? refusalOfAnother(visit, request);
    if (visit === undefined || refusal !== undefined) {
      const failure = refusal ?? appFailure('VISIT_REQUIRED', 'permit');
      this.#audit(visitId, { event: 'PERMIT_REFUSED', kind: request.kind, failure: failure.code });
      return { granted: false, failure: { ...failure } };
    }
    const answer = this.#desk.askPermit(request, {
      visitId,
      operatorId: visit.officer.id,
      counter: visit.counter.name,
      agreement: visit.agreement,
      gatewayMethod: visit.connection.gateway?.method,
      serviceCode: visit.serviceCode,
      registrationNo: visit.numbers.registrationNo,
    });
    if (answer.granted && request.kind === 'INQUIRE') visit.asked.add(request.trace.nik);
    return answer;
  }

  recordKey(visitId: string) {
    return this.#installation.kept.newRecordKey(visitId);
  }

  /** Who signs was verified by their password before this is asked; here it is checked that they may, and are a second person. */
  cosign(visitId: string, { purpose, acting, reason }: CosignRequest): Result<Cosigning> {
    const visit = this.#visits.get(visitId);
    const signed = this.#signed(visit, purpose, acting, reason);
    if (!signed.ok) {
      const { code } = signed.failure;
      this.#audit(visitId, { event: 'COSIGN_REFUSED', purpose, failure: code }, acting.personId);
      return signed;
    }
    this.#changed();
    return ok({ purpose, officerId: acting.personId, reason: impersonalText(reason) });
  }

  /** Also after the hard stop: what is recorded here was decided before it, and is owed. */
  store(visitId: string, fact: ServiceFact): Failure | undefined {
    const visit = this.#visits.get(visitId);
    if (visit === undefined || !fits(visit, fact)) return appFailure('STEP_ORDER', 'store');
    const { agreement, officer, counter } = visit;
    const numbered = visit.numbering.taken(visit.numbers);
    if (!numbered.ok) return numbered.failure;
    const recorded = this.#installation.recordService(fact, {
      operatorId: officer.id,
      counter: counter.name,
      day: visit.day,
      timeZone: agreement.timeZone,
      purpose: agreement.purpose,
      balikanRequired: agreement.dataBalikan.mode !== 'NONE',
    });
    visit.recorded ||= recorded.ok;
    this.#changed();
    return recorded.ok ? undefined : recorded.failure;
  }

  note(visitId: string, fact: VisitFact): void {
    const visit = this.#visits.get(visitId);
    switch (fact.kind) {
      case 'lamps':
        this.#lamps = fact.lamps as Lamps;
        this.#changed();
        return;
      case 'readers':
        this.#readers = fact.readers;
        return;
      case 'identityShown':
      case 'purged':
      case 'released':
        return;
      case 'moved':
        this.#moved(visitId, fact);
        return;
      case 'read':
        if (fact.outcome === 'OK') this.#readMs = [...this.#readMs, fact.ms].slice(-readsRemembered);
        this.#books.write(() => this.#desk.noteRead(fact, this.#context(visitId)));
        return;
      case 'inquired':
        if (visit !== undefined) visit.outcome = fact.outcome;
        this.#books.write(() => this.#desk.noteInquiry(fact, this.#context(visitId)));
        if (fact.alarm === 'GATEWAY_UNGRANTED_ELEMENT') {
          this.#audit(visitId, { event: 'GATEWAY_ALARM', failure: fact.alarm });
          this.#notices.set(fact.alarm, appFailure(fact.alarm, 'gateway'));
        }
        this.#changed();
        return;
      case 'compared':
        this.#compared(visitId, fact);
        return;
      case 'nikTyped':
        this.#audit(visitId, { event: 'NIK_TYPED', outcome: fact.reason });
        return;
      case 'holder':
        this.#audit(visitId, {
          event: 'HOLDER_CHECKED',
          outcome: fact.verdict,
          ...(fact.reason === undefined ? {} : { reason: fact.reason }),
          ...(fact.verdict !== 'SECOND_OFFICER' || visit?.secondOfficer === undefined
            ? {}
            : { secondOfficer: visit.secondOfficer }),
        });
        return;
      case 'samOpenRefused':
        this.#samOpenRefused = true;
        this.#audit(visitId, { event: 'SAM_OPEN_REFUSED' });
        return;
      case 'closed':
        this.#closed(visitId, fact.state, fact.refusal);
    }
  }

  died(visitId: string, state: VisitState): boolean {
    const served = this.#visits.get(visitId)?.recorded ?? false;
    if (state !== 'READY')
      this.#audit(visitId, { event: 'VISIT_MOVED', from: state, to: 'CANCELLED', by: 'PROCESS_DIED' });
    this.#closed(visitId, state === 'READY' ? 'READY' : 'CANCELLED');
    return served;
  }

  #standing(): Result<Standing> {
    if (this.#held !== undefined) return failed(this.#held);
    const agreement = this.#setting.agreement();
    if (agreement === undefined) return failed(appFailure('NO_AGREEMENT_CHOSEN', 'counter'));
    const officer = this.#setting.officer();
    if (officer === undefined) return failed(appFailure('NOT_SIGNED_IN', 'counter'));
    const halted = this.#desk.whyHalted(agreement, officer.id);
    if (halted !== undefined) return failed(halted);
    const connection = this.#setting.connection();
    if (connection === undefined) return failed(appFailure('NO_CONNECTION', 'counter'));
    return ok({ agreement, connection, officer });
  }

  #open({ agreement, connection, officer }: Standing): OpenVisit {
    const { counter } = this.#setting;
    const now = this.#now();
    const numbering = new Numbering(this.#installation.state, agreement.timeZone, counter.sign);
    const visit: OpenVisit = {
      visitId: randomUUID(),
      agreement,
      connection,
      officer,
      counter: { name: counter.name, sign: counter.sign },
      numbering,
      numbers: numbering.next(now),
      day: localDay(now, agreement.timeZone),
      begun: false,
      closed: false,
      recorded: false,
      asked: new Set(),
      serviceCode: this.serviceCode,
    };
    this.#visits.set(visit.visitId, visit);
    this.#present = visit;
    const oldest = [...this.#visits.keys()].slice(0, -visitsRemembered);
    for (const visitId of oldest) this.#visits.delete(visitId);
    return visit;
  }

  #whyEnded({ agreement, officer, outcome }: OpenVisit): Failure | undefined {
    // Locked, signed out, or somebody else at the keyboard: what is on the screen is not theirs to see.
    if (this.#setting.officer()?.id !== officer.id) return appFailure('SESSION_LOCKED', 'visit');
    const halted = this.#desk.whyHalted(agreement, officer.id);
    // The answer that suspended the agreement is for the officer who got it to read; nothing more can be asked in any case.
    const suspendedByIt = outcome === 'INSTITUTION_INACTIVE' && halted?.code === 'AGREEMENT_SUSPENDED';
    return suspendedByIt ? undefined : halted;
  }

  #refusalBefore(visit: OpenVisit | undefined): Failure | undefined {
    if (this.#books.failure !== undefined) return this.#books.failure;
    if (visit === undefined || visit.closed) return appFailure('VISIT_REQUIRED', 'permit');
    return this.#setting.officer()?.id === visit.officer.id
      ? undefined
      : appFailure('SESSION_LOCKED', 'permit');
  }

  #signed(
    visit: OpenVisit | undefined,
    purpose: Cosigning['purpose'],
    acting: Acting,
    reason: string,
  ): Result<void> {
    if (!visit?.begun || visit.closed) return failed(appFailure('VISIT_REQUIRED', 'cosign'));
    if (purpose === 'EXCEPTION') return this.#desk.approveHeld(visit.visitId, acting, reason);
    if (acting.personId === visit.officer.id) return failed(appFailure('OWN_PROPOSAL', 'cosign'));
    const unfit = this.#unfitToLook(visit, acting);
    if (unfit !== undefined) return failed(unfit);
    visit.secondOfficer = acting.personId;
    return ok(undefined);
  }

  /** Another operator under this agreement, or who watches over them. */
  #unfitToLook(visit: OpenVisit, { personId, roles }: Acting): Failure | undefined {
    if (may(roles, 'APPROVE_EXCEPTION')) return undefined;
    if (!may(roles, 'SERVE')) return appFailure('NOT_PERMITTED', 'cosign');
    return this.#desk.whyHalted(visit.agreement, personId);
  }

  #moved(visitId: string, fact: Extract<VisitFact, { kind: 'moved' }>): void {
    const visit = this.#visits.get(visitId);
    if (visit !== undefined) {
      visit.serviceCode = fact.serviceCode;
      visit.begun = true;
      if (fact.from === 'READY') visit.numbering.taken(visit.numbers);
    }
    this.#audit(visitId, { event: 'VISIT_MOVED', from: fact.from, to: fact.to, by: fact.event });
  }

  /** What a fetch had found is compared once, by the officer. */
  #compared(
    visitId: string,
    { permitId, outcome, differing }: Extract<VisitFact, { kind: 'compared' }>,
  ): void {
    const visit = this.#visits.get(visitId);
    if (visit?.outcome !== 'FOUND') {
      this.#audit(visitId, { event: 'PERMIT_MISUSED', kind: 'INQUIRE', permitId, outcome: 'USED' });
      return;
    }
    visit.outcome = outcome;
    this.#audit(visitId, { event: 'COMPARED', permitId, outcome, differing });
  }

  #closed(visitId: string, state: VisitState, refusal?: ConsentFact): void {
    const visit = this.#visits.get(visitId);
    this.#installation.kept.dropRecordKey(visitId);
    this.#desk.visitEnded(visitId);
    if (visit === undefined || visit.closed) return;
    visit.closed = true;
    if (!visit.begun || !finalVisitStates.has(state)) return;
    const { agreement, officer, counter } = visit;
    const setting: VisitSetting = {
      visitId,
      agreementId: agreement.profileId,
      profileVersion: agreement.profileVersion,
      serviceCode: visit.serviceCode,
      registrationNo: visit.numbers.registrationNo,
      operatorId: officer.id,
      counter: counter.name,
      day: visit.day,
    };
    const at = this.#now();
    this.#books.write(() => this.#installation.visits.close(setting, state as VisitEnd, at));
    if (refusal?.decision === 'REFUSED' && refusal.receiptNo === visit.numbers.receiptNo) {
      const { purpose, timeZone } = agreement;
      const asked = { ...setting, purpose, timeZone };
      const context = auditContext(visit);
      this.#books.write(() => this.#installation.kept.record(asked, refusal, undefined, context));
    }
    this.#changed();
  }

  #audit(visitId: string, event: AuditEvent, actor?: string): void {
    const context = { ...this.#context(visitId), ...(actor === undefined ? {} : { actor }) };
    this.#books.write(() => this.#installation.audit.append(context, event));
  }

  #context(visitId: string): AuditContext {
    const visit = this.#visits.get(visitId);
    if (visit !== undefined) return auditContext(visit);
    return { actor: 'SYSTEM', counter: this.#setting.counter.name, visitId };
  }

  #usualReadMs(): number {
    const sorted = [...this.#readMs].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? firstGuessMs;
  }

  /** New each day and in memory only: traces of yesterday cannot be compared with those of today, by anybody. */
  #traceKeyOf(day: string): string {
    if (this.#traceKey.day !== day) this.#traceKey = { day, key: randomBytes(32).toString('base64') };
    return this.#traceKey.key;
  }

  #now(): number {
    return this.#installation.clock.now();
  }
}

/** What main knows itself it takes from nobody: a field that is only compared can smuggle nothing in. */
function fits(visit: OpenVisit, fact: ServiceFact): boolean {
  const { agreement, numbers } = visit;
  return (
    !visit.closed &&
    fact.visitId === visit.visitId &&
    fact.agreementId === agreement.profileId &&
    fact.profileVersion === agreement.profileVersion &&
    fact.registrationNo === numbers.registrationNo &&
    agreement.services.some(({ code }) => code === fact.serviceCode) &&
    (!fact.verified || visit.outcome === 'MATCH') &&
    (fact.consent === undefined || fact.consent.receiptNo === numbers.receiptNo)
  );
}
