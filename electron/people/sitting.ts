/** Somebody at the keyboard, as this program knows them between two looks into the tables. */
import { randomUUID } from 'node:crypto';
import { addPeriod, localDay } from '../calendar/index.ts';
import type { Role } from '../contract/index.ts';
import type { Base } from './base.ts';
import type { Session } from './session-port.ts';
import type { AccountRow } from './tables.ts';

/** Of the liability and sanction notice; raised when its words change, which everybody then reads again. */
export const NOTICE_VERSION = 1;
const NOTICE_LASTS = 'P1Y';

export interface Sitting {
  readonly sessionId: string;
  readonly personId: string;
  readonly signedInAt: number;
  /** Played by a sample person: no password, no notice. */
  readonly played: boolean;
  name: string;
  login: string;
  roles: readonly Role[];
  newPasswordDue: boolean;
  noticeDue: boolean;
  locked: boolean;
  lastSeenAt: number;
}

export function newSitting(personId: string, played: boolean, now: number): Sitting {
  return {
    sessionId: randomUUID(),
    personId,
    signedInAt: now,
    played,
    name: '',
    login: '',
    roles: [],
    newPasswordDue: false,
    noticeDue: false,
    locked: false,
    lastSeenAt: now,
  };
}

/** Brings name, roles and duties up to what the tables say. Gives false when there is no account any more. */
export function refresh(base: Base, of: Sitting): boolean {
  const read = base.store.read((reader) => ({
    person: base.person(reader, of.personId),
    account: base.account(reader, of.personId),
    roles: base.rolesOf(reader, of.personId),
  }));
  if (!read.ok || read.value.person === undefined) return false;
  const { person, account, roles } = read.value;
  if (account === undefined && !of.played) return false;
  of.name = person.name;
  of.login = account?.login ?? '';
  of.roles = roles;
  of.newPasswordDue = !of.played && account?.new_password_due === 1;
  of.noticeDue = !of.played && account !== undefined && noticeDue(base, account);
  return true;
}

/** The notice is read once a year, and again when its words change. */
export function noticeDue(base: Base, account: AccountRow): boolean {
  if (account.notice_version !== NOTICE_VERSION || account.notice_at === null) return true;
  const readOn = localDay(account.notice_at, base.ports.zone());
  return base.today() >= addPeriod(readOn, NOTICE_LASTS);
}

export function sessionOf(of: Sitting): Session {
  const { sessionId, personId, name, roles, signedInAt } = of;
  return { sessionId, personId, name, roles, state: stateOf(of), signedInAt };
}

function stateOf({ locked, newPasswordDue, noticeDue }: Sitting): Session['state'] {
  if (locked) return 'LOCKED';
  if (newPasswordDue) return 'NEW_PASSWORD';
  return noticeDue ? 'NOTICE' : 'OPEN';
}
