/** What waits is not always left to its back-off: the manager sees the backlog at home, and has it sent until nothing is left of it. */
import type { Counter } from '../../support/counter.ts';
import { manager } from './people.ts';

/** The answers of some are lost again. */
const mostTimes = 6;
const soonMs = 4000;

/** To be done at home. */
export async function sendBacklog(counter: Counter): Promise<void> {
  for (let times = 1; times <= mostTimes; times += 1) {
    await counter.as(manager, () => counter.told('outbox.sendNow'));
    const sent = counter.untilHome('everything is sent', ({ outbox }) => outbox.waiting === 0, soonMs);
    if (await sent.then(Boolean, () => false)) return;
  }
  throw new Error(`data balikan still waits after it was sent ${mostTimes} times`);
}
