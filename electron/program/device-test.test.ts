/** The device test beside the real office and policy; only the process that holds the readers is played. */
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { cardFailure } from '../../native/failure-catalogue.ts';
import {
  type Acting,
  type DeviceTestOrder,
  type DeviceTestStep,
  deviceTestSteps,
} from '../contract/index.ts';
import { runDeviceTest } from '../host/device-test.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import { deviceTests } from './device-test.ts';
import { CounterPolicy } from './policy.ts';
import { sampleCounterAt } from './sample-office.test-support.ts';

const today = '2026-11-22';
const letter = { number: '400.12/0042/CONTOH/2026', date: today };
const uid = '04112233445566';
const officer: Acting = { personId: 'coba-hartono', roles: ['SAM_OFFICER'], counter: 'Loket 1' };
const operator: Acting = { personId: 'simula-ningsih', roles: ['OPERATOR'], counter: 'Loket 1' };
const inUse = { pcid: '01'.repeat(16), conf: '02'.repeat(32) };

/** The process: what main posts to it is kept, and what it says is up to the test. */
class Played extends EventEmitter {
  readonly posted: (DeviceTestOrder | 'stop')[] = [];
  postMessage(message: DeviceTestOrder | 'stop') {
    this.posted.push(message);
  }
  kill() {
    this.emit('exit');
  }
  passing(...steps: readonly DeviceTestStep[]) {
    for (const step of steps)
      this.emit('message', { kind: 'outcome', outcome: { step, verdict: 'PASSED', ms: 1 } });
  }
  failing(step: DeviceTestStep, code: Parameters<typeof cardFailure>[0]) {
    const failure = { ...cardFailure(code, 'test') };
    this.emit('message', { kind: 'outcome', outcome: { step, verdict: 'FAILED', ms: 1, failure } });
  }
  ending(told: object = {}) {
    this.emit('message', { kind: 'done', ...told });
  }
}

async function world() {
  const { clock, installation, office, setting, desk, agreementId, enter } = await sampleCounterAt(
    `${today}T03:00:00Z`,
    inUse,
  );
  const { custody } = office;
  enter('coba-hartono');
  const policy = new CounterPolicy(installation, setting, desk, () => undefined);
  const visits = {
    serving: false,
    reconsidered: 0,
    reconsider: () => undefined,
    emptied: async () => undefined,
  };
  const processes: Played[] = [];
  const tests = deviceTests({
    installation,
    office,
    setting,
    desk,
    policy,
    visits,
    run: (order, tell) => {
      const played = new Played();
      processes.push(played);
      return runDeviceTest(played, order, [], clock, tell);
    },
    changed: () => undefined,
  });

  async function begun(asked: { samId?: string; openAgain?: boolean } = {}): Promise<Played> {
    const before = processes.length;
    valueOfResult(await tests.start({ openAgain: false, ...asked }, officer));
    await expect.poll(() => processes.length).toBe(before + 1);
    return processes[before] ?? new Played();
  }

  const settled = () => expect.poll(() => tests.view()?.state).not.toBe('RUNNING');

  /** Bought, personalised and configured, without an identifier in its file. */
  function card(number: number): string {
    const order = valueOfResult(
      custody.act({ act: 'PROCURE', agreementId, count: 1, vendor: 'Contoh', document: letter }, officer),
    );
    const samId = `${order}-1`;
    const serial = `SAM-UJI-${number}`;
    const reference = { letter, ticket: 'S-1', ticketOn: today };
    valueOfResult(custody.act({ act: 'REQUEST_PERSO', samIds: [samId], ...reference }, officer));
    valueOfResult(custody.act({ act: 'RECEIVE', samId, letter, serial }, officer));
    const file = `SERIAL: ${serial}\nPCID: ${String(number).padStart(32, 'a')}\nCONF: ${'0b'.repeat(32)}\n`;
    valueOfResult(custody.importConfiguration(samId, Buffer.from(file), officer));
    return samId;
  }

  const events = () => valueOfResult(installation.audit.list(100)).map(({ event }) => event);
  return { office, policy, desk, visits, tests, processes, begun, settled, card, events };
}

it('runs with the SAM of this counter, keeps everybody from being served meanwhile, and is on record', async () => {
  const { tests, begun, settled, policy, events } = await world();
  const process = await begun();
  expect(process.posted).toEqual([{ readers: {}, openWasRefused: false, sam: inUse }]);
  expect(policy.shut()?.code).toBe('DEVICE_TEST_RUNNING');
  expect(failureOf(await tests.start({ openAgain: false }, officer))?.code).toBe('DEVICE_TEST_RUNNING');
  process.passing(...deviceTestSteps);
  process.ending({ terminal: 'Pembaca Contoh 00 00' });
  await settled();
  expect(tests.view()).toMatchObject({ state: 'PASSED', card: null, by: 'Coba Hartono' });
  expect(policy.shut()?.code).not.toBe('DEVICE_TEST_RUNNING');
  expect(events()).toContain('DEVICES_TESTED');
});

it('does not begin while somebody is served, during an emergency, or for who may not', async () => {
  const { tests, visits, desk, card, processes } = await world();
  const samId = card(1);
  expect(failureOf(await tests.start({ samId, openAgain: false }, operator))?.code).toBe('NOT_PERMITTED');
  visits.serving = true;
  expect(failureOf(await tests.start({ openAgain: false }, officer))?.code).toBe('VISIT_STILL_OPEN');
  visits.serving = false;
  valueOfResult(desk.emergencyStop({ reference: 'INS-1', reason: 'contoh' }, officer));
  expect(failureOf(await tests.start({ openAgain: false }, officer))?.code).toBe('EMERGENCY_STOP');
  expect(processes).toEqual([]);
});

it('gives the books of a card what the SAM says it is, and nothing of it to the page', async () => {
  const { tests, begun, settled, card, office } = await world();
  const samId = card(1);
  const process = await begun({ samId });
  expect(process.posted[0]).toMatchObject({ sam: { pcid: '1'.padStart(32, 'a') } });
  process.passing(...deviceTestSteps);
  process.ending({ uid, terminal: 'Pembaca Contoh 00 00' });
  await settled();
  expect(tests.view()?.state).toBe('PASSED');
  expect(JSON.stringify(tests.view())).not.toContain(uid.slice(4));
  expect(valueOfResult(office.custody.underTest(samId, officer)).sam.uid).toBe(uid);
});

it('does not let a card pass whose SAM says that it is another one of the books', async () => {
  const { tests, begun, settled, card, office } = await world();
  for (const number of [1, 2]) {
    const process = await begun({ samId: card(number) });
    process.passing(...deviceTestSteps);
    process.ending({ uid, terminal: 'Pembaca Contoh 00 00' });
    await settled();
  }
  expect(tests.view()).toMatchObject({ state: 'FAILED', failure: { code: 'SAM_FILE_OF_ANOTHER' } });
  const { samId = '' } = tests.view()?.card ?? {};
  expect(valueOfResult(office.custody.underTest(samId, officer)).sam.uid).toBeUndefined();
});

it('sends no second OPEN by itself to a card that refused one, and one more when that was allowed', async () => {
  const { begun, settled, card, events } = await world();
  const samId = card(1);
  const refused = await begun({ samId });
  refused.passing('SERVICE', 'READERS', 'SAM_FOUND');
  refused.failing('SAM_OPEN', 'SAM_OPEN_REFUSED');
  refused.ending();
  await settled();
  expect((await begunAndEnded()).posted[0]).toMatchObject({ openWasRefused: true });
  expect(events()).not.toContain('SAM_OPEN_ALLOWED');
  const again = await begun({ samId, openAgain: true });
  expect(again.posted[0]).toMatchObject({ openWasRefused: false });
  expect(events()).toContain('SAM_OPEN_ALLOWED');

  async function begunAndEnded() {
    const process = await begun({ samId });
    process.failing('SAM_OPEN', 'SAM_OPEN_BLOCKED');
    process.ending();
    await settled();
    return process;
  }
});

it('remembers for the visits to come that the SAM in use refused', async () => {
  const { begun, settled, policy } = await world();
  const process = await begun();
  process.failing('SAM_OPEN', 'SAM_OPEN_REFUSED');
  process.ending();
  await settled();
  expect(policy.samOpenRefused).toBe(true);
});

it('says so when its process dies, or says what nobody understands', async () => {
  const { tests, begun, settled, policy } = await world();
  for (const end of [
    (process: Played) => process.kill(),
    (process: Played) => process.emit('message', 'x'),
  ]) {
    end(await begun());
    await settled();
    expect(tests.view()).toMatchObject({ state: 'FAILED', failure: { code: 'DEVICE_TEST_DIED' } });
    expect(policy.shut()?.code).not.toBe('DEVICE_TEST_RUNNING');
  }
});

it('that is stopped says nothing about the card', async () => {
  const { tests, begun, settled, card, office } = await world();
  const samId = card(1);
  const process = await begun({ samId });
  tests.stop();
  expect(process.posted.at(-1)).toBe('stop');
  process.ending();
  await settled();
  expect(tests.view()?.state).toBe('STOPPED');
  expect(valueOfResult(office.custody.underTest(samId, officer)).openWasRefused).toBe(false);
});
