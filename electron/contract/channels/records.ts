/** What pages may ask about what was kept with consent, and about residents who ask to see it. */
import { z } from 'zod';
import { officeId } from '../office.ts';
import { type RequestRow, requestAct } from '../requests.ts';
import { channel, nothing } from './channel.ts';

export const recordChannels = {
  'kept.list': channel(
    { see: 'COMPLETE_REQUEST' },
    z.object({ limit: z.number().int().min(1).max(200) }),
  ).answers<readonly KeptRow[]>(),
  /** With a request: to answer it, and the only way to a record whose consent was withdrawn. */
  'kept.open': channel(
    { do: 'OPEN_KEPT' },
    z.object({ recordId: z.string().max(64), requestId: officeId.exactOptional() }),
  ),
  'requests.list': channel({ see: 'COMPLETE_REQUEST' }, nothing).answers<readonly RequestRow[]>(),
  'requests.act': channel('SIGNED_IN', requestAct),
};

export interface KeptRow {
  readonly recordId: string;
  readonly receiptNo: string;
  readonly maskedNik: string;
  readonly elements: readonly string[];
  readonly consentedAt: number;
  readonly retainedUntil: string;
  /** The consent was withdrawn: nobody opens it but to answer an access request, until it is erased. */
  readonly withdrawnAt: number | null;
}
