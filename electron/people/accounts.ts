/**
 * Accounts: one per person, never shared. A password proves who sits there; failures are counted on the disk, and five of
 * them lock the account for a quarter of an hour.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import { type Acting, appFailure } from '../contract/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import type { Handlers } from './act.ts';
import { type Base, outOfOrder } from './base.ts';
import type { AccountRow } from './tables.ts';

const MOST_FAILURES = 5;
const LOCK_MS = 15 * 60_000;
/** Of a login that nobody has: what was typed stays out of the log, it may be a password in the wrong field. */
const NOBODY = 'UNKNOWN';

/** What a right password was given for. */
type Purpose = 'SIGN_IN' | 'UNLOCK' | 'CO_SIGN' | 'CHANGE';

export function accounts(base: Base, isLastSamOfficer: (reader: Reader, personId: string) => boolean) {
  const { tables, clock, store } = base;
  const { passwords, practice } = base.ports;
  /** One at a time: two attempts at once must not count as one, nor take twice the memory. */
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work, work);
    last = next;
    return next;
  }

  function byLogin(reader: Reader, login: string): AccountRow | undefined {
    const plain = login.trim().toLowerCase();
    return tables.accounts.select(reader, 'WHERE login = ? AND closed_at IS NULL', plain)[0];
  }

  function locked(account: AccountRow | undefined): Result<never> | undefined {
    const now = clock.now();
    const left = (account?.locked_until ?? 0) - now;
    if (account === undefined || left <= 0) return undefined;
    // Written by a clock that ran ahead: the lock lasts its time by the present one, and not until that day comes.
    if (left > LOCK_MS) {
      const relocked = store.transaction((writer) => {
        tables.accounts.update(writer, { ...account, locked_until: now + LOCK_MS });
        return ok(undefined);
      });
      if (!relocked.ok) return relocked;
    }
    const menit = String(Math.ceil(Math.min(left, LOCK_MS) / 60_000));
    return failed(appFailure('ACCOUNT_LOCKED', 'sign-in', undefined, { menit }));
  }

  function countFailure(writer: Writer, account: AccountRow): Result<boolean> {
    const failures = account.failures + 1;
    const shut = failures >= MOST_FAILURES;
    tables.accounts.update(writer, {
      ...account,
      failures: shut ? 0 : failures,
      locked_until: shut ? clock.now() + LOCK_MS : null,
    });
    if (!shut) return ok(false);
    return base.note(base.system(), { event: 'ACCOUNT_LOCKED', personId: account.person_id }, true);
  }

  /** Books a failed attempt, durably, and says what the person is told. */
  function refuse(personId: string | undefined): Result<never> {
    const booked = store.transaction((writer): Result<boolean> => {
      const account = personId === undefined ? undefined : base.account(writer, personId);
      const counted = account === undefined ? ok(false) : countFailure(writer, account);
      if (!counted.ok) return counted;
      const event = { event: 'SIGN_IN_REFUSED', operatorId: account?.person_id ?? NOBODY } as const;
      return base.note(base.system(), event, counted.value);
    });
    if (!booked.ok) return booked;
    const words = { menit: String(LOCK_MS / 60_000) };
    return failed(
      booked.value
        ? appFailure('ACCOUNT_LOCKED', 'sign-in', undefined, words)
        : appFailure('SIGN_IN_REFUSED', 'sign-in'),
    );
  }

  function accept(found: AccountRow, purpose: Purpose): Result<AccountRow> {
    return store.transaction((writer): Result<AccountRow> => {
      const account = base.account(writer, found.person_id);
      // Closed or reset while the password was being checked.
      if (account?.password_hash !== found.password_hash) return outOfOrder('the account has changed');
      const signIn = purpose === 'SIGN_IN' ? { last_sign_in_at: clock.now() } : {};
      const fresh = { ...account, failures: 0, locked_until: null, ...signIn };
      tables.accounts.update(writer, fresh);
      return ok(fresh);
    });
  }

  /** A sample person of practice, whose password is the login: a second signature can be practised too. */
  function isPlayed(account: AccountRow | undefined): boolean {
    return practice && account?.password_hash === '';
  }

  /** Whose password this is. Takes as long for a login that nobody has, and answers the same. */
  function prove(login: string, password: string, purpose: Purpose): Promise<Result<AccountRow>> {
    return inTurn(async () => {
      const read = store.read((reader) => byLogin(reader, login));
      if (!read.ok) return read;
      const account = read.value;
      const shut = locked(account);
      if (shut !== undefined) return shut;
      const fits = isPlayed(account)
        ? ok(password === account?.login)
        : await passwords.fits(account?.password_hash || passwords.decoy, password);
      if (!fits.ok) return fits;
      return fits.value && account !== undefined ? accept(account, purpose) : refuse(account?.person_id);
    });
  }

  function open(
    writer: Writer,
    personId: string,
    login: string,
    hash: string,
    newPasswordDue: boolean,
    acting: Acting,
  ): Result<string> {
    if (base.person(writer, personId) === undefined) return outOfOrder('nobody');
    const present = tables.accounts.find(writer, personId);
    if (present?.closed_at === null) return outOfOrder('has an account');
    const other = tables.accounts.select(writer, 'WHERE login = ? AND person_id <> ?', login, personId);
    if (other.length > 0) return failed(appFailure('LOGIN_TAKEN', 'people'));
    const row: AccountRow = {
      person_id: personId,
      login,
      password_hash: hash,
      new_password_due: newPasswordDue ? 1 : 0,
      failures: 0,
      locked_until: null,
      last_sign_in_at: null,
      notice_version: null,
      notice_at: null,
      opened_at: clock.now(),
      closed_at: null,
      close_reason: null,
    };
    if (present === undefined) tables.accounts.insert(writer, row);
    else tables.accounts.update(writer, row);
    base.tell(writer);
    return base.note(acting, { event: 'ACCOUNT_GIVEN', personId }, personId);
  }

  const handlers: Handlers<'CLOSE_ACCOUNT'> = {
    CLOSE_ACCOUNT(writer, { personId, reason }, acting) {
      const account = base.account(writer, personId);
      if (account === undefined) return outOfOrder('has no account');
      if (isLastSamOfficer(writer, personId)) return outOfOrder('the last one who can give accounts');
      tables.accounts.update(writer, { ...account, closed_at: clock.now(), close_reason: reason });
      base.tell(writer);
      const active = "WHERE person_id = ? AND status = 'ACTIVE'";
      for (const { agreement_id: agreementId } of tables.operators.select(writer, active, personId)) {
        base.tellRevoked(writer, { personId, agreementId });
      }
      return base.note(acting, { event: 'ACCOUNT_CLOSED', personId }, personId);
    },
  };

  return {
    handlers,
    prove,
    open,

    reset(writer: Writer, personId: string, hash: string, acting: Acting): Result<string> {
      const account = base.account(writer, personId);
      if (account === undefined) return outOfOrder('has no account');
      const fresh = { ...account, password_hash: hash, new_password_due: 1, failures: 0, locked_until: null };
      tables.accounts.update(writer, fresh);
      base.tell(writer);
      return base.note(acting, { event: 'PASSWORD_RESET', personId }, account.login);
    },

    change(writer: Writer, personId: string, hash: string, acting: Acting): Result<string> {
      const account = base.account(writer, personId);
      if (account === undefined) return outOfOrder('has no account');
      tables.accounts.update(writer, { ...account, password_hash: hash, new_password_due: 0 });
      base.tell(writer);
      return base.note(acting, { event: 'PASSWORD_CHANGED', personId }, personId);
    },

    acknowledge(writer: Writer, personId: string, noticeVersion: number, acting: Acting): Result<string> {
      const account = base.account(writer, personId);
      if (account === undefined) return outOfOrder('has no account');
      tables.accounts.update(writer, {
        ...account,
        notice_version: noticeVersion,
        notice_at: clock.now(),
      });
      base.tell(writer);
      return base.note(acting, { event: 'NOTICE_ACKNOWLEDGED', personId, noticeVersion }, personId);
    },
  };
}

export type Accounts = ReturnType<typeof accounts>;

/** Whoever watches over a shoulder tries these first. */
export function passwordTooNear(next: string, current: string | undefined, login: string): boolean {
  return next === current || next.toLowerCase().includes(login.toLowerCase());
}
