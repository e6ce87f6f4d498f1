/** Passwords of accounts as main uses them: every hash and every check is an order to a process of its own. */
import { failed, type Result } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';
import { type Passwords, slowPasswords } from '../people/index.ts';

/** @param run gives an order to a passphrase process; `undefined` when it died */
export function passwordsInTheirProcess(run: (order: unknown) => Promise<unknown>): Passwords {
  async function answerTo<T>(order: unknown): Promise<Result<T>> {
    const answer = await run(order);
    // The process is ours and answers with a result or not at all.
    return answer === undefined
      ? failed(appFailure('PASSWORD_PROCESS_DIED', 'password'))
      : (answer as Result<T>);
  }
  return {
    decoy: slowPasswords.decoy,
    hash: (password) => answerTo<string>({ kind: 'hash', password }),
    fits: (hash, password) => answerTo<boolean>({ kind: 'fits', password, hash }),
  };
}
