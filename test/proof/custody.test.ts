/** A short walk of the campaign in every run of the tests; `npm run proof -- custody` walks the long one. */
import { expect, test } from 'vitest';
import { proveCustody } from './custody/index.ts';

test('three hundred lives of SAM cards are legal and accounted for to the last card, in one agreement or another', async () => {
  const said: string[] = [];
  const verdict = await proveCustody({ count: 300, seed: 7, say: (line) => said.push(line) });
  expect(said.filter((line) => line.includes('smallest'))).toEqual([]);
  expect(verdict).toEqual({ held: true, figures: { lives: 300, illegal: 0, unreconciled: 0 } });
}, 60_000);
