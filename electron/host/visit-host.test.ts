/** What main does for a visit that wants a receipt laid out: it lends a process, keeps no end of the channel, and leaves none behind. */
import type { MessagePortMain } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../native/failure.ts';
import type { FromVisit, ToVisit } from '../contract/index.ts';
import { briefing } from '../visit/briefing.test-support.ts';
import { type LentWorker, VisitHost, type VisitProcess } from './visit-host.ts';
import type { VisitPolicy } from './visit-policy.ts';

class PlayedVisit implements VisitProcess {
  readonly posted: [ToVisit, MessagePortMain[]][] = [];
  #hear: (message: unknown) => void = () => undefined;
  #exited: () => void = () => undefined;

  on(_event: 'message', listener: (message: unknown) => void): void {
    this.#hear = listener;
  }

  once(_event: 'exit', listener: () => void): void {
    this.#exited = listener;
  }

  postMessage(message: ToVisit, ports: MessagePortMain[]): void {
    this.posted.push([message, ports]);
  }

  kill(): void {
    this.#exited();
  }

  say(message: FromVisit): void {
    this.#hear(message);
  }

  get papers(): MessagePortMain[][] {
    return this.posted.filter(([{ kind }]) => kind === 'paper').map(([, ports]) => ports);
  }
}

interface Lent extends LentWorker {
  ended: boolean;
}

let visits: PlayedVisit[];
let lent: Lent[];
let canLend: boolean;

const policy: VisitPolicy = {
  brief: () => ok(briefing),
  isUpToDate: () => true,
  whyHalted: () => undefined,
  cosign: () => ok({ purpose: 'EXCEPTION', officerId: 'operator-1', reason: '' }),
  permit: () => ({ granted: true, permitId: 'permit-0001', expiresAt: 0 }),
  recordKey: () => ({ recordId: 'record-0001', publicKey: '' }),
  store: () => undefined,
  note: () => undefined,
  died: () => false,
};

function lend(): Lent | undefined {
  if (!canLend) return undefined;
  // A port is handed over and never spoken to.
  const worker: Lent = {
    port: {} as MessagePortMain,
    ended: false,
    end() {
      this.ended = true;
    },
  };
  lent.push(worker);
  return worker;
}

function theVisit(): PlayedVisit {
  const [first] = visits;
  if (first === undefined) throw new Error('no visit process was started');
  return first;
}

beforeEach(() => {
  visits = [];
  lent = [];
  canLend = true;
  new VisitHost({
    fork: () => {
      const visit = new PlayedVisit();
      visits.push(visit);
      return visit;
    },
    clock: { now: () => 0, after: () => () => undefined },
    policy,
    cardsPort: () => undefined,
    paper: lend,
    opened: () => undefined,
    replaced: () => undefined,
    shut: () => undefined,
  }).start();
});

describe('a paper process for a visit', () => {
  it('is started when the visit asks, and the visit gets the end of its channel', () => {
    expect(lent).toEqual([]);
    theVisit().say({ kind: 'askPaper' });
    expect(theVisit().papers).toEqual([[lent[0]?.port]]);
    expect(lent[0]?.ended).toBe(false);
  });

  it('is the only one: a visit that asks again has given up the one before', () => {
    theVisit().say({ kind: 'askPaper' });
    theVisit().say({ kind: 'askPaper' });
    expect(lent.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('ends with its visit, however that ends', () => {
    theVisit().say({ kind: 'askPaper' });
    theVisit().kill();
    expect(lent.map(({ ended }) => ended)).toEqual([true]);
  });

  it('that cannot be had is answered as well, so that the visit prints without', () => {
    canLend = false;
    theVisit().say({ kind: 'askPaper' });
    expect(theVisit().papers).toEqual([[]]);
  });
});
