/** Who sits at the keyboard, as the other rooms see it: one session of one person per program. */
import type { Result } from '../../native/failure.ts';
import type { Acting, Role } from '../contract/index.ts';

export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  /** As they are now, not as they were at sign-in. */
  readonly roles: readonly Role[];
  /** `NEW_PASSWORD` and `NOTICE`: signed in, but nothing else may be done before that. */
  readonly state: 'OPEN' | 'LOCKED' | 'NEW_PASSWORD' | 'NOTICE';
  readonly signedInAt: number;
}

export interface CoSigner extends Acting {
  readonly name: string;
}

export interface Sessions {
  current(): Session | undefined;
  /** Who acts, or NOT_SIGNED_IN, or SESSION_LOCKED. */
  acting(): Result<Acting>;
  signIn(login: string, password: string): Promise<Result<Session>>;
  /** Practice only: as this sample person, whoever was there before. */
  practise(personId: string): Result<Session>;
  /** Only the person who signed in. */
  unlock(password: string): Promise<Result<Session>>;
  lock(): void;
  signOut(): void;
  newPassword(current: string, next: string): Promise<Result<Session>>;
  /** The liability and sanction notice was read. */
  acknowledge(): Result<Session>;
  /** Somebody is there: keeps the idle lock away. */
  touch(): void;
  /** A second person, for one signature; opens no session. */
  verify(login: string, password: string): Promise<Result<CoSigner>>;
  /** Session opened, locked, ended, or with other roles. Gives the way to stop listening. */
  onChanged(listener: () => void): () => void;
}
