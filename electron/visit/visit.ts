/**
 * One visit, from the tap to the closed door: read, match, ask, serve, forget. It runs in a process of its own, has no disk,
 * and everything it knows of the resident is in one {@link Holding} that is emptied at the end.
 *
 * State changes go through the transition table of the contract and nowhere else; what happened is told to main as facts.
 */
import type { Failure } from '../../native/failure.ts';
import { declared } from '../../native/sensitive.ts';
import type {
  BalikanContent,
  ConsentFact,
  ConsentQuestion,
  ElementPart,
  InquiryOutcome,
  Intent,
  KeptContent,
  Lamp,
  Notice,
  Progress,
  ServiceFact,
  VisitBriefing,
  VisitEvent,
  VisitState,
  VisitView,
} from '../contract/index.ts';
import { appFailure, checkNik, finalVisitStates, nextVisitState, partsOf } from '../contract/index.ts';
import { traceOf } from '../gateway/index.ts';
import { balikanParam, serviceFields } from './balikan.ts';
import { consentFact, consentQuestion, keptContent, storableParts } from './consent.ts';
import { Holding } from './holding.ts';
import { allowedIntents } from './intents.ts';
import { type Arrived, judged, noticeText } from './judgement.ts';
import type { VisitParts } from './ports.ts';
import { drawView } from './view.ts';

/** As long as an unattended account stays open. */
const idleEndMs = 10 * 60_000;

const off: Lamp = { colour: 'off' };

interface Inquiry {
  readonly startedAt: number;
  /** What came back; the visit acts on it once the holder is confirmed. */
  arrived?: Arrived;
}

export class Visit {
  readonly #briefing: VisitBriefing;
  readonly #parts: VisitParts;
  readonly #holding = new Holding();
  readonly #comparedParts: readonly ElementPart[];
  readonly #ended: (state: VisitState) => void;

  #state: VisitState = 'READY';
  #serviceCode: string;
  #readerLamp: Lamp = off;
  #samLamp: Lamp = off;
  #cardPath = false;
  #cardThere = false;
  #liftCard = false;
  #holderBySecondOfficer = false;
  #tappedAt = 0;
  #identityTold = false;
  #progress: Progress | undefined;
  #failure: Failure | undefined;
  #notice: { notice: Notice; text: string; code?: string } | undefined;
  #waitUntil: number | undefined;
  #takeBackWait: (() => void) | undefined;
  #takeBackIdle: (() => void) | undefined;
  readonly #ending = new AbortController();
  #asking: Promise<unknown> = Promise.resolve();
  #inquiry: Inquiry | undefined;
  #lastOutcome: InquiryOutcome = 'TECH_FAIL';
  #question: ConsentQuestion | undefined;
  #consent: ConsentFact | undefined;
  #kept: KeptContent | undefined;
  /** Made once: saving again after a full disk saves this same item and never a second one. */
  #fact: Promise<ServiceFact> | undefined;

  constructor(briefing: VisitBriefing, parts: VisitParts, ended: (state: VisitState) => void) {
    this.#briefing = briefing;
    this.#parts = parts;
    this.#ended = ended;
    this.#serviceCode = briefing.serviceCode;
    this.#failure = briefing.openingFailure;
    const { elements } = briefing.agreement;
    this.#comparedParts = partsOf(elements.WEB_SERVICE ?? []);
  }

  get state(): VisitState {
    return this.#state;
  }

  start(): void {
    const policy = this.#briefing.agreement.readerPolicy;
    if (policy === 'ALLOWED' || policy === 'OBLIGATORY') this.#watchCards();
    this.#show();
  }

  #watchCards(): void {
    this.#parts.cards.start({
      lamps: (reader, sam) => {
        this.#readerLamp = reader;
        this.#samLamp = sam;
        this.#parts.main.tell({
          kind: 'lamps',
          lamps: { reader, sam, network: this.#parts.inquirer.networkLamp() },
        });
        this.#show();
      },
      readers: (readers) => this.#parts.main.tell({ kind: 'readers', readers: [...readers] }),
      tapped: () => {
        this.#cardThere = true;
        void this.#tapped();
      },
      lifted: () => {
        this.#cardThere = false;
        this.#liftCard = false;
        this.#show();
      },
      liftFirst: (mustLift) => {
        this.#liftCard = mustLift;
        this.#show();
      },
      samOpenRefused: () => this.#parts.main.tell({ kind: 'samOpenRefused' }),
    });
  }

  // ------------------------------------------------------------------------------------------------------------- the tap

  async #tapped(): Promise<void> {
    if (this.#state === 'READY') this.#move('OPEN');
    if (this.#state !== 'OPENED') return;
    this.#tappedAt = this.#parts.clock.now();
    this.#failure = undefined;
    this.#move('TAP');
    const inUse = this.#parts.cards.inUse();
    const permit = await this.#parts.main.askPermit({
      kind: 'READ',
      reader: inUse?.reader ?? '',
      ...(inUse?.samUid === undefined ? {} : { samUid: inUse.samUid }),
    });
    if (this.#over()) return;
    if (!permit.granted) {
      this.#readFailed(permit.failure, permit.waitUntil);
      return;
    }
    await this.#readCard();
  }

  async #readCard(): Promise<void> {
    const read = await this.#parts.cards.read(
      { photo: this.#briefing.agreement.photoForHolderCheck },
      {
        // A reading that is stopped may still finish its last exchange: what comes then finds a closed door.
        photo: (jpeg) => {
          this.#holding.takePhoto(jpeg);
          if (this.#over()) this.#holding.forget();
          else this.#show();
        },
        identity: (values) => {
          if (this.#over()) return;
          this.#cardPath = true;
          this.#holding.takeCard(values);
          // The request needs nothing but these values, so it leaves now, while the officer still compares the face.
          void this.#inquire();
          this.#show();
        },
        progress: (step, done) => {
          if (this.#over()) return;
          this.#progress = { step, done, usualMs: this.#briefing.usualReadMs };
          this.#show();
        },
      },
    );
    if (this.#over()) return;
    this.#progress = undefined;
    if (!read.ok) {
      this.#parts.main.tell({
        kind: 'read',
        outcome: 'FAILED',
        failure: read.failure.code,
        ms: this.#msSince(this.#tappedAt),
      });
      // The inquiry as well: its answer is about a card that is not the next one.
      this.#forgetResident();
      this.#readFailed(read.failure);
      return;
    }
    this.#parts.main.tell({ kind: 'read', outcome: 'OK', ...read.value });
    this.#move('READ_OK');
  }

  #readFailed(failure: Failure, waitUntil?: number): void {
    this.#failure = failure;
    this.#move('READ_FAILED');
    if (waitUntil === undefined) return;
    // Nobody should have to lift the card because two people came quickly one after the other.
    this.#waitUntilThen(waitUntil, () => {
      if (this.#cardThere && this.#state === 'OPENED') void this.#tapped();
      else this.#show();
    });
  }

  #waitUntilThen(time: number, call: () => void): void {
    this.#takeBackWait?.();
    this.#waitUntil = time;
    this.#takeBackWait = this.#parts.clock.after(Math.max(0, time - this.#parts.clock.now()), () => {
      this.#waitUntil = undefined;
      call();
    });
    this.#show();
  }

  // --------------------------------------------------------------------------------------------------------- the inquiry

  /** Asks the gateway once per call; every call needs a permit of its own, which counts as one hit. */
  async #inquire(): Promise<void> {
    const nik = this.#holding.nik;
    if (nik === undefined || this.#inquiry !== undefined) return;
    this.#inquiry = { startedAt: this.#parts.clock.now() };
    await this.#askGateway(nik.reveal(), this.#inquiry);
  }

  async #askGateway(nik: string, inquiry: Inquiry): Promise<void> {
    const traceKey = Buffer.from(this.#briefing.traceKey, 'base64');
    const permit = await this.#parts.main.askPermit({
      kind: 'INQUIRE',
      method: 'MATCH',
      trace: traceOf(nik, traceKey, !this.#cardPath),
    });
    if (this.#inquiry !== inquiry) return;
    if (!permit.granted) {
      if (permit.waitUntil !== undefined) this.#waitUntilThen(permit.waitUntil, () => this.#show());
      this.#answered(inquiry, { event: 'ANSWER_BLOCKED', outcome: 'TECH_FAIL', failure: permit.failure });
      return;
    }
    const startedAt = this.#parts.clock.now();
    const asked = this.#parts.inquirer.match(
      this.#holding.comparable(),
      this.#comparedParts,
      this.#ending.signal,
    );
    this.#asking = asked;
    const answer = await asked;
    const arrived = judged(answer);
    // Main hears of every call that left, also when the visit has moved on: it counted against the quota.
    this.#parts.main.tell({
      kind: 'inquired',
      permitId: permit.permitId,
      outcome: arrived.outcome,
      differing:
        answer.kind === 'JUDGED'
          ? answer.verdicts.filter(({ verdict }) => verdict === 'BERBEDA').map(({ part }) => part)
          : [],
      ms: this.#msSince(startedAt),
      attempts: answer.attempts,
      ...(answer.quotaRemaining === undefined ? {} : { quotaRemaining: answer.quotaRemaining }),
      ...(arrived.failure === undefined ? {} : { failure: arrived.failure.code }),
      ...(answer.kind !== 'NOTICE' || answer.code === undefined ? {} : { noticeCode: answer.code }),
      ...(answer.alarm === undefined ? {} : { alarm: answer.alarm.code }),
    });
    if (this.#inquiry !== inquiry) return;
    if (answer.kind === 'JUDGED') this.#holding.takeVerdicts(answer.verdicts);
    if (answer.kind === 'NOTICE') {
      const { notice, code } = answer;
      const text = noticeText(notice, answer.text);
      this.#notice = { notice, text, ...(code === undefined ? {} : { code }) };
    }
    this.#answered(inquiry, arrived);
  }

  #answered(inquiry: Inquiry, arrived: Arrived): void {
    inquiry.arrived = arrived;
    if (this.#state === 'VERIFYING') this.#actOn(arrived);
    else this.#show();
  }

  #actOn(arrived: Arrived): void {
    this.#lastOutcome = arrived.outcome;
    this.#failure = arrived.failure;
    this.#inquiry = undefined;
    // Final for this person: nothing of the card is needed any more, and nothing may stand beside the notice.
    if (arrived.event === 'ANSWER_NO_DATA') this.#holding.forget();
    this.#move(arrived.event);
  }

  async #verify(): Promise<void> {
    this.#move('INQUIRE');
    if (this.#inquiry?.arrived !== undefined) this.#actOn(this.#inquiry.arrived);
    else await this.#inquire();
  }

  // --------------------------------------------------------------------------------------------------------- the officer

  /** A visit that was forgotten ends by itself, so that nobody finds the last resident on an idle counter. */
  #stayAwake(): void {
    this.#takeBackIdle?.();
    this.#takeBackIdle =
      this.#state === 'READY' || this.#over()
        ? undefined
        : this.#parts.clock.after(idleEndMs, () => this.stop());
  }

  /** Acts on what the officer asked for; an intent that has no place in this state is refused. */
  async act(intent: Intent): Promise<void> {
    this.#stayAwake();
    if (!allowedIntents(this.#situation()).includes(intent.kind)) {
      this.#failure = appFailure('STEP_ORDER', intent.kind);
      this.#show();
      return;
    }
    this.#failure = undefined;
    switch (intent.kind) {
      case 'selectService':
        this.#selectService(intent.code);
        return;
      case 'typeNik':
        await this.#typeNik(intent);
        return;
      case 'holderMatches':
        this.#parts.main.tell({ kind: 'holder', verdict: 'MATCHES' });
        await this.#holderConfirmed('HOLDER_MATCHES');
        return;
      case 'holderDiffers':
        this.#parts.main.tell({ kind: 'holder', verdict: 'DIFFERS' });
        this.#holding.dropPhoto();
        this.#move('HOLDER_DIFFERS');
        return;
      case 'secondOfficerConfirms':
        this.#holderBySecondOfficer = true;
        this.#parts.main.tell({ kind: 'holder', verdict: 'SECOND_OFFICER', reason: intent.reason });
        await this.#holderConfirmed('SECOND_OFFICER_CONFIRMS');
        return;
      case 'inquire':
        this.#notice = undefined;
        await this.#verify();
        return;
      case 'askConsent':
        this.#question = consentQuestion(this.#briefing, this.#holding, this.#parts.clock.now());
        this.#move('ASK_CONSENT');
        return;
      case 'grantConsent':
        this.#grantConsent(intent);
        return;
      case 'refuseConsent':
        this.#refuseConsent();
        return;
      case 'continueUnverified':
        this.#move('CONTINUE_UNVERIFIED');
        return;
      case 'recordService':
        await this.#recordService(intent.fields);
        return;
      case 'awaitApplicant':
        this.#forgetResident();
        this.#move('AWAIT_APPLICANT');
        return;
      case 'recheck':
        this.#forgetResident();
        this.#move('OPEN');
        if (this.#cardThere) {
          this.#liftCard = true;
          this.#show();
        }
        return;
      case 'closeWithoutService':
        this.#move('CLOSE_NO_SERVICE');
        return;
      case 'cancel':
        this.#move('CANCEL');
        return;
    }
  }

  /** The counter's service was changed elsewhere: it holds for this visit as long as nobody is being served under another. */
  serviceChanged(code: string): void {
    if (this.#state === 'READY' || this.#state === 'OPENED') this.#selectService(code);
  }

  #selectService(code: string): void {
    if (!this.#briefing.agreement.services.some((service) => service.code === code)) {
      this.#failure = appFailure('STEP_ORDER', 'selectService');
    } else {
      this.#serviceCode = code;
    }
    this.#show();
  }

  async #typeNik(intent: Extract<Intent, { kind: 'typeNik' }>): Promise<void> {
    const checked = checkNik(intent.nik, { training: this.#briefing.training });
    if (!checked.ok) {
      this.#failure = checked.failure;
      this.#show();
      return;
    }
    const values = new Map([['NIK' as ElementPart, declared(checked.value.nik)]]);
    if (intent.fullName !== '') values.set('FULL_NAME', declared(intent.fullName));
    if (this.#state === 'READY') this.#move('OPEN');
    this.#holding.declare(values);
    this.#cardPath = false;
    this.#parts.main.tell({ kind: 'nikTyped', reason: intent.reason });
    this.#move('NIK_TYPED');
    await this.#verify();
  }

  async #holderConfirmed(event: 'HOLDER_MATCHES' | 'SECOND_OFFICER_CONFIRMS'): Promise<void> {
    this.#holding.dropPhoto();
    this.#move(event);
    await this.#verify();
  }

  #grantConsent(intent: Extract<Intent, { kind: 'grantConsent' }>): void {
    if (this.#question === undefined) return;
    this.#consent = consentFact(this.#question, intent, this.#parts.sealer);
    this.#kept = keptContent(this.#question, intent);
    this.#move('GRANT_CONSENT');
  }

  #refuseConsent(): void {
    if (this.#question === undefined) return;
    this.#consent = consentFact(this.#question, { kind: 'refuseConsent' }, this.#parts.sealer);
    this.#kept = undefined;
    this.#move('REFUSE_CONSENT');
  }

  // --------------------------------------------------------------------------------------------------------- the service

  async #recordService(filled: Readonly<Record<string, string>>): Promise<void> {
    const param = balikanParam(
      serviceFields(this.#briefing.agreement, this.#serviceCode, this.#briefing.registrationNo),
      filled,
    );
    if (!param.ok) {
      this.#failure = param.failure;
      this.#show();
      return;
    }
    if (this.#state !== 'SERVICE_RECORDED') this.#move('RECORD_SERVICE');
    this.#fact ??= this.#serviceFact(param.value);
    const fact = await this.#fact;
    if (this.#over()) return;
    const failure = await this.#parts.main.store(fact);
    if (this.#over()) return;
    if (failure !== undefined) {
      this.#failure = failure;
      this.#move('STORE_FAILED');
      return;
    }
    this.#move('QUEUE_BALIKAN');
    this.#move('CLOSE_SERVED');
  }

  async #serviceFact(param: Record<string, string>): Promise<ServiceFact> {
    const { agreement, outboxPublicKey, visitId, registrationNo } = this.#briefing;
    const { sealer } = this.#parts;
    const nik = this.#holding.nik?.reveal();
    const kept =
      this.#kept === undefined || nik === undefined ? undefined : await this.#keep(this.#kept, nik);
    const content: BalikanContent | undefined =
      nik === undefined || agreement.dataBalikan.mode === 'NONE' ? undefined : { nik, param };
    return {
      visitId,
      agreementId: agreement.profileId,
      profileVersion: agreement.profileVersion,
      serviceCode: this.#serviceCode,
      registrationNo,
      outcome: this.#lastOutcome,
      verified: this.#lastOutcome === 'MATCH',
      ...(content === undefined || nik === undefined
        ? {}
        : {
            balikan: {
              itemId: sealer.newId(),
              envelope: sealer.seal(outboxPublicKey, content),
              nikHash: sealer.nikHash(nik),
            },
          }),
      ...(this.#consent === undefined ? {} : { consent: this.#consent }),
      ...(kept === undefined ? {} : { kept }),
    };
  }

  async #keep(content: KeptContent, nik: string): Promise<NonNullable<ServiceFact['kept']>> {
    const { recordId, publicKey } = await this.#parts.main.askRecordKey();
    const { sealer } = this.#parts;
    return {
      recordId,
      envelope: sealer.seal(publicKey, content),
      maskedNik: sealer.maskNik(nik),
      nikHash: sealer.nikHash(nik),
    };
  }

  // -------------------------------------------------------------------------------------------------------- end and face

  /** Stops at once – agreement ended, emergency stop, window closed – and leaves nothing behind. */
  stop(): void {
    if (this.#over()) return;
    this.#state = 'CANCELLED';
    this.#finish();
  }

  /** Resolves when no call is under way any more; what came of it has been told. */
  async settled(): Promise<void> {
    await this.#asking;
  }

  /** The page drew a view with the identity in it; told once, as a time. */
  identityRendered(): void {
    if (this.#identityTold || this.#tappedAt === 0) return;
    this.#identityTold = true;
    this.#parts.main.tell({
      kind: 'identityShown',
      msSinceTap: this.#msSince(this.#tappedAt),
    });
  }

  /** A clock that was set back meanwhile must not make a time negative. */
  #msSince(time: number): number {
    return Math.max(0, this.#parts.clock.now() - time);
  }

  #over(): boolean {
    return finalVisitStates.has(this.#state);
  }

  #move(event: VisitEvent): void {
    const to = nextVisitState(this.#state, event);
    if (to === undefined) throw new Error(`no transition ${event} from ${this.#state}`);
    const from = this.#state;
    this.#state = to;
    this.#parts.main.tell({ kind: 'moved', from, to, event, serviceCode: this.#serviceCode });
    this.#stayAwake();
    if (this.#over()) this.#finish();
    else this.#show();
  }

  #finish(): void {
    this.#takeBackWait?.();
    this.#takeBackIdle?.();
    this.#ending.abort();
    const refusal =
      this.#fact === undefined && this.#consent?.decision === 'REFUSED' ? { refusal: this.#consent } : {};
    this.#forgetResident();
    this.#show();
    // A card that nobody lifted since the visit before counts as well: it must not be read for the next person either.
    const cardStillThere = this.#cardThere || this.#liftCard;
    this.#parts.main.tell({ kind: 'closed', state: this.#state, cardStillThere, ...refusal });
    this.#ended(this.#state);
  }

  #forgetResident(): void {
    this.#holding.forget();
    this.#inquiry = undefined;
    this.#notice = undefined;
    this.#question = undefined;
    this.#consent = undefined;
    this.#kept = undefined;
    this.#fact = undefined;
    this.#progress = undefined;
    this.#cardPath = false;
    this.#holderBySecondOfficer = false;
    this.#identityTold = false;
  }

  #situation() {
    const { agreement } = this.#briefing;
    return {
      state: this.#state,
      hasPhoto: this.#holding.photo !== undefined,
      cannotSave: this.#failure?.retry === 'never',
      mayStore:
        this.#cardPath &&
        storableParts(agreement).some(({ part }) => this.#holding.card.has(part)) &&
        (!this.#holderBySecondOfficer || agreement.storeAfterManualHolderCheck),
      mayInquireAgain: this.#waitUntil === undefined || this.#waitUntil <= this.#parts.clock.now(),
    };
  }

  #show(): void {
    this.#parts.page.show(this.view());
  }

  view(): VisitView {
    return drawView(this.#briefing, {
      situation: this.#situation(),
      serviceCode: this.#serviceCode,
      lamps: { reader: this.#readerLamp, sam: this.#samLamp, network: this.#parts.inquirer.networkLamp() },
      cardPath: this.#cardPath,
      holding: this.#holding,
      progress: this.#progress,
      inquiringMs:
        this.#inquiry === undefined || this.#inquiry.arrived !== undefined
          ? undefined
          : this.#msSince(this.#inquiry.startedAt),
      notice: this.#notice,
      failure: this.#failure,
      question: this.#question,
      consent: this.#consent,
      waitUntil: this.#waitUntil,
      liftCard: this.#liftCard,
    });
  }
}
