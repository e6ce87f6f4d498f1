/**
 * Writes down what a visit told. A disk that will not take it now is asked again, in order, until it does; while anything is
 * unwritten nobody gets a permit, so that nothing can happen that the books do not know.
 */
import type { Failure, Result } from '../../native/failure.ts';
import type { Clock } from '../store/index.ts';

const againMs = 5000;

export class PatientBooks {
  readonly #clock: Clock;
  readonly #unwritten: (() => Result<unknown>)[] = [];
  #failure: Failure | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What keeps the books from being written; the entry waits. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  write(entry: () => Result<unknown>): void {
    this.#unwritten.push(entry);
    if (this.#unwritten.length === 1) this.#writeDown();
  }

  #writeDown(): void {
    for (let entry = this.#unwritten[0]; entry !== undefined; entry = this.#unwritten[0]) {
      const written = entry();
      this.#failure = written.ok || written.failure.link !== 'store' ? undefined : written.failure;
      if (this.#failure !== undefined) {
        this.#clock.after(againMs, () => this.#writeDown());
        return;
      }
      this.#unwritten.shift();
    }
  }
}
