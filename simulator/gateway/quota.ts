/**
 * Daily hits of one consumer, counting down and full again with the server's new day (gateway fact sheet 4.2). Whether notices cost a hit
 * is unknown; here every request that is searched for does.
 */
import type { ServerClock } from './clock.ts';

export class Quota {
  readonly #clock: ServerClock;
  readonly #daily: number;
  #day: number;
  #remaining: number;

  constructor(clock: ServerClock, daily: number) {
    this.#clock = clock;
    this.#daily = daily;
    this.#day = clock.day();
    this.#remaining = daily;
  }

  get remaining(): number {
    this.#rollOver();
    return this.#remaining;
  }

  /** Takes one hit; false when none is left. */
  take(): boolean {
    this.#rollOver();
    if (this.#remaining === 0) return false;
    this.#remaining -= 1;
    return true;
  }

  /** Sets what is left of today. */
  set(remaining: number): void {
    this.#rollOver();
    this.#remaining = remaining;
  }

  #rollOver(): void {
    const today = this.#clock.day();
    if (today === this.#day) return;
    this.#day = today;
    this.#remaining = this.#daily;
  }
}
