/**
 * The device test: from the card service to a chip and a SAM that know each other, one link after the other, so that the first one that is
 * broken is the one that is named.
 */
import { cardFailure, failed, type Meter, metered, ok, type ReaderStatus } from '../../native/index.ts';
import type { DeviceTestOrder } from '../contract/index.ts';
import { testCard } from './card.ts';
import type { DeviceTestPorts } from './ports.ts';
import { withRoles } from './roles.ts';
import { testSam } from './sam.ts';
import { Steps } from './steps.ts';

export async function testDevices(order: DeviceTestOrder, ports: DeviceTestPorts): Promise<void> {
  const meter = metered(ports.transport, ports.now);
  const steps = new Steps(ports.tell, ports.now);
  const readers = await listed(order, steps, meter);
  const sam = readers === undefined ? undefined : await testSam(order, steps, meter, ports);
  const mayGoOn = readers !== undefined && !ports.signal.aborted;
  const terminal = mayGoOn ? await testCard(order, steps, meter, ports, sam) : undefined;
  await sam?.found.sam.close();
  if (readers !== undefined) {
    const found = { sam: sam?.found.reader, card: terminal };
    steps.amend('READERS', { readers: withRoles(readers, order.readers, found) });
  }
  steps.skipRest();
  ports.tell({
    kind: 'done',
    ...(sam?.uid === undefined ? {} : { uid: sam.uid }),
    ...(terminal === undefined ? {} : { terminal }),
  });
}

async function listed(
  order: DeviceTestOrder,
  steps: Steps,
  { transport }: Meter,
): Promise<readonly ReaderStatus[] | undefined> {
  const readers = await steps.take('SERVICE', () => transport.listReaders());
  if (readers === undefined) return undefined;
  return steps.take(
    'READERS',
    async () => (readers.length === 0 ? failed(cardFailure('NO_READER', 'list readers')) : ok(readers)),
    () => ({ readers: withRoles(readers, order.readers, {}) }),
  );
}
