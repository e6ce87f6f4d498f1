/** What home may not do while somebody is being served, and who may look at what is kept (domain 1.2, R-122). */
import { describe, expect, it } from 'vitest';
import { type Failure, ok } from '../../../native/failure.ts';
import type { AuditEvent } from '../../audit/index.ts';
import { appFailure, type RecordOrder, type Role } from '../../contract/index.ts';
import { counterHandlers } from './counter.ts';
import type { ProgramParts } from './parts.ts';

/** A program that does nothing but note what it was made to do. */
function program(serving: boolean, role: Role = 'OPERATOR', emergency?: Failure) {
  const did: string[] = [];
  const shown: RecordOrder[] = [];
  const note = (what: string) => () => did.push(what);
  const parts = {
    installation: {
      kept: {
        open: () => {
          did.push('opened a record');
          return ok({ answer: { trail: [{ event: 'STORED', at: 0, actor: 'simula-ningsih' }] } });
        },
      },
      audit: { append: (_context: unknown, { event }: AuditEvent) => ok(note(event)()) },
    },
    office: {
      people: {
        nameOf: (personId: string) => `name of ${personId}`,
        sessions: { acting: () => ok({ personId: 'simula-ningsih', roles: [role], counter: 'L1' }) },
      },
    },
    desk: { emergency: () => emergency },
    policy: { allowSamOpen: note('allowed another OPEN') },
    visits: { serving, restart: note('restarted the visit') },
    setting: { agreement: () => undefined },
    simulators: () => undefined,
    openHome: note('left the counter'),
    openRecord: (order: RecordOrder) => {
      did.push('showed a record');
      shown.push(order);
    },
  };
  return { did, shown, handlers: counterHandlers(parts as unknown as ProgramParts) };
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
      'SAM_OPEN_ALLOWED',
      'allowed another OPEN',
      'restarted the visit',
    ]);
  });
});

describe('a kept record', () => {
  const open = (role: Role, requestId?: string, emergency?: Failure) => {
    const { did, shown, handlers } = program(false, role, emergency);
    const about = requestId === undefined ? {} : { requestId };
    return { did, shown, answer: handlers['kept.open']({ recordId: 'record-0001', ...about }) };
  };

  it('is opened by the access manager only to answer a resident', () => {
    const { did, answer } = open('ACCESS_MANAGER');
    expect(answer).toMatchObject({ failure: { code: 'NOT_PERMITTED' } });
    expect(did).toEqual([]);
    expect(open('ACCESS_MANAGER', 'request-0001').did).toContain('showed a record');
  });

  it('tells the resident by name who stored and opened it (R-096)', () => {
    const [order] = open('ACCESS_MANAGER', 'request-0001').shown;
    expect(order?.answer?.trail).toEqual([{ event: 'STORED', at: 0, actor: 'name of simula-ningsih' }]);
  });

  it('stays shut while an incident stops everything (R-122)', () => {
    const { did, answer } = open('OPERATOR', undefined, appFailure('EMERGENCY_STOP', 'emergency stop'));
    expect(answer).toMatchObject({ failure: { code: 'EMERGENCY_STOP' } });
    expect(did).toEqual([]);
  });
});
