/**
 * Home pages ↔ main: every channel in one table, a schema for what comes in and a type for what goes out. The one IPC
 * wrapper in `window/` checks sender frame, origin and schema before any handler runs.
 */
import { z } from 'zod';
import type { Failure } from '../../native/failure.ts';
import type { InquiryOutcome } from './inquiry.ts';
import type { Lamps } from './visit-view.ts';

export const languages = ['id', 'en'] as const;
export const themes = ['light', 'dark'] as const;
export const troubles = [
  'none',
  'tear',
  'card-mute',
  'bank-card',
  'sam-out',
  'gateway-silent',
  'gateway-refused',
  'gateway-error-page',
  'notice-deceased',
  'notice-duplicate',
  'notice-not-found',
  'notice-inactive',
  'notice-bad-format',
  'notice-login-failed',
  'notice-quota',
  'notice-institution',
  'notice-user-id',
  'balikan-silent',
  'balikan-duplicate',
] as const;
export type Trouble = (typeof troubles)[number];

const nothing = z.undefined();

export const channels = {
  'home.state': nothing,
  'home.selectService': z.object({ code: z.string().max(40) }),
  'home.settings': z.object({
    language: z.enum(languages).exactOptional(),
    theme: z.enum(themes).exactOptional(),
  }),
  'counter.open': nothing,
  'counter.leave': nothing,
  'devices.list': nothing,
  'devices.retrySam': nothing,
  'outbox.list': z.object({ limit: z.number().int().min(1).max(200) }),
  'outbox.sendNow': nothing,
  'kept.list': z.object({ limit: z.number().int().min(1).max(200) }),
  'kept.open': z.object({ recordId: z.string().max(64) }),
  'audit.list': z.object({ limit: z.number().int().min(1).max(200) }),
  'inquiries.reopen': nothing,
  'training.tap': z.object({ resident: z.enum(['R1', 'R2', 'R3', 'R4', 'R5']) }),
  'training.remove': nothing,
  'training.trouble': z.object({ trouble: z.enum(troubles) }),
} as const;
export type Channel = keyof typeof channels;
export type ChannelInput<C extends Channel> = z.infer<(typeof channels)[C]>;

export interface HomeState {
  readonly version: string;
  readonly training: boolean;
  readonly language: (typeof languages)[number];
  readonly theme: (typeof themes)[number];
  readonly institution: string;
  readonly operator: string;
  readonly counter: string;
  readonly agreement: { readonly number: string; readonly lastDay: string; readonly daysLeft: number };
  readonly services: readonly { readonly code: string; readonly name: string }[];
  readonly serviceCode: string;
  readonly lamps: Lamps;
  readonly outbox: {
    readonly waiting: number;
    readonly oldestAgeMs: number | null;
    readonly needsPerson: number;
  };
  readonly quota: { readonly used: number; readonly limit: number | null };
  readonly today: { readonly served: number; readonly closedWithoutService: number };
  readonly keptCount: number;
  /** Inquiries are on hold until the access manager reopens them (gateway fact sheet 9.7). */
  readonly lookupsStopped?: Failure;
  readonly notices: readonly Failure[];
}

export interface OutboxRow {
  readonly itemId: string;
  readonly status: 'QUEUED' | 'SENDING' | 'ACKNOWLEDGED' | 'REJECTED' | 'PARKED' | 'HANDED_OVER';
  readonly serviceCode: string;
  readonly registrationNo: string;
  readonly createdAt: number;
  readonly attempts: number;
  readonly nextAttemptAt: number | null;
  readonly acknowledgedAt: number | null;
  readonly duplicate: boolean;
  readonly lastFailure: string | null;
}

export interface KeptRow {
  readonly recordId: string;
  readonly receiptNo: string;
  readonly maskedNik: string;
  readonly elements: readonly string[];
  readonly consentedAt: number;
  readonly retainedUntil: string;
}

export interface AuditRow {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly event: string;
  readonly visitId: string | null;
  readonly outcome: InquiryOutcome | string | null;
}

export interface ReaderRow {
  readonly name: string;
  readonly role: 'CARD' | 'SAM' | 'NONE';
  readonly cardPresent: boolean;
}

export interface ChannelOutputs {
  'home.state': HomeState;
  'home.selectService': null;
  'home.settings': null;
  'counter.open': null;
  'counter.leave': null;
  'devices.list': readonly ReaderRow[];
  'devices.retrySam': null;
  'outbox.list': readonly OutboxRow[];
  'outbox.sendNow': null;
  'kept.list': readonly KeptRow[];
  'kept.open': null;
  'audit.list': readonly AuditRow[];
  'inquiries.reopen': null;
  'training.tap': null;
  'training.remove': null;
  'training.trouble': null;
}

export type Answer<C extends Channel> =
  | { readonly ok: true; readonly value: ChannelOutputs[C] }
  | { readonly ok: false; readonly failure: Failure };

/** What the preload script puts on `window.ketuk`. The bridge is the same on every page; main decides by origin. */
export interface Bridge {
  invoke<C extends Channel>(channel: C, input: ChannelInput<C>): Promise<Answer<C>>;
  /** Main says that home state changed; ask again. Returns the way to stop listening. */
  onChanged(listener: () => void): () => void;
  /** As the program was started with; for a page that stands before main can say how it is now. */
  readonly start: {
    readonly language: (typeof languages)[number];
    readonly theme: (typeof themes)[number];
    readonly training: boolean;
  };
  /** The page's MessagePort arrives as a `message` event with data `'ketuk-port'` on `window`. */
  readonly page: 'home' | 'visit' | 'record';
}
