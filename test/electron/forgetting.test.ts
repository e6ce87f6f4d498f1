/** The proof of forgetting, small enough for every run; `npm run proof -- forgetting --count 200` is the campaign. */
import { expect, it } from 'vitest';
import { proveForgetting } from '../proof/forgetting.ts';

it('forgets the resident after each kind of ending, in every process and every file', async () => {
  const said: string[] = [];
  const verdict = await proveForgetting({ count: 6, seed: 7, say: (line) => said.push(line) });
  expect(verdict.closing, said.join('\n')).toBe('proof forgetting: 6 visits, 0 traces');
}, 180_000);
