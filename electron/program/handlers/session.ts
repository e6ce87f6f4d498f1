/** Signing in and out, the lock, the first password and the notice: what the gate of the program asks for. */
import { ok, type Result } from '../../../native/failure.ts';
import type { Handlers } from '../../window/index.ts';
import type { ProgramParts } from './parts.ts';

type SessionChannel = Extract<keyof Handlers, `session.${string}`>;

export function sessionHandlers({ office }: ProgramParts): Pick<Handlers, SessionChannel> {
  const { sessions } = office.people;
  return {
    'session.signIn': async ({ login, password }) => done(await sessions.signIn(login, password)),
    'session.practise': ({ personId }) => done(sessions.practise(personId)),
    'session.unlock': async ({ password }) => done(await sessions.unlock(password)),
    'session.lock': () => {
      sessions.lock();
      return ok(null);
    },
    'session.signOut': () => {
      sessions.signOut();
      return ok(null);
    },
    'session.newPassword': async ({ current, next }) => done(await sessions.newPassword(current, next)),
    'session.acknowledge': () => done(sessions.acknowledge()),
  };
}

/** A page is told that it worked, and learns what it now may see by asking for the state of home. */
function done(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result;
}
