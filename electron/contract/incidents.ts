/** Incidents as they cross between the home pages and main: what happened in words without a NIK, clocks, notices, and counts. */
import { z } from 'zod';
import { isoDate } from './agreement-profile.ts';
import { letter, officeId } from './office.ts';
import { words } from './words.ts';

export const incidentKinds = ['LEAK', 'MALWARE', 'INTRUSION', 'LOST_DEVICE', 'MISUSE', 'OTHER'] as const;
/** The party of the agreement at once, the authority and the persons within 3 × 24 hours. */
export const noticeRecipients = ['DUKCAPIL', 'AUTHORITY', 'PERSONS'] as const;
export type NoticeRecipient = (typeof noticeRecipients)[number];

const about = { incidentId: officeId };

export const incidentAct = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('REPORT'),
    kind: z.enum(incidentKinds),
    /** The same number as that of the emergency stop, where there was one. */
    number: words(60),
    what: words(500),
    knownOn: isoDate,
    /** The days whose visits may be affected. */
    from: isoDate,
    to: isoDate,
  }),
  /** It is a breach: 72 clock hours run from now. */
  z.object({ act: z.literal('CONFIRM_BREACH'), ...about }),
  z.object({ act: z.literal('RECORD_NOTICE'), ...about, recipient: z.enum(noticeRecipients), letter }),
  z.object({ act: z.literal('CLOSE'), ...about, closing: words(500) }),
]);
export type IncidentAct = z.infer<typeof incidentAct>;

/** What the log says of an incident: the acts of people, and what came to hang together with it by itself. */
export type IncidentMove = IncidentAct['act'] | 'CARD_LOST' | 'STOP' | 'LIFT';

export interface IncidentRow {
  readonly incidentId: string;
  /** Under which this counter served. */
  readonly agreementId: string | null;
  readonly kind: (typeof incidentKinds)[number];
  readonly number: string;
  readonly what: string;
  readonly knownAt: number;
  readonly from: string;
  readonly to: string;
  readonly reportedBy: string;
  readonly reportedAt: number;
  readonly confirmedAt: number | null;
  /** 72 clock hours after it was confirmed; weekends count. */
  readonly dueAt: number | null;
  readonly closedAt: number | null;
  readonly closing: string | null;
  readonly notices: readonly {
    readonly recipient: NoticeRecipient;
    readonly number: string;
    readonly date: string;
  }[];
  /** Persons served or asked about in those days, told apart by keyed hash; nobody can be named from here. */
  readonly affected: number;
  /** Of these, who left card data with their consent and can be written to at the address in it. */
  readonly reachable: number;
  /** SAM cards whose loss this is. */
  readonly cards: readonly { readonly samId: string; readonly name: string }[];
  /** Emergency stops under its number, oldest first; one that was not lifted stands. */
  readonly stops: readonly {
    readonly at: number;
    readonly by: string;
    readonly liftedAt: number | null;
    /** Of the decision to go on. */
    readonly reference: string | null;
  }[];
  readonly acts: readonly IncidentAct['act'][];
}
