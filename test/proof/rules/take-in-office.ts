/** The steps of a walk that belong to the office: who sits there, operators, agreements, the emergency stop, requests of residents. */
import type { Acting } from '../../../electron/contract/index.ts';
import { acting, heads, onlyBy, talkative, touches } from './persons.ts';
import { operatorIdOf, operators, staff } from './seeded-office.ts';
import type { Step } from './steps.ts';
import { takeInAgreement } from './take-in-agreement.ts';
import type { Walk } from './walk.ts';

export async function takeInOffice(walk: Walk, step: Step): Promise<void> {
  const { program, onlooker } = walk;
  const { model } = onlooker;
  switch (step.do) {
    case 'sit':
      await sits(walk, step.who);
      return;
    case 'lock':
      await program.call('session.lock', undefined);
      present(walk);
      return;
    case 'unlock':
      // Beforehand, for the next visit is briefed as soon as the screen is open.
      if (model.session !== undefined)
        model.session = { ...model.session, open: true, lastSeen: walk.clock.now() };
      await program.call('session.unlock', { password: model.session?.who ?? '' });
      present(walk);
      return;
    case 'signOut':
      await program.call('session.signOut', undefined);
      present(walk);
      return;
    case 'cosign':
      await cosigns(walk, step.purpose, step.who);
      return;
    case 'operator':
      movesOperator(walk, step);
      return;
    case 'agreement':
      takeInAgreement(walk, step);
      return;
    case 'emergency':
      emergency(walk, step.on, acting(step.by));
      return;
    case 'reopen': {
      const reopened = program.desk.reopen(model.chosen, acting(step.by));
      if (onlyBy(walk, reopened, step.by, heads, 'reopened inquiries')) model.stopped.delete(model.chosen);
      program.changed();
      return;
    }
    case 'acceptClock': {
      const accepted = program.desk.acceptClock(acting(step.by));
      if (onlyBy(walk, accepted, step.by, [staff.head], 'accepted the clock'))
        model.clockAccepted(walk.clock.now());
      program.changed();
      return;
    }
    case 'request':
    case 'complete':
    case 'openKept':
      await asksOfKept(walk, step);
  }
}

/** What the session is now, as the program says; a person at the keyboard has just done something. */
function present(walk: Walk): void {
  const session = walk.program.office.people.sessions.current();
  walk.onlooker.model.session =
    session === undefined
      ? undefined
      : { who: session.personId, open: session.state === 'OPEN', lastSeen: walk.clock.now() };
}

async function sits(walk: Walk, who: string): Promise<void> {
  const { program } = walk;
  await program.call('session.signOut', undefined);
  walk.onlooker.model.session = undefined;
  // Beforehand, for the next visit is briefed as soon as somebody sits there.
  walk.onlooker.model.session = { who, open: true, lastSeen: walk.clock.now() };
  await program.call('session.practise', { personId: who });
  present(walk);
}

async function cosigns(walk: Walk, purpose: 'SECOND_OFFICER' | 'EXCEPTION', who: string): Promise<void> {
  const operator = walk.onlooker.story?.briefing.operator.id;
  const reason = purpose === 'EXCEPTION' ? talkative : 'NO_PHOTO';
  touches(walk);
  const signed = await walk.program.call(
    'visit.cosign',
    { purpose, login: who, password: who, reason },
    'visit',
  );
  const fitting = purpose === 'EXCEPTION' ? heads : [...heads, ...operators];
  onlyBy(
    walk,
    signed,
    who,
    fitting.filter((one) => one !== operator),
    `co-signed as ${purpose}`,
  );
}

function movesOperator(walk: Walk, step: Extract<Step, { do: 'operator' }>): void {
  const { program, onlooker } = walk;
  const { model } = onlooker;
  const personId = operators[step.who] ?? operators[0];
  const key = `${personId} ${model.chosen}`;
  if (!model.operators.has(key)) return;
  const operatorId = operatorIdOf(personId, model.chosen);
  const act =
    step.act === 'RESUME_OPERATOR'
      ? ({ act: step.act, operatorId } as const)
      : ({ act: step.act, operatorId, reason: 'Contoh' } as const);
  const done = program.office.people.enact(act, acting(step.by));
  if (onlyBy(walk, done, step.by, heads, step.act)) {
    const to = {
      SUSPEND_OPERATOR: 'SUSPENDED',
      RESUME_OPERATOR: 'ACTIVE',
      REVOKE_OPERATOR: 'REVOKED',
    } as const;
    model.operators.set(key, to[step.act]);
  }
  program.changed();
}

function emergency(walk: Walk, on: boolean, by: Acting): void {
  const { program, onlooker } = walk;
  const { model } = onlooker;
  if (on) {
    const stopped = program.desk.emergencyStop({ reference: 'INS-1', reason: talkative }, by);
    if (onlyBy(walk, stopped, by.personId, [...heads, staff.samOfficer], 'stopped')) model.emergency = true;
  } else {
    const lifted = program.desk.liftEmergencyStop('INS-1', by);
    if (onlyBy(walk, lifted, by.personId, [staff.head], 'lifted the stop')) model.emergency = false;
  }
  program.changed();
}

async function asksOfKept(
  walk: Walk,
  step: Extract<Step, { do: 'request' | 'complete' | 'openKept' }>,
): Promise<void> {
  const { installation } = walk.program;
  const records = [...walk.onlooker.kept.values()];
  const record = records[step.nth % Math.max(1, records.length)];
  if (record === undefined) return;
  if (step.do === 'openKept') {
    touches(walk);
    await walk.program.call('kept.open', { recordId: record.recordId });
    return;
  }
  if (step.do === 'request') {
    const { kind } = step;
    const { receiptNo } = record;
    const asked = { act: 'TAKE', kind, receiptNo, channel: 'COUNTER', identityChecked: true } as const;
    if (installation.requests.act(asked, acting(operators[1])).ok && kind === 'WITHDRAWAL')
      record.withdrawnAt = walk.clock.now();
    return;
  }
  const requests = installation.requests.list(20);
  const open = requests.ok ? requests.value.filter(({ status }) => status === 'OPEN') : [];
  const request = open[step.nth % Math.max(1, open.length)];
  if (request === undefined) return;
  const completed = { act: 'COMPLETE', requestId: request.requestId, note: 'Contoh' } as const;
  installation.requests.act(completed, acting(staff.manager));
}
