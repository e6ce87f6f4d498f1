/** The slot: insertions, power, torn cards, trouble, and what the timing profiles cost. */
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from './bytes.ts';
import { createCard } from './card/index.ts';
import { institutionSecrets } from './crypto/index.ts';
import { sampleResident } from './residents/index.ts';
import { Sam } from './sam/index.ts';
import { SimulatedSlot } from './slot.ts';
import { exchangeMs, preciseClock, type SimulatorClock } from './timing.ts';

const UID = fromHex('FFCA000000');
const card = () => createCard(sampleResident('R1'));

/** A clock that waits no time and remembers how long it should have. */
function toldClock(): SimulatorClock & { slept: number[] } {
  const slept: number[] = [];
  return { slept, now: () => 0, sleep: async (milliseconds) => void slept.push(milliseconds) };
}

async function powered(slot = new SimulatedSlot({ readerName: 'test' })): Promise<SimulatedSlot> {
  slot.insert(card());
  await slot.powerUp();
  return slot;
}

describe('a slot', () => {
  test('tells of insertion and removal, and no longer once nobody listens', () => {
    const slot = new SimulatedSlot({ readerName: 'test' });
    const seen: boolean[] = [];
    const stop = slot.onChange(() => seen.push(slot.present()));
    slot.insert(card());
    slot.insert(card());
    slot.remove();
    slot.remove();
    stop();
    slot.insert(card());
    expect(seen).toEqual([true, false, true, false]);
  });

  test('gives nothing without a card and without power', async () => {
    const slot = new SimulatedSlot({ readerName: 'test' });
    expect(await slot.powerUp()).toBeUndefined();
    expect(await slot.exchange(UID)).toBeUndefined();
    slot.insert(card());
    expect(await slot.exchange(UID)).toBeUndefined();
    expect(toHex((await slot.powerUp()) ?? UID)).toBe('3B8B8001654B5450304432654B54504C');
    expect(toHex((await slot.exchange(UID)) ?? UID)).toMatch(/^04.{12}9000$/);
    await slot.powerDown();
    expect(await slot.exchange(UID)).toBeUndefined();
  });

  test('loses the card during exactly the exchange it is told, counted from the power-up', async () => {
    const slot = await powered();
    slot.tearAt(3);
    await slot.exchange(UID);
    await slot.powerUp();
    expect(await slot.exchange(UID)).toBeDefined();
    expect(await slot.exchange(UID)).toBeDefined();
    expect(slot.present()).toBe(true);
    expect(await slot.exchange(UID)).toBeUndefined();
    expect(slot.present()).toBe(false);
    await powered(slot);
    for (let exchange = 0; exchange < 5; exchange++) expect(await slot.exchange(UID)).toBeDefined();
  });

  test('answers nothing for a card that was pulled while it was working', async () => {
    let pull: () => void = () => undefined;
    const clock = { now: () => 0, sleep: async () => pull() };
    const slot = await powered(new SimulatedSlot({ readerName: 'test', timing: 'traced', clock }));
    pull = () => slot.remove();
    expect(await slot.exchange(UID)).toBeUndefined();
  });

  test('resets the card with its power', async () => {
    const slot = await powered();
    await slot.exchange(fromHex('00A40000027F0A'));
    expect(toHex((await slot.exchange(fromHex('00A40000026FF2'))) ?? UID)).toBe('9000');
    await slot.powerUp();
    expect(toHex((await slot.exchange(fromHex('00A40000026FF2'))) ?? UID)).toBe('6A82');
  });

  test('can be slow, silent and noisy, and well again', async () => {
    const clock = toldClock();
    const slot = await powered(new SimulatedSlot({ readerName: 'test', clock, slowMs: 700 }));
    slot.setTrouble('slow');
    await slot.exchange(UID);
    expect(clock.slept).toEqual([700]);
    slot.setTrouble('silent');
    expect(await slot.exchange(UID)).toBeUndefined();
    expect(slot.present()).toBe(true);
    slot.setTrouble('none');
    const clean = toHex((await slot.exchange(UID)) ?? UID);
    slot.setTrouble('noisy');
    const answers = [await slot.exchange(UID), await slot.exchange(UID), await slot.exchange(UID)];
    expect(answers.filter((answer) => toHex(answer ?? UID) !== clean).length).toBe(1);
  });

  test('does one exchange at a time, in the order of the calls', async () => {
    const order: number[] = [];
    const clock = { now: () => 0, sleep: async () => void order.push(order.length) };
    const slot = await powered(new SimulatedSlot({ readerName: 'test', timing: 'traced', clock }));
    const answers = await Promise.all([
      slot.exchange(fromHex('00A40000027F0A')),
      slot.exchange(fromHex('0084000008')),
    ]);
    expect(answers.map((answer) => answer?.length)).toEqual([2, 10]);
    expect(order).toEqual([0, 1]);
  });
});

describe('the timing profiles', () => {
  test('traced is what was measured: 48 ms and 1.74 ms a byte at the SAM, 16 ms at the card', async () => {
    const clock = toldClock();
    const slot = new SimulatedSlot({ readerName: 'sam', timing: 'traced', clock });
    slot.insert(new Sam({ institution: institutionSecrets('slot test') }));
    await slot.powerUp();
    await slot.exchange(fromHex('00FF000000'));
    expect(clock.slept[0]).toBeCloseTo(48 + 1.74 * 7, 6);
    expect(exchangeMs('traced', 'contactless-a', 5, 250)).toBe(16);
    expect(slot.statistics()).toMatchObject({ exchanges: 1, commandBytes: 5, answerBytes: 2 });
  });

  test('spec is the byte model of the fact sheet: a complete read is 445 ms on the air and 0.76 s at the SAM', () => {
    // 36 exchanges of 4939 bytes and 59 of 7485, spread evenly: the model is linear in both.
    const air = 36 * exchangeMs('spec', 'contactless-a', 561 / 36, 4378 / 36);
    const airB = 36 * exchangeMs('spec', 'contactless-b', 561 / 36, 4378 / 36);
    const sam = 59 * exchangeMs('spec', 'contact', 7485 / 118, 7485 / 118);
    expect(Math.round(air)).toBe(445);
    expect(Math.round(airB)).toBe(508);
    expect(Math.round(sam)).toBe(760);
  });

  test('a SAM takes its long time over an empty INTERNAL AUTHENTICATE only when it is told to', async () => {
    const clock = toldClock();
    const institution = institutionSecrets('slot test');
    const slot = new SimulatedSlot({ readerName: 'sam', clock });
    const sam = new Sam({ institution, emptyAuthenticateMs: 71_000 });
    slot.insert(sam);
    await slot.powerUp();
    await slot.exchange(fromHex('00F2000000'));
    expect(clock.slept).toEqual([]);
    const { pcid, conf } = institution;
    const argument = conf.map((byte, index) => byte ^ (pcid[index % 16] ?? 0));
    await slot.exchange(Uint8Array.of(0x00, 0xf0, 0x00, 0x00, 0x20, ...argument));
    await slot.exchange(fromHex('00F2000000'));
    expect(clock.slept).toEqual([71_000]);
  });

  test('the wall clock is never early and late by little', async () => {
    const late: number[] = [];
    for (const wanted of [0.7, 3.3, 16]) {
      const started = preciseClock.now();
      await preciseClock.sleep(wanted);
      late.push(preciseClock.now() - started - wanted);
    }
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    // The best of three: a busy machine may hold any one of them up.
    expect(Math.min(...late)).toBeLessThan(1);
  });
});
