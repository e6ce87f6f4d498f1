/** Counts taken together: what was counted of one thing, and how many that makes. Pure. */
import type { Counted } from './tally.ts';

export function sum(counted: readonly { readonly n: number }[]): number {
  return counted.reduce((all, { n }) => all + n, 0);
}

export function those(
  counted: readonly Counted[],
  what: string,
  ...outcomes: readonly string[]
): readonly Counted[] {
  return counted.filter((one) => one.what === what && (outcomes.length === 0 || outcomes.includes(one.of)));
}
