import { describe, expect, test } from 'vitest';
import { chunkSizes } from './chunked-file.ts';
import { costOf, lowerBound, ratioToPublicOrder, typicalSizes } from './cost.ts';
import { authenticityPlan, ordinaryPlan, publicPlan, type ReadPlan } from './plan.ts';
import {
  largestProtectedRead,
  plainChunks,
  protectedAnswerLength,
  protectedChunks,
  SAM_BLOCK,
  SHORTEST_BIODATA_FILE,
} from './planner.ts';

describe('the cost model', () => {
  test('adds the public order up to what KTP-el fact sheet 6.2 says: 7485 SAM bytes in 59 exchanges', () => {
    const cost = costOf(publicPlan());
    // Less the 2 and 4 bytes by which the SAM trims the last reads of signature and second minutiae (2.3), which 6.2 forgets.
    expect([cost.samBytes, cost.samExchanges]).toEqual([7485 - 2 - 4, 59]);
    // 36 over the air, and the UID, which the reader answers itself.
    expect(cost.cardExchanges).toBe(36 + 1);
  });

  test('says that biodata alone takes 2.3 s of the SAM in the public order, as the fact sheet extrapolates', () => {
    const biodataOnly = new Set(['openSam', 'resetSam', 'authenticate', 'readBiodata']);
    const plan: ReadPlan = {
      name: 'public',
      steps: publicPlan().steps.filter(({ step }) => biodataOnly.has(step)),
    };
    const cost = costOf(plan);
    expect([cost.samBytes, cost.samExchanges]).toEqual([983, 12]);
    expect(cost.samExchanges * 48 + cost.samBytes * 1.74).toBeCloseTo(2286, 0);
  });
});

describe('the link limits', () => {
  test.each([
    [8, 33],
    [12, 33],
    [80, 105],
    [144, 170],
    [176, 202],
    [208, 234],
  ])('a protected READ of %i bytes is answered with %i bytes before the status word', (n, expected) => {
    expect(protectedAnswerLength(n)).toBe(expected);
  });

  test('let 231 bytes through one DECRYPT command, and 223 through one that fits a T=1 block', () => {
    expect(largestProtectedRead(260)).toBe(231);
    expect(largestProtectedRead(SAM_BLOCK)).toBe(223);
    expect(protectedChunks(SHORTEST_BIODATA_FILE)).toEqual({ first: 159, next: 223, granule: 1 });
  });
});

describe('the ordinary plan', () => {
  const observed = [226, 237, 257, 277];

  test('never reads past the end of any record from the shortest that can be', () => {
    for (let biodata = SHORTEST_BIODATA_FILE - 2; biodata <= 400; biodata++) {
      const asked = chunkSizes(protectedChunks(SHORTEST_BIODATA_FILE), biodata + 2).reduce(
        (sum, size) => sum + size,
        0,
      );
      expect(asked).toBe(biodata + 2);
    }
  });

  test('cuts biodata so that no other pair of sizes is cheaper over all lengths that occur', () => {
    const costs = (first: number, next: number) =>
      Array.from({ length: 251 }, (_, i) => {
        const chunks = { first, next, granule: 1 } as const;
        const plan: ReadPlan = { name: 'ordinary', steps: [{ step: 'readBiodata', chunks }] };
        return costOf(plan, { sizes: { ...typicalSizes, biodata: 150 + i } }).milliseconds;
      }).reduce((sum, ms) => sum + ms, 0);
    const ours = costs(159, 223);
    for (let first = 7; first <= SHORTEST_BIODATA_FILE; first++) {
      for (const next of [96, 208, 215, 222, 223]) expect(ours).toBeLessThanOrEqual(costs(first, next));
    }
  });

  test.each(observed)('reaches the identity in 2.3 s at a biodata length of %i', (biodata) => {
    const cost = costOf(ordinaryPlan(), { sizes: { ...typicalSizes, biodata }, until: 'identity' });
    expect(cost.milliseconds).toBeLessThanOrEqual(2300);
  });

  test('stays within 1.05 of what a clairvoyant would need, unless he could do with one read', () => {
    for (let biodata = 230; biodata <= 380; biodata++) {
      const sizes = { ...typicalSizes, biodata };
      const ours = costOf(ordinaryPlan(), { sizes, until: 'identity' }).milliseconds;
      expect(ours / lowerBound(['photo', 'biodata'], { sizes }).milliseconds).toBeLessThanOrEqual(1.05);
    }
  });

  test('is at least three times faster than the public order', () => {
    expect(ratioToPublicOrder(ordinaryPlan())).toBeGreaterThan(3);
  });

  test('leaves out the photo when the agreement does not show it, and reads no fingerprint ever', () => {
    expect(ordinaryPlan({ photo: false }).steps.map(({ step }) => step)).not.toContain('readPhoto');
    expect(ordinaryPlan().steps.map(({ step }) => step)).not.toContain('readEnciphered');
  });

  test('reads the photo with one exchange less than its length first would take', () => {
    expect(chunkSizes(plainChunks(), 1702)).toEqual([250, 250, 250, 250, 250, 250, 202]);
    expect(chunkSizes({ first: 8, next: 248, granule: 1 }, 1702)).toHaveLength(8);
  });
});

test('the authenticity plan costs less than the public order although the SAM sees the same files', () => {
  expect(costOf(authenticityPlan()).milliseconds).toBeLessThan(costOf(publicPlan()).milliseconds);
});
