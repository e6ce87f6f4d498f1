/**
 * The port between Ketuk and whatever moves APDUs. Everything above it – SAM dialogue, read plan, visit – knows this file
 * and no adapter. Adapters: `pcsc` (the resource manager), `virtual` (training mode), `replay` (strict order, for tests).
 */
import type { Result } from '../failure.ts';

export interface ReaderStatus {
  readonly name: string;
  readonly cardPresent: boolean;
  /** Another program holds the card exclusively. */
  readonly inUse: boolean;
  /** The card is there but does not answer to reset. */
  readonly mute: boolean;
  /** Answer to reset of the card, absent when there is none. ISO 7816-3 §8. */
  readonly atr?: Uint8Array;
  /** Counts insertions and removals in this reader (PC/SC: upper word of dwEventState), where the adapter knows it. */
  readonly eventCount?: number;
}

export type ReaderChange =
  | { readonly kind: 'readers'; readonly readers: readonly ReaderStatus[] }
  | { readonly kind: 'broken'; readonly failure: import('../failure.ts').Failure };

export interface Disposable {
  dispose(): void;
}

export interface CardConnection {
  readonly reader: string;
  readonly atr: Uint8Array;
  /**
   * One exchange: a whole command APDU out, the answer with its two status bytes back. Commands to one connection are
   * sent one after the other in the order of the calls. An answer shorter than two bytes is a transport failure.
   */
  transmit(command: Uint8Array): Promise<Result<Uint8Array>>;
  /** `leave` keeps the card as it is (a SAM stays open), `reset` makes it forget its session. Never throws; safe to call twice. */
  disconnect(disposition: 'leave' | 'reset'): Promise<void>;
}

export interface CardTransport {
  listReaders(): Promise<Result<readonly ReaderStatus[]>>;
  /** Tells of every change of readers and cards, the state at the time of the call first. */
  watch(listener: (change: ReaderChange) => void): Disposable;
  connect(reader: string): Promise<Result<CardConnection>>;
  dispose(): Promise<void>;
}
