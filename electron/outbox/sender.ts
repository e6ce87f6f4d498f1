/**
 * Works off the outbox: one sending at a time per agreement, handed to a sender process and settled by what came of it, item by item.
 * Stops an agreement whose endpoint is not what it was until a person reopens it; survives its own crash at any point.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import {
  type AppFailureCode,
  appFailure,
  type BalikanEndpoint,
  type SendOrder,
  type SendOutcome,
} from '../contract/index.ts';
import { type KeyPair, toBase64, toWirePair } from '../sealing/index.ts';
import type { Clock, StoreFailure } from '../store/index.ts';
import type { Outbox, PickedItem } from './outbox.ts';

/** Where the items of one agreement go; never those of another. */
export interface SendRoute {
  readonly endpoint: BalikanEndpoint;
  readonly closedNetwork: readonly string[];
}

export interface SenderPorts {
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** The pair to which the envelopes are sealed. */
  readonly key: KeyPair;
  /** `undefined` while the profile names no channel: its items wait. */
  route(agreementId: string): SendRoute | undefined;
  /**
   * Sends one order in a process of its own, with an outcome for each item. Must end by itself; a rejection means that it died. After the
   * abort it sends nothing more.
   */
  deliver(order: SendOrder, abort: AbortSignal): Promise<readonly SendOutcome[]>;
  /** Somebody is being served over a line that is narrow: what can wait, waits. */
  isPeak(agreementId: string): boolean;
  /** The counts or the hold of an agreement changed. */
  changed(): void;
}

export interface OutboxSender {
  /** Puts back what was being sent when the program ended, and begins. */
  start(): Result<void, StoreFailure>;
  /** Looks for due items, e.g. after an enqueue or when an agreement on hold was reopened. */
  wake(): void;
  /** Tries everything that waits once, without regard to its back-off. */
  sendNow(): void;
  /** Ends what is being sent at this moment. Whether it arrived is unknown: it stays owed, and goes again as its route allows. */
  interrupt(): void;
  /** Takes no further item. Resolves when the item under way, if any, is settled. */
  stop(): Promise<void>;
}

/** The longest sleep: after it the clock is read again, in case it was set or the computer slept. */
const LONGEST_SLEEP = 60_000;
/** After so many technical failures one after the other the link is taken for broken, and the agreement sleeps. */
const FAILURES_IN_A_ROW = 3;
const SETTLE_AGAIN = 10_000;
/** The largest batch (gateway fact sheet 5.3). */
const MOST_TOGETHER = 50;
/** At peak the queue is looked at this often, and after so long nothing waits for the peak to end. */
const LOOK_AGAIN = 5_000;
const LONGEST_PEAK = 15 * 60_000;

/** It is settled already, or its row was damaged meanwhile, which stops nobody else. Anything else is the disk's, and passes. */
const forGood = new Set<AppFailureCode>(['STEP_ORDER', 'STORE_DAMAGED']);

interface Lane {
  busy: Promise<void> | undefined;
  /** Woken while busy: look once more before sleeping. */
  again: boolean;
  cancelSleep: (() => void) | undefined;
  hurriedAt: number | undefined;
  /** Since when it waits for the peak to end. */
  peakSince: number | undefined;
}

export function outboxSender(ports: SenderPorts): OutboxSender {
  const { outbox, clock } = ports;
  const lanes = new Map<string, Lane>();
  const waits = new Set<() => void>();
  let underWay = new AbortController();
  let running = false;

  function laneOf(agreementId: string): Lane {
    const known = lanes.get(agreementId);
    if (known !== undefined) return known;
    const lane: Lane = {
      busy: undefined,
      again: false,
      cancelSleep: undefined,
      hurriedAt: undefined,
      peakSince: undefined,
    };
    lanes.set(agreementId, lane);
    return lane;
  }

  function wakeAll(hurriedAt?: number): void {
    if (!running) return;
    const agreements = outbox.agreements();
    if (!agreements.ok) {
      void pause(LONGEST_SLEEP).then(() => wakeAll());
      return;
    }
    for (const agreementId of agreements.value) {
      const lane = laneOf(agreementId);
      lane.hurriedAt = hurriedAt ?? lane.hurriedAt;
      wake(agreementId, lane);
    }
  }

  function wake(agreementId: string, lane: Lane): void {
    lane.cancelSleep?.();
    lane.cancelSleep = undefined;
    lane.again = true;
    lane.busy ??= keepWorking(agreementId, lane);
  }

  async function keepWorking(agreementId: string, lane: Lane): Promise<void> {
    while (lane.again && running) {
      lane.again = false;
      await work(agreementId, lane);
    }
    lane.busy = undefined;
    if (running) sleep(agreementId, lane);
  }

  /** Sends until nothing is due, the agreement is on hold, or the link looks broken. */
  async function work(agreementId: string, lane: Lane): Promise<void> {
    for (let failures = 0; running && failures < FAILURES_IN_A_ROW; ) {
      const route = ports.route(agreementId);
      const held = outbox.heldBy(agreementId);
      if (route === undefined || !held.ok || held.value !== undefined || waitsForPeak(agreementId, lane))
        return;
      const most = route.endpoint.shape === 'JSON_BATCH' ? MOST_TOGETHER : 1;
      const picked = outbox.pick(agreementId, most, lane.hurriedAt);
      if (!picked.ok || picked.value.length === 0) {
        lane.hurriedAt = undefined;
        return;
      }
      const outcomes = await deliver(picked.value, route);
      for (const [index, item] of picked.value.entries()) {
        await settle(item, outcomes[index] ?? died('no outcome for this item'));
      }
      ports.changed();
      const isBroken = outcomes.every(({ kind }) => kind === 'TECHNICAL');
      failures = isBroken ? failures + 1 : 0;
      // What holds up one item in a hurry would hold up all: the rest keep their turn.
      if (isBroken) lane.hurriedAt = undefined;
    }
  }

  function waitsForPeak(agreementId: string, lane: Lane): boolean {
    const now = clock.now();
    const isPeak = lane.hurriedAt === undefined && ports.isPeak(agreementId);
    lane.peakSince = isPeak ? (lane.peakSince ?? now) : undefined;
    // A clock that went back would make the wait longer than any.
    return lane.peakSince !== undefined && Math.abs(now - lane.peakSince) < LONGEST_PEAK;
  }

  function sleep(agreementId: string, lane: Lane): void {
    const dueAt = outbox.nextDueAt(agreementId);
    if (dueAt.ok && dueAt.value === undefined) return;
    const ms = dueAt.ok && dueAt.value !== undefined ? dueAt.value - clock.now() : LONGEST_SLEEP;
    // What is due already and was not taken cannot be taken now: on hold, damaged, or the link is broken.
    const longest = lane.peakSince === undefined ? LONGEST_SLEEP : LOOK_AGAIN;
    const bounded = ms <= 0 ? longest : Math.min(ms, longest);
    lane.cancelSleep = clock.after(bounded, () => wake(agreementId, lane));
  }

  async function deliver(items: readonly PickedItem[], route: SendRoute): Promise<readonly SendOutcome[]> {
    try {
      const order = {
        items: items.map(({ itemId, envelope }) => ({ itemId, envelope: toBase64(envelope) })),
        key: toWirePair(ports.key),
        endpoint: route.endpoint,
        closedNetwork: [...route.closedNetwork],
      };
      return await ports.deliver(order, underWay.signal);
    } catch (error) {
      // Whether they arrived is unknown; they go again, and a second arrival is answered as a duplicate.
      const detail = error instanceof Error ? error.name : typeof error;
      return items.map(() => died(detail));
    }
  }

  /** An outcome that cannot be written down is kept and tried again; the item is not sent a second time meanwhile. */
  async function settle(item: PickedItem, outcome: SendOutcome): Promise<void> {
    while (!settleOnce(item, outcome)) {
      if (!running) return;
      await pause(SETTLE_AGAIN);
    }
  }

  function settleOnce(item: PickedItem, outcome: SendOutcome): boolean {
    const settled = outbox.settle(item.itemId, outcome);
    return settled.ok || forGood.has(settled.failure.code);
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        waits.delete(end);
        cancel();
        resolve();
      };
      const cancel = clock.after(ms, end);
      waits.add(end);
    });
  }

  /** What the disk refuses at the start it may take later; new items do not wait for that. */
  async function putBackLater(): Promise<void> {
    // What was taken since then is SENDING as well: only while nothing is under way.
    const isIdle = () => [...lanes.values()].every(({ busy }) => busy === undefined);
    do {
      await pause(SETTLE_AGAIN);
    } while (running && !(isIdle() && outbox.recover().ok));
    wakeAll();
  }

  return {
    start() {
      running = true;
      const recovered = outbox.recover();
      if (!recovered.ok) void putBackLater();
      wakeAll();
      return recovered.ok ? ok(undefined) : failed(recovered.failure);
    },
    wake: () => wakeAll(),
    // One millisecond on, so that what was tried in this very millisecond is tried again too.
    sendNow: () => wakeAll(clock.now() + 1),
    interrupt() {
      underWay.abort();
      underWay = new AbortController();
    },
    async stop() {
      running = false;
      for (const end of [...waits]) end();
      for (const lane of lanes.values()) lane.cancelSleep?.();
      await Promise.all([...lanes.values()].map((lane) => lane.busy));
    },
  };
}

function died(detail: string): SendOutcome {
  const failure = { ...appFailure('SENDER_PROCESS_DIED', 'deliver', detail) };
  return { kind: 'TECHNICAL', failure, stopQueue: false };
}
