/**
 * How long an answer takes. `field` is the distribution that gateway fact sheet 4.1 proposes: median 400 ms, 95 % within 1.5 s,
 * one in a hundred over 10 s.
 */

/** Milliseconds, or the distribution of the field. */
export type Latency = number | 'field';

const medianMs = 400;
// A log-normal law whose 95th percentile is 1.5 s: ln(1500 / 400) / 1.645.
const spread = Math.log(1500 / medianMs) / 1.645;

export function latencyMs(latency: Latency, random: () => number): number {
  if (latency !== 'field') return latency;
  if (random() < 0.01) return 10_000 + 5_000 * random();
  // Box and Muller: two even numbers make one normal one. 1 − x keeps the logarithm off zero.
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return medianMs * Math.exp(spread * normal);
}
