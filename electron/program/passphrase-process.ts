/**
 * Entry of the passphrase process: wraps or unwraps the key bundle once, and ends. Argon2id wants 64 MiB and most of a second;
 * in a process of its own neither keeps the window waiting, and the memory goes back with the process.
 */
import { z } from 'zod';
import { declared } from '../../native/sensitive.ts';
import { passphraseWrapper } from '../store/index.ts';

const order = z.object({
  kind: z.enum(['wrap', 'unwrap']),
  passphrase: z.string(),
  bytes: z.instanceof(Uint8Array),
});

const { parentPort } = process;

parentPort.once('message', ({ data }) => {
  const { kind, passphrase, bytes } = order.parse(data);
  void passphraseWrapper(declared(passphrase))
    [kind](bytes)
    .then((result) => parentPort.postMessage(result));
});
