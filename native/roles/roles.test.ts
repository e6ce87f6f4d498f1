import { describe, expect, test } from 'vitest';
import { toHex } from '../apdu/index.ts';
import { failed } from '../failure.ts';
import { cardFailure } from '../failure-catalogue.ts';
import {
  type CardTransport,
  createVirtualTransport,
  type ReaderChange,
  type VirtualSlot,
} from '../pcsc/index.ts';
import { samConfiguration } from '../sam/index.ts';
import {
  escapedSlotCommand,
  findSam,
  hintOf,
  oneAtATime,
  prepareSam,
  type SamSetup,
  slotCommand,
  waitForTap,
} from './index.ts';

type Answer = (command: string) => string;

/** A slot whose card answers by what it is. */
class Slot implements VirtualSlot {
  readonly readerName: string;
  answer: Answer | undefined;
  readonly commands: string[] = [];
  #listeners = new Set<() => void>();

  constructor(readerName: string, answer?: Answer) {
    this.readerName = readerName;
    this.answer = answer;
  }
  present() {
    return this.answer !== undefined;
  }
  onChange(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  async powerUp() {
    return this.answer === mute ? undefined : Uint8Array.of(0x3b, 0x80);
  }
  async powerDown() {}
  async exchange(command: Uint8Array) {
    const hex = toHex(command);
    this.commands.push(hex);
    const answer = this.answer?.(hex);
    return answer === undefined ? undefined : Uint8Array.from(Buffer.from(answer, 'hex'));
  }
  put(answer: Answer | undefined) {
    this.answer = answer;
    for (const listener of this.#listeners) listener();
  }
}

const ktp: Answer = (command) => (command === '00A40000027F0A' ? '9000' : '6D00');
const bankCard: Answer = () => '6A82';
const mute: Answer = () => '';
const closedSam: Answer = (command) => (command.startsWith('00F0') ? '9000' : '6982');

function openSam(uid = '01020304050607'): Answer {
  return (command) => (command === '00FF000000' ? '9000' : command === '00F7000000' ? `${uid}9000` : '6D00');
}

function setup(extra: Partial<SamSetup> = {}): SamSetup {
  const configuration = samConfiguration(new Uint8Array(16), new Uint8Array(32));
  if (!configuration.ok) throw new Error('configuration');
  return { configuration: configuration.value, ...extra };
}

describe('reader names', () => {
  test.each([
    ['CREATOR CRT-603 (CZ1) CCR RF 0', 'chip'],
    ['CREATOR CRT-603 (CZ1) CCR SAM 0', 'sam'],
    ['ACS ACR1281 1S Dual Reader PICC 0', 'chip'],
    ['ACS ACR1281 1S Dual Reader SAM 0', 'sam'],
    ['ACS ACR1281 1S Dual Reader ICC 0', 'unknown'],
    ['Yubico YubiKey OTP+FIDO+CCID 00 00', 'other'],
    ['Virtual PCD 00 00', 'unknown'],
  ])('%s is %s', (name, hint) => {
    expect(hintOf(name)).toBe(hint);
  });
});

test('the vendor command for a SAM slot has its two forms', () => {
  expect(toHex(slotCommand(1))).toBe('6892010003010000');
  expect(toHex(escapedSlotCommand(2))).toBe('FF694442086892010003020000');
});

describe('finding the SAM', () => {
  test('asks the reader that is named so, and no other', async () => {
    const yubikey = new Slot('Yubico YubiKey 00 00', bankCard);
    const chip = new Slot('Lab PICC 0', ktp);
    const transport = createVirtualTransport([yubikey, chip, new Slot('Lab SAM 0', openSam())]);
    const found = await findSam(transport);
    expect(found.ok && found.value.reader).toBe('Lab SAM 0');
    expect([...yubikey.commands, ...chip.commands]).toEqual([]);
  });

  test('finds it among unnamed readers by what it answers to RESET', async () => {
    const transport = createVirtualTransport([
      new Slot('Virtual PCD 00 00', bankCard),
      new Slot('Virtual PCD 00 01', closedSam),
    ]);
    const found = await findSam(transport);
    expect(found.ok && found.value.reader).toBe('Virtual PCD 00 01');
  });

  test('selects the first slot that works behind a reader with two', async () => {
    const secondOnly: Answer = (command) => {
      if (command.startsWith('6892')) return command.includes('000302') ? '9000' : '6300';
      return '9000';
    };
    const slot = new Slot('CREATOR CRT-603 (CZ1) CCR SAM 0', secondOnly);
    expect((await findSam(createVirtualTransport([slot]))).ok).toBe(true);
    expect(slot.commands).toEqual(['6892010003010000', '6892010003020000', '00FF000000']);
  });

  test.each([
    ['no reader', [], 'NO_READER'],
    ['an empty SAM slot', [new Slot('Lab SAM 0')], 'SAM_MISSING'],
    ['a mute SAM', [new Slot('Lab SAM 0', mute)], 'SAM_MUTE'],
    ['another card in the SAM slot', [new Slot('Lab SAM 0', bankCard)], 'SAM_MISSING'],
    ['two broken slots', [new Slot('CREATOR CRT-603 SAM 0', () => '6300')], 'SAM_MISSING'],
  ] as const)('with %s fails as %s', async (_, slots, code) => {
    expect(await findSam(createVirtualTransport(slots))).toMatchObject({ failure: { code } });
  });

  test('looks nowhere but at the pinned reader', async () => {
    const other = new Slot('Lab SAM 0', openSam());
    const transport = createVirtualTransport([other, new Slot('Lab SAM 1', openSam())]);
    const found = await findSam(transport, { pinnedReader: 'Lab SAM 1' });
    expect(found.ok && found.value.reader).toBe('Lab SAM 1');
    expect(other.commands).toEqual([]);
    expect(await findSam(transport, { pinnedReader: 'Lab SAM 2' })).toMatchObject({
      failure: { code: 'READER_UNPLUGGED' },
    });
  });
});

describe('preparing the SAM', () => {
  test('compares it with custody before the first reading, and lets go of a wrong one', async () => {
    const transport = createVirtualTransport([new Slot('Lab SAM 0', openSam())]);
    const expectedUid = Uint8Array.of(7, 6, 5, 4, 3, 2, 1);
    expect(await prepareSam(transport, setup({ expectedUid }))).toMatchObject({
      failure: { code: 'SAM_UID_MISMATCH' },
    });
    expect((await prepareSam(transport, setup({ expectedUid: Uint8Array.of(1, 2, 3, 4, 5, 6, 7) }))).ok).toBe(
      true,
    );
  });

  test('takes a SAM that does not tell its identifier only when nobody expects one', async () => {
    const shy: Answer = (command) => (command === '00FF000000' ? '9000' : '6D00');
    const transport = createVirtualTransport([new Slot('Lab SAM 0', shy)]);
    const ready = await prepareSam(transport, setup());
    expect(ready.ok && ready.value.uid).toBeUndefined();
    if (ready.ok) await ready.value.sam.leave();
    const expectedUid = new Uint8Array(7);
    expect(await prepareSam(transport, setup({ expectedUid }))).toMatchObject({
      failure: { code: 'SAM_UID_UNREADABLE' },
    });
  });
});

describe('one at a time', () => {
  test('the next begins when the one before has ended, be it by an error', async () => {
    const turn = oneAtATime();
    const told: string[] = [];
    const work = (name: string, fails = false) =>
      turn(async () => {
        told.push(`${name} begins`);
        await Promise.resolve();
        told.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const all = await Promise.allSettled([work('first', true), work('second'), work('third')]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(told).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  test('a reader that turned out to be the SAM’s while a tap waited for its turn is not asked for a chip', async () => {
    const turn = oneAtATime();
    const [sam, chip] = [new Slot('Virtual PCD 00 01', openSam()), new Slot('Virtual PCD 00 00')];
    let samReader: string | undefined;
    let found: () => void = () => undefined;
    const searching = turn(
      () =>
        new Promise<void>((resolve) => {
          found = () => {
            samReader = sam.readerName;
            resolve();
          };
        }),
    );
    const notices: (string | undefined)[] = [];
    const tapped = waitForTap(createVirtualTransport([sam, chip]), {
      samReader: () => samReader,
      turn,
      onNotice: (failure) => notices.push(failure?.code),
    });
    chip.put(ktp);
    // By now the tap has asked for its turn.
    await new Promise(setImmediate);
    found();
    await searching;
    const result = await tapped;
    expect(result.ok && result.value.reader).toBe('Virtual PCD 00 00');
    expect({ asked: sam.commands, notices }).toEqual({ asked: [], notices: [] });
  });
});

describe('waiting for a tap', () => {
  function waiting(slots: readonly Slot[], extra: { onlyNewCards?: boolean } = {}) {
    const notices: (string | undefined)[] = [];
    const stop = new AbortController();
    const tapped = waitForTap(createVirtualTransport(slots), {
      samReader: () => 'Lab SAM 0',
      signal: stop.signal,
      onNotice: (failure) => notices.push(failure?.code),
      ...extra,
    });
    return { notices, stop, tapped };
  }

  test('ends with the KTP-el, its application selected', async () => {
    const chip = new Slot('Lab PICC 0');
    const { tapped } = waiting([new Slot('Lab SAM 0', openSam()), chip]);
    chip.put(ktp);
    const result = await tapped;
    expect(result.ok && result.value.reader).toBe('Lab PICC 0');
    expect(chip.commands).toEqual(['00A40000027F0A']);
  });

  test('tells that a card service is back, also where something lies there that was looked at before', async () => {
    const slots = [new Slot('Keyboard reader 0', bankCard), new Slot('Lab PICC 0')];
    const virtual = createVirtualTransport(slots);
    const listed = await virtual.listReaders();
    if (!listed.ok) throw new Error(listed.failure.code);
    const there: ReaderChange = { kind: 'readers', readers: listed.value };
    let tell: (change: ReaderChange) => void = () => undefined;
    const transport: CardTransport = {
      listReaders: () => virtual.listReaders(),
      connect: (name) => virtual.connect(name),
      watch: (listener) => {
        tell = listener;
        listener(there);
        return { dispose: () => undefined };
      },
      dispose: () => virtual.dispose(),
    };
    const notices: (string | undefined)[] = [];
    const stop = new AbortController();
    const tapped = waitForTap(transport, {
      signal: stop.signal,
      onNotice: (failure) => notices.push(failure?.code),
    });
    await expect.poll(() => slots[0]?.commands.length).toBe(1);
    tell({ kind: 'broken', failure: cardFailure('SERVICE_NOT_RUNNING', 'watch') });
    tell(there);
    await expect.poll(() => notices).toEqual(['SERVICE_NOT_RUNNING', undefined]);
    stop.abort();
    expect((await tapped).ok).toBe(false);
  });

  test('is not disturbed by a security key, nor by a card that has always lain elsewhere', async () => {
    const key = new Slot('Yubico YubiKey 00 00', bankCard);
    const keyboard = new Slot('Keyboard reader 0', bankCard);
    const chip = new Slot('Lab PICC 0');
    const { tapped, notices } = waiting([key, keyboard, chip]);
    await expect.poll(() => keyboard.commands.length).toBe(1);
    chip.put(ktp);
    expect((await tapped).ok).toBe(true);
    expect(key.commands).toEqual([]);
    expect(notices.filter((code) => code !== undefined)).toEqual([]);
  });

  test.each([
    ['a bank card', bankCard, 'NOT_A_KTP'],
    ['a mute card', mute, 'CARD_MUTE'],
  ] as const)('says that %s was laid down, and goes on waiting', async (_, wrong, code) => {
    const chip = new Slot('Lab PICC 0');
    const { tapped, notices } = waiting([chip]);
    chip.put(wrong);
    // A mute one is asked for two seconds whether it is.
    await expect.poll(() => notices, { timeout: 10_000 }).toContain(code);
    chip.put(undefined);
    await expect.poll(() => notices.at(-1)).toBeUndefined();
    chip.put(ktp);
    expect((await tapped).ok).toBe(true);
  });

  test('takes a card of which the service says that it is mute, as it said of the one before, without a word', async () => {
    const chip = new Slot('Lab PICC 0', ktp);
    const virtual = createVirtualTransport([chip]);
    const listReaders: CardTransport['listReaders'] = async () => {
      const listed = await virtual.listReaders();
      return listed.ok ? { ok: true, value: listed.value.map((one) => ({ ...one, mute: true })) } : listed;
    };
    let refused = 0;
    const notices: (string | undefined)[] = [];
    const tapped = waitForTap(
      {
        listReaders,
        // The first power-up fails, as under a card that is not yet where it should be.
        connect: async (name) => {
          refused += 1;
          return refused === 1 ? failed(cardFailure('CARD_MUTE', name)) : virtual.connect(name);
        },
        watch: (listener) => {
          void listReaders().then((listed) => {
            if (listed.ok) listener({ kind: 'readers', readers: listed.value });
          });
          return { dispose: () => undefined };
        },
        dispose: () => virtual.dispose(),
      },
      { onNotice: (failure) => notices.push(failure?.code) },
    );
    expect(await tapped).toMatchObject({ ok: true, value: { reader: 'Lab PICC 0' } });
    expect(notices.filter((code) => code !== undefined)).toEqual([]);
  });

  test('says that there are two KTP-el, and takes the one that is left', async () => {
    const [one, two] = [new Slot('Lab PICC 0', ktp), new Slot('Other PICC 0', ktp)];
    const { tapped, notices } = waiting([one, two]);
    await expect.poll(() => notices).toEqual(['TWO_CARDS']);
    one.put(undefined);
    const result = await tapped;
    expect(result.ok && result.value.reader).toBe('Other PICC 0');
  });

  test('waits for the last resident to take the card away when only a new one will do', async () => {
    const chip = new Slot('Lab PICC 0', ktp);
    const { tapped } = waiting([chip], { onlyNewCards: true });
    chip.put(undefined);
    expect(chip.commands).toEqual([]);
    chip.put(ktp);
    expect((await tapped).ok).toBe(true);
  });

  test('says that there is no reader, and stops when told to', async () => {
    const { tapped, notices, stop } = waiting([]);
    await expect.poll(() => notices).toEqual(['NO_READER']);
    stop.abort();
    expect(await tapped).toMatchObject({ failure: { code: 'READING_STOPPED' } });
  });
});
