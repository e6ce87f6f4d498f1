/**
 * Keeps exactly one visit process alive: started ahead, briefed, answered, watched, and replaced as soon as its visit ends.
 * A crash of it – a binding, a bug – ends one visit and not the program.
 */
import type { MessagePortMain } from 'electron';
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import {
  type AppFailureCode,
  appFailure,
  fromVisit,
  type ToVisit,
  type VisitBriefing,
  type VisitState,
} from '../contract/index.ts';
import type { Clock } from '../store/index.ts';
import type { CosignRequest, Opening, VisitPolicy } from './visit-policy.ts';

/** As much of a utility process as a visit needs, so that a proof can play one. */
export interface VisitProcess {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: () => void): unknown;
  postMessage(message: ToVisit, ports: MessagePortMain[]): void;
  kill(): unknown;
}

/** A process that a visit has something done by: the visit's end of their channel, and the way to end it. */
export interface LentWorker {
  readonly port: MessagePortMain;
  end(): void;
}

export interface VisitHostOptions {
  /** Starts a process that runs the visit core. */
  readonly fork: () => VisitProcess;
  readonly clock: Clock;
  readonly policy: VisitPolicy;
  /** In training mode: a port to the simulated readers, a new one for each process. */
  readonly cardsPort: () => MessagePortMain | undefined;
  /** Lays out a receipt for the visit; `undefined` where nothing can. */
  readonly paper: () => LentWorker | undefined;
  /** A visit began or ended; the window follows. */
  readonly opened: (visitId: string) => void;
  readonly replaced: (visitId: string) => void;
  /** Nobody can be served now, and no process waits with the reader; the window shows why. {@link VisitHost.reconsider} tries again. */
  readonly shut: (why: Failure) => void;
}

/** Longer than a visit process takes for its last words and to let go of its readers; one that takes longer hangs. */
const farewellMs = 3000;

/** The end of an agreement takes nothing back that was decided before it; an incident, a revocation or a locked screen does. */
const recordedAfter: ReadonlySet<string> = new Set<AppFailureCode>([
  'AGREEMENT_ENDED',
  'AGREEMENT_NOT_IN_FORCE',
  'AGREEMENT_SUSPENDED',
  'ACCESS_REVOKED',
  'INSTITUTION_CHANGED',
]);

/** A process that dies this soon after its start is not started again at once. */
const soonMs = 2000;
const pausesMs = [0, 500, 2000, 5000, 15_000] as const;

interface Running {
  readonly child: VisitProcess;
  readonly briefing: VisitBriefing;
  readonly startedAt: number;
  state: VisitState;
  /** A resident came; a process that is replaced while it waits ends no visit. */
  opened: boolean;
  closed: boolean;
  /** It was asked to end. */
  ending: boolean;
  /** It was told that the agreement is over, and has said that nothing is shown any more. */
  halted: boolean;
  purged: boolean;
  cardStillThere: boolean;
  /** Knows a resident, as long as the visit does and no longer. */
  paper: LentWorker | undefined;
}

export class VisitHost {
  readonly #options: VisitHostOptions;
  #running: Running | undefined;
  #stopped = false;
  #earlyDeaths = 0;
  #restartedFor: Failure | undefined;
  #pausing = false;
  /** The last visit ended over a card that nobody had lifted; it is not the next person's, however long nobody could be served. */
  #cardLeftBehind = false;

  constructor(options: VisitHostOptions) {
    this.#options = options;
  }

  start(opening: Opening = { ignorePresentCard: this.#cardLeftBehind }): void {
    if (this.#stopped || this.#running !== undefined) return;
    const briefed = this.#options.policy.brief(opening);
    if (!briefed.ok) {
      this.#options.shut(briefed.failure);
      return;
    }
    const briefing = briefed.value;
    const { fork, clock } = this.#options;
    const child = fork();
    const running: Running = {
      child,
      briefing,
      startedAt: clock.now(),
      state: 'READY',
      opened: false,
      closed: false,
      ending: false,
      halted: false,
      purged: false,
      cardStillThere: opening.ignorePresentCard,
      paper: undefined,
    };
    this.#running = running;
    child.on('message', (message: unknown) => this.#receive(running, message));
    child.once('exit', () => this.#exited(running));
    const port = this.#options.cardsPort();
    this.#post(running, { kind: 'begin', briefing }, port === undefined ? [] : [port]);
  }

  /** Of the process that waits or serves; one on its way out has no page any more. */
  get visitId(): string | undefined {
    const running = this.#running;
    return running === undefined || running.closed || running.ending ? undefined : running.briefing.visitId;
  }

  /** A resident is being served. */
  get serving(): boolean {
    return this.#running !== undefined && this.#running.state !== 'READY' && !this.#running.closed;
  }

  attachPage(port: MessagePortMain): void {
    if (this.#running !== undefined) this.#post(this.#running, { kind: 'page' }, [port]);
  }

  /**
   * Asked after everything that may change who is served, under what, or whether at all, and every few seconds: ends a visit that must
   * not go on, replaces a process that waits with an old briefing, and starts one where there is none and may be.
   */
  reconsider(): void {
    const running = this.#running;
    if (running === undefined) {
      if (this.#pausing) return;
      this.start();
      // Somebody may have asked for the counter while nobody could be served there.
      if (this.visitId !== undefined) this.#options.replaced(this.visitId);
      return;
    }
    // On its way out; what comes next is started anew in any case.
    if (running.closed || running.ending) return;
    const { policy } = this.#options;
    if (!this.serving) {
      if (!policy.isUpToDate(running.briefing.visitId) || policy.whyHalted() !== undefined) this.restart();
      return;
    }
    const halted = policy.whyHalted();
    if (halted === undefined) return;
    if (recordedAfter.has(halted.code)) this.#halt(running, halted);
    else this.restart(halted);
  }

  /** A second person signs for something in the open visit; the visit is told, and goes on. */
  cosign(request: CosignRequest): Result<void> {
    if (this.#running === undefined) return failed(appFailure('VISIT_REQUIRED', 'cosign'));
    const signed = this.#options.policy.cosign(this.#running.briefing.visitId, request);
    if (!signed.ok) return signed;
    this.#post(this.#running, { kind: 'cosigned', cosigning: signed.value });
    return ok(undefined);
  }

  serviceChanged(serviceCode: string): void {
    if (this.#running !== undefined) this.#post(this.#running, { kind: 'serviceChanged', serviceCode });
  }

  /** Resolves once no process holds the readers; asked by whoever has seen to it that none is started. */
  emptied(): Promise<void> {
    const running = this.#running;
    if (running === undefined) return Promise.resolve();
    return new Promise((resolve) => running.child.once('exit', () => resolve()));
  }

  /** Ends the visit at once and starts none. Resolves when the process is gone and how its visit ended is written down. */
  stop(): Promise<void> {
    this.#stopped = true;
    const running = this.#running;
    if (running === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      running.child.once('exit', () => resolve());
      this.#end(running);
    });
  }

  /** Ends the present visit process and starts a fresh one, which says why: the agreement ended, a SAM is tried again. */
  restart(why?: Failure): void {
    if (this.#running === undefined || this.#running.ending) return;
    this.#restartedFor = why;
    this.#end(this.#running);
  }

  /** Nothing is looked at any more, while what was decided is recorded; one that hangs over its screen is ended. */
  #halt(running: Running, why: Failure): void {
    if (running.halted || running.ending) return;
    running.halted = true;
    this.#restartedFor = why;
    this.#post(running, { kind: 'halted', failure: { ...why } });
    this.#options.clock.after(farewellMs, () => {
      if (this.#running === running && !running.purged) running.child.kill();
    });
  }

  /** Asks the process to end. An emergency stop must hold also for one that hangs in a driver and hears nothing. */
  #end(running: Running): void {
    running.ending = true;
    this.#post(running, { kind: 'stop' });
    this.#options.clock.after(farewellMs, () => {
      if (this.#running === running) running.child.kill();
    });
  }

  #receive(running: Running, message: unknown): void {
    const parsed = fromVisit.safeParse(message);
    // A process of ours that says something unknown is broken; ending it loses one visit and nothing else.
    if (!parsed.success) {
      running.child.kill();
      return;
    }
    const { visitId } = running.briefing;
    const { policy } = this.#options;
    const said = parsed.data;
    switch (said.kind) {
      case 'askPermit':
        this.#post(running, {
          kind: 'permit',
          question: said.question,
          answer: policy.permit(visitId, said.request),
        });
        return;
      case 'askRecordKey':
        this.#post(running, { kind: 'recordKey', question: said.question, ...policy.recordKey(visitId) });
        return;
      case 'store': {
        const failure = policy.store(visitId, said.fact);
        this.#post(running, {
          kind: 'stored',
          question: said.question,
          ...(failure === undefined ? {} : { failure }),
        });
        return;
      }
      case 'askPaper':
        this.#lendPaper(running);
        return;
      case 'moved':
        running.state = said.to;
        policy.note(visitId, said);
        if (said.from === 'READY') {
          running.opened = true;
          this.#options.opened(visitId);
        }
        return;
      case 'released':
        running.child.kill();
        return;
      case 'purged':
        running.purged = true;
        return;
      case 'closed':
        running.closed = true;
        running.state = said.state;
        running.cardStillThere = said.cardStillThere;
        policy.note(visitId, said);
        return;
      default:
        policy.note(visitId, said);
    }
  }

  /** One at a time: a visit that asks again has given up the one before. */
  #lendPaper(running: Running): void {
    running.paper?.end();
    running.paper = this.#options.paper();
    this.#post(running, { kind: 'paper' }, running.paper === undefined ? [] : [running.paper.port]);
  }

  #exited(running: Running): void {
    running.paper?.end();
    if (this.#running !== running) return;
    const { clock } = this.#options;
    this.#running = undefined;
    // What is written down now changes what pages show, and whoever hears of it reconsiders: the next process is started below.
    this.#pausing = true;
    const crashed = !running.closed;
    // Served and saved already: the next screen must not send the resident back to the reader.
    const served = crashed && this.#options.policy.died(running.briefing.visitId, running.state);
    const early = crashed && clock.now() - running.startedAt < soonMs;
    this.#earlyDeaths = early ? this.#earlyDeaths + 1 : 0;
    const pause = pausesMs[Math.min(this.#earlyDeaths, pausesMs.length - 1)] ?? 0;
    const lost = crashed && running.opened && !served;
    const why = lost ? appFailure('VISIT_PROCESS_DIED', 'visit process') : this.#restartedFor;
    const previous = served ? 'CLOSED_SERVED' : running.state;
    this.#restartedFor = undefined;
    // A card that a process died over is not read again by itself: what was seen must be said first, and a card that
    // killed one process would kill them all.
    this.#cardLeftBehind = running.cardStillThere || (crashed && running.opened);
    const restart = () => {
      this.#pausing = false;
      this.start({
        ignorePresentCard: this.#cardLeftBehind,
        ...((running.closed || served) && running.opened ? { previous } : {}),
        ...(why === undefined ? {} : { failure: why }),
      });
      if (this.visitId !== undefined) this.#options.replaced(this.visitId);
    };
    if (pause === 0) restart();
    else clock.after(pause, restart);
  }

  #post(running: Running, message: ToVisit, ports: MessagePortMain[] = []): void {
    running.child.postMessage(message, ports);
  }
}
