/** The people of a walk: what each may do by their role, and that somebody sits at the keyboard. */
import { type Acting, roles } from '../../../electron/contract/index.ts';
import type { Result } from '../../../native/failure.ts';
import { typedNiks } from './applicants.ts';
import { staff } from './seeded-office.ts';
import type { Walk } from './walk.ts';

/** Somebody who writes a number into every field that takes words. */
export const talkative = `karena ${typedNiks[0] ?? ''} menunggu`;
export const heads: readonly string[] = [staff.head, staff.manager];

export function acting(personId: string): Acting {
  const role = {
    [staff.head]: 'ACCESS_RESPONSIBLE',
    [staff.manager]: 'ACCESS_MANAGER',
    [staff.samOfficer]: 'SAM_OFFICER',
    [staff.auditor]: 'AUDITOR',
  }[personId];
  return { personId, roles: roles.filter((one) => one === (role ?? 'OPERATOR')), counter: 'Loket 1' };
}

/** True when it was done. Who may not do it must have been refused. */
export function onlyBy(
  walk: Walk,
  done: Result<unknown>,
  who: string,
  fitting: readonly string[],
  what: string,
): boolean {
  if (done.ok && !fitting.includes(who)) walk.onlooker.wrong.push(`office: ${who} ${what}`);
  return done.ok;
}

export function touches(walk: Walk): void {
  walk.program.office.people.sessions.touch();
  const { session } = walk.onlooker.model;
  if (session === undefined) return;
  const current = walk.program.office.people.sessions.current();
  session.open = current?.state === 'OPEN';
  if (session.open) session.lastSeen = walk.clock.now();
}
