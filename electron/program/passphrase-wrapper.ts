/** The passphrase wrapper as main uses it: every call is an order to a process of its own. */

import { failed, type Result } from '../../native/failure.ts';
import type { Sensitive } from '../../native/sensitive.ts';
import { appFailure } from '../contract/index.ts';
import { runOrder } from '../host/index.ts';
import type { KeyWrapper, StoreFailure } from '../store/index.ts';

export function passphraseInItsProcess(script: string, passphrase: Sensitive<string>): KeyWrapper {
  async function run(kind: 'wrap' | 'unwrap', bytes: Uint8Array): Promise<Result<Uint8Array, StoreFailure>> {
    const order = { kind, passphrase: passphrase.reveal(), bytes };
    const answer = await runOrder(script, 'ketuk-kunci', order);
    // The process is ours and answers with a result or not at all.
    if (answer === undefined)
      return failed(appFailure('KEYS_UNAVAILABLE', 'passphrase', 'its process ended'));
    return answer as Result<Uint8Array, StoreFailure>;
  }
  return {
    kind: 'passphrase',
    wrap: (secret) => run('wrap', secret),
    unwrap: (wrapped) => run('unwrap', wrapped),
  };
}
