/**
 * Entry of the record process: opens one kept record, shows it to its page, prints it where it answers an access request, and
 * lives as long as that page.
 */
import { accessAnswer, type RecordMessage, recordOrder, recordReply } from '../contract/index.ts';
import { systemPrinter } from '../printer/index.ts';
import { ready } from '../sealing/index.ts';
import { openRecord } from './core.ts';

const { parentPort } = process;

parentPort.once('message', ({ data, ports: [page] }) => {
  if (page === undefined) process.exit(1);
  const tell = (message: RecordMessage) => page.postMessage(message);
  page.on('close', () => process.exit(0));
  void ready().then(() => {
    const order = recordOrder.parse(data);
    const record = openRecord(order);
    page.on('message', ({ data: said }) => {
      const reply = recordReply.safeParse(said);
      const { answer } = order;
      if (!reply.success || answer === undefined || record.failure !== undefined) return;
      tell({ kind: 'printing' });
      void systemPrinter()
        .print(accessAnswer(record, answer, reply.data.language))
        .then((failure) =>
          tell(failure === undefined ? { kind: 'printed' } : { kind: 'notPrinted', failure }),
        );
    });
    page.start();
    tell({ kind: 'record', record });
  });
});
