/**
 * Who sits at the keyboard: one session of one person per program. It locks after ten minutes in which nobody did anything
 * and ends after sixty, by the clock on the wall or by time passed, whichever comes first, so that neither sleep nor a clock set back
 * keeps a screen open.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import { type Acting, type AppFailureCode, appFailure } from '../contract/index.ts';
import { type Accounts, passwordTooNear } from './accounts.ts';
import type { Base } from './base.ts';
import { AGREEMENT_ENDED } from './operators.ts';
import type { CoSigner, Session, Sessions } from './session-port.ts';
import { NOTICE_VERSION, newSitting, noticeDue, refresh, type Sitting, sessionOf } from './sitting.ts';

const LOCK_MS = 10 * 60_000;
const END_MS = 60 * 60_000;
export function sessions(base: Base, accounts: Accounts): Sessions {
  const { clock, store, ports } = base;
  const listeners = new Set<() => void>();
  let sitting: Sitting | undefined;
  let cancelTimer = () => {};

  function changed(): void {
    for (const listener of listeners) listener();
  }

  function refusal(code: AppFailureCode, detail?: string): Result<never> {
    return failed(appFailure(code, 'session', detail));
  }

  function begin(personId: string, played: boolean): Result<Session> {
    const next = newSitting(personId, played, clock.now());
    if (!refresh(base, next)) return refusal('SIGN_IN_REFUSED');
    const noted = base.note(actingOf(next), { event: 'SIGNED_IN', operatorId: personId }, undefined);
    if (!noted.ok) return noted;
    sitting = next;
    watch(LOCK_MS, lockIdle);
    changed();
    return ok(sessionOf(next));
  }

  function watch(ms: number, then: () => void): void {
    cancelTimer();
    cancelTimer = clock.after(ms, then);
  }

  function lock(by: Acting): void {
    if (sitting === undefined || sitting.locked) return;
    sitting.locked = true;
    watch(END_MS - LOCK_MS, endIdle);
    // Locked is locked, whether or not the log can take it.
    base.note(by, { event: 'SCREEN_LOCKED', personId: sitting.personId }, undefined);
    changed();
  }

  function end(by: Acting): void {
    if (sitting === undefined) return;
    const { personId } = sitting;
    sitting = undefined;
    cancelTimer();
    base.note(by, { event: 'SIGNED_OUT', operatorId: personId }, undefined);
    changed();
  }

  function lockIdle(): void {
    lock(base.system());
  }

  function endIdle(): void {
    end(base.system());
  }

  /** What the wall clock says: after sleep the timers are late. */
  function settle(): Sitting | undefined {
    if (sitting === undefined) return undefined;
    const idle = clock.now() - sitting.lastSeenAt;
    if (idle >= END_MS) endIdle();
    else if (idle >= LOCK_MS) lockIdle();
    return sitting;
  }

  function touch(): void {
    const present = settle();
    if (present === undefined || present.locked) return;
    present.lastSeenAt = clock.now();
    watch(LOCK_MS, lockIdle);
  }

  function actingOf({ personId, roles }: Pick<Sitting, 'personId' | 'roles'>): Acting {
    return { personId, roles, counter: ports.counter() };
  }

  /** What was decided before the agreement ended is still theirs to record, until they leave or the screen locks. */
  function endedWithAgreement(personId: string): boolean {
    const newest = 'WHERE person_id = ? ORDER BY changed_at DESC LIMIT 1';
    const read = store.read((reader) => base.tables.operators.select(reader, newest, personId)[0]?.reason);
    return read.ok && read.value === AGREEMENT_ENDED;
  }

  /** A change of people: other roles from now on, or nobody any more. */
  base.onChanged(() => {
    if (sitting === undefined) return;
    const before = JSON.stringify(sessionOf(sitting));
    const had = sitting.roles.length > 0;
    const still = refresh(base, sitting);
    // Who has lost the last role has nothing to do here any more.
    const leaves = had && sitting.roles.length === 0 && !endedWithAgreement(sitting.personId);
    if (!still || leaves) endIdle();
    else if (JSON.stringify(sessionOf(sitting)) !== before) changed();
  });

  return {
    current() {
      const present = settle();
      return present === undefined ? undefined : sessionOf(present);
    },

    acting() {
      const present = settle();
      if (present === undefined) return refusal('NOT_SIGNED_IN');
      const state = sessionOf(present).state;
      if (state === 'LOCKED') return refusal('SESSION_LOCKED');
      return state === 'OPEN' ? ok(actingOf(present)) : refusal('NOT_SIGNED_IN', state);
    },

    async signIn(login, password) {
      const proved = await accounts.prove(login, password, 'SIGN_IN');
      if (!proved.ok) return proved;
      const present = settle();
      if (present?.personId === proved.value.person_id) return refusal('SESSION_ELSEWHERE');
      if (present !== undefined) return refusal('STEP_ORDER', 'somebody else is signed in');
      return begin(proved.value.person_id, false);
    },

    practise(personId) {
      if (!ports.practice) return refusal('NOT_PERMITTED', 'practice only');
      if (sitting !== undefined) end(actingOf(sitting));
      return begin(personId, true);
    },

    async unlock(password) {
      const present = settle();
      if (present === undefined) return refusal('NOT_SIGNED_IN');
      if (!present.locked) return ok(sessionOf(present));
      const proved = await accounts.prove(present.login, password, 'UNLOCK');
      if (!proved.ok) return proved;
      if (settle() !== present) return refusal('NOT_SIGNED_IN');
      const unlocked = { event: 'SCREEN_UNLOCKED', personId: present.personId } as const;
      const noted = base.note(actingOf(present), unlocked, undefined);
      if (!noted.ok) return noted;
      present.locked = false;
      touchAnew(present);
      return ok(sessionOf(present));
    },

    lock() {
      const present = settle();
      if (present !== undefined) lock(actingOf(present));
    },

    signOut() {
      const present = settle();
      if (present !== undefined) end(actingOf(present));
    },

    async newPassword(current, next) {
      const present = settle();
      if (present === undefined) return refusal('NOT_SIGNED_IN');
      if (present.locked) return refusal('SESSION_LOCKED');
      if (passwordTooNear(next, current, present.login)) return refusal('PASSWORD_REUSED');
      const proved = await accounts.prove(present.login, current, 'CHANGE');
      if (!proved.ok) return proved;
      const hash = await ports.passwords.hash(next);
      if (!hash.ok) return hash;
      if (settle() !== present) return refusal('NOT_SIGNED_IN');
      const acting = actingOf(present);
      const saved = store.transaction((writer) =>
        accounts.change(writer, present.personId, hash.value, acting),
      );
      return saved.ok ? ok(sessionOf(present)) : saved;
    },

    acknowledge() {
      const present = settle();
      if (present === undefined) return refusal('NOT_SIGNED_IN');
      if (present.locked) return refusal('SESSION_LOCKED');
      const acting = actingOf(present);
      const saved = store.transaction((writer) =>
        accounts.acknowledge(writer, present.personId, NOTICE_VERSION, acting),
      );
      return saved.ok ? ok(sessionOf(present)) : saved;
    },

    touch,

    async verify(login, password): Promise<Result<CoSigner>> {
      const proved = await accounts.prove(login, password, 'CO_SIGN');
      if (!proved.ok) return proved;
      const { person_id: personId, new_password_due: due } = proved.value;
      // Whoever handed the one-time password over knows it too.
      if (due === 1) return refusal('NOT_PERMITTED', 'a new password is due');
      if (!ports.practice && noticeDue(base, proved.value))
        return refusal('NOT_PERMITTED', 'the notice is due');
      const read = store.read((reader) => ({
        name: base.person(reader, personId)?.name ?? '',
        roles: base.rolesOf(reader, personId),
      }));
      if (!read.ok) return read;
      const { name, roles } = read.value;
      const signer = { name, ...actingOf({ personId, roles }) };
      return base.note(signer, { event: 'CO_SIGNER_VERIFIED', personId }, signer);
    },

    onChanged(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };

  function touchAnew(of: Sitting): void {
    of.lastSeenAt = clock.now();
    watch(LOCK_MS, lockIdle);
    changed();
  }
}
