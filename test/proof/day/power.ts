/** A power cut: the program is killed with everything it was doing, and started again on what it left. */
import type { Counter } from '../../support/counter.ts';

export async function powerCut(counter: Counter): Promise<void> {
  await counter.kill();
  counter.lift();
  await counter.start();
  await counter.window.untilState('READY');
}
