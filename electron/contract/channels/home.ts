/** What every page may ask: how things stand, in which language and colours. What it sees depends on who sits there. */
import { z } from 'zod';
import type { Failure } from '../../../native/failure.ts';
import type { EvaluationStart } from '../evaluation.ts';
import type { Action, Role } from '../permissions.ts';
import type { Lamps } from '../visit-view.ts';
import { atCounter, channel, everywhere, nothing } from './channel.ts';

export const languages = ['id', 'en'] as const;
export const themes = ['light', 'dark'] as const;

export const homeChannels = {
  'home.state': channel('ANYBODY', nothing, everywhere).answers<HomeState>(),
  'home.selectService': channel({ do: 'SERVE' }, z.object({ code: z.string().max(40) }), atCounter),
  'home.settings': channel(
    'ANYBODY',
    z.object({
      language: z.enum(languages).exactOptional(),
      theme: z.enum(themes).exactOptional(),
    }),
    everywhere,
  ),
};

interface HomeFrame {
  readonly version: string;
  readonly training: boolean;
  readonly language: (typeof languages)[number];
  readonly theme: (typeof themes)[number];
  readonly lamps: Lamps;
}

/**
 * Nobody may go further: keys to be made, passphrase asked, keys that do not open here (only the recovery key helps), first account
 * to be made, nobody signed in, screen locked, password to be changed, notice to be read.
 */
export interface ShutHome extends HomeFrame {
  readonly gate:
    | 'FIRST_KEYS'
    | 'PASSPHRASE'
    | 'KEYS_LOST'
    | 'FIRST_OFFICER'
    | 'SIGN_IN'
    | 'LOCKED'
    | 'NEW_PASSWORD'
    | 'NOTICE';
  readonly institution: string;
  readonly counter: string;
  /** FIRST_KEYS, KEYS_LOST: this system has no key store, so a passphrase is needed. */
  readonly passphraseNeeded?: true;
  /** LOCKED, NEW_PASSWORD, NOTICE: who. */
  readonly who?: string;
  /** LOCKED: what a visitor may look at meanwhile. */
  readonly evaluation?: EvaluationStart;
  /** Practice: who may be played. */
  readonly samplePeople: readonly {
    readonly personId: string;
    readonly name: string;
    readonly position: string;
    readonly roles: readonly Role[];
  }[];
}

export interface OpenHome extends HomeFrame {
  readonly gate: 'OPEN';
  readonly institution: string;
  readonly person: {
    readonly personId: string;
    readonly name: string;
    readonly roles: readonly Role[];
    /** What they may do, and what they may look at. */
    readonly may: readonly Action[];
    readonly maySee: readonly Action[];
  };
  readonly counter: string;
  /** The agreement this counter serves under. */
  readonly agreement?: {
    readonly agreementId: string;
    readonly number: string;
    readonly lastDay: string;
    readonly daysLeft: number;
  };
  /** Why nobody can be served here now: no agreement in force, no connection, this person is no operator, an emergency. */
  readonly shut?: Failure;
  readonly emergency?: { readonly reference: string };
  /** What waits for the signed-in person. */
  readonly waiting: {
    readonly proposals: number;
    readonly requests: number;
    /** Of them all, the earliest 72-hour limit. */
    readonly nextRequestDueAt: number | null;
    /** Reminders of the agenda that are theirs and not seen, besides what is late. */
    readonly reminders: number;
    /** Duties that are late, whoever has to see to them: for each of them the right of access may be revoked. */
    readonly overdue: number;
    /** Incidents that wait for their decision or their notices. */
    readonly incidents: number;
    /** Steps of the set-up that are open and theirs. */
    readonly setup: number;
  };
  readonly services: readonly { readonly code: string; readonly name: string }[];
  readonly serviceCode: string;
  readonly outbox: {
    readonly waiting: number;
    readonly oldestAgeMs: number | null;
    readonly needsPerson: number;
  };
  /** Closed: Dukcapil said that nothing is left of the day, whatever our count is. */
  readonly quota: { readonly used: number; readonly limit: number | null; readonly closed: boolean };
  readonly today: { readonly served: number; readonly closedWithoutService: number };
  readonly keptCount: number;
  /** Inquiries are on hold until the access manager reopens them (gateway fact sheet 9.7). */
  readonly lookupsStopped?: Failure;
  readonly notices: readonly Failure[];
}

export type HomeState = ShutHome | OpenHome;
