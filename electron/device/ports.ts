/** What a device test needs from outside: the readers, a clock that does not jump, and somebody to tell. */
import type { CardTransport } from '../../native/index.ts';
import type { FromDeviceTest } from '../contract/index.ts';

export interface DeviceTestPorts {
  readonly transport: CardTransport;
  readonly now: () => number;
  readonly tell: (message: FromDeviceTest) => void;
  /** Ends the test between two exchanges. */
  readonly signal: AbortSignal;
  /** How long somebody has for laying the card down. */
  readonly patienceMs: number;
}
