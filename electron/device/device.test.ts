import { describe, expect, test } from 'vitest';
import { type CardTransport, cardFailure, createVirtualTransport, failed } from '../../native/index.ts';
import {
  createCard,
  type Device,
  institutionSecrets,
  Sam,
  SimulatedCounter,
  sampleResident,
} from '../../simulator/index.ts';
import {
  type DeviceTestOrder,
  type DeviceTestStep,
  deviceTestSteps,
  type FromDeviceTest,
  fromDeviceTest,
} from '../contract/index.ts';
import { testDevices } from './index.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

interface Setting {
  readonly counter?: SimulatedCounter;
  readonly transport?: CardTransport;
  readonly order?: Partial<DeviceTestOrder>;
  readonly withoutSecret?: true;
  readonly now?: () => number;
  readonly patienceMs?: number;
  readonly signal?: AbortSignal;
  /** Seen with every message, before the test goes on. */
  readonly meanwhile?: (message: FromDeviceTest) => void;
}

/** Passes only while the simulated link is busy. */
class ClockOfTheTest {
  #ms = 0;
  now(): number {
    return this.#ms;
  }
  async sleep(ms: number): Promise<void> {
    this.#ms += ms;
  }
}

function orderFor({ institution }: SimulatedCounter): DeviceTestOrder {
  const { pcid, conf, samUid } = institution;
  return { sam: { pcid: hex(pcid), conf: hex(conf), uid: hex(samUid) }, readers: {}, openWasRefused: false };
}

async function tested(setting: Setting = {}) {
  const { counter = new SimulatedCounter(), order, withoutSecret, meanwhile, ...rest } = setting;
  const messages: FromDeviceTest[] = [];
  const transport = rest.transport ?? createVirtualTransport([counter.cardSlot, counter.samSlot]);
  const { sam, ...withoutSam } = { ...orderFor(counter), ...order };
  await testDevices(
    { ...withoutSam, ...(sam === undefined || withoutSecret ? {} : { sam }) },
    {
      now: () => performance.now(),
      patienceMs: 200,
      signal: new AbortController().signal,
      ...rest,
      transport,
      tell: (message) => {
        // As main takes it: whatever does not fit the schema would end the process.
        messages.push(fromDeviceTest.parse(structuredClone(message)));
        meanwhile?.(message);
      },
    },
  );
  await transport.dispose();
  const outcomes = new Map(
    messages.flatMap((message) =>
      message.kind === 'outcome' ? [[message.outcome.step, message.outcome]] : [],
    ),
  );
  const verdicts = Object.fromEntries([...outcomes].map(([step, { verdict }]) => [step, verdict]));
  const failures = [...outcomes.values()].flatMap(({ step, failure }) =>
    failure === undefined ? [] : [`${step} ${failure.code}`],
  );
  const done = messages.at(-1);
  return { counter, messages, outcomes, verdicts, failures, done, said: JSON.stringify(messages) };
}

const all = (verdict: string, steps: readonly DeviceTestStep[] = deviceTestSteps) =>
  Object.fromEntries(steps.map((step) => [step, verdict]));

describe('the device test', () => {
  test('passes a pair that is well, and tells readers, roles, sizes and the SAM', async () => {
    const { verdicts, outcomes, done, counter } = await tested();
    expect(verdicts).toEqual(all('PASSED'));
    expect(outcomes.get('READERS')?.readers).toEqual([
      { name: 'Ketuk Simulator CCR RF 0', role: 'CARD', cardPresent: true },
      { name: 'Ketuk Simulator CCR SAM 0', role: 'SAM', cardPresent: true },
    ]);
    expect(outcomes.get('CARD_READ')?.traffic?.bytes).toBeGreaterThan(1000);
    expect(done).toEqual({
      kind: 'done',
      uid: hex(counter.institution.samUid),
      terminal: 'Ketuk Simulator CCR RF 0',
    });
  });

  test('says nothing of who is on the card, nor what opens the SAM', async () => {
    const { said, counter } = await tested();
    const { nik, name, address } = counter.resident();
    for (const value of [nik, name, address]) expect(said).not.toContain(value);
    const { pcid, conf } = counter.institution;
    for (const secret of [pcid, conf]) expect(said.toLowerCase()).not.toContain(hex(secret).slice(0, 16));
  });

  test('deciphers nothing that stands on the card about its holder', async () => {
    const counter = new SimulatedCounter();
    const wrapped: number[] = [];
    const { sam } = counter;
    const watched: Device = {
      link: sam.link,
      atr: sam.atr,
      powerUp: () => sam.powerUp(),
      powerDown: () => sam.powerDown(),
      exchange: (command: Uint8Array) => {
        wrapped.push(command[1] ?? 0);
        return sam.exchange(command);
      },
    };
    counter.samSlot.insert(watched);
    const { verdicts } = await tested({ counter });
    expect(verdicts.CARD_WITH_SAM).toBe('PASSED');
    expect(wrapped).not.toContain(0xf3);
    expect(wrapped.filter((ins) => ins === 0xf0)).toHaveLength(1);
  });

  test('opens a SAM that somebody left open once more, and leaves it closed', async () => {
    const counter = new SimulatedCounter();
    await tested({ counter });
    await tested({ counter });
    expect(counter.sam.facts()).toMatchObject({ opens: 2, wrongOpens: 0, state: 'CLOSED' });
  });

  test('measures what one byte and one exchange cost on each link', async () => {
    const clock = new ClockOfTheTest();
    const counter = new SimulatedCounter({ timing: 'traced', clock });
    const { outcomes } = await tested({ counter, now: () => clock.now() });
    const speed = (perExchangeMs: number, perByteMs: number) => ({
      perExchangeMs: expect.closeTo(perExchangeMs, 3),
      perByteMs: expect.closeTo(perByteMs, 3),
    });
    // As the simulator was told: 48 ms and 1.74 ms a byte for the SAM, 16 ms an exchange for the card.
    expect(outcomes.get('SAM_LINK')?.link).toMatchObject(speed(48, 1.74));
    expect(outcomes.get('CARD_LINK')?.link).toMatchObject(speed(16, 0));
  });

  test('records the identifier where the books have none yet', async () => {
    const counter = new SimulatedCounter();
    const { pcid, conf } = counter.institution;
    const { done, verdicts } = await tested({
      counter,
      order: { sam: { pcid: hex(pcid), conf: hex(conf) } },
    });
    expect(verdicts.SAM_UID).toBe('PASSED');
    expect(done).toMatchObject({ uid: hex(counter.institution.samUid) });
  });
});

describe('a SAM', () => {
  const own = institutionSecrets('TIRTA-PANGAN');
  const otherUid = { ...own, samUid: Uint8Array.of(4, 9, 9, 9, 9, 9, 9) };
  const withSam = (sam: Sam) => {
    const counter = new SimulatedCounter();
    counter.samSlot.insert(sam);
    return counter;
  };

  test('with another identifier is named, and gets nothing further', async () => {
    const sam = new Sam({ institution: otherUid });
    const { failures, verdicts, done } = await tested({ counter: withSam(sam) });
    expect(failures).toEqual(['SAM_UID SAM_UID_MISMATCH']);
    expect(verdicts).toMatchObject(all('SKIPPED', ['SAM_RESET', 'SAM_LINK', 'CARD_WITH_SAM']));
    expect(done).not.toHaveProperty('uid');
  });

  test('that says beforehand that it is another is sent no OPEN at all', async () => {
    const sam = new Sam({ institution: otherUid, tellsUidClosed: true });
    const { failures, verdicts } = await tested({ counter: withSam(sam) });
    expect(failures).toEqual(['SAM_UID SAM_UID_MISMATCH']);
    expect(verdicts.SAM_OPEN).toBe('SKIPPED');
    expect(sam.facts().opens).toBe(0);
  });

  test('that refuses OPEN is asked once, and after that not before somebody allows it', async () => {
    const sam = new Sam({ institution: institutionSecrets('ANOTHER') });
    const counter = withSam(sam);
    const first = await tested({ counter });
    expect(first.failures).toEqual(['SAM_OPEN SAM_OPEN_REFUSED']);
    const second = await tested({ counter, order: { openWasRefused: true } });
    expect(second.failures).toEqual(['SAM_OPEN SAM_OPEN_BLOCKED']);
    expect(sam.facts().opens).toBe(1);
  });

  test('that is locked is named as locked, and is sent no OPEN', async () => {
    const sam = new Sam({ institution: own, locked: true });
    const { failures } = await tested({ counter: withSam(sam) });
    expect(failures).toEqual(['SAM_OPEN SAM_LOCKED_OUT']);
    expect(sam.facts().opens).toBe(0);
  });

  test('that is mute is named, and the card is tested without it', async () => {
    const counter = new SimulatedCounter();
    counter.obey('sam-trouble silent');
    const { failures, verdicts } = await tested({ counter });
    expect(failures).toEqual(['SAM_FOUND SAM_MUTE']);
    expect(verdicts).toMatchObject({ CARD_READ: 'PASSED', CARD_LINK: 'PASSED', CARD_WITH_SAM: 'SKIPPED' });
  });

  test('that is not there, and one without a configuration, are named', async () => {
    const empty = new SimulatedCounter();
    empty.obey('sam-remove');
    expect((await tested({ counter: empty })).failures).toEqual(['SAM_FOUND SAM_MISSING']);
    const counter = new SimulatedCounter();
    const { failures } = await tested({ counter, withoutSecret: true });
    expect(failures).toEqual(['SAM_OPEN SAM_CONFIGURATION_INVALID']);
    expect(counter.sam.facts().opens).toBe(0);
  });

  test('that is taken out in the middle is named', async () => {
    const counter = new SimulatedCounter();
    const { failures } = await tested({
      counter,
      meanwhile: (message) => {
        if (message.kind === 'began' && message.step === 'SAM_LINK') counter.obey('sam-remove');
      },
    });
    expect(failures).toEqual(['SAM_LINK SAM_REMOVED', 'CARD_WITH_SAM SAM_REMOVED']);
  });
});

describe('a card', () => {
  test('that nobody lays down is waited for, and then the rest is left out', async () => {
    const counter = new SimulatedCounter();
    counter.cardSlot.remove();
    const { failures, verdicts } = await tested({ counter, patienceMs: 50 });
    expect(failures).toEqual(['CARD_FOUND SLOT_EMPTY']);
    expect(verdicts).toMatchObject(all('SKIPPED', ['CARD_READ', 'CARD_LINK', 'CARD_WITH_SAM']));
  });

  test('that is laid down while the test waits is taken', async () => {
    const counter = new SimulatedCounter();
    counter.cardSlot.remove();
    const { verdicts } = await tested({
      counter,
      patienceMs: 5000,
      meanwhile: (message) => {
        if (message.kind === 'began' && message.step === 'CARD_FOUND') counter.insertCard();
      },
    });
    expect(verdicts).toEqual(all('PASSED'));
  });

  test.each([
    ['of a bank', 'bank-card', 'CARD_FOUND NOT_A_KTP'],
    ['of another issuer', 'other-issuer', 'CARD_WITH_SAM CARD_REFUSED_AUTHENTICATION'],
  ] as const)('%s is named', async (_what, variant, failure) => {
    const counter = new SimulatedCounter();
    counter.cardSlot.insert(createCard(sampleResident('R1'), { variant }));
    expect((await tested({ counter })).failures).toEqual([failure]);
  });

  test('that is lifted during the reading is named', async () => {
    const counter = new SimulatedCounter();
    const { failures } = await tested({
      counter,
      meanwhile: (message) => {
        if (message.kind === 'began' && message.step === 'CARD_READ') counter.cardSlot.tearAt(4);
      },
    });
    expect(failures).toEqual(['CARD_READ CARD_REMOVED']);
  });
});

test('a test that is stopped lets go of everything and leaves out what it did not come to', async () => {
  const stop = new AbortController();
  const { verdicts, counter } = await tested({
    signal: stop.signal,
    meanwhile: (message) => {
      if (message.kind === 'began' && message.step === 'SAM_OPEN') stop.abort();
    },
  });
  expect(verdicts).toMatchObject({ SAM_OPEN: 'PASSED', SAM_UID: 'SKIPPED', CARD_FOUND: 'SKIPPED' });
  expect(counter.sam.facts().state).toBe('CLOSED');
});

test('a computer without a reader is told so', async () => {
  const { failures } = await tested({ transport: createVirtualTransport([]) });
  expect(failures).toEqual(['READERS NO_READER']);
});

test('a computer without the component or the service for cards is told which of them', async () => {
  for (const code of ['BINDING_MISSING', 'SERVICE_NOT_RUNNING'] as const) {
    const broken: CardTransport = {
      ...createVirtualTransport([]),
      listReaders: async () => failed(cardFailure(code, 'list readers')),
      dispose: async () => {},
    };
    const { failures, verdicts } = await tested({ transport: broken });
    expect(failures).toEqual([`SERVICE ${code}`]);
    expect(verdicts).toEqual({ ...all('SKIPPED'), SERVICE: 'FAILED' });
  }
});
