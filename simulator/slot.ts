/**
 * A slot: the place a card or a SAM is put into, with a reader's name on it. Training mode holds one in process; the virtual
 * reader driver of `pcscd` is given one by `vpcd/`. It also plays the trouble a slot can be in.
 */
import { answer } from './bytes.ts';
import type { Device } from './device.ts';
import { exchangeMs, preciseClock, type SimulatorClock, type TimingProfile } from './timing.ts';

/** The shape everything that reads from a simulated slot relies on. */
export interface VirtualSlot {
  readonly readerName: string;
  present(): boolean;
  /** Tells of every insertion and removal; returns the way to stop listening. */
  onChange(listener: () => void): () => void;
  /** The answer to reset; `undefined` when the slot is empty or the card is mute. */
  powerUp(): Promise<Uint8Array | undefined>;
  powerDown(): Promise<void>;
  /** The answer; `undefined` when the card was torn out or is mute. */
  exchange(command: Uint8Array): Promise<Uint8Array | undefined>;
}

/**
 * `slow`: every exchange takes `slowMs` more. `silent`: the card is there and never answers. `noisy`: an answer now and then
 * has a wrong byte.
 */
export type SlotTrouble = 'none' | 'slow' | 'silent' | 'noisy';

/** What went over the wire since the slot was made, for benches and cost models. */
export interface SlotStatistics {
  readonly powerUps: number;
  readonly exchanges: number;
  readonly commandBytes: number;
  readonly answerBytes: number;
  /** Time the device and its link were busy, by the timing profile. */
  readonly busyMs: number;
}

export interface SlotOptions {
  readonly readerName: string;
  readonly timing?: TimingProfile;
  readonly clock?: SimulatorClock;
  readonly slowMs?: number;
}

export class SimulatedSlot implements VirtualSlot {
  readonly readerName: string;
  readonly #timing: TimingProfile;
  readonly #clock: SimulatorClock;
  readonly #slowMs: number;
  readonly #listeners = new Set<() => void>();
  #device: Device | undefined;
  #powered = false;
  #trouble: SlotTrouble = 'none';
  #tearAt: number | undefined;
  #sincePowerUp = 0;
  #line: Promise<unknown> = Promise.resolve();
  #statistics: SlotStatistics = { powerUps: 0, exchanges: 0, commandBytes: 0, answerBytes: 0, busyMs: 0 };

  constructor({ readerName, timing = 'instant', clock = preciseClock, slowMs = 800 }: SlotOptions) {
    this.readerName = readerName;
    this.#timing = timing;
    this.#clock = clock;
    this.#slowMs = slowMs;
  }

  present(): boolean {
    return this.#device !== undefined;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  statistics(): SlotStatistics {
    return this.#statistics;
  }

  /** Puts a device in; one that is already there is taken out first, and both changes are told. */
  insert(device: Device): void {
    this.remove();
    this.#device = device;
    this.#tell();
  }

  remove(): void {
    if (this.#device === undefined) return;
    this.#device.powerDown();
    this.#device = undefined;
    this.#powered = false;
    this.#tell();
  }

  /** Pulls the device out during its `exchange`-th exchange, counted from now and anew from each power-up. */
  tearAt(exchange: number): void {
    this.#tearAt = exchange;
    this.#sincePowerUp = 0;
  }

  setTrouble(trouble: SlotTrouble): void {
    this.#trouble = trouble;
  }

  async powerUp(): Promise<Uint8Array | undefined> {
    const device = this.#device;
    if (device === undefined || this.#trouble === 'silent') return undefined;
    if (this.#powered) device.powerDown();
    device.powerUp();
    this.#powered = true;
    this.#sincePowerUp = 0;
    this.#statistics = { ...this.#statistics, powerUps: this.#statistics.powerUps + 1 };
    return device.atr;
  }

  async powerDown(): Promise<void> {
    this.#device?.powerDown();
    this.#powered = false;
  }

  /** One at a time: a wire carries one exchange, whoever calls. */
  exchange(command: Uint8Array): Promise<Uint8Array | undefined> {
    const result = this.#line.then(() => this.#exchange(command));
    this.#line = result;
    return result;
  }

  async #exchange(command: Uint8Array): Promise<Uint8Array | undefined> {
    const device = this.#device;
    if (device === undefined || !this.#powered || this.#trouble === 'silent') return undefined;
    this.#sincePowerUp++;
    if (this.#sincePowerUp === this.#tearAt) {
      this.#tearAt = undefined;
      this.remove();
      return undefined;
    }
    const started = this.#clock.now();
    const reply = command.length < 4 ? answer(0x6700) : device.exchange(command);
    const cost = exchangeMs(this.#timing, device.link, command.length, reply.length);
    const extra = (device.extraMs?.(command) ?? 0) + (this.#trouble === 'slow' ? this.#slowMs : 0);
    const left = cost + extra - (this.#clock.now() - started);
    if (left > 0) await this.#clock.sleep(left);
    this.#count(command, reply, cost + extra);
    if (this.#device !== device) return undefined;
    return this.#trouble === 'noisy' && this.#statistics.exchanges % 3 === 0 ? garbled(reply) : reply;
  }

  #count(command: Uint8Array, reply: Uint8Array, ms: number): void {
    const { powerUps, exchanges, commandBytes, answerBytes, busyMs } = this.#statistics;
    this.#statistics = {
      powerUps,
      exchanges: exchanges + 1,
      commandBytes: commandBytes + command.length,
      answerBytes: answerBytes + reply.length,
      busyMs: busyMs + ms,
    };
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** One bit wrong in the middle of the answer. */
function garbled(reply: Uint8Array): Uint8Array {
  const middle = reply.length >> 1;
  return reply.map((byte, index) => (index === middle ? byte ^ 0x10 : byte));
}
