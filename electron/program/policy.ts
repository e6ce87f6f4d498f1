/**
 * Main's side of every visit: briefs it, grants or refuses its permits, records its service in one transaction, and writes down
 * what it tells. Used by the window program and by the visit of the command line alike.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Failure, Result } from '../../native/failure.ts';
import type { AuditContext, AuditEvent } from '../audit/index.ts';
import { localDay } from '../calendar/index.ts';
import {
  type AgreementProfile,
  appFailure,
  type ConnectionProfile,
  type ConsentFact,
  finalVisitStates,
  type Lamp,
  type Lamps,
  type PermitAnswer,
  type PermitRequest,
  type ReaderRow,
  type ServiceFact,
  type VisitBriefing,
  type VisitState,
} from '../contract/index.ts';
import type { Desk } from '../desk/index.ts';
import type { Opening, VisitFact, VisitPolicy } from '../host/index.ts';
import type { VisitEnd, VisitSetting } from '../ledger/index.ts';
import { toBase64 } from '../sealing/index.ts';
import type { Installation } from './installation.ts';
import { Numbering, type VisitNumbers } from './numbering.ts';

export interface Officer {
  readonly id: string;
  readonly name: string;
}

export interface CounterSetting {
  readonly agreement: AgreementProfile;
  /** Where the services and the SAM are; in training mode known once the simulators are up. */
  connection(): ConnectionProfile;
  readonly training: boolean;
  readonly officer: Officer;
  /** As it is called, e.g. `Loket 1`, and its short sign, e.g. `L1`. */
  readonly counter: { readonly name: string; readonly sign: string };
}

interface OpenVisit {
  readonly numbers: VisitNumbers;
  /** `YYYY-MM-DD` of its briefing. */
  readonly day: string;
  /** Somebody came. A process that is replaced while it waits ends no visit. */
  begun: boolean;
  recorded: boolean;
  serviceCode: string;
}

const waiting: Lamp = { colour: 'busy' };

const bookAgainMs = 5000;

/** Reads remembered for the progress shown, newest last. */
const readsRemembered = 20;
/** Before any read was measured: what the cost model says of a reader as slow as the traced one. */
const firstGuessMs = 2200;

export class CounterPolicy implements VisitPolicy {
  readonly #installation: Installation;
  readonly #setting: CounterSetting;
  readonly #desk: Desk;
  readonly #numbering: Numbering;
  readonly #changed: () => void;
  readonly #visits = new Map<string, OpenVisit>();
  #serviceCode: string;
  #samOpenRefused = false;
  readonly #unwritten: (() => Result<unknown>)[] = [];
  #bookFailure: Failure | undefined;
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
    this.#numbering = new Numbering(installation.state, setting.agreement.timeZone, setting.counter.sign);
    this.#serviceCode = setting.agreement.services[0]?.code ?? 'LAYANAN';
  }

  /** What the access manager should know of since this start. */
  get notices(): readonly Failure[] {
    return [...this.#notices.values()];
  }

  get readers(): readonly ReaderRow[] {
    return this.#readers;
  }

  /** As the present visit process last told them. */
  get lamps(): Lamps {
    return this.#lamps;
  }

  get serviceCode(): string {
    return this.#serviceCode;
  }

  /** The counter's current service type; visits to come are opened with it. */
  selectService(code: string): boolean {
    if (!this.#setting.agreement.services.some((service) => service.code === code)) return false;
    this.#serviceCode = code;
    this.#changed();
    return true;
  }

  /** IT staff ask for another OPEN after they put the SAM or its configuration right. */
  allowSamOpen(): void {
    this.#samOpenRefused = false;
  }

  brief(opening: Opening): VisitBriefing {
    const { agreement, training, officer, counter } = this.#setting;
    const { keys } = this.#installation;
    const visitId = randomUUID();
    const numbers = this.#numbering.next(this.#now());
    this.#visits.set(visitId, {
      numbers,
      day: this.#today(),
      begun: false,
      recorded: false,
      serviceCode: this.#serviceCode,
    });
    return {
      visitId,
      training,
      agreement,
      connection: this.#setting.connection(),
      serviceCode: this.#serviceCode,
      ...numbers,
      operator: officer,
      counter: counter.name,
      samOpenRefused: this.#samOpenRefused,
      outboxPublicKey: toBase64(keys.outbox.publicKey),
      pepper: toBase64(keys.pepper),
      traceKey: this.#traceKeyOfToday(),
      usualReadMs: this.#usualReadMs(),
      ignorePresentCard: opening.ignorePresentCard,
      ...(opening.previous === undefined ? {} : { previous: opening.previous }),
      ...(opening.failure === undefined
        ? {}
        : { openingFailure: opening.failure as VisitBriefing['openingFailure'] }),
    } as VisitBriefing;
  }

  /** A process that has waited over midnight was briefed with yesterday's numbers and yesterday's trace key. */
  isOfToday(visitId: string): boolean {
    const briefed = this.#visits.get(visitId)?.day;
    return briefed === undefined || briefed === this.#today();
  }

  permit(visitId: string, request: PermitRequest): PermitAnswer {
    const { agreement, officer, counter } = this.#setting;
    if (this.#bookFailure !== undefined) {
      return { granted: false, failure: { ...this.#bookFailure } };
    }
    const visit = this.#visits.get(visitId);
    return this.#desk.askPermit(request, {
      visitId,
      operatorId: officer.id,
      counter: counter.name,
      agreement,
      gatewayMethod: this.#setting.connection().gateway.method,
      serviceCode: visit?.serviceCode ?? '',
      registrationNo: visit?.numbers.registrationNo ?? '',
    });
  }

  recordKey(visitId: string) {
    return this.#installation.kept.newRecordKey(visitId);
  }

  store(visitId: string, fact: ServiceFact): Failure | undefined {
    const visit = this.#visits.get(visitId);
    const { agreement, officer, counter } = this.#setting;
    // What main knows itself it takes from nobody: a field that is only compared can smuggle nothing in.
    const fits =
      visit !== undefined &&
      fact.visitId === visitId &&
      fact.agreementId === agreement.profileId &&
      fact.profileVersion === agreement.profileVersion &&
      fact.registrationNo === visit.numbers.registrationNo &&
      agreement.services.some(({ code }) => code === fact.serviceCode) &&
      (fact.consent === undefined || fact.consent.receiptNo === visit.numbers.receiptNo);
    if (!fits) return appFailure('STEP_ORDER', 'store');
    const numbered = this.#numbering.taken(visit.numbers);
    if (!numbered.ok) return numbered.failure;
    const recorded = this.#installation.recordService(fact, {
      operatorId: officer.id,
      counter: counter.name,
      day: this.#today(),
      timeZone: agreement.timeZone,
      purpose: agreement.purpose,
      balikanRequired: agreement.dataBalikan.mode !== 'NONE',
    });
    visit.recorded ||= recorded.ok;
    this.#changed();
    return recorded.ok ? undefined : recorded.failure;
  }

  note(visitId: string, fact: VisitFact): void {
    switch (fact.kind) {
      case 'lamps':
        this.#lamps = fact.lamps as Lamps;
        this.#changed();
        return;
      case 'readers':
        this.#readers = fact.readers;
        return;
      case 'identityShown':
      case 'released':
        return;
      case 'moved':
        this.#moved(visitId, fact);
        return;
      case 'read':
        this.#desk.noteRead(visitId, fact.outcome);
        if (fact.outcome === 'OK') this.#readMs = [...this.#readMs, fact.ms].slice(-readsRemembered);
        this.#audit(visitId, {
          event: 'CARD_READ',
          outcome: fact.outcome,
          ms: Math.round(fact.ms),
          ...(fact.failure === undefined ? {} : { failure: fact.failure }),
        });
        return;
      case 'inquired':
        this.#book(() => this.#desk.noteInquiry(fact));
        if (fact.alarm === 'GATEWAY_UNGRANTED_ELEMENT') {
          this.#audit(visitId, { event: 'GATEWAY_ALARM', failure: fact.alarm });
          this.#notices.set(fact.alarm, appFailure(fact.alarm, 'gateway'));
        }
        this.#changed();
        return;
      case 'nikTyped':
        this.#audit(visitId, { event: 'NIK_TYPED', outcome: fact.reason });
        return;
      case 'holder':
        this.#audit(visitId, {
          event: 'HOLDER_CHECKED',
          outcome: fact.verdict,
          ...(fact.reason === undefined ? {} : { reason: fact.reason }),
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

  /**
   * Writes down what a visit told. A disk that will not take it now is asked again, in order, until it does; while anything is
   * unwritten nobody gets a permit, so that nothing can happen that the books do not know.
   */
  #book(entry: () => Result<unknown>): void {
    this.#unwritten.push(entry);
    if (this.#unwritten.length === 1) this.#writeDown();
  }

  #writeDown(): void {
    for (let entry = this.#unwritten[0]; entry !== undefined; entry = this.#unwritten[0]) {
      const written = entry();
      this.#bookFailure = written.ok || written.failure.link !== 'store' ? undefined : written.failure;
      if (this.#bookFailure !== undefined) {
        this.#installation.clock.after(bookAgainMs, () => this.#writeDown());
        return;
      }
      this.#unwritten.shift();
    }
  }

  #moved(visitId: string, fact: Extract<VisitFact, { kind: 'moved' }>): void {
    const visit = this.#visits.get(visitId);
    if (visit !== undefined) {
      visit.serviceCode = fact.serviceCode;
      visit.begun = true;
      if (fact.from === 'READY') this.#numbering.taken(visit.numbers);
    }
    this.#audit(visitId, { event: 'VISIT_MOVED', from: fact.from, to: fact.to, by: fact.event });
  }

  #closed(visitId: string, state: VisitState, refusal?: ConsentFact): void {
    const visit = this.#visits.get(visitId);
    this.#visits.delete(visitId);
    this.#installation.kept.dropRecordKey(visitId);
    if (!visit?.begun || !finalVisitStates.has(state)) return;
    const { agreement, officer, counter } = this.#setting;
    const setting: VisitSetting = {
      visitId,
      agreementId: agreement.profileId,
      profileVersion: agreement.profileVersion,
      serviceCode: visit.serviceCode,
      registrationNo: visit.numbers.registrationNo,
      operatorId: officer.id,
      counter: counter.name,
      day: this.#today(),
    };
    const at = this.#now();
    this.#book(() => this.#installation.visits.close(setting, state as VisitEnd, at));
    if (refusal?.decision === 'REFUSED' && refusal.receiptNo === visit.numbers.receiptNo) {
      const { purpose, timeZone } = agreement;
      const asked = { ...setting, purpose, timeZone };
      const context = this.#context(visitId);
      this.#book(() => this.#installation.kept.record(asked, refusal, undefined, context));
    }
    this.#changed();
  }

  #audit(visitId: string, event: AuditEvent): void {
    const context = this.#context(visitId);
    this.#book(() => this.#installation.audit.append(context, event));
  }

  #context(visitId: string): AuditContext {
    const { agreement, officer, counter } = this.#setting;
    return {
      actor: officer.id,
      counter: counter.name,
      agreementId: agreement.profileId,
      profileVersion: agreement.profileVersion,
      visitId,
    };
  }

  #usualReadMs(): number {
    const sorted = [...this.#readMs].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? firstGuessMs;
  }

  /** New each day and in memory only: traces of yesterday cannot be compared with those of today, by anybody. */
  #traceKeyOfToday(): string {
    const day = this.#today();
    if (this.#traceKey.day !== day) this.#traceKey = { day, key: randomBytes(32).toString('base64') };
    return this.#traceKey.key;
  }

  #today(): string {
    return localDay(this.#now(), this.#setting.agreement.timeZone);
  }

  #now(): number {
    return this.#installation.clock.now();
  }
}
