/**
 * Entry of the device-test process: takes one order from main, tests the readers, tells step by step, and ends. A driver that hangs, or a
 * binding that crashes, takes this process along and nothing else.
 */
import {
  createPcscTransport,
  createVirtualTransport,
  type SlotPort,
  slotsBehind,
} from '../../native/index.ts';
import { type DeviceTestOrder, deviceTestOrder, type FromDeviceTest } from '../contract/index.ts';
import { testDevices } from './course.ts';

const patienceMs = 60_000;

const { parentPort } = process;
const stop = new AbortController();

async function begin(order: DeviceTestOrder, cardsPort: SlotPort | undefined): Promise<void> {
  const slots = cardsPort === undefined ? undefined : await slotsBehind(cardsPort);
  const transport = slots === undefined ? createPcscTransport() : createVirtualTransport(slots);
  let last: FromDeviceTest | undefined;
  await testDevices(order, {
    transport,
    now: () => performance.now(),
    signal: stop.signal,
    patienceMs,
    tell: (message) => {
      // Main ends this process with its last word, so that is said when the readers have been let go.
      if (message.kind === 'done') last = message;
      else parentPort.postMessage(message);
    },
  });
  await transport.dispose();
  parentPort.postMessage(last);
}

parentPort.on('message', ({ data, ports }) => {
  if (data === 'stop') stop.abort();
  else void begin(deviceTestOrder.parse(data), ports[0]);
});
