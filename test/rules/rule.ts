/** What the table of rules says of one rule: who enforces it, what a person reads, what proves it, and what is still open. */

/** Every rule that Ketuk answers for; between the ranges the numbering has gaps. */
const ranges = [
  [1, 8],
  [10, 32],
  [40, 50],
  [60, 68],
  [80, 85],
  [90, 97],
  [100, 107],
  [110, 115],
  [120, 127],
  [130, 133],
  [140, 144],
] as const;

export const ruleNumbers: readonly string[] = ranges.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, n) => `R-${String(first + n).padStart(3, '0')}`),
);

/** The two pieces of work that are to come. */
export type Later = 'SAM custody' | 'what is owed';

export interface Rule {
  readonly rule: string;
  readonly title: string;
  /** File → names declared in it: functions, methods, classes, triggers of the database. */
  readonly code: Readonly<Record<string, readonly string[]>>;
  /** Codes of failures and of official notices, or places in the message catalogue. */
  readonly messages: readonly string[];
  /** File → titles of its tests; `describe > test` where a title alone stands there twice. */
  readonly tests: Readonly<Record<string, readonly string[]>>;
  /** Where a decision of the design departs from the letter of the rule. */
  readonly decided?: string;
  /** What of the rule is not done, and with what it comes. */
  readonly open?: Readonly<Partial<Record<Later, string>>>;
}

export interface Chapter {
  readonly title: string;
  readonly rules: readonly Rule[];
}
