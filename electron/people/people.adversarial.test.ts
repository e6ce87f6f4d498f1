/**
 * Random days of an office: whoever tries whatever in whatever order, there are never two heads or managers, nobody works as an
 * operator without an NDA and the approval of somebody else, and no status moves outside the table.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import {
  type Acting,
  type Employment,
  nextOperatorStatus,
  type OperatorEvent,
  type OperatorStatus,
  operatorStatuses,
  operatorTransitions,
  permanentEmployments,
  type Role,
} from '../contract/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import type { DirectAct } from './index.ts';
import {
  acting,
  activeOperator,
  type FreshOffice,
  freshOffice,
  it,
  letter,
  PKS,
  staffedOffice,
  TODAY,
} from './people.test-support.ts';

const staff = ['orang-satu', 'orang-dua', 'orang-tiga', 'orang-empat'] as const;
const temporary = 'orang-empat';
const personId = fc.constantFrom(...staff);
const from = fc.constantFrom('2026-01-02', '2026-01-03', '2026-01-04', TODAY, '2026-01-06');
const role = fc.constantFrom('ACCESS_MANAGER', 'SAM_OFFICER', 'AUDITOR');

type Step =
  | { readonly kind: 'ACT'; readonly by: string; readonly act: DirectAct }
  /** An act on the newest operator of somebody; `NEXT` is the one that leads on. */
  | {
      readonly kind: 'OPERATOR';
      readonly by: string;
      readonly of: string;
      readonly act: OperatorAct | 'NEXT';
    }
  | { readonly kind: 'DECIDE'; readonly by: string; readonly decision: 'CONFIRM' | 'REJECT' | 'WITHDRAW' }
  | { readonly kind: 'END_OF_AGREEMENT' }
  | { readonly kind: 'DAYS'; readonly days: number };
type OperatorAct =
  | 'RECORD_NDA'
  | 'APPROVE_OPERATOR'
  | 'REJECT_OPERATOR'
  | 'ACTIVATE_OPERATOR'
  | 'SUSPEND_OPERATOR'
  | 'RESUME_OPERATOR'
  | 'REVOKE_OPERATOR';

const next: Readonly<Partial<Record<OperatorStatus, OperatorAct>>> = {
  PROPOSED: 'RECORD_NDA',
  NDA_SIGNED: 'APPROVE_OPERATOR',
  APPROVED: 'ACTIVATE_OPERATOR',
  ACTIVE: 'SUSPEND_OPERATOR',
  SUSPENDED: 'RESUME_OPERATOR',
};

const act: fc.Arbitrary<DirectAct> = fc.oneof(
  fc.record({
    act: fc.constant('APPOINT' as const),
    personId,
    role,
    letter: fc.constant(letter),
    from,
  }),
  fc.record({
    act: fc.constant('RECORD_HEAD' as const),
    personId,
    letter: fc.constant(letter),
    from,
    acting: fc.boolean(),
  }),
  fc.record({
    act: fc.constant('END_ROLE' as const),
    personId,
    role: fc.constantFrom<Role>('OPERATOR', 'ACCESS_MANAGER', 'ACCESS_RESPONSIBLE', 'SAM_OFFICER'),
    reason: fc.constant('x'),
  }),
  fc.record({
    act: fc.constant('PROPOSE_OPERATOR' as const),
    personId,
    agreementId: fc.constant(PKS),
    letter: fc.constant(letter),
  }),
  fc.record({ act: fc.constant('CLOSE_ACCOUNT' as const), personId, reason: fc.constant('x') }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ACT' as const), by: personId, act }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('OPERATOR' as const),
      by: personId,
      of: personId,
      act: fc.oneof(
        fc.constant('NEXT' as const),
        fc.constantFrom<OperatorAct>(
          'RECORD_NDA',
          'APPROVE_OPERATOR',
          'REJECT_OPERATOR',
          'ACTIVATE_OPERATOR',
          'SUSPEND_OPERATOR',
          'RESUME_OPERATOR',
          'REVOKE_OPERATOR',
        ),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('DECIDE' as const),
      by: personId,
      decision: fc.constantFrom(
        'CONFIRM' as const,
        'CONFIRM' as const,
        'REJECT' as const,
        'WITHDRAW' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('END_OF_AGREEMENT' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('DAYS' as const), days: fc.integer({ min: 1, max: 120 }) }),
  },
);

/** With every role that matters: what a permission forbids is not what is tried here. */
function actor(by: string): Acting {
  return acting(by, 'ACCESS_MANAGER', 'ACCESS_RESPONSIBLE', 'SAM_OFFICER');
}

function operatorAct(of: FreshOffice, name: OperatorAct, operatorId: string): DirectAct {
  switch (name) {
    case 'RECORD_NDA':
      return { act: name, operatorId, scanId: of.scan(), signedOn: TODAY, stamped: true };
    case 'ACTIVATE_OPERATOR':
      return { act: name, operatorId, trainingNote: 'x' };
    case 'APPROVE_OPERATOR':
    case 'RESUME_OPERATOR':
      return { act: name, operatorId };
    default:
      return { act: name, operatorId, reason: 'x' };
  }
}

function take(of: FreshOffice, taken: Step): void {
  const { room, decisions } = of;
  switch (taken.kind) {
    case 'ACT':
      room.enact(taken.act, actor(taken.by));
      return;
    case 'OPERATOR': {
      const newest = [...operatorsOf(of)].findLast(([, { person }]) => person === taken.of);
      const lead = next[newest?.[1].status ?? 'PROPOSED'] ?? 'REVOKE_OPERATOR';
      const name = taken.act === 'NEXT' ? lead : taken.act;
      room.enact(operatorAct(of, name, newest?.[0] ?? 'nobody-yet'), actor(taken.by));
      return;
    }
    case 'DECIDE': {
      const proposal = valueOfResult(decisions.open())[0];
      if (proposal === undefined) return;
      const by = actor(taken.by);
      const decision = { ...proposal, decision: taken.decision, note: '' };
      decisions.decide(decision, by, (found) => room.confirmHead(found, by));
      return;
    }
    case 'END_OF_AGREEMENT':
      valueOfResult(room.revokeAll(PKS));
      return;
    case 'DAYS':
      of.clock.set(of.clock.now() + taken.days * 86_400_000);
      valueOfResult(room.tick());
  }
}

interface SeenOperator {
  readonly status: OperatorStatus;
  readonly person: string;
  readonly proposer: string;
  readonly approver: string | null;
  readonly nda: string | null;
}

function text(value: unknown): string | null {
  return value === null ? null : Buffer.from(value as Uint8Array).toString();
}

function operatorsOf(of: FreshOffice): ReadonlyMap<string, SeenOperator> {
  const columns = ['operator_id', 'status', 'person_id', 'proposed_by', 'approved_by', 'nda_scan_id'];
  const list = columns.map((column) => `CAST(${column} AS BLOB) AS ${column}`).join(', ');
  const rows = valueOfResult(
    of.store.read((reader) => reader.all(`SELECT ${list} FROM operator ORDER BY rowid`)),
  );
  return new Map(
    rows.map((row) => [
      text(row.operator_id) ?? '',
      {
        status: text(row.status) as OperatorStatus,
        person: text(row.person_id) ?? '',
        proposer: text(row.proposed_by) ?? '',
        approver: text(row.approved_by),
        nda: text(row.nda_scan_id),
      },
    ]),
  );
}

const moves = new Set(
  operatorStatuses.flatMap((status) =>
    Object.values(operatorTransitions[status]).map((to) => `${status}>${to}`),
  ),
);

function checkOperators(
  before: ReadonlyMap<string, SeenOperator>,
  after: ReadonlyMap<string, SeenOperator>,
): void {
  for (const [id, { status, person, proposer, approver, nda }] of after) {
    const earlier = before.get(id)?.status;
    expect(person).not.toBe(temporary);
    if (earlier === undefined) expect(status).toBe('PROPOSED');
    else if (earlier !== status) expect(moves).toContain(`${earlier}>${status}`);
    if (status !== 'ACTIVE') continue;
    expect(nda).not.toBeNull();
    expect([null, person, proposer]).not.toContain(approver);
  }
}

function checkOffices(of: FreshOffice): void {
  const held = valueOfResult(
    of.store.read((reader) =>
      reader.all(
        `SELECT CAST(role AS BLOB) AS role, CAST(employment AS BLOB) AS employment
           FROM appointment JOIN person USING (person_id)
           WHERE ended_at IS NULL AND role IN ('ACCESS_RESPONSIBLE', 'ACCESS_MANAGER')`,
      ),
    ),
  ).map((row) => [text(row.role), text(row.employment)]);
  expect(new Set(held.map(([role]) => role)).size, 'one of each at most').toBe(held.length);
  const managers = held.filter(([role]) => role === 'ACCESS_MANAGER');
  for (const [, employment] of managers)
    expect(permanentEmployments.has(employment as Employment)).toBe(true);
}

/** The way through every status, so that no run of the property proves things about an office in which nobody ever works. */
const career = [
  'PROPOSE',
  'NEXT',
  'NEXT',
  'NEXT',
  'NEXT',
  'NEXT',
  'REVOKE_OPERATOR',
  'PROPOSE',
  'REJECT_OPERATOR',
].map((name, place): Step => {
  const propose = { act: 'PROPOSE_OPERATOR', personId: 'orang-tiga', agreementId: PKS, letter } as const;
  // The third step is the approval, which is not for who proposed.
  const by = place === 2 ? 'orang-dua' : 'orang-satu';
  return name === 'PROPOSE'
    ? { kind: 'ACT', by, act: propose }
    : { kind: 'OPERATOR', by, of: 'orang-tiga', act: name as OperatorAct | 'NEXT' };
});

test('whatever an office tries, its people stay within the rules', () => {
  const reached = new Set<OperatorStatus>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 120 }), (steps) => {
      const of = freshOffice();
      for (const id of staff) {
        of.addPerson(id, id === temporary ? 'HONORER' : 'PNS');
        valueOfResult(of.room.giveSampleAccount(id, id, it));
      }
      let headSeen = false;
      let before = operatorsOf(of);
      for (const taken of steps) {
        take(of, taken);
        const after = operatorsOf(of);
        checkOperators(before, after);
        checkOffices(of);
        const head = valueOfResult(of.room.responsible());
        if (headSeen) expect(head, 'a head is only succeeded').toBeDefined();
        headSeen ||= head !== undefined;
        for (const { status } of after.values()) reached.add(status);
        before = after;
      }
      expect(valueOfResult(of.audit.verify()).brokenAt).toBeUndefined();
    }),
    { numRuns: 12, examples: [[[...career]]] },
  );
  // A walk that never gets anywhere would prove nothing.
  expect([...reached].sort()).toEqual([...operatorStatuses].sort());
});

test('the database knows the same moves of an operator as the contract, and no others', () => {
  const of = staffedOffice();
  activeOperator(of);
  const set = (status: OperatorStatus) => `UPDATE operator SET status = '${status}'`;
  const events: OperatorEvent[] = [
    'SIGN_NDA',
    'APPROVE',
    'REJECT',
    'ACTIVATE',
    'SUSPEND',
    'RESUME',
    'REVOKE',
  ];
  for (const start of operatorStatuses) {
    const lawful = new Set(events.map((event) => nextOperatorStatus(start, event)));
    for (const end of operatorStatuses) {
      const attempt = () =>
        of.store.transaction((writer) => {
          // Only the trigger in question stands: the way to the start is not what is tested.
          const trigger = writer.get(
            "SELECT CAST(sql AS BLOB) AS sql FROM sqlite_schema WHERE name = 'operator_transitions'",
          );
          writer.run('DROP TRIGGER operator_transitions');
          writer.run(set(start));
          writer.run(Buffer.from(trigger?.sql as Uint8Array).toString());
          return ok(writer.run(set(end)));
        });
      if (lawful.has(end)) expect(failureOf(attempt()), `${start}>${end}`).toBeUndefined();
      else expect(attempt, `${start}>${end}`).toThrow('no such transition');
    }
  }
});

test.each([
  ['UPDATE operator SET approved_by = proposed_by', /CHECK|history/],
  ['UPDATE operator SET nda_scan_id = NULL, nda_signed_on = NULL', /CHECK|history/],
  ["UPDATE operator SET person_id = 'uji-widodo'", /history/],
  ['DELETE FROM operator', /history/],
  [
    `INSERT INTO operator SELECT 'second', person_id, 'other', 'ACTIVE', letter_number, letter_date, proposed_by, proposed_at,
       nda_scan_id, nda_signed_on, approved_by, approval_number, approval_date, training_note, changed_at, reason, mac
       FROM operator`,
    /starts as PROPOSED/,
  ],
])('the database refuses %s', (sql, why) => {
  const of = staffedOffice();
  activeOperator(of);
  expect(() => of.store.transaction((writer) => ok(writer.run(sql)))).toThrow(why);
});

test('an operator row that was changed on the disk gives no access', () => {
  const of = staffedOffice();
  const operatorId = activeOperator(of);
  valueOfResult(
    of.room.enact(
      { act: 'SUSPEND_OPERATOR', operatorId, reason: 'x' },
      acting('contoh-pratama', 'ACCESS_RESPONSIBLE'),
    ),
  );
  of.store.transaction((writer) => ok(writer.run("UPDATE operator SET status = 'ACTIVE'")));
  expect(of.room.unfit(PKS, 'simula-ningsih')?.code).toBe('STORE_DAMAGED');
});
