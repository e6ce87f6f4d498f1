/** For tests: a program that records one service, takes its item for sending, and kills itself on the way. */

import { ready } from '../sealing/index.ts';
import type { Writer } from '../store/index.ts';
import { type OpenStore, openStore } from '../store/index.ts';
import { LAB_KEY, manualClock, valueOfResult } from '../store/store.test-support.ts';
import { assemble, served, serviceContext } from './ledger.test-support.ts';

const [path = '', count = ''] = process.argv.slice(2);
let left = Number(count);

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** The real store, whose n-th statement is never reached. */
function deadly(store: OpenStore): OpenStore {
  return {
    ...store,
    transaction: (work) =>
      store.transaction((writer) => {
        const counted: Writer = {
          ...writer,
          run(sql, ...values) {
            if (--left === 0) die();
            return writer.run(sql, ...values);
          },
        };
        return work(counted);
      }),
  };
}

await ready();
const clock = manualClock();
const all = assemble(deadly(valueOfResult(openStore({ path, key: LAB_KEY, clock }))), clock);
valueOfResult(all.record(served(), serviceContext));
process.stdout.write('recorded\n');
valueOfResult(all.outbox.pick('PKS-A', 1));
process.stdout.write('picked\n');
die();
