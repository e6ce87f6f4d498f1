/**
 * Watches for what the technical guides forbid: NIKs entered in sequence, in a pattern, or close together in time (003/004 II.E.1).
 * The guides give no numbers. These are the ones of, seen from the server's side.
 */

type PacingFlag = 'sequential' | 'patterned' | 'too-fast';

export interface PacingReport {
  readonly hits: number;
  readonly flags: number;
  readonly sequential: number;
  readonly patterned: number;
  readonly tooFast: number;
}

interface Hit {
  readonly at: number;
  readonly nik: string;
}

const minute = 60_000;
const memoryMs = 60 * minute;
const patternMs = 30 * minute;

export class PacingDetector {
  readonly #minimumGapMs: number;
  #recent: readonly Hit[] = [];
  #hits = 0;
  #counts: Record<PacingFlag, number> = { sequential: 0, patterned: 0, 'too-fast': 0 };

  /** @param minimumGapMs gateway fact sheet 4.2 proposes 5 s between hits of one user. */
  constructor(minimumGapMs: number) {
    this.#minimumGapMs = minimumGapMs;
  }

  /** Notes one searched NIK and says what is suspicious about it. */
  note(nik: string, at: number): readonly PacingFlag[] {
    this.#recent = this.#recent.filter((hit) => at - hit.at < memoryMs);
    const last = this.#recent.at(-1);
    const flags: PacingFlag[] = [];
    if (this.#isSequential(nik)) flags.push('sequential');
    if (this.#isPatterned(nik, at)) flags.push('patterned');
    if (last !== undefined && at - last.at < this.#minimumGapMs) flags.push('too-fast');
    for (const flag of flags) this.#counts[flag] += 1;
    this.#hits += 1;
    this.#recent = [...this.#recent, { at, nik }];
    return flags;
  }

  report(): PacingReport {
    const { sequential, patterned, 'too-fast': tooFast } = this.#counts;
    return { hits: this.#hits, flags: sequential + patterned + tooFast, sequential, patterned, tooFast };
  }

  /** neighbours by serial number, or the third step of an arithmetic progression. */
  #isSequential(nik: string): boolean {
    const near = this.#recent.some(
      (hit) =>
        hit.nik !== nik && hit.nik.slice(0, 12) === nik.slice(0, 12) && serialDistance(hit.nik, nik) <= 3,
    );
    const [first, second] = this.#recent.slice(-2).map((hit) => BigInt(hit.nik));
    if (near || first === undefined || second === undefined) return near;
    const step = BigInt(nik) - second;
    return step !== 0n && step === second - first;
  }

  /** the third different NIK of one district and birth date within half an hour, or one group of digits repeated. */
  #isPatterned(nik: string, at: number): boolean {
    const alike = this.#recent
      .filter((hit) => at - hit.at < patternMs && hit.nik.slice(0, 12) === nik.slice(0, 12))
      .map((hit) => hit.nik);
    return new Set([...alike, nik]).size >= 3 || /^(\d{1,8})\1+$/.test(nik);
  }
}

function serialDistance(left: string, right: string): number {
  return Math.abs(Number(left.slice(12)) - Number(right.slice(12)));
}
