/** What the officer saw happen, visit by visit: the first of the three books that are compared when the counter has closed. */
import type { Resident } from '../../../simulator/index.ts';
import type { Ending } from './plan.ts';

/**
 * `SERVED`: the page said so · `NOT_SERVED`: closed by the officer without a service · `STOPPED`: ended from outside, by a process that
 * died or an emergency · `CUT`: the power went before anything was recorded · `NOBODY`: no visit was opened.
 */
export type Final = 'SERVED' | 'NOT_SERVED' | 'STOPPED' | 'CUT' | 'NOBODY';

export interface Outcome {
  readonly final: Final;
  readonly consent?: 'GRANTED' | 'REFUSED';
  /** The service went on without an answer of Dukcapil. */
  readonly unverified?: true;
}

export interface Entry extends Outcome {
  readonly no: number;
  readonly ending: Ending;
  readonly resident: Resident;
  /** What the screens said on the way, as states of the visit. */
  readonly met: readonly string[];
}
