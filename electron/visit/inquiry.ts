/**
 * Asking Dukcapil about one NIK: a permit, one question – to the gateway, or by the officer in the official portal –, its
 * answer, and where data was found the officer's comparison. Acted on once the holder is confirmed.
 */
import type { Failure } from '../../native/failure.ts';
import {
  appFailure,
  type ComparedElement,
  type DataElement,
  type InquiryMethod,
  type InquiryOutcome,
  type PermitAnswer,
  type PortalAnswer,
  partsOf,
} from '../contract/index.ts';
import { traceOf } from '../gateway/index.ts';
import { comparedElements, verdictsOf } from './comparison.ts';
import type { Course } from './course.ts';
import { type Arrived, judged, noticeIn, portalJudged } from './judgement.ts';
import { grantedElements, inquiryMethod } from './method.ts';
import type { InquiryAnswer } from './ports.ts';
import type { ShownNotice } from './view.ts';

interface Call {
  readonly startedAt: number;
  permitId?: string;
  /** The question is asked in the portal since then; nobody but the officer knows the answer. */
  inPortalSince?: number;
  /** What came back; the visit acts on it once the holder is confirmed. */
  arrived?: Arrived;
}

/** Holds that time does not heal: the access manager has to let this one NIK through. */
const needsException: ReadonlySet<string> = new Set(['NIK_SEQUENTIAL', 'NIK_PATTERNED']);

type Quota = Extract<PermitAnswer, { granted: true }>['quota'];

export class Inquiry {
  readonly method: InquiryMethod | undefined;
  readonly #course: Course;
  readonly #granted: readonly DataElement[];
  readonly #ending = new AbortController();
  #asking: Promise<unknown> = Promise.resolve();
  #call: Call | undefined;
  #notice: ShownNotice | undefined;
  #lastOutcome: InquiryOutcome = 'TECH_FAIL';
  #isHeld = false;
  #quota: Quota;

  constructor(course: Course) {
    const { agreement, connection } = course.briefing;
    this.#course = course;
    this.method = inquiryMethod(agreement, connection);
    this.#granted = grantedElements(agreement, this.method);
  }

  get lastOutcome(): InquiryOutcome {
    return this.#lastOutcome;
  }

  get notice(): ShownNotice | undefined {
    return this.#notice;
  }

  get quota(): Quota {
    return this.#quota;
  }

  /** Asking again is no use before the access manager has let this NIK through. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** The inquiry is under way for so long; undefined when none is, or when it is the officer who has the word. */
  get underWayMs(): number | undefined {
    const call = this.#call;
    if (call === undefined || call.arrived !== undefined || call.inPortalSince !== undefined)
      return undefined;
    return this.#course.msSince(call.startedAt);
  }

  get isInPortal(): boolean {
    return this.#call?.inPortalSince !== undefined;
  }

  /** What the officer is to compare now, where data was found or may be found in the portal. */
  get comparison(): readonly ComparedElement[] | undefined {
    const { holding } = this.#course;
    if (this.isInPortal) return comparedElements(this.#granted, holding);
    if (this.#call?.arrived?.outcome !== 'FOUND') return undefined;
    return comparedElements(this.#granted, holding).filter(({ found }) => found.length > 0);
  }

  /** The request needs nothing but the card's values, so it leaves while the officer still compares the face. */
  begin(): void {
    // The portal's question is asked by the officer, who has not confirmed the holder yet.
    if (this.method !== 'PORTAL') void this.#ask();
  }

  async verify(): Promise<void> {
    if (this.#call === undefined) this.#notice = undefined;
    this.#course.move('INQUIRE');
    if (this.#call?.arrived !== undefined) this.#actOn(this.#call.arrived);
    else await this.#ask();
  }

  /** A second person let the held NIK through: it is asked about at once, unless pacing still counts down. */
  async letThrough(): Promise<void> {
    this.#isHeld = false;
    if (this.#course.isHeldBack) this.#course.show();
    else await this.verify();
  }

  /** Nothing that comes back from now on is about the person at the counter. */
  forget(): void {
    this.#call = undefined;
    this.#notice = undefined;
    this.#isHeld = false;
  }

  end(): void {
    this.#ending.abort();
    // The officer may have asked before the visit was broken off, so it stays counted.
    if (this.isInPortal) this.#tellPortal({ outcome: 'TECH_FAIL', differing: [] });
  }

  /** Resolves when no call is under way any more; what came of it has been told. */
  async settled(): Promise<void> {
    await this.#asking;
  }

  /** Asks once; every question needs a permit of its own, which counts as one hit. */
  async #ask(): Promise<void> {
    const course = this.#course;
    const nik = course.holding.nik;
    if (nik === undefined || this.#call !== undefined) return;
    const call: Call = { startedAt: course.parts.clock.now() };
    this.#call = call;
    this.#isHeld = false;
    const { method } = this;
    const impossible = this.#whyImpossible();
    if (method === undefined || impossible !== undefined) {
      this.#blocked(call, impossible ?? appFailure('METHOD_NOT_GRANTED', 'agreement'));
      return;
    }
    const traceKey = Buffer.from(course.briefing.traceKey, 'base64');
    const trace = traceOf(nik.reveal(), traceKey, !course.cardPath);
    const permit = await course.permit({ kind: 'INQUIRE', method, trace });
    if (this.#call !== call) return;
    if (!permit.granted) {
      this.#isHeld = needsException.has(permit.failure.code);
      if (permit.waitUntil !== undefined) course.waitUntilThen(permit.waitUntil, () => course.show());
      this.#blocked(call, permit.failure);
      return;
    }
    this.#quota = permit.quota;
    call.permitId = permit.permitId;
    if (method !== 'PORTAL') {
      await this.#askGateway(call, permit.permitId, method);
      return;
    }
    call.inPortalSince = course.parts.clock.now();
    course.show();
  }

  /** The portal is used from this computer, so it must stand in the closed network as well. */
  #whyImpossible(): Failure | undefined {
    if (this.method !== 'PORTAL') return undefined;
    const lamp = this.#course.parts.inquirer.networkLamp();
    return lamp.colour === 'broken' ? lamp.failure : undefined;
  }

  async #askGateway(call: Call, permitId: string, method: 'MATCH' | 'FETCH'): Promise<void> {
    const course = this.#course;
    const startedAt = course.parts.clock.now();
    const asked = this.#send(method);
    this.#asking = asked;
    const answer = await asked;
    const arrived = judged(answer);
    // Main hears of every call that left, also when the visit has moved on: it counted against the quota.
    course.parts.main.tell({
      kind: 'inquired',
      permitId,
      outcome: arrived.outcome,
      differing:
        answer.kind === 'JUDGED'
          ? answer.verdicts.filter(({ verdict }) => verdict === 'BERBEDA').map(({ part }) => part)
          : [],
      ms: course.msSince(startedAt),
      attempts: answer.attempts,
      ...(answer.quotaRemaining === undefined ? {} : { quotaRemaining: answer.quotaRemaining }),
      ...(arrived.failure === undefined ? {} : { failure: arrived.failure.code }),
      ...(answer.kind !== 'NOTICE' || answer.code === undefined ? {} : { noticeCode: answer.code }),
      ...(answer.alarm === undefined ? {} : { alarm: answer.alarm.code }),
    });
    if (this.#call !== call) return;
    if (answer.kind === 'JUDGED') course.holding.takeVerdicts(answer.verdicts);
    if (answer.kind === 'FOUND') course.holding.takeFound(answer.values);
    this.#notice = noticeIn(answer);
    this.#answered(call, arrived);
  }

  #send(method: 'MATCH' | 'FETCH'): Promise<InquiryAnswer> {
    const { holding, parts } = this.#course;
    const values = holding.comparable();
    const nik = holding.nik;
    const granted = partsOf(this.#granted);
    return method === 'FETCH' && nik !== undefined
      ? parts.inquirer.fetch(nik, granted, this.#ending.signal)
      : parts.inquirer.match(values, granted, this.#ending.signal);
  }

  #blocked(call: Call, failure: Failure): void {
    this.#answered(call, { event: 'ANSWER_BLOCKED', outcome: 'TECH_FAIL', failure });
  }

  #answered(call: Call, arrived: Arrived): void {
    call.arrived = arrived;
    if (this.#course.state === 'VERIFYING') this.#actOn(arrived);
    else this.#course.show();
  }

  #actOn({ event, outcome, failure }: Arrived): void {
    this.#course.failure = failure;
    if (event === undefined) {
      // Data was found: what it means is for the officer to say.
      this.#course.show();
      return;
    }
    this.#lastOutcome = outcome;
    this.#call = undefined;
    // Final for this person: nothing of the card is needed any more, and nothing may stand beside the notice.
    if (event === 'ANSWER_NO_DATA') this.#course.holding.forget();
    this.#course.move(event);
  }

  // --------------------------------------------------------------------------------------------------- the officer's word

  /** Data was found; these elements differ from the papers. What the gateway sent is gone with the comparison. */
  compared(differing: readonly DataElement[]): void {
    const rows = this.comparison ?? [];
    const call = this.#call;
    const isAsked = differing.every((element) => rows.some((row) => row.element === element));
    if (call?.permitId === undefined || !isAsked) {
      this.#course.failure = appFailure('STEP_ORDER', 'compared');
      this.#course.show();
      return;
    }
    const verdicts = verdictsOf(rows, differing);
    const outcome = differing.length === 0 ? 'MATCH' : 'MISMATCH';
    const fact = { outcome, differing: partsOf(differing) } as const;
    if (this.isInPortal) this.#tellPortal(fact);
    else this.#course.parts.main.tell({ kind: 'compared', permitId: call.permitId, ...fact });
    this.#course.holding.dropFound();
    this.#course.holding.takeVerdicts(verdicts);
    const event = outcome === 'MATCH' ? 'ANSWER_MATCH' : 'ANSWER_MISMATCH';
    this.#actOn({ event, outcome, failure: undefined });
  }

  portalAnswered(answer: PortalAnswer): void {
    const arrived = portalJudged(answer);
    const { outcome, failure } = arrived;
    this.#tellPortal({ outcome, differing: [], ...(failure === undefined ? {} : { failure: failure.code }) });
    this.#notice = arrived.notice;
    this.#actOn(arrived);
  }

  /** Counted as one hit whatever the officer saw: a portal that does not answer may have counted it. */
  #tellPortal(fact: {
    outcome: InquiryOutcome;
    differing: ReturnType<typeof partsOf>;
    failure?: string;
  }): void {
    const { permitId, inPortalSince } = this.#call ?? {};
    if (permitId === undefined || inPortalSince === undefined) return;
    const ms = this.#course.msSince(inPortalSince);
    this.#course.parts.main.tell({ kind: 'inquired', permitId, ...fact, ms, attempts: 1 });
  }
}
