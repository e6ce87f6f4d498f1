/** Papers as main has them printed: every one is an order to a process of its own. */
import { failed, type Result } from '../../native/failure.ts';
import { appFailure, type PaperModel } from '../contract/index.ts';

/** @param run gives an order to a paper process; `undefined` when it died */
export function papersInTheirProcess(
  run: (order: unknown) => Promise<unknown>,
): (model: PaperModel) => Promise<Result<Uint8Array>> {
  return async (model) => {
    const answer = await run(model);
    // The process is ours and answers with a result or not at all.
    return answer === undefined
      ? failed(appFailure('PAPER_PROCESS_DIED', 'paper'))
      : (answer as Result<Uint8Array>);
  };
}
