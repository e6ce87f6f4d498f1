/** Main ↔ sender process and main ↔ record process: one envelope and its key go in, an outcome or a page comes out. */
import { z } from 'zod';
import type { Failure } from '../../native/failure.ts';
import { balikanEndpoint, isoDate } from './agreement-profile.ts';
import { listMedia, MOST_ON_A_LIST } from './balikan.ts';
import { listFrame } from './handover-list.ts';
import type { ShownValue } from './visit-view.ts';
import { failureMessage } from './visit-wire.ts';

const base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .max(200_000);
const keyPair = z.object({ publicKey: base64, privateKey: base64 });
export type SealingKeyPair = z.infer<typeof keyPair>;

export const sendOrder = z.object({
  /** One, or a batch where the endpoint takes batches. All of one agreement. */
  items: z
    .array(z.object({ itemId: z.string().max(64), envelope: base64 }))
    .min(1)
    .max(50),
  key: keyPair,
  endpoint: balikanEndpoint,
  closedNetwork: z.array(z.string()),
});
export type SendOrder = z.infer<typeof sendOrder>;

export const sendOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ACKNOWLEDGED'), duplicate: z.boolean(), ms: z.number() }),
  z.object({ kind: z.literal('REJECTED'), reason: z.string().regex(/^[A-Z_]{3,20}$/), status: z.number() }),
  z.object({ kind: z.literal('TECHNICAL'), failure: failureMessage, stopQueue: z.boolean() }),
  /** Its turn did not come in the time of the order: nothing was sent, and it is due again at once. */
  z.object({ kind: z.literal('UNTRIED') }),
]);
export type SendOutcome = z.infer<typeof sendOutcome>;

/** One for each item of the order, in its order. */
export const sendOutcomes = z.array(sendOutcome);

/** A correction: the envelope is opened, the named members of `param` take the place of the old, and it is sealed again. */
export const correctionOrder = z.object({
  kind: z.literal('CORRECT'),
  envelope: base64,
  key: keyPair,
  /** Members of `param` by name; the others stay as they are. */
  param: z.record(z.string(), z.string()),
  /** Of the installation, for the hash that stays of what was sent before. */
  pepper: base64,
});
export type CorrectionOrder = z.infer<typeof correctionOrder>;

export const correctionOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('CORRECTED'),
    envelope: base64,
    /** HMAC-SHA-256 of the old content under the pepper, 64 hex digits. */
    formerHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  z.object({ kind: z.literal('FAILED'), failure: failureMessage }),
]);
export type CorrectionOutcome = z.infer<typeof correctionOutcome>;

/** A list for a hand-over: the envelopes are opened, put on paper or into a locked file, and forgotten (docs/decisions/0018). */
export const listOrder = z.object({
  kind: z.literal('LIST'),
  medium: z.enum(listMedia),
  key: keyPair,
  items: z
    .array(z.object({ envelope: base64, registrationNo: z.string().max(200), day: isoDate }))
    .min(1)
    .max(MOST_ON_A_LIST),
  frame: listFrame,
});
export type ListOrder = z.infer<typeof listOrder>;

export const listOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('MADE'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** Places in the order of items that nobody can read any more; they are not on the list. */
    unreadable: z.array(z.number().int().nonnegative()),
    /** Enciphered; nothing of it where the list was printed. */
    file: z
      .object({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array), password: z.string() })
      .exactOptional(),
  }),
  z.object({ kind: z.literal('FAILED'), failure: failureMessage }),
]);
export type ListOutcome = z.infer<typeof listOutcome>;

/** What the outbox envelope holds, sealed. The only place where a NIK waits, and only until it is acknowledged. */
export const balikanContent = z.object({
  nik: z.string().regex(/^\d{16}$/),
  param: z.record(z.string(), z.string()),
});
export type BalikanContent = z.infer<typeof balikanContent>;

export const consentEvents = [
  'STORED',
  'OPENED',
  'ERASED',
  'WITHDRAWAL_TAKEN',
  'ACCESS_TAKEN',
  'COMPLETED',
  'REFUSED',
  'COMPLETED_BY_CLOCK',
] as const;
export type ConsentEvent = (typeof consentEvents)[number];

/** What happened to one consent and its record, oldest first: part of the answer to an access request. */
const trailEntry = z.object({ event: z.enum(consentEvents), at: z.number(), actor: z.string().max(120) });
export type TrailEntry = z.infer<typeof trailEntry>;

export const recordOrder = z.object({
  recordId: z.string().max(64),
  envelope: base64,
  key: keyPair,
  receiptNo: z.string().max(60),
  consentedAt: z.string(),
  retainedUntil: z.string(),
  purpose: z.string(),
  /** Opened to answer an access request: what the resident is told besides. */
  answer: z
    .object({ institution: z.string(), timeZone: z.string(), trail: z.array(trailEntry) })
    .exactOptional(),
});
export type RecordOrder = z.infer<typeof recordOrder>;

export interface RecordView {
  readonly recordId: string;
  readonly receiptNo: string;
  readonly consentedAt: string;
  readonly retainedUntil: string;
  readonly purpose: string;
  readonly values: readonly ShownValue[];
  readonly companion?: { readonly name: string; readonly relation: string };
  /** Of the paper that was signed, to be held against one that somebody brings; none where it was no PDF. */
  readonly receipt?: ReceiptHashes;
  readonly trail?: readonly TrailEntry[];
  readonly failure?: z.infer<typeof failureMessage>;
}

/** Record page → record process: prints the answer to the access request the record was opened for. */
export const recordReply = z.object({ kind: z.literal('print'), language: z.enum(['id', 'en']) });
export type RecordReply = z.infer<typeof recordReply>;

/** Record process → record page. */
export type RecordMessage =
  | { readonly kind: 'record'; readonly record: RecordView }
  | { readonly kind: 'printing' | 'printed' }
  | { readonly kind: 'notPrinted'; readonly failure: Failure };

/** Of the PDF that went to the printer, and of what it states as UTF-8 JSON. */
export interface ReceiptHashes {
  readonly pdfSha256: string;
  readonly fieldsSha256: string;
}

/** What the envelope of a kept record holds, sealed to the record's own key. */
export interface KeptContent {
  readonly values: readonly ShownValue[];
  readonly companion?: { readonly name: string; readonly relation: string };
  /** SHA-256 of the receipt that was signed. Sealed with the rest: values that can be guessed could be found by their hash. */
  readonly receipt?: ReceiptHashes;
}
