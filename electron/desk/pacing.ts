/**
 * Pacing of NIK entry (R-040…R-042): not sequential, not patterned, not in quick succession. Works on keyed traces; the memory
 * lives as long as the program and holds no NIK. A tap is not NIK entry and only keeps its short gap.
 *
 * The numbers are decisions of domain 3.D; the seeds say only "not sequentially, in a pattern, or close together".
 */
import type { AppFailureCode, NikTrace } from '../contract/index.ts';

const second = 1000;
const minute = 60 * second;

export const pacingRules = {
  typedGapMs: 20 * second,
  burstMs: 5 * minute,
  burstMost: 6,
  tapGapMs: 5 * second,
  sequenceMs: 60 * minute,
  nearSerials: 3,
  patternMs: 30 * minute,
  patternMost: 2,
  guessMs: 10 * minute,
  guessMost: 3,
} as const;

export interface Hold {
  readonly code: Extract<AppFailureCode, 'NIK_TOO_FAST' | 'NIK_SEQUENTIAL' | 'NIK_PATTERNED'>;
  /** Which clause holds it; for the record, never a value. */
  readonly detail: string;
  /** Epoch milliseconds from which it may go; absent when time does not heal it. */
  readonly waitUntil?: number;
}

interface Attempt {
  at: number;
  readonly operatorId: string;
  readonly trace: NikTrace;
  /** False for an attempt that was refused: it counts as an attempt, and not as an inquiry. */
  sent: boolean;
}

/** a − b of two masked numbers of one group: the masks cancel out, and the true difference is far below 2^31. */
function difference(a: number, b: number): number {
  return (a - b) | 0;
}

/** Whether the number is the third of an arithmetic progression with two of the others, in whatever order they came. */
function completesProgression(number: number, others: readonly number[]): boolean {
  const steps = [...new Set(others.map((other) => difference(other, number)))].filter((step) => step !== 0);
  return steps.some((a, i) => steps.slice(i + 1).some((b) => a === -b || a === 2 * b || b === 2 * a));
}

export class Pacing {
  #attempts: Attempt[] = [];
  readonly #misses = new Map<string, number[]>();
  readonly #taps = new Map<string, number>();

  /** Whether a typed NIK may be asked about now. The attempt is remembered either way. */
  typed(trace: NikTrace, operatorId: string, now: number, approved: boolean): Hold | undefined {
    this.#clockMaySay(now);
    this.#attempts = this.#attempts.filter(({ at }) => now - at < pacingRules.sequenceMs);
    const hold =
      this.#tooFast(operatorId, now) ??
      (approved
        ? undefined
        : (this.#sequential(trace) ?? this.#patterned(trace, now) ?? this.#guessing(operatorId, now)));
    this.#attempts.push({ at: now, operatorId, trace, sent: hold === undefined });
    return hold;
  }

  /** The attempt just made was refused for another reason: it is no inquiry to keep a gap from. */
  takeBack(trace: NikTrace): void {
    const last = this.#attempts.findLast((attempt) => attempt.trace.nik === trace.nik);
    if (last !== undefined) last.sent = false;
  }

  tapped(reader: string, now: number): Hold | undefined {
    this.#clockMaySay(now);
    const last = this.#taps.get(reader);
    const waitUntil = last === undefined ? now : last + pacingRules.tapGapMs;
    if (waitUntil > now) return { code: 'NIK_TOO_FAST', detail: 'taps on one reader', waitUntil };
    this.#taps.set(reader, now);
    return undefined;
  }

  /** A read that failed showed nobody's data; the same card may be laid down again at once. */
  readFailed(reader: string): void {
    this.#taps.delete(reader);
  }

  /** A typed NIK was answered with "tidak terdapat di database" (R-041, guessing). */
  missed(operatorId: string, now: number): void {
    this.#misses.set(operatorId, [...this.#recentMisses(operatorId, now), now]);
  }

  /** What lies ahead of a clock that was set back happened just now at the latest: a gap is kept once more, and not for a year. */
  #clockMaySay(now: number): void {
    for (const attempt of this.#attempts) attempt.at = Math.min(attempt.at, now);
    for (const [operatorId, times] of this.#misses) {
      this.#misses.set(
        operatorId,
        times.map((at) => Math.min(at, now)),
      );
    }
    for (const [reader, at] of this.#taps) this.#taps.set(reader, Math.min(at, now));
  }

  #tooFast(operatorId: string, now: number): Hold | undefined {
    const own = this.#attempts.filter((attempt) => attempt.operatorId === operatorId);
    const lastSent = own.findLast(({ sent }) => sent);
    const burst = own.filter(({ at }) => now - at < pacingRules.burstMs);
    const oldest = burst.at(-pacingRules.burstMost);
    const waitUntil = Math.max(
      lastSent === undefined ? now : lastSent.at + pacingRules.typedGapMs,
      oldest === undefined ? now : oldest.at + pacingRules.burstMs,
    );
    if (waitUntil <= now) return undefined;
    return { code: 'NIK_TOO_FAST', detail: 'typed inquiries of one operator', waitUntil };
  }

  #sequential(trace: NikTrace): Hold | undefined {
    const kin = this.#others(trace).filter(({ first12 }) => first12 === trace.first12);
    const serials = kin.map(({ maskedSerial }) => maskedSerial);
    const near = serials.some(
      (serial) => Math.abs(difference(serial, trace.maskedSerial)) <= pacingRules.nearSerials,
    );
    if (near) return { code: 'NIK_SEQUENTIAL', detail: 'neighbouring serial numbers' };
    if (completesProgression(trace.maskedSerial, serials)) {
      return { code: 'NIK_SEQUENTIAL', detail: 'serial numbers in equal steps' };
    }
    return undefined;
  }

  #patterned(trace: NikTrace, now: number): Hold | undefined {
    if (trace.repeatedGroups) return { code: 'NIK_PATTERNED', detail: 'repeated groups of digits' };
    const sameBirth = new Set(
      this.#others(trace, now - pacingRules.patternMs)
        .filter(({ regionAndBirth }) => regionAndBirth === trace.regionAndBirth)
        .map(({ nik }) => nik),
    );
    if (sameBirth.size >= pacingRules.patternMost) {
      return { code: 'NIK_PATTERNED', detail: 'one region and birth date' };
    }
    // Equal steps of the birth date with one serial are also equal steps of the number, hence the longer memory.
    const births = this.#others(trace)
      .filter(({ regionAndSerial }) => regionAndSerial === trace.regionAndSerial)
      .map(({ maskedBirthDay }) => maskedBirthDay);
    return completesProgression(trace.maskedBirthDay, births)
      ? { code: 'NIK_PATTERNED', detail: 'birth dates in equal steps' }
      : undefined;
  }

  #guessing(operatorId: string, now: number): Hold | undefined {
    return this.#recentMisses(operatorId, now).length > pacingRules.guessMost
      ? { code: 'NIK_PATTERNED', detail: 'many NIKs that do not exist' }
      : undefined;
  }

  #recentMisses(operatorId: string, now: number): number[] {
    return (this.#misses.get(operatorId) ?? []).filter((at) => now - at < pacingRules.guessMs);
  }

  /** Traces of this workstation with another NIK; typing the same one again is no sequence. */
  #others(trace: NikTrace, since = Number.NEGATIVE_INFINITY): NikTrace[] {
    return this.#attempts
      .filter((attempt) => attempt.at >= since && attempt.trace.nik !== trace.nik)
      .map((attempt) => attempt.trace);
  }
}
