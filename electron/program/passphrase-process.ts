/**
 * Entry of the passphrase process: wraps or unwraps the key bundle, hashes or checks one password, and ends. Argon2id wants 64 MiB
 * and most of a second; in a process of its own neither keeps the window waiting, and the memory goes back with the process.
 */
import { z } from 'zod';
import type { Result } from '../../native/failure.ts';
import { declared } from '../../native/sensitive.ts';
import { slowPasswords } from '../people/index.ts';
import { passphraseWrapper } from '../store/index.ts';

const order = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['wrap', 'unwrap']), passphrase: z.string(), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('hash'), password: z.string() }),
  z.object({ kind: z.literal('fits'), password: z.string(), hash: z.string() }),
]);

const { parentPort } = process;

parentPort.once('message', ({ data }) => {
  void carryOut(order.parse(data)).then((result) => parentPort.postMessage(result));
});

function carryOut(asked: z.infer<typeof order>): Promise<Result<unknown>> {
  if (asked.kind === 'hash') return slowPasswords.hash(asked.password);
  if (asked.kind === 'fits') return slowPasswords.fits(asked.hash, asked.password);
  return passphraseWrapper(declared(asked.passphrase))[asked.kind](asked.bytes);
}
