/**
 * What the clock owes residents: withdrawals carried out at their limit, records erased when their time is over
 * or when nobody can show the consent. At the start for the time the program was off, then at every tick.
 */
import { ok } from '../../native/failure.ts';
import type { Installation } from './installation.ts';

/** After a year in which the program was off there is more to erase than a tap may wait for. */
const betweenSlicesMs = 100;

/**
 * Goes on in slices until nothing is left for now, and then tells of it.
 * @param believed whether the clock may be believed, asked anew for each slice
 */
export function consentsInTime(
  installation: Installation,
  believed: () => boolean,
  erased: () => void,
): { tick(): void } {
  let underWay = false;

  function slice(before: boolean): void {
    underWay = keepConsentsInTime(installation, believed());
    if (underWay) installation.clock.after(betweenSlicesMs, () => slice(true));
    else if (before) erased();
  }

  return {
    tick() {
      if (!underWay) slice(false);
    },
  };
}

/**
 * One slice. Says whether anything was erased. A disk that will not take it now is asked again at the next tick; nothing here is kept in
 * memory.
 * @param believed the clock may be believed: while it may not, nothing is erased for its age. A withdrawal harms nobody by being
 * carried out early.
 */
export function keepConsentsInTime({ kept, requests, clock }: Installation, believed: boolean): boolean {
  const now = clock.now();
  const done = [requests.settleDue(now), believed ? kept.eraseEnded(now) : ok(0), kept.eraseUnproven()];
  return done.some((result) => result.ok && result.value > 0);
}
