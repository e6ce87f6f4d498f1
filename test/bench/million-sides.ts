/** The two sides that are compared: the first day, and a million items later. */
import { median } from './statistics.ts';

export const sides = ['firstDay', 'million'] as const;
export type Side = (typeof sides)[number];

/** In milliseconds. */
export type Times = Readonly<Record<Side, number[]>>;

/** A page of the list. */
export const PAGE = 50;

export const noTimes = (): Times => ({ firstDay: [], million: [] });
export const ratioOf = ({ firstDay, million }: Times) => median(million) / median(firstDay);

/** The medians of both sides, under `name`. */
export function mediansOf(name: string, times: Times): Readonly<Record<string, number>> {
  return Object.fromEntries(sides.map((side) => [`${name}.${side}`, median(times[side])]));
}
