/** What is left of a day's quota, as the tile and the chart both say it. */
import type { OpenHome } from '../../electron/contract/index.ts';

/** @returns null: without a limit; nothing once Dukcapil closed the day, whatever our count says */
export function leftOf({ used, limit, closed }: OpenHome['quota']): number | null {
  if (closed) return 0;
  return limit === null ? null : Math.max(0, limit - used);
}
