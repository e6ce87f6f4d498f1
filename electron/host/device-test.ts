/** Runs one device test in a process of its own and passes on what it tells; whatever happens to the process, the test ends. */
import type { MessagePortMain } from 'electron';
import { type DeviceTestOrder, type FromDeviceTest, fromDeviceTest } from '../contract/index.ts';
import type { Clock } from '../store/index.ts';

/** As much of a utility process as a device test needs. */
export interface DeviceTestProcess {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: () => void): unknown;
  postMessage(message: DeviceTestOrder | 'stop', ports: MessagePortMain[]): void;
  kill(): unknown;
}

export interface DeviceTestRun {
  /** Asks it to end between two exchanges. */
  stop(): void;
  /** With its last word, or `undefined` when it ended without one. */
  readonly ended: Promise<Extract<FromDeviceTest, { kind: 'done' }> | undefined>;
}

/** Longer than a test with a slow SAM, and than the wait for a card in it. */
const patienceMs = 5 * 60_000;
/** Longer than it takes to let go of the readers; one that takes longer hangs in a driver. */
const farewellMs = 20_000;

export function runDeviceTest(
  child: DeviceTestProcess,
  order: DeviceTestOrder,
  ports: MessagePortMain[],
  clock: Clock,
  tell: (message: Exclude<FromDeviceTest, { kind: 'done' }>) => void,
): DeviceTestRun {
  const ended = new Promise<Awaited<DeviceTestRun['ended']>>((resolve) => {
    let last: Awaited<DeviceTestRun['ended']>;
    const forget = clock.after(patienceMs, () => child.kill());
    child.on('message', (message) => {
      const said = fromDeviceTest.safeParse(message);
      // A process of ours that says something unknown is broken.
      if (!said.success) child.kill();
      else if (said.data.kind !== 'done') tell(said.data);
      else {
        last = said.data;
        child.kill();
      }
    });
    child.once('exit', () => {
      forget();
      resolve(last);
    });
  });
  child.postMessage(order, ports);
  return {
    stop() {
      child.postMessage('stop', []);
      const forget = clock.after(farewellMs, () => child.kill());
      void ended.then(forget);
    },
    ended,
  };
}
