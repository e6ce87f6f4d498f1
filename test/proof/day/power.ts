/** A power cut: the program is killed with everything it was doing, and started again on what it left. */
import type { Counter } from '../../support/counter.ts';
import { untilReady } from './devices.ts';

export async function powerCut(counter: Counter): Promise<void> {
  await counter.kill();
  counter.lift();
  await counter.start();
  await untilReady(counter);
}
