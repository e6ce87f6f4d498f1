/** What the program that is killed is told, and what it says before it dies. */
import type { BalikanEndpoint } from '../../../electron/contract/index.ts';

export interface Life {
  readonly folder: string;
  readonly endpoint: BalikanEndpoint;
  /** `serve`: records services and sends until it is killed. `settle`: works off what is owed, says what came of it, ends. */
  readonly mode: 'serve' | 'settle';
  /** Registration numbers begin with this and go on from 1. */
  readonly name: string;
  /** Services to record; more are not recorded, but what is owed is sent. */
  readonly services: number;
  /** When the clock of the installation began to run, in real time, and what it showed then (both in ms since 1970). */
  readonly clock: { readonly since: number; readonly showed: number };
}

/** How much faster than time the clock of the program runs: four hours of back-off pass in two and a half seconds. */
export const SPEED = 6000;

/** One line each, before or after the thing itself. `told`: this service was reported as durable. */
export type Said =
  | { readonly said: 'open' | 'enqueue' | 'send' | 'acknowledge' }
  | { readonly said: 'told'; readonly registrationNo: string }
  | { readonly said: 'failed'; readonly code: string }
  | { readonly said: 'books'; readonly books: Books };

/** The whole outbox, as the program itself sees it in the end. */
export interface Books {
  readonly rows: readonly { readonly registrationNo: string; readonly status: string }[];
  /** Sealed contents that are still there. */
  readonly envelopes: number;
  /** The log has no gap and no break. */
  readonly logIsWhole: boolean;
}
