/** A few kills of the campaign in every run of the tests; `npm run proof -- outbox` kills by the thousand. */
import { expect, test } from 'vitest';
import { proveOutbox } from './outbox/index.ts';

test('a dozen kills lose nothing, double nothing and leave nothing waiting', async () => {
  const said: string[] = [];
  const verdict = await proveOutbox({ count: 12, seed: 7, say: (line) => said.push(line) });
  expect(said.filter((line) => line.includes('smallest'))).toEqual([]);
  expect(verdict).toEqual({ held: true, figures: { kills: 12, lost: 0, doubled: 0, stuck: 0 } });
}, 120_000);
