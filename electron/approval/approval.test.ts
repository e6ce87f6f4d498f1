import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../native/failure.ts';
import { auditLog } from '../audit/index.ts';
import { type Acting, appFailure, type Role } from '../contract/index.ts';
import { newSigningPair } from '../store/index.ts';
import {
  failureOf,
  manualClock,
  temporaryFolder,
  testStore,
  valueOfResult,
} from '../store/store.test-support.ts';
import { type Approvals, approvals, type Decision, type Proposal } from './index.ts';

function person(personId: string, ...roles: Role[]): Acting {
  return { personId, roles, counter: 'Loket 1' };
}
const manager = person('uji-widodo', 'ACCESS_MANAGER');
const head = person('contoh-pratama', 'ACCESS_RESPONSIBLE');
const officer = person('coba-hartono', 'SAM_OFFICER');

function fresh() {
  const clock = manualClock();
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), clock);
  const audit = auditLog(store, clock, 'installation-1', newSigningPair());
  return { clock, store, audit, room: approvals(store, audit, clock, (personId) => `name of ${personId}`) };
}

const draft = { kind: 'VERSION', subjectId: 'pks-a', body: { quota: 300 } } as const;

function decision(of: Proposal, change: Partial<Decision> = {}): Decision {
  return { proposalId: of.proposalId, decision: 'CONFIRM', sha256: of.sha256, note: '', ...change };
}

const nothing = () => ok(undefined);
const codeOf = (result: ReturnType<Approvals['decide']>) => failureOf(result)?.code;

describe('a proposal', () => {
  test('is confirmed by another person, whose effect and decision are one', () => {
    const { room, audit } = fresh();
    const proposal = valueOfResult(room.propose(draft, manager));
    const applied: string[] = [];
    const confirmed = room.decide(decision(proposal, { note: 'sesuai' }), head, ({ body }) => {
      applied.push(body);
      return ok(undefined);
    });
    expect(valueOfResult(confirmed)).toMatchObject({
      status: 'CONFIRMED',
      decidedBy: head.personId,
      note: 'sesuai',
    });
    expect(applied).toEqual(['{"quota":300}']);
    expect(valueOfResult(room.open())).toEqual([]);
    const events = valueOfResult(audit.list(9)).map(({ event, outcome }) => [event, outcome]);
    expect(events).toEqual([
      ['PROPOSAL_DECIDED', 'CONFIRMED'],
      ['PROPOSED', null],
    ]);
  });

  test('is not confirmed, nor rejected, by who made it, nor by who has no such right', () => {
    const { room } = fresh();
    const proposal = valueOfResult(room.propose(draft, manager));
    expect(codeOf(room.decide(decision(proposal), manager, nothing))).toBe('OWN_PROPOSAL');
    expect(codeOf(room.decide(decision(proposal, { decision: 'REJECT' }), manager, nothing))).toBe(
      'OWN_PROPOSAL',
    );
    expect(codeOf(room.decide(decision(proposal), officer, nothing))).toBe('NOT_PERMITTED');
    expect(codeOf(room.decide(decision(proposal, { decision: 'WITHDRAW' }), head, nothing))).toBe(
      'NOT_PERMITTED',
    );
    expect(valueOfResult(room.open()).length).toBe(1);
  });

  test('two people race for is decided once, and the second learns by whom', () => {
    const { room } = fresh();
    const proposal = valueOfResult(room.propose({ ...draft, kind: 'NEW_HEAD' }, manager));
    let applied = 0;
    const apply = () => ok(++applied);
    valueOfResult(room.decide(decision(proposal), officer, apply));
    const second = room.decide(decision(proposal), head, apply);
    expect(applied).toBe(1);
    expect(failureOf(second)).toMatchObject({
      code: 'ALREADY_DECIDED',
      cause: { id: expect.stringContaining('name of coba-hartono') },
    });
  });

  test('that has changed since it was shown is not confirmed', () => {
    const { room } = fresh();
    const shown = valueOfResult(room.propose(draft, manager));
    const anew = valueOfResult(room.propose({ ...draft, body: { quota: 900 } }, manager));
    expect(codeOf(room.decide(decision(shown), head, nothing))).toBe('ALREADY_DECIDED');
    expect(codeOf(room.decide(decision(anew, { sha256: shown.sha256 }), head, nothing))).toBe(
      'PROPOSAL_CHANGED',
    );
    expect(valueOfResult(room.find(shown.proposalId))?.status).toBe('WITHDRAWN');
    expect(valueOfResult(room.open()).map(({ body }) => body)).toEqual(['{"quota":900}']);
  });

  test('keeps its place: nobody else puts another in front of it', () => {
    const { room } = fresh();
    valueOfResult(room.propose(draft, manager));
    expect(failureOf(room.propose(draft, head))?.code).toBe('STEP_ORDER');
    valueOfResult(room.propose({ ...draft, subjectId: 'pks-b' }, head));
    expect(valueOfResult(room.open()).length).toBe(2);
  });

  test('stays open when its effect fails, and nothing of the effect stays', () => {
    const { room, audit } = fresh();
    const proposal = valueOfResult(room.propose(draft, manager));
    const refused = room.decide(decision(proposal), head, () => {
      valueOfResult(audit.append({ actor: 'x-1', counter: 'Loket 1' }, { event: 'PROGRAM_ENDED' }));
      return failed(appFailure('STEP_ORDER', 'test'));
    });
    expect(codeOf(refused)).toBe('STEP_ORDER');
    expect(valueOfResult(audit.head()).count).toBe(1);
    valueOfResult(room.decide(decision(proposal), head, nothing));
  });

  test('goes with its subject, whoever takes that away', () => {
    const { room } = fresh();
    const gone = valueOfResult(room.propose(draft, manager));
    const other = valueOfResult(room.propose({ ...draft, subjectId: 'pks-b' }, manager));
    valueOfResult(room.withdrawAll('pks-a', head));
    expect(valueOfResult(room.find(gone.proposalId))).toMatchObject({
      status: 'WITHDRAWN',
      decidedBy: head.personId,
    });
    expect(valueOfResult(room.open())).toEqual([other]);
  });

  test('says to each person whether it waits for them', () => {
    const { room } = fresh();
    valueOfResult(room.propose(draft, manager));
    const mine = (acting: Acting) =>
      valueOfResult(room.rows(acting, () => ({ subject: 'PKS A', changes: [] }))).map((row) => row.mine);
    expect([manager, head, officer].map(mine)).toEqual([[false], [true], [false]]);
    const own = (acting: Acting) =>
      valueOfResult(room.rows(acting, () => ({ subject: 'PKS A', changes: [] }))).map((row) => row.own);
    expect([manager, head, officer].map(own)).toEqual([[true], [false], [false]]);
    expect(valueOfResult(room.rows(head, () => ({ subject: 'PKS A', changes: [] })))[0]).toMatchObject({
      subject: 'PKS A',
      proposedBy: 'name of uji-widodo',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

test('the database itself keeps a proposal from being rewritten, decided again or confirmed by its maker', () => {
  const { room, store } = fresh();
  const first = valueOfResult(room.propose(draft, manager));
  const attempts = [
    "UPDATE proposal SET body = '{}'",
    "UPDATE proposal SET status = 'CONFIRMED', decided_by = proposed_by, decided_at = 1",
    'DELETE FROM proposal',
  ];
  for (const sql of attempts) {
    expect(() => store.transaction((writer) => ok(writer.run(sql))), sql).toThrow(/proposal|CHECK/);
  }
  valueOfResult(room.decide(decision(first, { decision: 'REJECT' }), head, nothing));
  const again = "UPDATE proposal SET status = 'CONFIRMED'";
  expect(() => store.transaction((writer) => ok(writer.run(again)))).toThrow(/decided once/);
});
