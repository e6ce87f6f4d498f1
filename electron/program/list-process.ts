/** Lists as main has them made: every one is an order to a process of its own, which alone reads what is on it. */
import { appFailure, type ListOrder, type ListOutcome, listOutcome } from '../contract/index.ts';

/** @param run gives an order to a list process; `undefined` when it died */
export function listsInTheirProcess(
  run: (order: unknown) => Promise<unknown>,
): (order: ListOrder) => Promise<ListOutcome> {
  return async (order) => {
    const outcome = listOutcome.safeParse(await run(order));
    return outcome.success
      ? outcome.data
      : { kind: 'FAILED', failure: { ...appFailure('BALIKAN_LIST_NOT_MADE', 'list', 'process died') } };
  };
}
