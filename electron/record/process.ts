/** Entry of the record process: opens one kept record, shows it to its page, and lives as long as that page. */
import { recordOrder } from '../contract/index.ts';
import { ready } from '../sealing/index.ts';
import { openRecord } from './core.ts';

const { parentPort } = process;

parentPort.once('message', ({ data, ports: [page] }) => {
  if (page === undefined) process.exit(1);
  page.on('close', () => process.exit(0));
  void ready().then(() => {
    page.start();
    page.postMessage({ kind: 'record', record: openRecord(recordOrder.parse(data)) });
  });
});
