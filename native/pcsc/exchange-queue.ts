/**
 * One connection, one exchange at a time, in the order of the calls, and none that never ends. Both adapters that reach a card
 * build their connections on this queue.
 */

import { redactCommand } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';

export type Exchange = (command: Uint8Array) => Promise<Result<Uint8Array>>;

/**
 * Longer than the longest honest answer: a card may ask for about 2.5 s of frame waiting time and extend it (ISO 14443-4
 * §7.3), a SAM at its start-up speed needs about a second for a full frame (KTP-el fact sheet 6.4).
 */
export const DEFAULT_EXCHANGE_TIMEOUT_MS = 15_000;

export class ExchangeQueue {
  readonly #exchange: Exchange;
  readonly #timeoutMs: number;
  #tail: Promise<unknown> = Promise.resolve();
  #ended: CardFailure | undefined;
  #straggler: Promise<unknown> | undefined;

  constructor(exchange: Exchange, timeoutMs: number) {
    this.#exchange = exchange;
    this.#timeoutMs = timeoutMs;
  }

  transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    const answer = this.#tail.then(() => this.#run(command));
    this.#tail = answer;
    return answer;
  }

  /** Refuses everything that has not started yet; resolves when the exchange under way, if any, has really ended. */
  async end(failure: CardFailure): Promise<void> {
    this.#ended ??= failure;
    await this.#tail;
    await this.#straggler;
  }

  /** Resolves when an exchange has run out of time while the driver is still busy with it; otherwise never. */
  stuck(): Promise<void> {
    return this.#tail.then(() => (this.#straggler ? undefined : new Promise<void>(() => undefined)));
  }

  async #run(command: Uint8Array): Promise<Result<Uint8Array>> {
    if (this.#ended) return failed({ ...this.#ended, at: redactCommand(command) });
    const under = this.#exchange(command);
    const answer = await this.#bounded(under, command);
    if (!answer.ok) return answer;
    if (isAbsence(answer.value))
      return failed(cardFailure('CARD_REMOVED', redactCommand(command), 'empty answer'));
    if (answer.value.length < 2) return failed(cardFailure('ANSWER_TOO_SHORT', redactCommand(command)));
    return ok(answer.value);
  }

  /**
   * A driver cannot be interrupted, so an exchange that timed out is still under way: the connection is finished, and its
   * owner may only let go of it once the driver has come back (a disconnect before that would block the whole process).
   */
  #bounded(under: Promise<Result<Uint8Array>>, command: Uint8Array): Promise<Result<Uint8Array>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const failure = cardFailure('TIMEOUT', redactCommand(command));
        this.#ended ??= failure;
        this.#straggler = under.catch(() => undefined);
        resolve(failed(failure));
      }, this.#timeoutMs);
      under.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}

/** How drivers say that the slot is empty: with nothing, or with `0000` (KTP-el fact sheet 1.4 and 2.4). */
function isAbsence(answer: Uint8Array): boolean {
  return answer.length === 0 || (answer.length === 2 && answer[0] === 0 && answer[1] === 0);
}
