import { expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import { passwordsInTheirProcess } from './account-passwords.ts';

test('a process that dies over a password fits nobody, and says so', async () => {
  const dead = passwordsInTheirProcess(() => Promise.resolve(undefined));
  for (const answer of [await dead.hash('kata sandi'), await dead.fits(dead.decoy, 'kata sandi')]) {
    expect(answer).toMatchObject({ ok: false, failure: { code: 'PASSWORD_PROCESS_DIED' } });
  }
});

test('an order holds what the process needs and its answer is passed on', async () => {
  const orders: unknown[] = [];
  const passwords = passwordsInTheirProcess((order) => {
    orders.push(order);
    return Promise.resolve(ok(true));
  });
  expect(await passwords.fits('hash', 'kata sandi')).toEqual(ok(true));
  expect(orders).toEqual([{ kind: 'fits', password: 'kata sandi', hash: 'hash' }]);
});
