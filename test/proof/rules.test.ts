/** A short stretch of `npm run proof -- rules`, so that a broken rule is noticed where it was broken. */
import { expect, test } from 'vitest';
import { proveRules } from './rules/index.ts';

test('nothing of a resident is shown, kept or permitted outside its rules, whatever happens', async () => {
  const said: string[] = [];
  const { closing } = await proveRules({ count: 40, seed: 4, say: (line) => said.push(line) });
  expect([closing, ...said.filter((line) => !line.startsWith('reached'))]).toEqual([
    'proof rules: 40 walks, 0 violations',
  ]);
}, 300_000);
