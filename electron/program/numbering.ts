/** Numbers of this counter: registration and receipt of each visit, counted per day and never given twice (R-026, 5.6). */
import { ok, type Result } from '../../native/failure.ts';
import { localDay } from '../calendar/index.ts';
import type { StateTable, StoreFailure } from '../store/index.ts';

export interface VisitNumbers {
  readonly registrationNo: string;
  readonly receiptNo: string;
}

export class Numbering {
  readonly #state: StateTable;
  readonly #zone: string;
  readonly #counter: string;

  /** @param counter short sign of the counter, e.g. `L1`, so that two counters of one office never meet. */
  constructor(state: StateTable, zone: string, counter: string) {
    this.#state = state;
    this.#zone = zone;
    this.#counter = counter;
  }

  /** The numbers of the next visit of this day. They are used up by {@link taken}, once somebody came. */
  next(now: number): VisitNumbers {
    const day = this.#day(now);
    const number = String(this.#last(day) + 1).padStart(4, '0');
    return {
      registrationNo: `${this.#counter}-${day}-${number}`,
      receiptNo: `BP-${this.#counter}-${day}-${number}`,
    };
  }

  /**
   * Durable when it answers with success. Said when somebody came and, because the disk may have refused then, once more before
   * anything is stored under the numbers: a number that appears again must be one under which nothing is.
   */
  taken(numbers: VisitNumbers): Result<void, StoreFailure> {
    const [, day = '', number = ''] = /-(\d{8})-(\d+)$/.exec(numbers.registrationNo) ?? [];
    if (Number(number) <= this.#last(day)) return ok(undefined);
    return this.#state.set(this.#key(day), String(Number(number)));
  }

  #day(now: number): string {
    return localDay(now, this.#zone).replaceAll('-', '');
  }

  #last(day: string): number {
    const stored = this.#state.get(this.#key(day));
    return stored.ok ? Number(stored.value ?? 0) : 0;
  }

  #key(day: string): string {
    return `visit-number:${this.#counter}:${day}`;
  }
}
