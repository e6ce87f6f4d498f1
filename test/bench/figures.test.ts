/** What the bench makes of its numbers, without measuring any. */
import { describe, expect, test } from 'vitest';
import { missed } from './figures.ts';
import { median, percentile } from './statistics.ts';

describe('a promise', () => {
  test('is missed above the most and below the least, and kept on the line', () => {
    expect(missed({ 'apdu.overheadRatio': 1.15, 'read.traced.ratioToPublicOrder': 3 })).toEqual([]);
    expect(missed({ 'apdu.overheadRatio': 1.151, 'read.traced.ratioToPublicOrder': 2.99 })).toEqual([
      'apdu.overheadRatio',
      'read.traced.ratioToPublicOrder',
    ]);
  });

  test('that was not measured, or has no limit, is not missed', () => {
    expect(missed({ 'outbox.commitMsP99': 1e6 })).toEqual([]);
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

  test('is a sample, by nearest rank, whatever the order', () => {
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(median(hundred)).toBe(50);
    expect(median([7])).toBe(7);
  });

  test('of nothing is a mistake of the bench', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
