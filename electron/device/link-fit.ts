/** What one exchange and one byte cost on a link: least squares over exchanges of different lengths. */

import type { ExchangeSample } from '../../native/index.ts';
import type { LinkSpeed } from '../contract/index.ts';

const repeats = 3;

/** The same lengths several times over, so that what came in between once does not count. */
export function repeated(lengths: readonly number[]): readonly number[] {
  return Array.from({ length: repeats }, () => lengths).flat();
}

/**
 * The line through the middle time of each length. The middle, because now and then the computer lets an exchange wait, and one such
 * would bend the line.
 *
 * @param samples of at least two lengths
 */
export function fittedLink(samples: readonly ExchangeSample[]): LinkSpeed {
  const points = middles(samples);
  const meanBytes = mean(points.map(({ bytes }) => bytes));
  const meanMs = mean(points.map(({ ms }) => ms));
  const spread = sum(points.map(({ bytes }) => (bytes - meanBytes) ** 2));
  const together = sum(points.map(({ bytes, ms }) => (bytes - meanBytes) * (ms - meanMs)));
  // No link gives time back: what a noisy measurement would put below nothing is nothing.
  const perByteMs = spread === 0 ? 0 : Math.max(0, together / spread);
  return {
    perExchangeMs: Math.max(0, meanMs - perByteMs * meanBytes),
    perByteMs,
    exchanges: samples.length,
  };
}

function middles(samples: readonly ExchangeSample[]): readonly ExchangeSample[] {
  const byLength = new Map<number, number[]>();
  for (const { bytes, ms } of samples) byLength.set(bytes, [...(byLength.get(bytes) ?? []), ms]);
  return [...byLength].map(([bytes, times]) => ({ bytes, ms: middle(times) }));
}

function middle(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}
