/** Traces of NIKs: differences within a group survive, values do not. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nikTrace } from '../contract/index.ts';
import { traceOf } from './index.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const region = fc.stringMatching(/^40[0-9]{4}$/);
const birthDay = fc.date({
  min: new Date(Date.UTC(1900, 0, 1)),
  max: new Date(Date.UTC(1999, 11, 31)),
  noInvalidDate: true,
});
const serial = fc.integer({ min: 1, max: 9999 });

function birthBlock(date: Date, woman = false): string {
  const two = (number: number) => String(number % 100).padStart(2, '0');
  return two(date.getUTCDate() + (woman ? 40 : 0)) + two(date.getUTCMonth() + 1) + two(date.getUTCFullYear());
}

function nikOf(at: string, birth: string, number: number): string {
  return at + birth + String(number).padStart(4, '0');
}

const difference = (a: number, b: number) => (a - b) | 0;
const anyNik = fc
  .tuple(region, birthDay, fc.boolean(), serial)
  .map(([at, date, woman, number]) => nikOf(at, birthBlock(date, woman), number));

describe('what main can compare', () => {
  test('serials of one birth block keep their difference', () => {
    fc.assert(
      fc.property(key, region, birthDay, serial, serial, (k, at, date, a, b) => {
        const [one, two] = [a, b].map((number) => traceOf(nikOf(at, birthBlock(date), number), k, true));
        expect(one?.first12).toBe(two?.first12);
        expect(difference(one?.maskedSerial ?? 0, two?.maskedSerial ?? 0)).toBe(a - b);
      }),
    );
  });

  test('birth dates of one region and serial keep their difference in days', () => {
    fc.assert(
      fc.property(key, region, serial, birthDay, birthDay, (k, at, number, a, b) => {
        const [one, two] = [a, b].map((date) => traceOf(nikOf(at, birthBlock(date), number), k, true));
        expect(one?.regionAndSerial).toBe(two?.regionAndSerial);
        const days = Math.floor(a.getTime() / 86_400_000) - Math.floor(b.getTime() / 86_400_000);
        expect(difference(one?.maskedBirthDay ?? 0, two?.maskedBirthDay ?? 0)).toBe(days);
      }),
    );
  });

  test('a brother and a sister of one birth date share the birth group and not the first twelve digits', () => {
    const k = randomBytes(32);
    const date = new Date(Date.UTC(1988, 2, 12));
    const he = traceOf(nikOf('400101', birthBlock(date), 1), k, true);
    const she = traceOf(nikOf('400101', birthBlock(date, true), 2), k, true);
    expect(he.regionAndBirth).toBe(she.regionAndBirth);
    expect(he.first12).not.toBe(she.first12);
  });

  test('every trace fits the wire', () => {
    fc.assert(
      fc.property(key, fc.stringMatching(/^[0-9]{16}$/), fc.boolean(), (k, nik, typed) => {
        expect(nikTrace.parse(traceOf(nik, k, typed)).typed).toBe(typed);
      }),
    );
  });
});

describe('what main cannot see', () => {
  test('no digits of the NIK stand in its trace', () => {
    fc.assert(
      fc.property(key, anyNik, (k, nik) => {
        const text = JSON.stringify(traceOf(nik, k, true));
        expect(text).not.toContain(nik.slice(0, 12));
        expect(text).not.toContain(nik.slice(4));
      }),
    );
  });

  test('another key gives an unrelated trace, so yesterday tells nothing about today', () => {
    fc.assert(
      fc.property(key, key, anyNik, (one, two, nik) => {
        fc.pre(Buffer.compare(Buffer.from(one), Buffer.from(two)) !== 0);
        const [a, b] = [traceOf(nik, one, true), traceOf(nik, two, true)];
        expect(a.nik).not.toBe(b.nik);
        expect(a.first12).not.toBe(b.first12);
      }),
    );
  });

  test('the same serial in different groups is masked differently: a masked number alone says nothing', () => {
    const k = randomBytes(32);
    const masks = new Set(
      Array.from({ length: 200 }, (_, i) => {
        const at = `40${String(i).padStart(4, '0')}`;
        return traceOf(nikOf(at, '120388', 1), k, true).maskedSerial;
      }),
    );
    expect(masks.size).toBeGreaterThan(195);
  });
});

test.each([
  ['1111111111111111', true],
  ['1212121212121212', true],
  ['1201120112011201', true],
  ['4001011111111111', true],
  ['4001015555555555', true],
  ['4001015203880001', false],
  ['4001010101900001', false],
  ['9901010101900001', false],
  ['4001010101000001', false],
  ['4001011212121200', true],
])('%s is of repeated groups: %s', (nik, repeated) => {
  expect(traceOf(nik, randomBytes(32), true).repeatedGroups).toBe(repeated);
});
