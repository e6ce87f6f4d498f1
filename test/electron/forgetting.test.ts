/** The proof of forgetting, small enough for every run; `npm run proof -- forgetting --count 200` is the campaign. */
import { expect, it } from 'vitest';
import { proveForgetting } from '../proof/forgetting.ts';

it('forgets the resident after each kind of ending, in every process and every file', async () => {
  const said: string[] = [];
  const verdict = await proveForgetting({ count: 6, seed: 7, say: (line) => said.push(line) });
  expect(verdict, said.join('\n')).toEqual({ held: true, figures: { visits: 6, traces: 0 } });
}, 180_000);
