/**
 * What every step of one visit shares: where it stands, what it knows of the resident, and the one way in which it moves on.
 * State changes go through the transition table of the contract and nowhere else; each is told to main as a fact.
 */
import type { Failure } from '../../native/failure.ts';
import {
  appFailure,
  finalVisitStates,
  nextVisitState,
  type PermitAnswer,
  type PermitRequest,
  type VisitBriefing,
  type VisitEvent,
  type VisitState,
  type VisitView,
} from '../contract/index.ts';
import { Holding } from './holding.ts';
import type { VisitParts } from './ports.ts';

export interface CourseListener {
  draw(): VisitView;
  moved(): void;
}

export class Course {
  readonly briefing: VisitBriefing;
  readonly parts: VisitParts;
  readonly holding = new Holding();
  serviceCode: string;
  failure: Failure | undefined;
  /** The values came from the chip and not from the keyboard. */
  cardPath = false;
  holderBySecondOfficer = false;
  /** The agreement is over: nothing is looked at any more, also not what is here. */
  halted = false;
  readonly #listener: CourseListener;
  #state: VisitState = 'READY';
  #waitUntil: number | undefined;
  #takeBackWait: (() => void) | undefined;

  constructor(briefing: VisitBriefing, parts: VisitParts, listener: CourseListener) {
    this.briefing = briefing;
    this.parts = parts;
    this.serviceCode = briefing.serviceCode;
    this.failure = briefing.openingFailure;
    this.#listener = listener;
  }

  get state(): VisitState {
    return this.#state;
  }

  get over(): boolean {
    return finalVisitStates.has(this.#state);
  }

  move(event: VisitEvent): void {
    const from = this.#state;
    const to = nextVisitState(from, event);
    if (to === undefined) throw new Error(`no transition ${event} from ${from}`);
    this.#state = to;
    this.parts.main.tell({ kind: 'moved', from, to, event, serviceCode: this.serviceCode });
    this.#listener.moved();
    if (!this.over) this.show();
  }

  /** From any state and without an event of its own: the visit is not moved, it is cut off. */
  cutOff(): void {
    this.#state = 'CANCELLED';
  }

  show(): void {
    this.parts.page.show(this.#listener.draw());
  }

  /** A permit under which something may begin now. One that ran out on its way – a computer that slept – is asked for anew. */
  async permit(request: PermitRequest): Promise<PermitAnswer> {
    const given = await this.parts.main.askPermit(request);
    if (!this.#hasExpired(given) || this.over) return given;
    const again = await this.parts.main.askPermit(request);
    return this.#hasExpired(again)
      ? { granted: false, failure: { ...appFailure('PERMIT_EXPIRED', 'permit') } }
      : again;
  }

  #hasExpired(answer: PermitAnswer): boolean {
    return answer.granted && answer.expiresAt <= this.parts.clock.now();
  }

  // ------------------------------------------------------------------------------------------------------------ the pause

  /** Pacing holds the next step back until then (epoch ms). */
  get waitUntil(): number | undefined {
    return this.#waitUntil;
  }

  get isHeldBack(): boolean {
    return this.#waitUntil !== undefined && this.#waitUntil > this.parts.clock.now();
  }

  waitUntilThen(time: number, call: () => void): void {
    this.#takeBackWait?.();
    this.#waitUntil = time;
    this.#takeBackWait = this.parts.clock.after(Math.max(0, time - this.parts.clock.now()), () => {
      this.#waitUntil = undefined;
      call();
    });
    this.show();
  }

  stopWaiting(): void {
    this.#takeBackWait?.();
  }

  /** A clock that was set back meanwhile must not make a time negative. */
  msSince(time: number): number {
    return Math.max(0, this.parts.clock.now() - time);
  }
}
