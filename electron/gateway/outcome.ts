/** What an inquiry can end in. The six outcomes of gateway fact sheet 9.4 are six shapes of this union and never merge. */
import type { Failure } from '../../native/failure.ts';
import type { FromGateway } from '../../native/sensitive.ts';
import type { AppFailureCode, ElementPart, Notice, ShownVerdict } from '../contract/index.ts';

/** Success of the match call. */
export interface Judged {
  readonly kind: 'JUDGED';
  readonly outcome: 'MATCH' | 'MISMATCH';
  /** One for each element that was sent, and for no other, in the order of the catalogue. */
  readonly verdicts: readonly ShownVerdict[];
}

/** Success of the fetch call. The values can be shown and cannot be stored. */
export interface Found {
  readonly kind: 'FOUND';
  readonly outcome: 'FOUND';
  readonly values: ReadonlyMap<ElementPart, FromGateway<string>>;
}

export interface Noticed {
  readonly kind: 'NOTICE';
  readonly outcome: Notice;
  readonly notice: Notice;
  readonly about: 'RESIDENT' | 'INSTITUTION' | 'QUOTA' | 'UNKNOWN';
  /** The gateway's own words, without control characters, at most 300 long; empty when it sent only a code. */
  readonly text: string;
  /** Two digits, where the gateway gave them. */
  readonly code?: string;
  readonly stopsLookups: boolean;
}

export interface Failed {
  readonly kind: 'FAILED';
  readonly outcome: 'TECH_FAIL';
  /** `PROTOCOL`: something answered, and it was no answer. `TRANSPORT`: nothing usable came back. */
  readonly of: 'PROTOCOL' | 'TRANSPORT';
  readonly failure: Failure<AppFailureCode>;
}

interface Circumstances {
  /** Calls of which a byte may have left for Dukcapil; each counts as a hit. */
  readonly attempts: number;
  /** `quotaLimiter`: hits left, by the gateway's own count. */
  readonly quotaRemaining?: number;
  /** The gateway sent elements outside the grant. They were dropped unread; the access manager is told. */
  readonly alarm?: Failure<AppFailureCode>;
}

export type MatchOutcome = (Judged | Noticed | Failed) & Circumstances;
export type FetchOutcome = (Found | Noticed | Failed) & Circumstances;
