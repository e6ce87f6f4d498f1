import { expect, it } from 'vitest';
import { growthOf, type Sample } from './memory.ts';

/** A life of so many visits, in which each leaves something behind. */
function life(number: number, visits: number, kbEach: number): Sample[] {
  return Array.from({ length: visits }, (_, index) => {
    // A busy computer measures a little more now and then.
    const noise = index % 7 === 0 ? 4000 : 0;
    const size = (kb: number) => ({
      own: kb + index * kbEach + noise,
      whole: 2 * kb + index * kbEach + noise,
    });
    return { life: number, main: size(65_000), all: size(160_000) };
  });
}

it('finds a megabyte a visit, and takes noise for what it is', () => {
  expect(growthOf(life(1, 200, 1024))?.ofMain).toBeGreaterThan(100);
  expect(Math.abs(growthOf(life(1, 200, 0))?.ofMain ?? 100)).toBeLessThan(1);
});

it('adds up what the lives grew by, so that a restart hides nothing', () => {
  const [one, two] = [growthOf(life(1, 100, 200)), growthOf(life(2, 100, 200))];
  const both = growthOf([...life(1, 100, 200), ...life(2, 100, 200)]);
  expect(both?.ofAll).toBeCloseTo((one?.ofAll ?? 0) + (two?.ofAll ?? 0));
});

it('says nothing after a few visits', () => {
  expect(growthOf(life(1, 12, 1024))).toBeUndefined();
});
