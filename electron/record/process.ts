/**
 * Entry of the record process: opens one kept record, shows it to its page, prints it where it answers an access request, and
 * lives as long as that page.
 */
import { setTimeout as timer } from 'node:timers';
import {
  accessAnswer,
  accessAnswerPages,
  type RecordMessage,
  recordOrder,
  recordReply,
} from '../contract/index.ts';
import { inPaperProcess, type PaperPort, residentPrinter } from '../printer/index.ts';
import { ready } from '../sealing/index.ts';
import { openRecord } from './core.ts';

const { parentPort } = process;

/** Main hands over one end of a channel, and holds none itself. */
function paperPort(): Promise<PaperPort | undefined> {
  return new Promise((resolve) => {
    parentPort.once('message', ({ ports: [port] }) => resolve(port));
    parentPort.postMessage('askPaper');
  });
}

function after(ms: number, call: () => void): () => void {
  const running = timer(call, ms);
  return () => clearTimeout(running);
}

parentPort.once('message', ({ data, ports: [page] }) => {
  if (page === undefined) process.exit(1);
  const tell = (message: RecordMessage) => page.postMessage(message);
  const printer = residentPrinter(inPaperProcess(paperPort, after));
  let printing = false;
  page.on('close', () => process.exit(0));
  void ready().then(() => {
    const order = recordOrder.parse(data);
    const record = openRecord(order);
    page.on('message', ({ data: said }) => {
      const reply = recordReply.safeParse(said);
      const { answer } = order;
      if (!reply.success || answer === undefined || record.failure !== undefined || printing) return;
      const { language } = reply.data;
      printing = true;
      tell({ kind: 'printing' });
      const pages = accessAnswerPages(record, answer, language);
      void printer.print({ pages, text: accessAnswer(record, answer, language) }).then((printed) => {
        printing = false;
        tell(printed.ok ? { kind: 'printed' } : { kind: 'notPrinted', failure: printed.failure });
      });
    });
    page.start();
    tell({ kind: 'record', record });
  });
});
