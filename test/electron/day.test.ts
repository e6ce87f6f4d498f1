/** The proof of the day with one of each trouble, for every run; `npm run proof -- day` is four hours of an office. */
import { expect, it } from 'vitest';
import { proveDay } from '../proof/day/index.ts';

it('ends a short day with every duty met or in plain sight, and nobody remembered', async () => {
  const said: string[] = [];
  const verdict = await proveDay({ count: 12, seed: 6, say: (line) => said.push(line) });
  expect(verdict, said.join('\n')).toEqual({
    held: true,
    figures: { visits: 12, dutiesLost: 0, traces: 0 },
  });
}, 300_000);
