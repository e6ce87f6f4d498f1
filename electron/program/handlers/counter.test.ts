/** What home may not do while somebody is being served. */
import { describe, expect, it } from 'vitest';
import { ok } from '../../../native/failure.ts';
import { counterHandlers } from './counter.ts';
import type { ProgramParts } from './parts.ts';

/** A program that does nothing but note what it was made to do. */
function program(serving: boolean) {
  const did: string[] = [];
  const note = (what: string) => () => did.push(what);
  const parts = {
    installation: { kept: { open: () => ok(note('opened a record')()) } },
    office: {
      people: {
        sessions: { acting: () => ok({ personId: 'simula-ningsih', roles: ['OPERATOR'], counter: 'L1' }) },
      },
    },
    policy: { allowSamOpen: note('allowed another OPEN') },
    visits: { serving, restart: note('restarted the visit') },
    setting: { agreement: () => undefined },
    simulators: () => undefined,
    openHome: note('left the counter'),
    openRecord: note('showed a record'),
  };
  return { did, handlers: counterHandlers(parts as unknown as ProgramParts) };
}

describe('while somebody is being served', () => {
  it('nobody leaves the counter, shows a record or restarts the reader, and is told why', () => {
    const { did, handlers } = program(true);
    const answers = [
      handlers['counter.leave'](undefined),
      handlers['kept.open']({ recordId: 'record-0001' }),
      handlers['devices.retrySam'](undefined),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ failure: { code: 'VISIT_STILL_OPEN' } });
    expect(did).toEqual([]);
  });

  it('and once nobody is, they may', () => {
    const { did, handlers } = program(false);
    handlers['counter.leave'](undefined);
    handlers['kept.open']({ recordId: 'record-0001' });
    handlers['devices.retrySam'](undefined);
    expect(did).toEqual([
      'left the counter',
      'opened a record',
      'showed a record',
      'allowed another OPEN',
      'restarted the visit',
    ]);
  });
});
