/**
 * The visit process, played in the process of the walk: the real visit core behind the real message border, and everything that it
 * says – to main and to its page – is told to a witness.
 */
import {
  type FromVisit,
  type Intent,
  type PageMessage,
  pageReply,
  type ToVisit,
  toVisit,
  type VisitBriefing,
} from '../../../electron/contract/index.ts';
import type { VisitProcess } from '../../../electron/host/visit-host.ts';
import { type AssembledVisit, assembleVisit, type Outside } from '../../../electron/visit/assemble.ts';
import { PostedMainLink } from '../../../electron/visit/main-link.ts';
import type { Failure } from '../../../native/failure.ts';
import { createVirtualTransport, type VirtualSlot } from '../../../native/index.ts';

/** Hears everything that crosses a border of a visit process, in the order in which it does. */
export interface Witness {
  began(briefing: VisitBriefing): void;
  told(visitId: string, message: FromVisit): void;
  answered(visitId: string, message: ToVisit): void;
  shown(visitId: string, view: PageMessage['view']): void;
  /** One of the processes threw what it should have said as a value. */
  threw(error: unknown): void;
}

export interface Played {
  readonly slots: readonly VirtualSlot[];
  readonly outside: (briefing: VisitBriefing) => Outside;
  readonly witness: Witness;
}

export class PlayedProcess implements VisitProcess {
  readonly #played: Played;
  readonly #main: PostedMainLink;
  #hear: (message: unknown) => void = () => undefined;
  #exit: () => void = () => undefined;
  #assembled: AssembledVisit | undefined;
  #transport: ReturnType<typeof createVirtualTransport> | undefined;
  #visitId = '';
  #dead = false;

  constructor(played: Played) {
    this.#played = played;
    this.#main = new PostedMainLink((message) => this.#say(message));
  }

  on(_event: 'message', listener: (message: unknown) => void): void {
    this.#hear = listener;
  }

  once(_event: 'exit', listener: () => void): void {
    const others = this.#exit;
    this.#exit = () => {
      others();
      listener();
    };
  }

  postMessage(message: ToVisit): void {
    const copy = toVisit.parse(structuredClone(message));
    queueMicrotask(() => {
      if (this.#dead) return;
      this.#played.witness.answered(this.#visitId, copy);
      this.#attempt(() => this.#obey(copy));
    });
  }

  /** Also what a crash does: nothing is said any more, and the readers are let go. */
  kill(): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#assembled?.visit.stop();
    void this.#assembled?.dispose();
    void this.#transport?.dispose();
    queueMicrotask(() => this.#attempt(this.#exit));
  }

  /** What the officer does on the page of this visit. What comes of it may take its time. */
  act(intent: Intent): void {
    const reply = pageReply.safeParse({ kind: 'intent', intent });
    if (this.#dead || !reply.success || reply.data.kind !== 'intent') return;
    this.#assembled?.visit.act(reply.data.intent).catch((error) => this.#played.witness.threw(error));
  }

  #say(message: FromVisit): void {
    if (this.#dead) return;
    const copy = structuredClone(message);
    this.#played.witness.told(this.#visitId, copy);
    queueMicrotask(() => {
      if (!this.#dead) this.#attempt(() => this.#hear(copy));
    });
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#played.witness.threw(error);
    }
  }

  #begin(briefing: VisitBriefing): void {
    const { slots, outside, witness } = this.#played;
    this.#visitId = briefing.visitId;
    witness.began(briefing);
    this.#transport = createVirtualTransport(slots);
    this.#assembled = assembleVisit(
      briefing,
      this.#transport,
      this.#main,
      { show: (view) => this.#show(view) },
      () => void this.#assembled?.dispose().then(() => this.#main.tell({ kind: 'released' })),
      outside(briefing),
    );
    this.#assembled.visit.start();
  }

  #show(view: PageMessage['view']): void {
    if (!this.#dead) this.#played.witness.shown(this.#visitId, structuredClone(view));
  }

  #obey(message: ToVisit): void {
    const visit = this.#assembled?.visit;
    switch (message.kind) {
      case 'begin':
        this.#begin(message.briefing);
        return;
      case 'permit':
      case 'recordKey':
      case 'stored':
        this.#main.receive(message);
        return;
      case 'serviceChanged':
        visit?.serviceChanged(message.serviceCode);
        return;
      case 'cosigned':
        visit?.cosigned(message.cosigning).catch((error) => this.#played.witness.threw(error));
        return;
      case 'halted':
        visit?.halt(message.failure as Failure);
        return;
      case 'stop':
        visit?.stop();
        return;
      case 'paper':
      case 'page':
    }
  }
}
