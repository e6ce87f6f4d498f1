/** What the reader pair says of a card that was lifted, or laid down, while a visit process was starting. */
import { describe, expect, test } from 'vitest';
import { createVirtualTransport, toHex, type VirtualSlot } from '../../native/index.ts';
import { createCardDesk } from './card-desk.ts';

type Answer = (command: string) => string;

const ktp: Answer = (command) => (command === '00A40000027F0A' ? '9000' : '6D00');
const openSam: Answer = (command) => {
  if (command === '00F7000000') return '010203040506079000';
  return command.startsWith('00F') ? '9000' : '6D00';
};

class Slot implements VirtualSlot {
  readonly readerName: string;
  #answer: Answer | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(readerName: string, answer?: Answer) {
    this.readerName = readerName;
    this.#answer = answer;
  }
  present = () => this.#answer !== undefined;
  onChange(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  powerUp = async () => Uint8Array.of(0x3b, 0x80);
  async powerDown() {}
  async exchange(command: Uint8Array) {
    return Uint8Array.from(Buffer.from(this.#answer?.(toHex(command)) ?? '', 'hex'));
  }
  put(answer: Answer | undefined) {
    this.#answer = answer;
    for (const listener of this.#listeners) listener();
  }
}

/** Two readers whose names do not say which of them holds the SAM; the last visit ended with a card on one. */
function afterACard(
  cardSlot: Slot,
  samSlot = new Slot('Virtual PCD 00 01', openSam),
  onAsked: (mustLift: boolean) => void = () => undefined,
) {
  const seen = { taps: 0, lamp: '', reader: '' };
  const asked: boolean[] = [];
  /** Of the SAM, as they changed. */
  const lamps: string[] = [];
  const desk = createCardDesk({
    transport: createVirtualTransport([cardSlot, samSlot]),
    sam: { pcid: '00'.repeat(16), conf: '00'.repeat(32) },
    readers: {},
    granted: [],
    openWasRefused: false,
    ignorePresentCard: true,
    now: () => 0,
  });
  desk.start({
    lamps: (reader, sam) => {
      seen.reader = reader.colour;
      seen.lamp = sam.colour;
      if (lamps.at(-1) !== sam.colour) lamps.push(sam.colour);
    },
    readers: () => undefined,
    tapped: () => {
      seen.taps++;
    },
    lifted: () => undefined,
    liftFirst: (mustLift) => {
      asked.push(mustLift);
      onAsked(mustLift);
    },
    samOpenRefused: () => undefined,
  });
  return { desk, seen, asked, lamps };
}

describe('a visit that follows one with a card', () => {
  test('asks for nothing to be lifted once the SAM is told from the card that is gone already', async () => {
    const { desk, asked } = afterACard(new Slot('Virtual PCD 00 00'));
    await expect.poll(() => asked.at(-1)).toBe(false);
    await desk.dispose();
  });

  test('asks for a card that still lies there, and reads the next one only', async () => {
    const slot = new Slot('Virtual PCD 00 00', ktp);
    const { desk, seen, asked } = afterACard(slot);
    await expect.poll(() => seen.lamp).toBe('ready');
    expect({ asked: asked.at(-1), taps: seen.taps }).toEqual({ asked: true, taps: 0 });
    slot.put(undefined);
    await expect.poll(() => asked.at(-1)).toBe(false);
    slot.put(ktp);
    await expect.poll(() => seen.taps).toBe(1);
    await desk.dispose();
  });
});

describe('a card that is laid down at once', () => {
  test('while the SAM is still looked for, after the last one was seen to be gone, is the next tap', async () => {
    const slot = new Slot('Virtual PCD 00 00');
    const samSlot = new Slot('Virtual PCD 00 01');
    // The page takes back its word as soon as nothing lies anywhere, and somebody is quick.
    const { desk, seen } = afterACard(slot, samSlot, (mustLift) => {
      if (!mustLift && !slot.present()) slot.put(ktp);
    });
    await expect.poll(() => seen.taps, { timeout: 5000 }).toBe(1);
    await desk.dispose();
  });

  test('after another was lifted is read, though the other is still being let go', async () => {
    let powerDown: () => void = () => undefined;
    const slot = new Slot('Virtual PCD 00 00');
    const { desk, seen } = afterACard(slot);
    await expect.poll(() => seen.lamp).toBe('ready');
    slot.put(ktp);
    await expect.poll(() => seen.taps).toBe(1);
    slot.powerDown = () =>
      new Promise((resolve) => {
        powerDown = resolve;
      });
    slot.put(undefined);
    slot.put(ktp);
    powerDown();
    await expect.poll(() => seen.taps, { timeout: 5000 }).toBe(2);
    await desk.dispose();
  });
});

describe('a SAM that comes while a card is waited for, in a reader whose name tells nothing', () => {
  test('is found, though it was looked at as a tap in the same moment', async () => {
    const samSlot = new Slot('Virtual PCD 00 01');
    const { desk, seen } = afterACard(new Slot('Virtual PCD 00 00'), samSlot);
    await expect.poll(() => seen.lamp).toBe('broken');
    samSlot.put(openSam);
    await expect.poll(() => seen, { timeout: 5000 }).toEqual({ taps: 0, lamp: 'ready', reader: 'ready' });
    await desk.dispose();
  });
});

/** A SAM that has just been powered: it has to be opened before it works. */
function closedSam(statusOfOpen: '9000' | '6982', seen = { opened: 0 }): Answer {
  return (command) => {
    if (command.startsWith('00F0')) {
      if (statusOfOpen === '9000') seen.opened += 1;
      return statusOfOpen;
    }
    return command.startsWith('00FF') && seen.opened === 0 ? '6982' : openSam(command);
  };
}

describe('a SAM that is exchanged so quickly that its slot is never seen empty', () => {
  test('for one of another institution is not worked with as the one that was there', async () => {
    const samSlot = new Slot('Virtual PCD 00 01', openSam);
    const { desk, seen } = afterACard(new Slot('Virtual PCD 00 00'), samSlot);
    await expect.poll(() => seen.lamp).toBe('ready');
    samSlot.put(closedSam('6982'));
    await expect.poll(() => seen.lamp).toBe('broken');
    await desk.dispose();
  });

  test('for one of the same institution is opened, and works', async () => {
    const samSlot = new Slot('Virtual PCD 00 01', openSam);
    const { desk, seen } = afterACard(new Slot('Virtual PCD 00 00'), samSlot);
    await expect.poll(() => seen.lamp).toBe('ready');
    const other = { opened: 0 };
    samSlot.put(closedSam('9000', other));
    await expect.poll(() => ({ ...other, lamp: seen.lamp })).toEqual({ opened: 1, lamp: 'ready' });
    await desk.dispose();
  });
});

/** Silent where a SAM is asked whether it is one, so many times. */
function silentFor(times: number, seen = { probes: 0 }): Answer {
  return (command) => {
    if (!command.startsWith('00FF')) return openSam(command);
    seen.probes += 1;
    return seen.probes <= times ? '6F00' : '9000';
  };
}

describe('a SAM that does not answer in the moment it is put back', () => {
  test('is looked at again also by a visit that has never seen it, in a reader whose name tells nothing', async () => {
    const { desk, seen } = afterACard(
      new Slot('Virtual PCD 00 00'),
      new Slot('Virtual PCD 00 01', silentFor(2)),
    );
    await expect.poll(() => seen.lamp).toBe('broken');
    await expect.poll(() => seen.lamp, { timeout: 10_000 }).toBe('ready');
    await desk.dispose();
  }, 15_000);

  test('is looked at again until it does, while its cure stays on the screen', async () => {
    const samSlot = new Slot('Virtual PCD 00 01', openSam);
    const { desk, seen, lamps } = afterACard(new Slot('Virtual PCD 00 00'), samSlot);
    await expect.poll(() => seen.lamp).toBe('ready');
    samSlot.put(undefined);
    await expect.poll(() => seen.lamp).toBe('broken');
    const asked = { probes: 0 };
    samSlot.put(silentFor(2, asked));
    await expect.poll(() => ({ ...asked, lamp: seen.lamp })).toEqual({ probes: 1, lamp: 'broken' });
    const known = lamps.length;
    await expect.poll(() => seen.lamp, { timeout: 10_000 }).toBe('ready');
    expect(lamps.slice(known)).toEqual(['ready']);
    await desk.dispose();
  }, 15_000);
});
