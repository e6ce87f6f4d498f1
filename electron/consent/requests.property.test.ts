/** Any order of requests, openings, decisions and hours: what holds for a resident holds after every step. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Acting } from '../contract/index.ts';
import { freshInstallation, servedAndKept, serviceContext } from '../ledger/ledger.test-support.ts';
import { ready } from '../sealing/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';

beforeAll(ready);

const hour = 3_600_000;
const acting: Acting = {
  personId: 'uji-widodo',
  roles: ['OPERATOR', 'ACCESS_MANAGER'],
  counter: 'Loket 1',
};
const context = { actor: 'uji-widodo', counter: 'Loket 1' };

const step = fc.oneof(
  fc.constantFrom('WITHDRAWAL' as const, 'ACCESS' as const).map((kind) => ({ do: 'take' as const, kind })),
  fc.record({
    do: fc.constant('decide' as const),
    act: fc.constantFrom('COMPLETE' as const, 'REFUSE' as const),
    nth: fc.nat(3),
  }),
  fc.record({ do: fc.constant('open' as const), nth: fc.option(fc.nat(3)) }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 80 }) }),
);

test('a withdrawn record is opened only for an access request, and is gone 72 hours later', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const all = freshInstallation();
      const fact = servedAndKept(all, '2099-12-31');
      valueOfResult(all.record(fact, serviceContext));
      const receiptNo = fact.consent?.receiptNo ?? '';
      const recordId = fact.kept?.recordId ?? '';
      let withdrawnAt: number | undefined;

      for (const next of steps) {
        const rows = valueOfResult(all.requests.list(50));
        const before = rows.map(({ requestId, status }) => `${requestId} ${status}`);
        if (next.do === 'take') {
          const { kind } = next;
          const asked = { act: 'TAKE', kind, receiptNo, channel: 'COUNTER', identityChecked: true } as const;
          const taken = all.requests.act(asked, acting);
          if (taken.ok && kind === 'WITHDRAWAL') {
            expect(withdrawnAt).toBeUndefined();
            withdrawnAt = all.clock.now();
          }
        } else if (next.do === 'decide') {
          const requestId = rows[next.nth]?.requestId ?? 'request-of-nobody';
          const said =
            next.act === 'COMPLETE'
              ? ({ act: 'COMPLETE', note: '-' } as const)
              : ({ act: 'REFUSE', reason: '-' } as const);
          all.requests.act({ ...said, requestId }, acting);
        } else if (next.do === 'open') {
          const row = next.nth === null ? undefined : rows[next.nth];
          const answering = row && { requestId: row.requestId, institution: '-', roles: acting.roles };
          const opened = all.kept.open(recordId, context, answering).ok;
          if (opened && answering === undefined) expect(withdrawnAt).toBeUndefined();
          if (opened && answering !== undefined)
            expect(row).toMatchObject({ kind: 'ACCESS', status: 'OPEN' });
        } else {
          all.clock.advance(next.hours * hour);
          valueOfResult(all.requests.settleDue(all.clock.now()));
        }
        // A settled request stays as it was settled, and a withdrawal never outlives its limit.
        const after = valueOfResult(all.requests.list(50)).map(
          ({ requestId, status }) => `${requestId} ${status}`,
        );
        for (const line of before) if (!line.endsWith('OPEN')) expect(after).toContain(line);
        const late = withdrawnAt !== undefined && all.clock.now() >= withdrawnAt + 72 * hour;
        if (late && next.do === 'wait') expect(valueOfResult(all.kept.count())).toBe(0);
      }
      expect(valueOfResult(all.audit.verify()).brokenAt).toBeUndefined();
      all.store.close();
    }),
    { numRuns: 25 },
  );
});
