/**
 * The adapter to cards that are software in the same process: training mode and tests. It behaves as the resource manager does –
 * exclusive, one power-up per insertion or reset, a connection dies with the card it was made to.
 */
import { redactCommand } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { cardFailure } from '../failure-catalogue.ts';
import { DEFAULT_EXCHANGE_TIMEOUT_MS, ExchangeQueue } from './exchange-queue.ts';
import { sameReaders } from './reader-state.ts';
import type { CardConnection, CardTransport, Disposable, ReaderChange, ReaderStatus } from './transport.ts';

/** A card slot as software plays it. */
export interface VirtualSlot {
  readonly readerName: string;
  present(): boolean;
  /** Called after every insertion and removal; gives back the way to stop listening. */
  onChange(listener: () => void): () => void;
  /** Answer to reset, or `undefined` for a card that stays mute. */
  powerUp(): Promise<Uint8Array | undefined>;
  powerDown(): Promise<void>;
  /** The answer with its status bytes, or `undefined` when the card is gone. */
  exchange(command: Uint8Array): Promise<Uint8Array | undefined>;
}

export interface VirtualOptions {
  readonly exchangeTimeoutMs?: number;
}

export function createVirtualTransport(
  slots: readonly VirtualSlot[],
  options: VirtualOptions = {},
): CardTransport {
  return new VirtualTransport(slots, options);
}

class VirtualTransport implements CardTransport {
  readonly #readers: readonly VirtualReader[];
  readonly #stops: readonly (() => void)[];
  readonly #listeners = new Set<(change: ReaderChange) => void>();
  #last: readonly ReaderStatus[] | undefined;

  constructor(
    slots: readonly VirtualSlot[],
    { exchangeTimeoutMs = DEFAULT_EXCHANGE_TIMEOUT_MS }: VirtualOptions,
  ) {
    this.#readers = slots.map((slot) => new VirtualReader(slot, exchangeTimeoutMs));
    this.#stops = this.#readers.map((reader) =>
      reader.slot.onChange(() => {
        reader.changed();
        void this.#tell();
      }),
    );
  }

  async listReaders(): Promise<Result<readonly ReaderStatus[]>> {
    return ok(await this.#statuses());
  }

  watch(listener: (change: ReaderChange) => void): Disposable {
    this.#listeners.add(listener);
    if (this.#last) listener({ kind: 'readers', readers: this.#last });
    else void this.#tell();
    return { dispose: () => this.#listeners.delete(listener) };
  }

  async connect(readerName: string): Promise<Result<CardConnection>> {
    const reader = this.#readers.find(({ slot }) => slot.readerName === readerName);
    if (!reader) return failed(cardFailure('READER_UNPLUGGED', `connect ${readerName}`));
    return reader.connect();
  }

  async dispose(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#listeners.clear();
    await Promise.all(this.#readers.map((reader) => reader.release()));
  }

  #statuses(): Promise<ReaderStatus[]> {
    return Promise.all(this.#readers.map((reader) => reader.status()));
  }

  async #tell(): Promise<void> {
    const readers = await this.#statuses();
    if (this.#last && sameReaders(this.#last, readers)) return;
    this.#last = readers;
    for (const listener of [...this.#listeners]) listener({ kind: 'readers', readers });
  }
}

class VirtualReader {
  readonly slot: VirtualSlot;
  readonly #timeoutMs: number;
  #insertion = 0;
  #atr: Promise<Uint8Array | undefined> | undefined;
  #connection: VirtualConnection | undefined;

  constructor(slot: VirtualSlot, timeoutMs: number) {
    this.slot = slot;
    this.#timeoutMs = timeoutMs;
  }

  changed(): void {
    this.#insertion++;
    this.#atr = undefined;
    this.#connection?.cardChanged();
    this.#connection = undefined;
  }

  async status(): Promise<ReaderStatus> {
    const eventCount = this.#insertion;
    const cardPresent = this.slot.present();
    const atr = cardPresent ? await this.#power() : undefined;
    return {
      name: this.slot.readerName,
      cardPresent,
      inUse: false,
      mute: cardPresent && !atr,
      ...(atr ? { atr } : {}),
      eventCount,
    };
  }

  async connect(): Promise<Result<CardConnection>> {
    const at = `connect ${this.slot.readerName}`;
    if (!this.slot.present()) return failed(cardFailure('SLOT_EMPTY', at));
    if (this.#connection) return failed(cardFailure('READER_BUSY', at));
    const connection: VirtualConnection = new VirtualConnection(this.slot, this.#timeoutMs, (keepPower) =>
      this.#released(connection, keepPower),
    );
    this.#connection = connection;
    const atr = await this.#power();
    if (atr) {
      connection.atr = atr;
      return ok(connection);
    }
    if (this.#connection === connection) this.#connection = undefined;
    return failed(cardFailure(this.slot.present() ? 'CARD_MUTE' : 'CARD_REMOVED', at));
  }

  async release(): Promise<void> {
    await this.#connection?.disconnect('leave');
  }

  /** A card is powered once, at insertion or at the first connection after a power-down, as the resource manager does. */
  #power(): Promise<Uint8Array | undefined> {
    this.#atr ??= this.slot.powerUp();
    return this.#atr;
  }

  async #released(connection: VirtualConnection, keepPower: boolean): Promise<void> {
    if (this.#connection !== connection) return;
    if (!keepPower) {
      this.#atr = undefined;
      await this.slot.powerDown();
    }
    this.#connection = undefined;
  }
}

class VirtualConnection implements CardConnection {
  readonly reader: string;
  atr: Uint8Array = new Uint8Array();
  readonly #queue: ExchangeQueue;
  readonly #released: (keepPower: boolean) => Promise<void>;
  #gone = false;
  #disconnected = false;

  constructor(slot: VirtualSlot, timeoutMs: number, released: (keepPower: boolean) => Promise<void>) {
    this.reader = slot.readerName;
    this.#released = released;
    this.#queue = new ExchangeQueue(async (command) => {
      // Copies both ways: the caller wipes its buffers, and the card's are not its to wipe.
      const answer = this.#gone ? undefined : await slot.exchange(Uint8Array.from(command));
      if (answer && !this.#gone) return ok(Uint8Array.from(answer));
      const silent = !this.#gone && slot.present();
      return failed(cardFailure(silent ? 'CARD_MUTE' : 'CARD_REMOVED', redactCommand(command)));
    }, timeoutMs);
  }

  cardChanged(): void {
    this.#gone = true;
  }

  transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    return this.#queue.transmit(command);
  }

  async disconnect(disposition: 'leave' | 'reset'): Promise<void> {
    if (this.#disconnected) return;
    this.#disconnected = true;
    await Promise.race([
      this.#queue.end(cardFailure('CONNECTION_CLOSED', 'disconnect')),
      this.#queue.stuck(),
    ]);
    await this.#released(disposition === 'leave');
  }
}
