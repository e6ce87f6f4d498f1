import { describe, expect, test } from 'vitest';
import type { ReaderChange } from './transport.ts';
import { createVirtualTransport, type VirtualSlot } from './virtual.ts';

class FakeSlot implements VirtualSlot {
  readonly readerName = 'Slot 0';
  card = true;
  mute = false;
  powerUps = 0;
  powerDowns = 0;
  readonly shared = Uint8Array.of(0x90, 0x00);
  #listeners = new Set<() => void>();

  present() {
    return this.card;
  }
  onChange(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  async powerUp() {
    this.powerUps++;
    return this.mute ? undefined : Uint8Array.of(0x3b);
  }
  async powerDown() {
    this.powerDowns++;
  }
  async exchange() {
    return this.card && !this.mute ? this.shared : undefined;
  }
  put(card: boolean) {
    this.card = card;
    for (const listener of this.#listeners) listener();
  }
}

async function connected(slot: FakeSlot) {
  const transport = createVirtualTransport([slot]);
  const connection = await transport.connect('Slot 0');
  if (!connection.ok) throw new Error(connection.failure.code);
  return { transport, connection: connection.value };
}

describe('the virtual adapter', () => {
  test('powers a card once, also for two connections that leave it powered', async () => {
    const slot = new FakeSlot();
    const { transport, connection } = await connected(slot);
    await connection.disconnect('leave');
    const again = await transport.connect('Slot 0');
    expect(again.ok).toBe(true);
    expect(slot.powerUps).toBe(1);
    expect(slot.powerDowns).toBe(0);
  });

  test('powers a card down when a connection asks for it', async () => {
    const slot = new FakeSlot();
    const { transport, connection } = await connected(slot);
    await connection.disconnect('reset');
    await transport.connect('Slot 0');
    expect([slot.powerDowns, slot.powerUps]).toEqual([1, 2]);
  });

  test('gives a card to one connection only', async () => {
    const { transport } = await connected(new FakeSlot());
    expect(await transport.connect('Slot 0')).toMatchObject({ failure: { code: 'READER_BUSY' } });
  });

  test('ends a connection with its card, also when another card is put in', async () => {
    const slot = new FakeSlot();
    const { connection } = await connected(slot);
    slot.put(false);
    slot.put(true);
    expect(await connection.transmit(Uint8Array.of(1))).toMatchObject({ failure: { code: 'CARD_REMOVED' } });
  });

  test('knows an empty slot, an unknown one and a mute card', async () => {
    const slot = new FakeSlot();
    const transport = createVirtualTransport([slot]);
    slot.put(false);
    expect(await transport.connect('Slot 0')).toMatchObject({ failure: { code: 'SLOT_EMPTY' } });
    expect(await transport.connect('Slot 1')).toMatchObject({ failure: { code: 'READER_UNPLUGGED' } });
    slot.mute = true;
    slot.put(true);
    expect(await transport.connect('Slot 0')).toMatchObject({ failure: { code: 'CARD_MUTE' } });
  });

  test('hands out answers that may be wiped without touching the card', async () => {
    const slot = new FakeSlot();
    const { connection } = await connected(slot);
    const answer = await connection.transmit(Uint8Array.of(1));
    if (answer.ok) answer.value.fill(0);
    expect(slot.shared).toEqual(Uint8Array.of(0x90, 0x00));
  });

  test('tells the state at the start and every insertion and removal', async () => {
    const slot = new FakeSlot();
    const transport = createVirtualTransport([slot]);
    const seen: (boolean | string)[] = [];
    transport.watch((change: ReaderChange) =>
      seen.push(change.kind === 'readers' ? (change.readers[0]?.cardPresent ?? 'none') : 'broken'),
    );
    await expect.poll(() => seen).toEqual([true]);
    slot.put(false);
    await expect.poll(() => seen).toEqual([true, false]);
    slot.put(true);
    await expect.poll(() => seen).toEqual([true, false, true]);
    await transport.dispose();
  });
});
