/** Asking Dukcapil about one NIK: a permit, one call, its answer – acted on once the holder is confirmed. */
import type { ElementPart, InquiryOutcome } from '../contract/index.ts';
import { partsOf } from '../contract/index.ts';
import { traceOf } from '../gateway/index.ts';
import type { Course } from './course.ts';
import { type Arrived, judged, noticeText } from './judgement.ts';
import type { ShownNotice } from './view.ts';

interface Call {
  readonly startedAt: number;
  /** What came back; the visit acts on it once the holder is confirmed. */
  arrived?: Arrived;
}

export class Inquiry {
  readonly #course: Course;
  readonly #comparedParts: readonly ElementPart[];
  readonly #ending = new AbortController();
  #asking: Promise<unknown> = Promise.resolve();
  #call: Call | undefined;
  #notice: ShownNotice | undefined;
  #lastOutcome: InquiryOutcome = 'TECH_FAIL';

  constructor(course: Course) {
    this.#course = course;
    this.#comparedParts = partsOf(course.briefing.agreement.elements.WEB_SERVICE ?? []);
  }

  get lastOutcome(): InquiryOutcome {
    return this.#lastOutcome;
  }

  get notice(): ShownNotice | undefined {
    return this.#notice;
  }

  /** The inquiry is under way for so long; undefined when none is. */
  get underWayMs(): number | undefined {
    if (this.#call === undefined || this.#call.arrived !== undefined) return undefined;
    return this.#course.msSince(this.#call.startedAt);
  }

  /** The request needs nothing but the card's values, so it leaves while the officer still compares the face. */
  begin(): void {
    void this.#ask();
  }

  async verify(): Promise<void> {
    if (this.#call === undefined) this.#notice = undefined;
    this.#course.move('INQUIRE');
    if (this.#call?.arrived !== undefined) this.#actOn(this.#call.arrived);
    else await this.#ask();
  }

  /** Nothing that comes back from now on is about the person at the counter. */
  forget(): void {
    this.#call = undefined;
    this.#notice = undefined;
  }

  end(): void {
    this.#ending.abort();
  }

  /** Resolves when no call is under way any more; what came of it has been told. */
  async settled(): Promise<void> {
    await this.#asking;
  }

  /** Asks the gateway once per call; every call needs a permit of its own, which counts as one hit. */
  async #ask(): Promise<void> {
    const nik = this.#course.holding.nik;
    if (nik === undefined || this.#call !== undefined) return;
    this.#call = { startedAt: this.#course.parts.clock.now() };
    await this.#askGateway(nik.reveal(), this.#call);
  }

  async #askGateway(nik: string, call: Call): Promise<void> {
    const course = this.#course;
    const { main, inquirer, clock } = course.parts;
    const traceKey = Buffer.from(course.briefing.traceKey, 'base64');
    const permit = await course.permit({
      kind: 'INQUIRE',
      method: 'MATCH',
      trace: traceOf(nik, traceKey, !course.cardPath),
    });
    if (this.#call !== call) return;
    if (!permit.granted) {
      if (permit.waitUntil !== undefined) course.waitUntilThen(permit.waitUntil, () => course.show());
      this.#answered(call, { event: 'ANSWER_BLOCKED', outcome: 'TECH_FAIL', failure: permit.failure });
      return;
    }
    const startedAt = clock.now();
    const asked = inquirer.match(course.holding.comparable(), this.#comparedParts, this.#ending.signal);
    this.#asking = asked;
    const answer = await asked;
    const arrived = judged(answer);
    // Main hears of every call that left, also when the visit has moved on: it counted against the quota.
    main.tell({
      kind: 'inquired',
      permitId: permit.permitId,
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
    if (answer.kind === 'NOTICE') {
      const { notice, code } = answer;
      const text = noticeText(notice, answer.text);
      this.#notice = { notice, text, ...(code === undefined ? {} : { code }) };
    }
    this.#answered(call, arrived);
  }

  #answered(call: Call, arrived: Arrived): void {
    call.arrived = arrived;
    if (this.#course.state === 'VERIFYING') this.#actOn(arrived);
    else this.#course.show();
  }

  #actOn(arrived: Arrived): void {
    this.#lastOutcome = arrived.outcome;
    this.#course.failure = arrived.failure;
    this.#call = undefined;
    // Final for this person: nothing of the card is needed any more, and nothing may stand beside the notice.
    if (arrived.event === 'ANSWER_NO_DATA') this.#course.holding.forget();
    this.#course.move(arrived.event);
  }
}
