import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicantOf } from './applicants.ts';
import { fewestVisits, planDay, troubles, type Visit } from './plan.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000_000 });
const lengths = fc.integer({ min: 1, max: 300 });

function visitsOf(seed: number, count: number): Visit[] {
  return planDay(seed, count).happenings.filter((one) => one.kind === 'visit');
}

describe('the plan of a day', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planDay(7, 40)).toEqual(planDay(7, 40));
    expect(planDay(7, 40)).not.toEqual(planDay(8, 40));
  });

  it('has one of each trouble and every visit that comes once, however short it is', () => {
    fc.assert(
      fc.property(seeds, lengths, (seed, count) => {
        const { happenings, visits } = planDay(seed, count);
        const befell = happenings.filter((one) => one.kind === 'trouble').map(({ trouble }) => trouble);
        expect([...befell].sort()).toEqual([...troubles].sort());
        const endings = visitsOf(seed, count).map(({ ending }) => ending);
        for (const once of [
          'power cut in a visit',
          'power cut on the way',
          'emergency stop',
          'aid refused',
        ] as const) {
          expect(endings.filter((ending) => ending === once)).toHaveLength(1);
        }
        expect(endings).toHaveLength(visits);
        expect(visits).toBe(Math.max(count, fewestVisits));
      }),
      { numRuns: 60 },
    );
  });

  it('lets time pass and nobody wait for ten minutes, which would lock the screen', () => {
    fc.assert(
      fc.property(seeds, lengths, (seed, count) => {
        const times = visitsOf(seed, count).map(({ at }) => at);
        const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
        expect(Math.min(...gaps)).toBeGreaterThan(0);
        expect(Math.max(...gaps)).toBeLessThan(600);
      }),
      { numRuns: 60 },
    );
  });

  it('gives everybody a number and a face of their own, but for the five who may come twice', () => {
    const residents = visitsOf(2026, 40).map(applicantOf);
    const strangers = residents.filter(({ id }) => !id.startsWith('R')).map(({ nik }) => nik);
    expect(new Set(strangers).size).toBe(strangers.length);
    expect(residents.length - strangers.length).toBeGreaterThan(0);
  });
});
