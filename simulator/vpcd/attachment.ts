/**
 * Puts a slot into a running `pcscd`, through the virtual reader driver of vsmartcard. The driver listens (35963 for its first
 * slot, 35964 for the second); whoever connects is the card. Messages both ways are two bytes of length and the payload. A payload of
 * one byte from the driver is control: 0 power off, 1 power on, 2 reset, 4 asks for the ATR; only the last is answered.
 *
 * Inserted = connected, removed = disconnected. The protocol has no word for a card that is there and mute (a message of no bytes
 * blocks the driver), so the connection is dropped and made again: the program above gets an empty answer, as from real
 * drivers (KTP-el fact sheet 1.4), and then finds the card again.
 */
import { connect, type Socket } from 'node:net';
import { at, concat, uint16, word } from '../bytes.ts';
import type { VirtualSlot } from '../slot.ts';

export interface VpcdOptions {
  readonly port: number;
  readonly host?: string;
  /** How long to look for the driver before giving up. */
  readonly patienceMs?: number;
}

export interface VpcdAttachment {
  /** Takes the slot out of `pcscd` again; the slot itself stays as it is. */
  close(): Promise<void>;
}

const CONTROL_OFF = 0;
const CONTROL_ON = 1;
const CONTROL_RESET = 2;
const CONTROL_ATR = 4;
const RETRY_MS = 100;

/**
 * Resolves when `pcscd` has seen the card (or at once for an empty slot). Rejects with the reason when nobody listens at the port
 * or the driver does not ask for the ATR within the patience.
 */
export async function attachToVpcd(slot: VirtualSlot, options: VpcdOptions): Promise<VpcdAttachment> {
  const attachment = new Attachment(slot, options);
  const timeout = new AbortController();
  try {
    await Promise.race([attachment.seen(), givesUp(options, timeout.signal, attachment)]);
  } catch (error) {
    await attachment.close();
    throw error;
  } finally {
    timeout.abort();
  }
  return attachment;
}

function givesUp(options: VpcdOptions, signal: AbortSignal, attachment: Attachment): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => {
      const where = `${options.host ?? '127.0.0.1'}:${options.port}`;
      reject(
        new Error(
          `No virtual reader of pcscd at ${where}: ${attachment.lastTrouble ?? 'it does not ask for the card'}`,
        ),
      );
    }, options.patienceMs ?? 5000);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

class Attachment implements VpcdAttachment {
  lastTrouble: string | undefined;
  readonly #slot: VirtualSlot;
  readonly #options: VpcdOptions;
  readonly #stopListening: () => void;
  readonly #seenBy: (() => void)[] = [];
  #socket: Socket | undefined;
  #retry: NodeJS.Timeout | undefined;
  #seen = false;
  #closed = false;

  constructor(slot: VirtualSlot, options: VpcdOptions) {
    this.#slot = slot;
    this.#options = options;
    this.#stopListening = slot.onChange(() => this.#follow());
    this.#follow();
  }

  seen(): Promise<void> {
    if (this.#seen || !this.#slot.present()) return Promise.resolve();
    return new Promise((resolve) => this.#seenBy.push(resolve));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopListening();
    this.#follow();
  }

  /** Makes the connection agree with the slot. */
  #follow(): void {
    const wanted = !this.#closed && this.#slot.present();
    if (wanted && this.#socket === undefined) this.#connect();
    if (wanted) return;
    clearTimeout(this.#retry);
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #connect(): void {
    const socket = connect({
      port: this.#options.port,
      host: this.#options.host ?? '127.0.0.1',
      noDelay: true,
    });
    this.#socket = socket;
    const conversation = new Conversation(this.#slot, socket, () => {
      this.#seen = true;
      for (const resolve of this.#seenBy.splice(0)) resolve();
    });
    socket.on('data', (bytes) => conversation.receive(bytes));
    socket.on('error', (error) => {
      this.lastTrouble = error.message;
    });
    // pcscd went away or is not there yet, while the card is still in the slot: come back when it listens again.
    socket.on('close', () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#retry = setTimeout(() => this.#follow(), RETRY_MS);
    });
  }
}

/** One connection to the driver: its messages, answered in their order. */
class Conversation {
  readonly #slot: VirtualSlot;
  readonly #socket: Socket;
  readonly #onSeen: () => void;
  #received: Uint8Array = new Uint8Array(0);
  #work: Promise<void> = Promise.resolve();
  #atr: Uint8Array | undefined;

  constructor(slot: VirtualSlot, socket: Socket, onSeen: () => void) {
    this.#slot = slot;
    this.#socket = socket;
    this.#onSeen = onSeen;
  }

  receive(bytes: Uint8Array): void {
    this.#received = concat(this.#received, bytes);
    while (this.#received.length >= 2 && this.#received.length >= 2 + uint16(this.#received)) {
      const end = 2 + uint16(this.#received);
      const message = this.#received.slice(2, end);
      this.#received = this.#received.slice(end);
      this.#work = this.#work.then(() => this.#handle(message));
    }
  }

  async #handle(message: Uint8Array): Promise<void> {
    if (message.length === 1) return this.#control(at(message, 0));
    this.#send(await this.#slot.exchange(message));
  }

  async #control(code: number): Promise<void> {
    if (code === CONTROL_ON || code === CONTROL_RESET) this.#atr = await this.#slot.powerUp();
    if (code === CONTROL_OFF) await this.#slot.powerDown();
    if (code !== CONTROL_ATR) return;
    // The driver asks for the ATR to find out whether a card is there, before it has ever powered it.
    if (this.#atr === undefined) {
      this.#atr = await this.#slot.powerUp();
      await this.#slot.powerDown();
    }
    this.#send(this.#atr);
    if (this.#atr !== undefined) this.#onSeen();
  }

  /** Length and payload in one write: two segments would cost the driver a delayed acknowledgement. */
  #send(payload: Uint8Array | undefined): void {
    if (payload === undefined) this.#socket.destroy();
    else if (!this.#socket.destroyed) this.#socket.write(concat(word(payload.length), payload));
  }
}
