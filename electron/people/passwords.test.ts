import { expect, test } from 'vitest';
import { valueOfResult } from '../store/store.test-support.ts';
import { oneTimePassword, slowPasswords } from './passwords.ts';

test('a real hash fits its own password only, and the decoy has its cost and fits none', async () => {
  const password = 'tepi-sawah-7-pagi';
  const hash = valueOfResult(await slowPasswords.hash(password));
  const costOf = (text: string) => text.split('$').slice(0, 4).join('$');
  expect(costOf(hash)).toBe('$argon2id$v=19$m=65536,t=3,p=1');
  expect(costOf(slowPasswords.decoy)).toBe(costOf(hash));
  expect(slowPasswords.decoy.length).toBe(hash.length);
  expect(valueOfResult(await slowPasswords.fits(hash, password))).toBe(true);
  expect(valueOfResult(await slowPasswords.fits(hash, `${password} `))).toBe(false);
  const started = performance.now();
  expect(valueOfResult(await slowPasswords.fits(slowPasswords.decoy, password))).toBe(false);
  // Not taken for a broken hash and refused at once: that would tell that nobody has the login.
  expect(performance.now() - started).toBeGreaterThan(50);
}, 30_000);

test('a one-time password can be copied from paper', () => {
  const many = Array.from({ length: 500 }, oneTimePassword);
  for (const password of many) expect(password).toMatch(/^[2-9a-hjkmnp-tv-z]{4}(-[2-9a-hjkmnp-tv-z]{4}){2}$/);
  expect(new Set(many).size).toBe(many.length);
});
