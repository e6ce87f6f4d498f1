/** Entry of the process that makes lists: takes one order, prints it or locks it into a file, and says what became of it. */
import { listOrder } from '../contract/index.ts';
import { systemPrinter } from '../printer/index.ts';
import { openWired, ready } from '../sealing/index.ts';
import { makeList } from './list.ts';
import { lockedList } from './locked-list.ts';

const { parentPort } = process;

parentPort.once('message', ({ data }) => {
  void ready()
    .then(() =>
      makeList(listOrder.parse(data), {
        open: openWired,
        print: (text) => systemPrinter().print(text),
        lock: lockedList,
      }),
    )
    .then((outcome) => parentPort.postMessage(outcome));
});
