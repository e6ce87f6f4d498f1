/**
 * Entry of the paper process: lays out what it is given, one paper after the other. Typeface and layout engine weigh more than all of
 * main; in a process of their own they cost nothing until somebody wants a paper.
 */
import type { PaperModel } from '../contract/index.ts';
import { pdfOf } from './pdf.ts';

type Port = Electron.MessagePortMain;

const { parentPort } = process;
let last: Promise<void> = Promise.resolve();

parentPort.on('message', ({ data, ports: [lent] }) => {
  if (lent !== undefined) {
    servePort(lent);
    return;
  }
  last = last.then(async () => {
    // Main composed it; nobody else can post to this process.
    parentPort.postMessage(await pdfOf(data as PaperModel));
  });
});

/** For a visit, whose words main must not see. The process knows a resident from then on, and ends as soon as nobody is there to answer. */
function servePort(port: Port): void {
  port.on('message', ({ data }) => {
    // A visit of ours composed it; main lent the port to nobody else.
    void pdfOf(data as PaperModel).then((pdf) => port.postMessage(pdf));
  });
  port.on('close', () => process.exit(0));
  port.start();
  port.postMessage('ready');
}
