import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { similarity } from './similarity.ts';

describe('likeness', () => {
  test.each([
    ['CONTOH', 'CONTOH', 100],
    ['CONTOH', 'CONTOK', 83],
    ['KITTEN', 'SITTING', 57],
    ['ABC', 'XYZ', 0],
    ['', 'ABC', 0],
    ['', '', 100],
  ])('of "%s" and "%s" is %i per cent', (left, right, percent) => {
    expect(similarity(left, right)).toBe(percent);
  });

  test('lies between 0 and 100, is the same both ways round, and 100 means equal', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (left, right) => {
        const score = similarity(left, right);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score === 100).toBe(left === right);
        expect(similarity(right, left)).toBe(score);
      }),
    );
  });
});
