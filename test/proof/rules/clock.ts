/** The time of a walk: it passes only when the walk says so, and can be set like the clock of a computer. */
import type { Clock } from '../../../electron/store/index.ts';

interface Waiting {
  readonly at: number;
  readonly call: () => void;
}

export class WalkClock implements Clock {
  #wall: number;
  #passed = 0;
  #waiting = new Set<Waiting>();

  constructor(start: number) {
    this.#wall = start;
  }

  readonly now = (): number => this.#wall;

  readonly after = (ms: number, call: () => void): (() => void) => {
    const entry = { at: this.#passed + ms, call };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  };

  /** Time passes, and what falls due on the way happens in its order. */
  pass(ms: number): void {
    const end = this.#passed + ms;
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#waiting.delete(next);
      this.#wall += next.at - this.#passed;
      this.#passed = next.at;
      next.call();
    }
    this.#wall += end - this.#passed;
    this.#passed = end;
  }

  /** The computer slept: what fell due meanwhile happens at once, and once. */
  sleep(ms: number): void {
    this.#wall += ms;
    this.#passed += ms;
    const due = [...this.#waiting].filter(({ at }) => at <= this.#passed).sort((a, b) => a.at - b.at);
    for (const entry of due) if (this.#waiting.delete(entry)) entry.call();
  }

  /** A person sets the clock; no time passes. */
  set(now: number): void {
    this.#wall = now;
  }

  /** The program has ended: nobody waits any more. */
  forget(): void {
    this.#waiting.clear();
  }

  #next(end: number): Waiting | undefined {
    let next: Waiting | undefined;
    for (const entry of this.#waiting) {
      if (entry.at <= end && (next === undefined || entry.at < next.at)) next = entry;
    }
    return next;
  }
}
