import { expect, it } from 'vitest';
import { proveAudit } from './audit.ts';

it('locates every mutation of a small campaign', async () => {
  const said: string[] = [];
  const verdict = await proveAudit({ count: 300, seed: 1, say: (line) => said.push(line) });
  expect([said, verdict]).toEqual([[], { held: true, figures: { mutations: 300, located: 300 } }]);
});
