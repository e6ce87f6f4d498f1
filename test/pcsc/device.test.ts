/** The device test through a real card service: only chip and SAM are played. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FromDeviceTest, StepOutcome } from '../../electron/contract/index.ts';
import { testDevices } from '../../electron/device/index.ts';
import { institutionSecrets } from '../../simulator/index.ts';
import { openRealCounter, type RealCounter } from './service.ts';

const { pcid, conf, samUid } = institutionSecrets('own institution');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

let counter: RealCounter;

beforeAll(async () => {
  counter = await openRealCounter();
});

afterAll(() => counter.close());

async function tested(uid = samUid): Promise<readonly StepOutcome[]> {
  const messages: FromDeviceTest[] = [];
  await testDevices(
    { sam: { pcid: hex(pcid), conf: hex(conf), uid: hex(uid) }, readers: {}, openWasRefused: false },
    {
      transport: counter.transport,
      now: () => performance.now(),
      signal: new AbortController().signal,
      patienceMs: 5000,
      tell: (message) => messages.push(message),
    },
  );
  const outcomes = messages.flatMap((message) => (message.kind === 'outcome' ? [message.outcome] : []));
  return [...new Map(outcomes.map((outcome) => [outcome.step, outcome])).values()];
}

test('every step passes with a pair that is well, and OPEN is sent once each time', async () => {
  await counter.lab('insert');
  const { opens } = await counter.lab('facts');
  const outcomes = await tested();
  expect(outcomes.filter(({ verdict }) => verdict !== 'PASSED')).toEqual([]);
  expect(outcomes.find(({ step }) => step === 'READERS')?.readers?.map(({ role }) => role)).toEqual([
    'CARD',
    'SAM',
  ]);
  await tested();
  expect((await counter.lab('facts')).opens).toBe(opens + 2);
});

test('a SAM that is not the one of the books is named', async () => {
  const outcomes = await tested(Uint8Array.of(1, 2, 3, 4, 5, 6, 7));
  const failures = outcomes.flatMap(({ step, failure }) => (failure ? [`${step} ${failure.code}`] : []));
  expect(failures).toEqual(['SAM_UID SAM_UID_MISMATCH']);
});
