/** Requests of residents – to withdraw a consent, to see what is kept – as they cross between the home pages and main. */
import { z } from 'zod';
import { officeId } from './office.ts';
import { words } from './words.ts';

export const requestKinds = ['WITHDRAWAL', 'ACCESS'] as const;
export const requestChannels = ['COUNTER', 'LETTER'] as const;

/** Words of the manager for the books. */
const requestNote = words(300);

export const requestAct = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('TAKE'),
    kind: z.enum(requestKinds),
    receiptNo: words(60),
    channel: z.enum(requestChannels),
    /** The applicant's identity was checked, by card or by papers. */
    identityChecked: z.literal(true),
  }),
  z.object({ act: z.literal('COMPLETE'), requestId: officeId, note: requestNote }),
  z.object({ act: z.literal('REFUSE'), requestId: officeId, reason: requestNote }),
]);
export type RequestAct = z.infer<typeof requestAct>;

export interface RequestRow {
  readonly requestId: string;
  /** `null`: its consent cannot be shown any more. */
  readonly agreementId: string | null;
  readonly kind: (typeof requestKinds)[number];
  readonly receiptNo: string;
  /** The kept record, while there is one. */
  readonly recordId: string | null;
  readonly channel: (typeof requestChannels)[number];
  readonly status: 'OPEN' | 'COMPLETED' | 'REFUSED' | 'COMPLETED_BY_CLOCK';
  readonly receivedAt: number;
  /** 72 clock hours after it was received; weekends count. */
  readonly dueAt: number;
  readonly settledAt: number | null;
  readonly note: string;
}
