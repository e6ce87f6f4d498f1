/**
 * The pacing of typed NIKs (R-040…R-042), reckoned over the numbers themselves. Traces of two days cannot be compared by anybody,
 * so neither are the numbers here.
 */
import type { VisitBriefing } from '../../../electron/contract/index.ts';

const second = 1000;
const minute = 60 * second;

interface Attempt {
  at: number;
  readonly nik: string;
  readonly operatorId: string;
  readonly traceKey: string;
  readonly sent: boolean;
}

export class PacingModel {
  #attempts: Attempt[] = [];
  #misses: { at: number; readonly operatorId: string }[] = [];
  readonly #taps = new Map<string, number>();
  readonly #approved = new Set<string>();

  /** Another person let this one NIK through, in this visit. */
  approved(visitId: string, nik: string): void {
    this.#approved.add(`${visitId} ${nik}`);
  }

  missed(operatorId: string, at: number): void {
    this.#misses.push({ operatorId, at });
  }

  readFailed(reader: string): void {
    this.#taps.delete(reader);
  }

  whyNoTap(reader: string, at: number): string[] {
    const last = this.#taps.get(reader) ?? Number.NEGATIVE_INFINITY;
    this.#taps.set(reader, at);
    return at - last < 5 * second ? ['two taps within five seconds'] : [];
  }

  /** Counts as an attempt, and not as an inquiry. */
  held(nik: string, { operator, traceKey }: VisitBriefing, at: number): void {
    this.#attempts.push({ at, nik, operatorId: operator.id, traceKey, sent: false });
  }

  whyNotTyped(nik: string, { visitId, operator, traceKey }: VisitBriefing, at: number): string[] {
    const own = this.#attempts.filter(({ operatorId }) => operatorId === operator.id);
    const reasons: string[] = [];
    if (own.some((attempt) => attempt.sent && at - attempt.at < 20 * second))
      reasons.push('within twenty seconds');
    if (own.filter((attempt) => at - attempt.at < 5 * minute).length >= 6)
      reasons.push('more than six in five minutes');
    if (!this.#approved.has(`${visitId} ${nik}`)) {
      const others = this.#attempts.filter((attempt) => attempt.nik !== nik && attempt.traceKey === traceKey);
      const within = (ms: number) => [
        ...new Set(others.filter((one) => at - one.at < ms).map((one) => one.nik)),
      ];
      if (isSequence(nik, within(60 * minute))) reasons.push('a sequence of numbers');
      if (isPattern(nik, within(30 * minute))) reasons.push('a pattern');
      const misses = this.#misses.filter(
        (miss) => miss.operatorId === operator.id && at - miss.at < 10 * minute,
      );
      if (misses.length > 3) reasons.push('guessing');
    }
    this.#attempts.push({ at, nik, operatorId: operator.id, traceKey, sent: true });
    return reasons;
  }

  /** To be told at every question: after the clock was set back nothing has happened in the future. */
  clockMaySay(now: number): void {
    for (const entry of [...this.#attempts, ...this.#misses]) entry.at = Math.min(entry.at, now);
    for (const [reader, at] of this.#taps) this.#taps.set(reader, Math.min(at, now));
  }
}

/** neighbours, or the third of an arithmetic progression, of those that share all but the serial. */
function isSequence(nik: string, others: readonly string[]): boolean {
  const serial = Number(nik.slice(12));
  const kin = others
    .filter((one) => one.slice(0, 12) === nik.slice(0, 12))
    .map((one) => Number(one.slice(12)));
  if (kin.some((one) => Math.abs(one - serial) <= 3)) return true;
  return kin.some((a) =>
    kin.some((b) => a !== b && [a + b === 2 * serial, a + serial === 2 * b].includes(true)),
  );
}

/** three of one region and birth date, or one group of digits over and over. */
function isPattern(nik: string, others: readonly string[]): boolean {
  const birth = (one: string) => `${one.slice(0, 6)}${Number(one.slice(6, 8)) % 40}${one.slice(8, 12)}`;
  return /^(\d{1,4})\1{3,}$/.test(nik) || others.filter((one) => birth(one) === birth(nik)).length >= 2;
}
