/** What the office takes from nobody: a decision on a day nobody knows, and a file picked under the name of who has left. */
import { describe, expect, it } from 'vitest';
import { ok } from '../../../native/failure.ts';
import { appFailure } from '../../contract/index.ts';
import { served, serviceContext } from '../../ledger/ledger.test-support.ts';
import type { Sessions } from '../../people/index.ts';
import { ready } from '../../sealing/index.ts';
import { valueOfResult } from '../../store/store.test-support.ts';
import type { CounterSetting } from '../counter-setting.ts';
import { deskFor } from '../desk.ts';
import { sampleOfficeAt } from '../sample-office.test-support.ts';
import { counterHandlers } from './counter.ts';
import { officeHandlers } from './office.ts';
import type { ProgramParts } from './parts.ts';
import { setupHandlers } from './setup.ts';

const day = 86_400_000;

async function sampleOffice() {
  const opened = await sampleOfficeAt('2026-11-22T03:00:00Z');
  const { installation, office } = opened;
  const desk = deskFor(installation, {} as CounterSetting, {
    agreements: office.agreements,
    operators: office.people,
  });
  desk.clockFailure();
  let recordsClosed = 0;
  let timesSent = 0;
  let timesInterrupted = 0;
  let whilePicking: () => void = () => undefined;
  const parts = {
    installation,
    office,
    desk,
    changed: () => undefined,
    sender: { sendNow: () => (timesSent += 1), interrupt: () => (timesInterrupted += 1) },
    closeRecord: () => {
      recordsClosed += 1;
    },
    pickFile: async () => {
      whilePicking();
      const content = JSON.stringify({ closedNetwork: ['192.0.2.0/24'], readers: {} });
      return ok({ name: 'sambungan.json', path: '', bytes: Buffer.from(content) });
    },
  } as unknown as ProgramParts;
  return {
    ...opened,
    handlers: { ...officeHandlers(parts), ...setupHandlers(parts), ...counterHandlers(parts) },
    meanwhile(work: () => void) {
      whilePicking = work;
    },
    recordsClosed: () => recordsClosed,
    timesSent: () => timesSent,
    timesInterrupted: () => timesInterrupted,
    events: () => valueOfResult(installation.audit.list(200)).map(({ event }) => event),
    status: () => valueOfResult(office.agreements.list())[0]?.status,
  };
}

describe('while the clock is not to be believed', () => {
  it('nobody acts on an agreement or decides a proposal, and the agreement stays as it was', async () => {
    const { clock, handlers, enter, agreementId, status } = await sampleOffice();
    enter('uji-widodo');
    const letter = { number: '800/2/CONTOH/2026', date: '2026-11-22' };
    const note = { act: 'NOTE', agreementId, letter, note: 'x' } as const;
    const decision = {
      proposalId: 'tidak-ada',
      decision: 'CONFIRM',
      sha256: '0'.repeat(64),
      note: '',
    } as const;
    clock.advance(20_000 * day);
    enter('uji-widodo');
    for (const answer of [handlers['agreements.act'](note), handlers['proposals.decide'](decision)]) {
      expect(answer).toMatchObject({ failure: { code: 'CLOCK_LEAPT' } });
    }
    clock.advance(-20_000 * day);
    expect(handlers['agreements.act'](note)).toEqual({ ok: true, value: null });
    expect(status()).toBe('ACTIVE');
  });
});

describe('a connection whose file is picked', () => {
  const connections = (events: readonly string[]) =>
    events.filter((event) => event === 'CONNECTION_INSTALLED').length;

  it('is installed by who asked for the dialog', async () => {
    const { handlers, enter, agreementId, events, timesSent } = await sampleOffice();
    enter('coba-hartono');
    expect(await handlers['setup.connection']({ agreementId })).toMatchObject({ ok: true });
    expect({ connections: connections(events()), timesSent: timesSent() }).toEqual({
      connections: 2,
      timesSent: 1,
    });
  });

  it('takes up again what was given up on under its agreement, and nothing of another', async () => {
    const { clock, installation, handlers, enter, agreementId } = await sampleOffice();
    await ready();
    const { outbox } = installation;
    const failure = { ...appFailure('BALIKAN_UNREACHABLE', 'test') };
    for (const owing of [agreementId, 'perjanjian-lain']) {
      valueOfResult(installation.recordService(served({ agreementId: owing }), serviceContext));
      const wait = () => clock.set(clock.now() + 4 * 3_600_000);
      for (let next = valueOfResult(outbox.agreements()); next.includes(owing); wait()) {
        for (const { itemId } of valueOfResult(outbox.pick(owing, 1)))
          valueOfResult(outbox.settle(itemId, { kind: 'TECHNICAL', failure, stopQueue: false }));
        next = valueOfResult(outbox.agreements());
      }
    }
    expect(valueOfResult(outbox.counts()).needsPerson).toBe(2);
    enter('coba-hartono');
    expect(await handlers['setup.connection']({ agreementId })).toMatchObject({ ok: true });
    expect(valueOfResult(outbox.agreements())).toEqual([agreementId]);
    expect(valueOfResult(outbox.pick(agreementId, 9))).toHaveLength(1);
    expect(valueOfResult(outbox.counts()).needsPerson).toBe(1);
  });

  it.each([
    ['locked the screen', 'SESSION_LOCKED', ({ lock }: Sessions) => lock()],
    [
      'left the keyboard to somebody else',
      'NOT_SIGNED_IN',
      ({ practise }: Sessions) => practise('uji-widodo'),
    ],
  ] as const)('is not, once they have %s', async (_what, code, leave) => {
    const { handlers, enter, agreementId, events, office, meanwhile } = await sampleOffice();
    enter('coba-hartono');
    meanwhile(() => leave(office.people.sessions));
    expect(await handlers['setup.connection']({ agreementId })).toMatchObject({ failure: { code } });
    expect(connections(events())).toBe(1);
  });
});

it('the log names who did what to whom', async () => {
  const { handlers, enter } = await sampleOffice();
  enter('coba-hartono');
  await handlers['people.act']({ act: 'RESET_PASSWORD', personId: 'uji-widodo' });
  expect(await handlers['audit.list']({ limit: 1 })).toMatchObject({
    value: [{ event: 'PASSWORD_RESET', actor: 'Coba Hartono', about: 'Uji Widodo' }],
  });
});

it('an emergency stop takes the kept record off the screen and ends what is being sent, and one that is refused does not (R-122)', async () => {
  const { handlers, enter, recordsClosed, timesInterrupted } = await sampleOffice();
  const stop = () => handlers['desk.emergencyStop']({ reference: 'INS-1', reason: 'kebocoran' });
  enter('misal-lestari');
  expect(stop()).toMatchObject({ failure: { code: 'NOT_PERMITTED' } });
  expect([recordsClosed(), timesInterrupted()]).toEqual([0, 0]);
  enter('uji-widodo');
  expect(stop()).toEqual({ ok: true, value: null });
  expect([recordsClosed(), timesInterrupted()]).toEqual([1, 1]);
});

it('an emergency stop and its incident are one fact: both are on record, or neither', async () => {
  const { handlers, enter, office } = await sampleOffice();
  const known = () => office.incidents.list({ personId: 'misal-lestari', roles: ['AUDITOR'], counter: '-' });
  enter('uji-widodo');
  handlers['desk.emergencyStop']({ reference: 'INS-1', reason: 'kebocoran' });
  expect(known()).toMatchObject({ value: [{ number: 'INS-1', stops: [{ liftedAt: null }] }] });
  expect(handlers['desk.liftEmergencyStop']({ reference: '800/1' })).toMatchObject({
    failure: { code: 'NOT_PERMITTED' },
  });
  expect(known()).toMatchObject({ value: [{ stops: [{ liftedAt: null }] }] });
  enter('contoh-pratama');
  handlers['desk.liftEmergencyStop']({ reference: '800/1' });
  expect(known()).toMatchObject({ value: [{ stops: [{ reference: '800/1' }] }] });
});
