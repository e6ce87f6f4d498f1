/**
 * The adapter to real readers, over the resource manager of the operating system. It adds to the bare binding only order, a
 * time limit and names for what went wrong; what it costs is measured (`npm run bench`, at most 1.15 times the binding).
 */

import { redactCommand } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';
import { type BoundCard, type BoundContext, type LoadBinding, loadSmartcard } from './binding.ts';
import { DEFAULT_EXCHANGE_TIMEOUT_MS, ExchangeQueue } from './exchange-queue.ts';
import { translatePcscError } from './pcsc-errors.ts';
import { toReaderStatus } from './reader-state.ts';
import type { CardConnection, CardTransport, Disposable, ReaderChange, ReaderStatus } from './transport.ts';
import { Watchdog } from './watchdog.ts';

// winscard.h
const SHARE_EXCLUSIVE = 1;
const PROTOCOL_T0_OR_T1 = 3;
const LEAVE_CARD = 0;
const RESET_CARD = 1;

export interface PcscOptions {
  /** How often readers are looked at besides events. */
  readonly heartbeatMs?: number;
  readonly exchangeTimeoutMs?: number;
  /** Another binding, for tests. */
  readonly load?: LoadBinding;
}

export function createPcscTransport(options: PcscOptions = {}): CardTransport {
  return new PcscTransport(options);
}

class PcscTransport implements CardTransport {
  readonly #load: LoadBinding;
  readonly #timeoutMs: number;
  readonly #held = new Set<string>();
  readonly #connections = new Set<PcscConnection>();
  readonly #watchdog: Watchdog;

  constructor({
    heartbeatMs = 500,
    exchangeTimeoutMs = DEFAULT_EXCHANGE_TIMEOUT_MS,
    load = loadSmartcard,
  }: PcscOptions) {
    this.#load = load;
    this.#timeoutMs = exchangeTimeoutMs;
    this.#watchdog = new Watchdog(load, this.#held, heartbeatMs);
  }

  async listReaders(): Promise<Result<readonly ReaderStatus[]>> {
    const opened = await this.#openContext('list readers');
    if (!opened.ok) return opened;
    try {
      return ok(opened.value.listReaders().map((reader) => toReaderStatus(reader, this.#held)));
    } catch (error) {
      return failed(translatePcscError(error, 'list readers'));
    } finally {
      opened.value.close();
    }
  }

  watch(listener: (change: ReaderChange) => void): Disposable {
    return this.#watchdog.watch(listener);
  }

  async connect(reader: string): Promise<Result<CardConnection>> {
    const at = `connect ${reader}`;
    const opened = await this.#openContext(at);
    if (!opened.ok) return opened;
    const context = opened.value;
    try {
      const bound = context.listReaders().find(({ name }) => name === reader);
      if (!bound) {
        context.close();
        return failed(cardFailure('READER_UNPLUGGED', at));
      }
      const card = await bound.connect(SHARE_EXCLUSIVE, PROTOCOL_T0_OR_T1);
      const connection: PcscConnection = new PcscConnection(reader, card, context, this.#timeoutMs, () =>
        this.#forget(connection),
      );
      this.#connections.add(connection);
      this.#held.add(reader);
      return ok(connection);
    } catch (error) {
      context.close();
      return failed(translatePcscError(error, at));
    }
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#connections].map((connection) => connection.disconnect('leave')));
    await this.#watchdog.dispose();
  }

  async #openContext(at: string): Promise<Result<BoundContext, CardFailure>> {
    const binding = await this.#load();
    if (!binding.ok) return binding;
    try {
      return ok(new binding.value.Context());
    } catch (error) {
      return failed(translatePcscError(error, at));
    }
  }

  #forget(connection: PcscConnection): void {
    this.#connections.delete(connection);
    this.#held.delete(connection.reader);
  }
}

class PcscConnection implements CardConnection {
  readonly reader: string;
  readonly atr: Uint8Array;
  readonly #card: BoundCard;
  readonly #context: BoundContext;
  readonly #queue: ExchangeQueue;
  readonly #released: () => void;
  #disconnected = false;
  #torn = false;

  constructor(
    reader: string,
    card: BoundCard,
    context: BoundContext,
    timeoutMs: number,
    released: () => void,
  ) {
    this.reader = reader;
    this.atr = Uint8Array.from(card.atr ?? []);
    this.#card = card;
    this.#context = context;
    this.#released = released;
    this.#queue = new ExchangeQueue((command) => this.#exchange(command), timeoutMs);
  }

  transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    return this.#queue.transmit(command);
  }

  /**
   * Returns at once when the driver hangs: the handle is then let go of when the driver comes back, for a disconnect waits
   * on the thread of the caller.
   */
  async disconnect(disposition: 'leave' | 'reset'): Promise<void> {
    if (this.#disconnected) return;
    this.#disconnected = true;
    this.#released();
    const quiet = this.#queue
      .end(cardFailure('CONNECTION_CLOSED', 'disconnect'))
      .then(() => this.#letGo(disposition));
    await Promise.race([quiet, this.#queue.stuck()]);
  }

  async #exchange(command: Uint8Array): Promise<Result<Uint8Array>> {
    try {
      const answer = await this.#card.transmit(
        Buffer.from(command.buffer, command.byteOffset, command.byteLength),
      );
      this.#torn = answer.length < 2;
      // The same bytes, but no Buffer: its `slice` would be a view, and wiping the answer would wipe what was sliced off it.
      return ok(new Uint8Array(answer.buffer, answer.byteOffset, answer.byteLength));
    } catch (error) {
      this.#torn = true;
      return failed(translatePcscError(error, redactCommand(command)));
    }
  }

  /**
   * A reset goes through a reconnect, because that runs on a worker thread: a disconnect that resets would keep the whole process waiting
   * for the driver. A card that was torn away needs none, and must not get one: a failed power-up makes pcscd forget the card before its
   * poll sees it gone, and the next card laid down in between is then never announced.
   */
  async #letGo(disposition: 'leave' | 'reset'): Promise<void> {
    try {
      if (disposition === 'reset' && !this.#torn)
        await this.#card.reconnect(SHARE_EXCLUSIVE, PROTOCOL_T0_OR_T1, RESET_CARD);
    } catch (error) {
      throwUnlessGone(error);
    }
    try {
      this.#card.disconnect(LEAVE_CARD);
    } catch (error) {
      throwUnlessGone(error);
    } finally {
      this.#context.close();
    }
  }
}

/** The card or the service is gone already, which is what letting go wanted; anything else must be seen. */
function throwUnlessGone(error: unknown): void {
  if (!GONE.has(translatePcscError(error, 'disconnect').code)) throw error;
}

const GONE: ReadonlySet<string> = new Set([
  'CARD_REMOVED',
  'SLOT_EMPTY',
  'CARD_RESET',
  'CARD_MUTE',
  'READER_UNPLUGGED',
  'READER_FAULT',
  'TRANSPORT_BROKEN',
  'TIMEOUT',
  'CONNECTION_CLOSED',
  'SERVICE_NOT_RUNNING',
]);
