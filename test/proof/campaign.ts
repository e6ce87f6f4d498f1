/** What a campaign is given and what it must answer. */

export interface Campaign {
  readonly count: number;
  readonly seed: number;
  /** Says how far it is. Not part of the result. */
  readonly say: (line: string) => void;
}

export interface Verdict {
  readonly held: boolean;
  /** What was tried and what was found, by their names and in the order of the closing line. */
  readonly figures: Readonly<Record<string, number>>;
}

/** `proof day: 200 visits, 0 duties lost, 0 traces`, of which the figures are `visits`, `dutiesLost` and `traces`. */
export function closingLine(name: string, figures: Verdict['figures']): string {
  const words = (figure: string) => figure.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const told = Object.entries(figures).map(([figure, n]) => `${n} ${words(figure)}`);
  return `proof ${name}: ${told.join(', ')}`;
}
