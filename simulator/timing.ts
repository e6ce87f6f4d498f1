/** What an exchange costs in time: three profiles, taken from measurements and from the byte model of the fact sheet. */
import type { Device } from './device.ts';

/**
 * `instant`: nothing. `traced`: as measured on a real reader (KTP-el fact sheet 6.4). `spec`: the air at 106 kbit/s and the
 * SAM link at 115 200 bit/s, transport only (fact sheet 6.2).
 */
export type TimingProfile = 'instant' | 'traced' | 'spec';

export const TIMING_PROFILES: readonly TimingProfile[] = ['instant', 'traced', 'spec'];

/** Waits. `precise` clocks hit the moment within a fraction of a millisecond. */
export interface SimulatorClock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

const BIT_MS = 128 / 13_560;
const TURNAROUND_MS = 0.086;
/** Information bytes in one 256-byte frame: PCB and CRC take three. Longer messages are chained. ISO 14443-4 §7. */
const FRAME_INFORMATION = 253;
const FRAME_OVERHEAD = 3;
const SAM_BIT_MS = 1000 / 115_200;

/** Milliseconds from the first byte of the command to the last byte of the answer. */
export function exchangeMs(
  profile: TimingProfile,
  link: Device['link'],
  commandBytes: number,
  answerBytes: number,
): number {
  if (profile === 'instant') return 0;
  if (profile === 'traced') return link === 'contact' ? 48 + 1.74 * (commandBytes + answerBytes) : 16;
  if (link === 'contact') return (commandBytes + answerBytes + 8) * 11 * SAM_BIT_MS;
  const frames = framesOf(commandBytes) + framesOf(answerBytes);
  const bytes = commandBytes + answerBytes + frames * FRAME_OVERHEAD;
  // Type A: 9 bits a byte and 2 a frame. Type B: 10 bits a character, about 23 for start and end of frame.
  const bits = link === 'contactless-a' ? bytes * 9 + frames * 2 : bytes * 10 + frames * 23;
  return bits * BIT_MS + frames * TURNAROUND_MS;
}

function framesOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / FRAME_INFORMATION));
}

/**
 * The wall clock. A plain timer is late by a millisecond or more, which over a hundred exchanges would be a lie; so the timer
 * ends early and the rest is spent in turns of the event loop.
 */
export const preciseClock: SimulatorClock = {
  now: () => performance.now(),
  sleep: (milliseconds) => {
    if (milliseconds <= 0) return Promise.resolve();
    const due = performance.now() + milliseconds;
    return new Promise((resolve) => {
      const turn = (): void => {
        if (performance.now() >= due) resolve();
        else setImmediate(turn);
      };
      const early = milliseconds - 2;
      if (early >= 1) setTimeout(turn, early);
      else setImmediate(turn);
    });
  },
};
