/** What the people room needs from outside: agreements, scans, proposals, working days and slow password hashes. */
import type { Result } from '../../native/failure.ts';
import type { Day } from '../calendar/index.ts';
import type { Acting } from '../contract/index.ts';

/** What an agreement demands of the people under it, in its latest version. */
export interface AgreementFacts {
  readonly numbers: { readonly party1: string; readonly party2: string };
  readonly timeZone: string;
  /** It grants access to population data at all. */
  readonly givesAccess: boolean;
  readonly inForce: boolean;
  /** Expired, terminated or closed. */
  readonly ended: boolean;
  /** */
  readonly permanentStaffOnly: boolean;
  /** The names of operators are approved by Dukcapil. */
  readonly dukcapilApproval: boolean;
}

/** A process of its own does this: Argon2id takes half a second and 64 MiB. */
export interface Passwords {
  /** A hash that no password fits, of the same cost: an unknown login must take as long as a known one. */
  readonly decoy: string;
  hash(password: string): Promise<Result<string>>;
  fits(hash: string, password: string): Promise<Result<boolean>>;
}

export interface PeoplePorts {
  agreement(agreementId: string): AgreementFacts | undefined;
  /** The n-th working day after `day`, which itself is day 0 (domain 6.3). */
  workingDayAfter(day: Day, n: number): Day;
  readonly scans: {
    /** Keeps a picked scan for good, in the caller's transaction; fails with SCAN_REQUIRED when there is none. */
    file(scanId: string, kind: 'NDA' | 'SPTJM', acting: Acting): Result<unknown>;
  };
  readonly proposals: {
    propose(
      draft: { readonly kind: 'NEW_HEAD'; readonly subjectId: string; readonly body: unknown },
      acting: Acting,
    ): Result<unknown>;
  };
  readonly passwords: Passwords;
  /** Zone of the office: that of the counter's agreement, or of its computer while there is none. */
  zone(): string;
  /** Name of this counter; for the audit log. */
  counter(): string;
  /** Mode Latihan: sample people are played without a password. */
  readonly practice: boolean;
}
