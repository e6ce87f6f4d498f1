import { expect, test } from 'vitest';
import { latencyMs } from './latency.ts';

/** A small generator with a known seed (Park and Miller), so that the distribution is the same at every run. */
function seeded(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test('the latency of the field has the proposed median, 95th percentile and long tail', () => {
  const random = seeded();
  const times = Array.from({ length: 10_000 }, () => latencyMs('field', random)).sort((a, b) => a - b);
  expect(times[5_000]).toBeGreaterThan(380);
  expect(times[5_000]).toBeLessThan(430);
  expect(times[9_500]).toBeGreaterThan(1_350);
  expect(times[9_500]).toBeLessThan(1_800);
  expect(times.filter((time) => time > 10_000).length / times.length).toBeCloseTo(0.01, 2);
});

test('a fixed latency is what was asked for', () => {
  expect(latencyMs(250, () => 0.5)).toBe(250);
});
