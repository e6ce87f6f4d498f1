/**
 * What the clock owes residents: withdrawals carried out at their limit, records erased when their time is over
 * or when nobody can show the consent. At the start for the time the program was off, then at every tick.
 */
import type { Installation } from './installation.ts';

/** A disk that will not take it now is asked again at the next tick; nothing here is kept in memory. */
export function keepConsentsInTime({ kept, requests, clock }: Installation): void {
  const now = clock.now();
  requests.settleDue(now);
  kept.eraseEnded(now);
  kept.eraseUnproven();
}
