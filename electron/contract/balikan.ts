/**
 * Data balikan as it crosses between the home pages and main: what the access manager may do about an item (schemas), and what is
 * shown of it (views). No NIK is in here, and of what is owed only the fields that somebody corrects.
 */
import { z } from 'zod';
import type { BalikanEvent, BalikanStatus } from './balikan-state.ts';
import { letter } from './office.ts';
import type { ServiceField } from './visit-view.ts';

/** Words for the books; whoever reads them later is not meant to read a NIK. */
const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^(?!.*\d{16})/);
const itemId = z.string().min(1).max(64);

export const outboxAct = z.discriminatedUnion('act', [
  /** Fields of the profile by their code; those that are blank or left out stay as they were sent. */
  z.object({ act: z.literal('CORRECT'), itemId, changes: z.record(z.string(), z.string().max(1000)) }),
  z.object({ act: z.literal('PARK'), itemId, reason: words }),
  z.object({ act: z.literal('RETRY'), itemId }),
  z.object({
    act: z.literal('HAND_OVER'),
    /** One list, one agreement. */
    itemIds: z.array(itemId).min(1).max(300),
    /** Of the signed list or BAST; without it nothing counts as handed over. */
    list: letter,
    receivedBy: words,
  }),
]);
export type OutboxAct = z.infer<typeof outboxAct>;

export const outboxPage = z.object({
  limit: z.number().int().min(1).max(200),
  /** The item that ended the page before. */
  after: itemId.exactOptional(),
  /** Of this registration number only. */
  registrationNo: z.string().trim().min(1).max(80).exactOptional(),
  /** Only what waits for a person: refused, parked, or owed where there is no web service to send it to. */
  open: z.literal(true).exactOptional(),
});
export type OutboxPage = z.infer<typeof outboxPage>;

export interface OutboxRow {
  readonly itemId: string;
  readonly agreementId: string;
  readonly status: BalikanStatus;
  readonly serviceCode: string;
  readonly registrationNo: string;
  readonly createdAt: number;
  readonly attempts: number;
  readonly nextAttemptAt: number | null;
  readonly acknowledgedAt: number | null;
  readonly duplicate: boolean;
  /** A failure code, or `HTTP status: REASON` of a refusal. */
  readonly lastFailure: string | null;
  /** How often it was corrected. */
  readonly revision: number;
  /** Why it was parked. */
  readonly note: string | null;
}

/** One item with what may be done about it. */
export interface OutboxDetail {
  readonly row: OutboxRow;
  /** Of the version of the agreement under which the service was recorded. */
  readonly fields: readonly ServiceField[];
  readonly may: readonly BalikanEvent[];
  /** Number and date of the list with which it was handed over. */
  readonly list?: { readonly number: string; readonly date: string; readonly receivedBy: string };
}

/** What a hand-over list of items says of itself; for the paper that goes with it. */
export interface HandoverList {
  readonly listId: string;
  readonly agreementId: string;
  readonly number: string;
  readonly date: string;
  readonly receivedBy: string;
  readonly items: number;
}
