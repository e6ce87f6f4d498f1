/**
 * What the forms of the door check before they ask main, which checks again by the contract. Written out, because the schemas of the
 * whole office are not worth waiting for before anybody has signed in.
 */
import type { Checker, Draft, Issue } from '../office/parts/index.ts';

export const leastSecret = 10;
const loginShape = /^[a-z][a-z0-9.-]{2,31}$/;

function text(draft: Draft, key: string): string {
  const value = draft[key];
  return typeof value === 'string' ? value : '';
}

function checker<T>(issuesOf: (draft: Draft) => readonly Issue[], value: (draft: Draft) => T): Checker<T> {
  return {
    safeParse: (draft) => {
      const issues = issuesOf(draft);
      if (issues.length > 0) return { success: false, error: { issues } };
      return { success: true, data: value(draft) };
    },
  };
}

function present(draft: Draft, keys: readonly string[]): Issue[] {
  return keys.filter((key) => text(draft, key).trim() === '').map((key) => ({ path: [key] }));
}

/** A secret that is chosen now: long enough, and typed the same twice. */
function chosen(draft: Draft, key: string): Issue[] {
  const secret = text(draft, key);
  if (secret.length < leastSecret) return [{ path: [key], code: 'too_small', minimum: leastSecret }];
  return text(draft, 'again') === secret ? [] : [{ path: ['again'] }];
}

/** The system guards the keys: there is nothing to fill in. */
export const nothingAsked = checker(
  () => [],
  () => ({}),
);

export const newPassphrase = checker(
  (draft) => chosen(draft, 'passphrase'),
  (draft) => ({ passphrase: text(draft, 'passphrase') }),
);

export const passphrase = checker(
  (draft) => present(draft, ['passphrase']),
  (draft) => ({ passphrase: text(draft, 'passphrase') }),
);

export const recoveryKey = checker(
  (draft) => present(draft, ['recoveryKey']),
  (draft) => ({ recoveryKey: text(draft, 'recoveryKey') }),
);

export const recoveryWithPassphrase = checker(
  (draft) => [...present(draft, ['recoveryKey']), ...chosen(draft, 'passphrase')],
  (draft) => ({ recoveryKey: text(draft, 'recoveryKey'), passphrase: text(draft, 'passphrase') }),
);

export const firstOfficer = checker(
  (draft) => [
    ...present(draft, ['name', 'position']),
    ...(loginShape.test(text(draft, 'login')) ? [] : [{ path: ['login'] }]),
    ...chosen(draft, 'password'),
  ],
  (draft) => ({
    name: text(draft, 'name').trim(),
    position: text(draft, 'position').trim(),
    login: text(draft, 'login'),
    password: text(draft, 'password'),
  }),
);

export const credentials = checker(
  (draft) => present(draft, ['login', 'password']),
  (draft) => ({ login: text(draft, 'login').trim(), password: text(draft, 'password') }),
);

export const password = checker(
  (draft) => present(draft, ['password']),
  (draft) => ({ password: text(draft, 'password') }),
);

export const newPassword = checker(
  (draft) => [...present(draft, ['current']), ...chosen(draft, 'next')],
  (draft) => ({ current: text(draft, 'current'), next: text(draft, 'next') }),
);
