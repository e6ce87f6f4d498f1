/** Entry of the sender process: takes one order – to send, or to correct – and says what became of it. Main ends the process afterwards. */
import { correctionOrder, sendOrder } from '../contract/index.ts';
import { fromBase64, fromWirePair, open, ready, seal, toBase64 } from '../sealing/index.ts';
import { deliver } from './core.ts';
import { correct } from './correction.ts';

const { parentPort } = process;

const openSealed = (key: { publicKey: string; privateKey: string }, envelope: string) =>
  open(fromWirePair(key), fromBase64(envelope));

parentPort.once('message', ({ data }) => {
  void ready()
    .then(async () => {
      const correction = correctionOrder.safeParse(data);
      if (!correction.success) return deliver(sendOrder.parse(data), { open: openSealed, now: Date.now });
      return correct(correction.data, {
        open: openSealed,
        seal: (publicKey, content) => toBase64(seal(fromBase64(publicKey), content)),
      });
    })
    .then((outcome) => parentPort.postMessage(outcome));
});
