/** What a campaign is given and what it must answer. */

export interface Campaign {
  readonly count: number;
  readonly seed: number;
  /** Says how far it is. Not part of the result. */
  readonly say: (line: string) => void;
}

export interface Verdict {
  readonly held: boolean;
  readonly closing: string;
}
