/**
 * The part of npm `smartcard` that Ketuk uses, and its lazy loading: the package is optional, and where it could not be built
 * the program still starts, trains and says what is missing.
 *
 * Read from its source (3.7.0): connect, transmit and wait run on worker threads; listing, disconnecting and closing run on the
 * calling thread; every call holds the lock of its PC/SC context, so two calls on one context never overlap and a
 * synchronous call waits for a transmit under way. Hence one context per connection and one for watching. Errors carry a
 * text and no number (see pcsc-errors.ts).
 */

import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';

export interface BoundCard {
  readonly atr: Uint8Array | null;
  transmit(command: Buffer): Promise<Buffer>;
  disconnect(disposition: number): void;
  reconnect(shareMode: number, protocols: number, initialization: number): Promise<number>;
}

export interface BoundReader {
  readonly name: string;
  readonly state: number;
  readonly atr: Uint8Array | null;
  connect(shareMode: number, protocols: number): Promise<BoundCard>;
}

export interface BoundContext {
  listReaders(): BoundReader[];
  waitForChange(readers: { name: string; state: number }[], timeoutMs: number): Promise<unknown>;
  cancel(): void;
  close(): void;
}

export interface PcscBinding {
  readonly Context: new () => BoundContext;
}

export type LoadBinding = () => Promise<Result<PcscBinding, CardFailure>>;

/** Loads the real binding. The name is kept out of bundles: the package holds a native file. */
export async function loadSmartcard(): Promise<Result<PcscBinding, CardFailure>> {
  try {
    const { Context } = await import('smartcard');
    return ok({ Context: Context as unknown as PcscBinding['Context'] });
  } catch (error) {
    return failed(cardFailure('BINDING_MISSING', 'load smartcard', loadErrorCode(error)));
  }
}

function loadErrorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'not loadable';
}
