/**
 * The server's own clock. Quota days and access hours run in western Indonesian time (UTC+7, no summer time), and a test
 * or a trainer may set the hour without waiting for it.
 */

const dayMs = 86_400_000;
const wibOffsetMs = 7 * 3_600_000;

export interface AccessHours {
  /** Minutes since midnight, inclusive. */
  readonly from: number;
  /** Minutes since midnight, exclusive. A window may pass midnight. */
  readonly to: number;
}

export class ServerClock {
  readonly #now: () => number;
  #shiftMs = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds since 1970, UTC. */
  now(): number {
    return this.#now() + this.#shiftMs;
  }

  /** Number of the local day, for comparing days only. */
  day(): number {
    return Math.floor((this.now() + wibOffsetMs) / dayMs);
  }

  /** Minutes since local midnight, with their fraction. */
  minuteOfDay(): number {
    return ((this.now() + wibOffsetMs) % dayMs) / 60_000;
  }

  isWithin({ from, to }: AccessHours): boolean {
    const minute = this.minuteOfDay();
    return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  }

  /** Sets the local time of the current local day; the clock runs on from there. */
  setMinuteOfDay(minute: number): void {
    this.#shiftMs += Math.round((minute - this.minuteOfDay()) * 60_000);
  }

  nextDay(): void {
    this.#shiftMs += dayMs;
  }

  real(): void {
    this.#shiftMs = 0;
  }
}

/** `07:30` as minutes since midnight, or undefined. `24:00` is the end of a day. */
export function minutesOf(text: string): number | undefined {
  const parts = /^([01][0-9]|2[0-4]):([0-5][0-9])$/.exec(text);
  if (parts === null) return undefined;
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return minutes <= 1440 ? minutes : undefined;
}

/** `07:30-17:00` as a window, or undefined. */
export function accessHoursOf(text: string): AccessHours | undefined {
  const [from, to, ...rest] = text.split('-').map(minutesOf);
  return from === undefined || to === undefined || rest.length > 0 ? undefined : { from, to };
}
