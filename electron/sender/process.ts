/** Entry of the sender process: takes one order, sends it, says what became of it. Main ends the process afterwards. */
import { sendOrder } from '../contract/index.ts';
import { fromBase64, fromWirePair, open, ready } from '../sealing/index.ts';
import { deliver } from './core.ts';

const { parentPort } = process;

parentPort.once('message', ({ data }) => {
  void ready()
    .then(() =>
      deliver(sendOrder.parse(data), {
        open: (key, envelope) => open(fromWirePair(key), fromBase64(envelope)),
        now: Date.now,
      }),
    )
    .then((outcome) => parentPort.postMessage(outcome));
});
