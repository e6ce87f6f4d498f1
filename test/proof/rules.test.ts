/** A short stretch of `npm run proof -- rules`, so that a broken rule is noticed where it was broken. */
import { expect, test } from 'vitest';
import { proveRules } from './rules/index.ts';

test('nothing of a resident is shown, kept or permitted outside its rules, whatever happens', async () => {
  const said: string[] = [];
  const { figures } = await proveRules({ count: 40, seed: 4, say: (line) => said.push(line) });
  expect(said.filter((line) => !line.startsWith('reached'))).toEqual([]);
  expect(figures).toEqual({ walks: 40, violations: 0 });
}, 300_000);
