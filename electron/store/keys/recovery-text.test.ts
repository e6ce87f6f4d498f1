import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { newKeyPair, ready } from '../../sealing/index.ts';
import { recoveryPair, recoveryText } from './recovery-text.ts';

beforeAll(ready);

describe('the recovery key on paper', () => {
  test('is the same pair again, however it is typed', () => {
    const pair = newKeyPair();
    const text = recoveryText(pair);
    expect(text).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/);
    const typed = [
      text,
      text.toLowerCase(),
      text.replaceAll('-', ' '),
      text.replaceAll('0', 'o').replaceAll('1', 'l'),
    ];
    for (const form of typed) expect(recoveryPair(form)).toEqual(pair);
  });

  test('with one sign wrong is not taken for another key', () => {
    const text = recoveryText(newKeyPair()).replaceAll('-', '');
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'23456789ABCDEFGH'), (at, sign) => {
        fc.pre(text[at] !== sign);
        expect(recoveryPair(text.slice(0, at) + sign + text.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  test.each(['', 'AAAA', 'x'.repeat(500), '🂡'.repeat(56)])('of %j is no key', (text) => {
    expect(recoveryPair(text)).toBeUndefined();
  });
});
