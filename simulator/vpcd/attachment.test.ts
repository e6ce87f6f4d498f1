/** The way into pcscd, met by a listener that speaks as its driver does. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fromHex, toHex, uint16, word } from '../bytes.ts';
import { createCard } from '../card/index.ts';
import { sampleResident } from '../residents/index.ts';
import { SimulatedSlot } from '../slot.ts';
import { attachToVpcd, type VpcdAttachment } from './index.ts';

const ATR = '3B8B8001654B5450304432654B54504C';
const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** The driver's side: one listener, one card at a time. */
async function driver(): Promise<{ port: number; card(): Promise<DriverSide>; server: Server }> {
  const server = createServer();
  const cards: Socket[] = [];
  server.on('connection', (socket) => cards.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => {
    for (const socket of cards) socket.destroy();
    server.close();
  });
  const card = async (): Promise<DriverSide> => {
    if (cards.length === 0) await once(server, 'connection');
    return new DriverSide(cards.pop() as Socket);
  };
  return { port: (server.address() as AddressInfo).port, card, server };
}

class DriverSide {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** In two segments, as the driver sends. */
  tell(payload: Uint8Array): void {
    this.#socket.write(word(payload.length));
    this.#socket.write(payload);
  }

  async ask(payload: Uint8Array): Promise<string> {
    const heard = once(this.#socket, 'data') as Promise<[Buffer]>;
    this.tell(payload);
    const [bytes] = await heard;
    expect(uint16(bytes)).toBe(bytes.length - 2);
    return toHex(bytes.subarray(2));
  }

  hangUp(): void {
    this.#socket.destroy();
  }

  async gone(): Promise<void> {
    this.#socket.resume();
    if (!this.#socket.destroyed) await once(this.#socket, 'close');
  }
}

function filled(): SimulatedSlot {
  const slot = new SimulatedSlot({ readerName: 'test' });
  slot.insert(createCard(sampleResident('R1')));
  return slot;
}

async function attached(slot: SimulatedSlot): Promise<{
  attachment: VpcdAttachment;
  side: DriverSide;
  next: () => Promise<DriverSide>;
}> {
  const { port, card } = await driver();
  const attaching = attachToVpcd(slot, { port });
  const side = await card();
  expect(await side.ask(Uint8Array.of(4))).toBe(ATR);
  const attachment = await attaching;
  open.push(() => attachment.close());
  return { attachment, side, next: card };
}

test('a card is attached once the driver has asked for its ATR, and answers length and bytes in one piece', async () => {
  const { side } = await attached(filled());
  side.tell(Uint8Array.of(1));
  expect(await side.ask(fromHex('FFCA000000'))).toMatch(/^04.{12}9000$/);
  expect(await side.ask(fromHex('00A40000027F0A'))).toBe('9000');
  side.tell(Uint8Array.of(2));
  expect(await side.ask(fromHex('00A40000026FF2'))).toBe('6A82');
});

test('messages that arrive in pieces and together are taken one by one', async () => {
  const { side } = await attached(filled());
  side.tell(Uint8Array.of(0));
  side.tell(Uint8Array.of(1));
  expect(await side.ask(fromHex('00A40000027F0A'))).toBe('9000');
});

test('removing the card closes its connection, inserting it again makes a new one', async () => {
  const slot = filled();
  const { side, next } = await attached(slot);
  slot.remove();
  await side.gone();
  slot.insert(createCard(sampleResident('R2')));
  expect(await (await next()).ask(Uint8Array.of(4))).toBe(ATR);
});

test('a card torn at an exchange leaves it unanswered and is gone', async () => {
  const slot = filled();
  const { side } = await attached(slot);
  side.tell(Uint8Array.of(1));
  slot.tearAt(2);
  expect(await side.ask(fromHex('FFCA000000'))).toMatch(/9000$/);
  side.tell(fromHex('FFCA000000'));
  await side.gone();
  expect(slot.present()).toBe(false);
});

test('a mute card is dropped and found again, as nothing else can be said to the driver', async () => {
  const slot = filled();
  const { side, next } = await attached(slot);
  side.tell(Uint8Array.of(1));
  slot.setTrouble('silent');
  side.tell(fromHex('FFCA000000'));
  await side.gone();
  slot.setTrouble('none');
  expect(await (await next()).ask(Uint8Array.of(4))).toBe(ATR);
});

test('the card comes back when the driver had gone away', async () => {
  const { port, card } = await driver();
  const attaching = attachToVpcd(filled(), { port });
  const first = await card();
  await first.ask(Uint8Array.of(4));
  const attachment = await attaching;
  open.push(() => attachment.close());
  first.hangUp();
  expect(await (await card()).ask(Uint8Array.of(4))).toBe(ATR);
});

test('a port where nobody listens is told as that', async () => {
  const { port, server } = await driver();
  server.close();
  await once(server, 'close');
  await expect(attachToVpcd(filled(), { port, patienceMs: 150 })).rejects.toThrow(/pcscd.*ECONNREFUSED/);
});
