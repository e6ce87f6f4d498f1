/** What the audit log says of SAM cards and readers; who proposed an activation stands in its proposal. */
import type { ReaderEvent, ReaderStatus, SamEvent, SamStatus } from '../contract/index.ts';

export type CustodyEvent =
  /** Readers, and perhaps a SAM card, were tested by IT staff; `failures` are failure codes. */
  | {
      readonly event: 'DEVICES_TESTED';
      readonly samId?: string;
      readonly passed: boolean;
      readonly failures: readonly string[];
    }
  /** The configuration of a card goes back: about to be written, read back, gone here. The return itself is a step of the card. */
  | {
      readonly event: 'SAM_CONFIG_RETURN';
      readonly samId: string;
      readonly step: 'WRITING' | 'VERIFIED' | 'SHREDDED';
    }
  | { readonly event: 'SAM_ORDERED'; readonly orderId: string; readonly count: number }
  | {
      readonly event: 'SAM_MOVED';
      readonly samId: string;
      readonly by: SamEvent;
      readonly from: SamStatus;
      readonly to: SamStatus;
    }
  | {
      readonly event: 'READER_MOVED';
      readonly readerId: string;
      readonly by: ReaderEvent | 'REGISTER' | 'MOVE';
      /** Absent for a new one. */
      readonly from?: ReaderStatus;
      readonly to: ReaderStatus;
    };
