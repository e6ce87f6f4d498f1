/**
 * One visit, from the tap to the closed door: read, match, ask, serve, forget. It runs in a process of its own, has no disk,
 * and everything it knows of the resident is in one holding that is emptied at the end. Here the officer's intents meet the
 * steps; what the steps share is the {@link Course}.
 */
import type { Failure } from '../../native/failure.ts';
import { declared } from '../../native/sensitive.ts';
import {
  appFailure,
  type Cosigning,
  checkNik,
  type ElementPart,
  type Intent,
  type ManualReason,
  secondOfficerReasons,
  type VisitBriefing,
  type VisitState,
  type VisitView,
} from '../contract/index.ts';
import { Closing } from './closing.ts';
import { ConsentStep } from './consent-step.ts';
import { Course } from './course.ts';
import { Inquiry } from './inquiry.ts';
import { allowedIntents, cosignable, outlastsAgreement, type Situation } from './intents.ts';
import type { VisitParts } from './ports.ts';
import { Tap } from './tap.ts';
import { drawView, usesReader } from './view.ts';

/** As long as an unattended account stays open. */
const idleEndMs = 10 * 60_000;

export class Visit {
  readonly #course: Course;
  readonly #tap: Tap;
  readonly #inquiry: Inquiry;
  readonly #consent: ConsentStep;
  readonly #closing: Closing;
  readonly #ended: (state: VisitState) => void;
  #takeBackIdle: (() => void) | undefined;

  constructor(briefing: VisitBriefing, parts: VisitParts, ended: (state: VisitState) => void) {
    this.#ended = ended;
    this.#course = new Course(briefing, parts, {
      draw: () => this.view(),
      moved: () => {
        this.#stayAwake();
        if (this.#course.over) this.#finish();
      },
    });
    this.#inquiry = new Inquiry(this.#course);
    this.#tap = new Tap(this.#course, {
      identityRead: () => this.#inquiry.begin(),
      // The inquiry as well: its answer is about a card that is not the next one.
      readFailed: () => this.#forgetResident(),
    });
    this.#consent = new ConsentStep(this.#course);
    this.#closing = new Closing(this.#course, () => ({
      outcome: this.#inquiry.lastOutcome,
      consent: this.#consent.fact,
      kept: this.#consent.kept,
    }));
  }

  get state(): VisitState {
    return this.#course.state;
  }

  start(): void {
    if (usesReader(this.#course.briefing.agreement)) this.#tap.watch();
    else this.#tap.leaveAlone();
    this.#course.show();
  }

  // --------------------------------------------------------------------------------------------------------- the officer

  /** Acts on what the officer asked for; an intent that has no place in this state is refused. */
  async act(intent: Intent): Promise<void> {
    const course = this.#course;
    this.#stayAwake();
    if (!allowedIntents(this.#situation()).includes(intent.kind)) {
      course.failure = appFailure('STEP_ORDER', intent.kind);
      course.show();
      return;
    }
    course.failure = undefined;
    switch (intent.kind) {
      case 'selectService':
        this.#selectService(intent.code);
        return;
      case 'typeNik':
        await this.#typeNik(intent);
        return;
      case 'holderMatches':
        course.parts.main.tell({ kind: 'holder', verdict: 'MATCHES' });
        await this.#holderConfirmed('HOLDER_MATCHES');
        return;
      case 'holderDiffers':
        course.parts.main.tell({ kind: 'holder', verdict: 'DIFFERS' });
        course.holding.dropPhoto();
        course.move('HOLDER_DIFFERS');
        return;
      case 'inquire':
        await this.#inquiry.verify();
        return;
      case 'compared':
        this.#inquiry.compared(intent.differing);
        return;
      case 'portalAnswered':
        this.#inquiry.portalAnswered(intent.answer);
        return;
      case 'askConsent':
        this.#consent.ask();
        return;
      case 'grantConsent':
        this.#consent.grant(intent);
        return;
      case 'refuseConsent':
        this.#consent.refuse(intent);
        return;
      case 'printReceipt':
        await this.#consent.print(intent);
        return;
      case 'continueUnverified':
        course.move('CONTINUE_UNVERIFIED');
        return;
      case 'recordService':
        await this.#closing.record(intent.fields);
        return;
      case 'awaitApplicant':
        this.#forgetResident();
        course.move('AWAIT_APPLICANT');
        return;
      case 'recheck':
        this.#forgetResident();
        course.move('OPEN');
        this.#tap.expectNewTap();
        return;
      case 'closeWithoutService':
        course.move('CLOSE_NO_SERVICE');
        return;
      case 'cancel':
        course.move('CANCEL');
        return;
    }
  }

  /** A second person signed; main has verified who they are and that they may. */
  async cosigned({ purpose, officerId, reason }: Cosigning): Promise<void> {
    const course = this.#course;
    this.#stayAwake();
    if (cosignable(this.#situation()) !== purpose || officerId === course.briefing.operator.id) {
      course.failure = appFailure('STEP_ORDER', purpose);
      course.show();
      return;
    }
    course.failure = undefined;
    if (purpose === 'EXCEPTION') {
      await this.#inquiry.letThrough();
      return;
    }
    course.holderBySecondOfficer = true;
    const code = secondOfficerReasons.find((one) => one === reason);
    course.parts.main.tell({
      kind: 'holder',
      verdict: 'SECOND_OFFICER',
      ...(code === undefined ? {} : { reason: code }),
    });
    await this.#holderConfirmed('SECOND_OFFICER_CONFIRMS');
  }

  /** The counter's service was changed elsewhere: it holds for this visit as long as nobody is being served under another. */
  serviceChanged(code: string): void {
    const { state } = this.#course;
    if (state === 'READY' || state === 'OPENED') this.#selectService(code);
  }

  /** The page drew a view with the identity in it; told once, as a time. */
  identityRendered(): void {
    this.#tap.identityRendered();
  }

  #selectService(code: string): void {
    const course = this.#course;
    if (course.briefing.agreement.services.some((service) => service.code === code)) {
      course.serviceCode = code;
    } else {
      course.failure = appFailure('STEP_ORDER', 'selectService');
    }
    course.show();
  }

  async #typeNik(intent: Extract<Intent, { kind: 'typeNik' }>): Promise<void> {
    const course = this.#course;
    if (!this.#mayGive(intent.reason)) {
      course.failure = appFailure('STEP_ORDER', intent.reason);
      course.show();
      return;
    }
    const checked = checkNik(intent.nik, { training: course.briefing.samples });
    if (!checked.ok) {
      course.failure = checked.failure;
      course.show();
      return;
    }
    const values = new Map([['NIK' as ElementPart, declared(checked.value.nik)]]);
    if (intent.fullName !== '') values.set('FULL_NAME', declared(intent.fullName));
    if (course.state === 'READY') course.move('OPEN');
    course.holding.declare(values);
    course.cardPath = false;
    course.parts.main.tell({ kind: 'nikTyped', reason: intent.reason });
    course.move('NIK_TYPED');
    await this.#inquiry.verify();
  }

  /** A reason for typing is due where the reader is obligatory; an IKD counts where the agreement names it. */
  #mayGive(reason: ManualReason): boolean {
    const { readerPolicy, identityDocuments } = this.#course.briefing.agreement;
    if (reason === 'IKD_SHOWN') return identityDocuments.includes('IKD');
    return (reason === 'NOT_OBLIGATORY') === (readerPolicy !== 'OBLIGATORY');
  }

  async #holderConfirmed(event: 'HOLDER_MATCHES' | 'SECOND_OFFICER_CONFIRMS'): Promise<void> {
    this.#course.holding.dropPhoto();
    this.#course.move(event);
    await this.#inquiry.verify();
  }

  // -------------------------------------------------------------------------------------------------------- end and face

  /** A visit that was forgotten ends by itself, so that nobody finds the last resident on an idle counter. */
  #stayAwake(): void {
    this.#takeBackIdle?.();
    this.#takeBackIdle =
      this.#course.state === 'READY' || this.#course.over
        ? undefined
        : this.#course.parts.clock.after(idleEndMs, () => this.stop());
  }

  /** Stops at once – agreement ended, emergency stop, window closed – and leaves nothing behind. */
  stop(): void {
    if (this.#course.over) return;
    this.#course.cutOff();
    this.#finish();
  }

  /**
   * The agreement is over: nothing more is asked, and what is here of the resident goes. A service that was decided before
   * may still be recorded, because its data balikan is owed, and an answer may still be read – it may be what ended the agreement.
   * Any other visit ends with it.
   */
  halt(failure: Failure): void {
    const course = this.#course;
    if (course.over || course.halted) return;
    if (!outlastsAgreement(course.state)) {
      this.stop();
      return;
    }
    course.halted = true;
    course.failure = failure;
    course.holding.keepOnlyNik();
    course.show();
    course.parts.main.tell({ kind: 'purged' });
  }

  /** Also the receipt that somebody asked for and did not wait for is on its way to the printer. */
  async settled(): Promise<void> {
    await Promise.all([this.#inquiry.settled(), this.#consent.settled()]);
  }

  #finish(): void {
    const course = this.#course;
    course.stopWaiting();
    this.#takeBackIdle?.();
    this.#inquiry.end();
    const consent = this.#consent.fact;
    const refusal = !this.#closing.hasBegun && consent?.decision === 'REFUSED' ? { refusal: consent } : {};
    this.#forgetResident();
    course.show();
    const { cardStillThere } = this.#tap;
    course.parts.main.tell({ kind: 'closed', state: course.state, cardStillThere, ...refusal });
    this.#ended(course.state);
  }

  #forgetResident(): void {
    this.#course.holding.forget();
    this.#course.cardPath = false;
    this.#course.holderBySecondOfficer = false;
    this.#tap.forget();
    this.#inquiry.forget();
    this.#consent.forget();
    this.#closing.forget();
  }

  #situation(): Situation {
    const { state, holding, failure, isHeldBack } = this.#course;
    return {
      state,
      hasPhoto: holding.photo !== undefined,
      cannotSave: failure?.retry === 'never',
      mayStore: this.#consent.mayBeAsked,
      mayInquireAgain: !isHeldBack,
      isHeld: this.#inquiry.isHeld,
      isHalted: this.#course.halted,
      officerSays: this.#officerSays(),
    };
  }

  #officerSays(): Situation['officerSays'] {
    if (this.#inquiry.isInPortal) return 'PORTAL';
    return this.#inquiry.comparison === undefined ? undefined : 'COMPARISON';
  }

  view(): VisitView {
    const { briefing, parts, holding, serviceCode, cardPath, failure, waitUntil } = this.#course;
    return drawView(briefing, {
      situation: this.#situation(),
      serviceCode,
      lamps: { ...this.#tap.lamps, network: parts.inquirer.networkLamp() },
      cardPath,
      holding,
      progress: this.#tap.progress,
      inquiringMs: this.#inquiry.underWayMs,
      method: this.#inquiry.method,
      isInPortal: this.#inquiry.isInPortal,
      comparison: this.#inquiry.comparison,
      quota: this.#inquiry.quota,
      notice: this.#inquiry.notice,
      failure: failure ?? (this.#course.state === 'RESULT_MATCH' ? this.#consent.obstacle : undefined),
      question: this.#consent.question,
      receipt: this.#consent.receipt,
      consent: this.#consent.fact,
      waitUntil,
      liftCard: this.#tap.mustLift,
    });
  }
}
