/** What pages may ask about the readers of this computer and their test. */
import { z } from 'zod';
import type { DeviceTestView } from '../device-test.ts';
import { officeId } from '../office.ts';
import { atCounter, channel, nothing } from './channel.ts';

export const deviceChannels = {
  'devices.list': channel('SIGNED_IN', nothing).answers<readonly ReaderRow[]>(),
  'devices.retrySam': channel({ do: 'MANAGE_DEVICES' }, nothing, atCounter),
  /** Begins a device test: of the SAM this counter reads with, or of a card of the inventory. */
  'deviceTest.start': channel(
    { do: 'MANAGE_DEVICES' },
    z.object({ samId: officeId.exactOptional(), openAgain: z.boolean() }),
  ),
  'deviceTest.stop': channel({ do: 'MANAGE_DEVICES' }, nothing),
  /** `null`: none since the program started. */
  'deviceTest.view': channel({ see: 'MANAGE_DEVICES' }, nothing).answers<DeviceTestView | null>(),
  /**
   * Into two files, JSON and text, where somebody chooses in a dialog of main's.
   * Of the JSON file. `null`: the dialog was closed.
   */
  'deviceTest.saveReport': channel({ do: 'MANAGE_DEVICES' }, nothing).answers<{
    readonly sha256: string;
  } | null>(),
};

export interface ReaderRow {
  readonly name: string;
  readonly role: 'CARD' | 'SAM' | 'NONE';
  readonly cardPresent: boolean;
}
