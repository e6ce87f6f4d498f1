import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  maskNik,
  newKeyPair,
  nikHash,
  open,
  openWired,
  ready,
  seal,
  sealWired,
  toWirePair,
  zero,
} from './index.ts';

beforeAll(ready);

describe('a sealed envelope', () => {
  test('gives back exactly what was put in, also where key and envelope crossed a process border', () => {
    const pair = newKeyPair();
    const wired = toWirePair(pair);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (content) => {
        const told = { ok: true, value: content };
        expect(open(pair, seal(pair.publicKey, content))).toEqual(told);
        expect(openWired(wired, sealWired(wired.publicKey, content))).toEqual(told);
      }),
      { numRuns: 50 },
    );
  });

  test('is unreadable when any one byte of it changed', () => {
    const pair = newKeyPair();
    const envelope = seal(pair.publicKey, Buffer.from('isi amplop'));
    for (let index = 0; index < envelope.length; index++) {
      const changed = Uint8Array.from(envelope, (byte, at) => (at === index ? byte ^ 1 : byte));
      expect(open(pair, changed)).toMatchObject({ ok: false, failure: { code: 'ENVELOPE_UNREADABLE' } });
    }
  });

  test('is unreadable for another pair, when cut short and when empty', () => {
    const pair = newKeyPair();
    const envelope = seal(pair.publicKey, Buffer.from('isi amplop'));
    for (const [key, bytes] of [
      [newKeyPair(), envelope],
      [pair, envelope.subarray(0, 47)],
      [pair, new Uint8Array()],
    ] as const) {
      expect(open(key, bytes)).toMatchObject({ ok: false, failure: { code: 'ENVELOPE_UNREADABLE' } });
    }
  });
});

describe('a NIK that stays', () => {
  test('keeps region and serial and loses the birth date', () => {
    expect(maskNik('4001011708950001')).toBe('400101******0001');
  });

  test('is hidden wholly when it is not a NIK', () => {
    expect(maskNik('400101170895')).toBe('****************');
  });

  test('is hashed under the pepper: RFC 4231 case 2', () => {
    expect(nikHash(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });
});

test('zeroed bytes are zero', () => {
  const secret = Uint8Array.of(1, 2, 3);
  zero(secret);
  expect(secret).toEqual(new Uint8Array(3));
});
