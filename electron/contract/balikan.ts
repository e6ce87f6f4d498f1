/**
 * Data balikan as it crosses between the home pages and main: what the access manager may do about an item (schemas), and what is
 * shown of it (views). No NIK is in here, and of what is owed only the fields that somebody corrects.
 */
import { z } from 'zod';
import { isoDate } from './agreement-profile.ts';
import type { BalikanEvent, BalikanStatus } from './balikan-state.ts';
import { type Letter, letter } from './office.ts';
import type { ServiceField } from './visit-view.ts';
import { words } from './words.ts';

const inWords = words(200);
const itemId = z.string().min(1).max(64);

export const outboxAct = z.discriminatedUnion('act', [
  /** Fields of the profile by their code; those that are blank or left out stay as they were sent. */
  z.object({ act: z.literal('CORRECT'), itemId, changes: z.record(z.string(), z.string().max(1000)) }),
  z.object({ act: z.literal('PARK'), itemId, reason: inWords }),
  z.object({ act: z.literal('RETRY'), itemId }),
  /** The list came back signed; without that nothing counts as handed over. */
  z.object({ act: z.literal('HAND_OVER'), listId: itemId, signedOn: isoDate, receivedBy: inWords }),
]);
export type OutboxAct = z.infer<typeof outboxAct>;

/** As many as fit on one list; what is more goes onto the next. */
export const MOST_ON_A_LIST = 1000;

/** `PAPER`: printed at once. `FILE`: a locked PDF for a medium, with the same as a table for a computer inside. */
export const listMedia = ['PAPER', 'FILE'] as const;
export type ListMedium = (typeof listMedia)[number];

/** A list for Dukcapil, with the NIKs, of what waits under one agreement. */
export const listWanted = z.object({
  agreementId: z.string().min(1).max(64),
  /** Left out: everything that may be handed over, the oldest first. */
  itemIds: z.array(itemId).min(1).max(MOST_ON_A_LIST).exactOptional(),
  /** Of the list or its BAST, as the office numbers them. */
  number: inWords,
  medium: z.enum(listMedia),
  /** In which Dukcapil asks for it: nothing is given out unasked where Dukcapil fetches. */
  request: letter.exactOptional(),
});
export type ListWanted = z.infer<typeof listWanted>;

/** How data balikan reaches Dukcapil under an agreement. */
export type BalikanChannel = 'PUSH' | 'PULL' | 'MANUAL';

/** A list that was made; what is on it waits for a signature. */
export interface PreparedListRow {
  readonly listId: string;
  readonly agreementId: string;
  readonly number: string;
  readonly medium: ListMedium;
  readonly items: number;
  readonly preparedAt: number;
  /** Of the file, or of the text that was printed. */
  readonly sha256: string;
  readonly request: Letter | null;
}

/** What came of it, to be seen once. */
export interface PreparedList extends PreparedListRow {
  /** Opens the file. Known to nobody else, and kept nowhere. */
  readonly password: string | null;
  readonly fileName: string | null;
  /** Registration numbers of items whose content nobody can read any more; they are not on the list. */
  readonly unreadable: readonly string[];
}

/** An agreement under which something may be handed over, and how much of it. */
export interface ToHandOver {
  readonly agreementId: string;
  readonly number: string;
  readonly channel: BalikanChannel;
  readonly items: number;
}

export interface HandingOver {
  readonly waiting: readonly ToHandOver[];
  readonly lists: readonly PreparedListRow[];
  /** Visits of this semester in which data was seen and nothing is owed for, as no service came of it. */
  readonly withoutService: number;
}

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
  /** Of its agreement as it is now. */
  readonly channel: BalikanChannel;
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

/** A list that was signed, and what is on it handed over. */
export interface HandoverList {
  readonly listId: string;
  readonly agreementId: string;
  readonly number: string;
  readonly date: string;
  readonly receivedBy: string;
  readonly items: number;
}
