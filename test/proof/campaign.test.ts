import { expect, it } from 'vitest';
import { closingLine } from './campaign.ts';

it('closes with what was tried and what was found, in words', () => {
  expect(closingLine('outbox', { kills: 2000, lost: 0, doubled: 0, stuck: 1 })).toBe(
    'proof outbox: 2000 kills, 0 lost, 0 doubled, 1 stuck',
  );
  expect(closingLine('day', { visits: 200, dutiesLost: 0, traces: 0 })).toBe(
    'proof day: 200 visits, 0 duties lost, 0 traces',
  );
});
