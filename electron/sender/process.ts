/** Entry of the sender process: takes one order – to send, or to correct – and says what became of it. Main ends the process afterwards. */
import { correctionOrder, sendOrder } from '../contract/index.ts';
import { openWired, ready, sealWired } from '../sealing/index.ts';
import { deliver } from './core.ts';
import { correct } from './correction.ts';

const { parentPort } = process;

parentPort.once('message', ({ data }) => {
  void ready()
    .then(async () => {
      const correction = correctionOrder.safeParse(data);
      if (!correction.success) return deliver(sendOrder.parse(data), { open: openWired, now: Date.now });
      return correct(correction.data, { open: openWired, seal: sealWired });
    })
    .then((outcome) => parentPort.postMessage(outcome));
});
