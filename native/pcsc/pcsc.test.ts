import { describe, expect, test } from 'vitest';
import { failed, ok } from '../failure.ts';
import { type CardFailureCode, cardFailure } from '../failure-catalogue.ts';
import type { BoundCard, BoundContext, BoundReader, PcscBinding } from './binding.ts';
import { createPcscTransport } from './pcsc.ts';
import type { ReaderChange } from './transport.ts';

const PRESENT = 0x20;
const EXCLUSIVE = 0x80;
const ATR = Uint8Array.of(0x3b, 0x80);

/** The binding as its source says it behaves: texts instead of codes, contexts that die with the service. */
class FakeService {
  running = true;
  readers: { name: string; state: number }[] = [{ name: 'Reader 0', state: PRESENT }];
  openContexts = 0;
  dispositions: number[] = [];
  resets: number[] = [];
  shareModes: number[] = [];
  transmit: (command: Buffer) => Promise<Buffer> = async () => Buffer.from([0x90, 0x00]);
  connectError: string | undefined;
  #wake: (() => void)[] = [];

  change(readers: { name: string; state: number }[]): void {
    this.readers = readers;
    this.wake();
  }

  wake(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  bind(): PcscBinding {
    const service = this;
    class Context implements BoundContext {
      #open = true;
      constructor() {
        if (!service.running) throw new Error('PC/SC service not running');
        service.openContexts++;
      }
      listReaders(): BoundReader[] {
        if (!service.running) throw new Error('PC/SC service not running');
        return service.readers.map(({ name, state }) => ({
          name,
          state,
          atr: (state & PRESENT) === 0 ? null : ATR,
          connect: async (shareMode: number): Promise<BoundCard> => {
            service.shareModes.push(shareMode);
            if (service.connectError) throw new Error(service.connectError);
            return {
              atr: ATR,
              transmit: (command) => service.transmit(command),
              disconnect: (disposition) => service.dispositions.push(disposition),
              reconnect: async (_share, _protocols, initialization) => service.resets.push(initialization),
            };
          },
        }));
      }
      waitForChange(): Promise<unknown> {
        return new Promise<void>((resolve) => service.#wake.push(resolve));
      }
      cancel(): void {
        service.wake();
      }
      close(): void {
        if (this.#open) service.openContexts--;
        this.#open = false;
      }
    }
    return { Context };
  }

  load = async () => ok(this.bind());
}

describe('a connection through PC/SC', () => {
  test('is exclusive, and leaves the card as it is or resets it as asked, never keeping the process waiting', async () => {
    const service = new FakeService();
    const transport = createPcscTransport({ load: service.load });
    for (const disposition of ['leave', 'reset'] as const) {
      const connected = await transport.connect('Reader 0');
      if (!connected.ok) throw new Error(connected.failure.code);
      expect(connected.value.atr).toEqual(ATR);
      await connected.value.disconnect(disposition);
      await connected.value.disconnect(disposition);
    }
    expect(service.shareModes).toEqual([1, 1]);
    expect(service.dispositions).toEqual([0, 0]);
    expect(service.resets).toEqual([1]);
    expect(service.openContexts).toBe(0);
  });

  test.each<[string, CardFailureCode]>([
    ['Sharing violation', 'READER_BUSY'],
    ['No smart card present', 'SLOT_EMPTY'],
    ['Card is unresponsive', 'CARD_MUTE'],
    ['Unknown reader', 'READER_UNPLUGGED'],
    ['PC/SC service not running', 'SERVICE_NOT_RUNNING'],
    ['Protocol mismatch', 'CARD_PROTOCOL_UNSUPPORTED'],
    ['something nobody has seen', 'READER_FAULT'],
  ])('that fails with "%s" is %s, and its context is closed', async (text, code) => {
    const service = new FakeService();
    service.connectError = text;
    const connected = await createPcscTransport({ load: service.load }).connect('Reader 0');
    expect(connected).toMatchObject({ ok: false, failure: { code } });
    expect(service.openContexts).toBe(0);
  });

  test.each<[string, CardFailureCode]>([
    ['Card was removed', 'CARD_REMOVED'],
    ['Card was reset', 'CARD_RESET'],
    ['Transaction failed', 'TRANSPORT_BROKEN'],
    ['Insufficient buffer', 'ANSWER_TOO_LONG'],
  ])(
    'whose exchange fails with "%s" says %s and which command it was, without its data',
    async (text, code) => {
      const service = new FakeService();
      service.transmit = async () => {
        throw new Error(text);
      };
      const connected = await createPcscTransport({ load: service.load }).connect('Reader 0');
      if (!connected.ok) throw new Error(connected.failure.code);
      const answer = await connected.value.transmit(Uint8Array.of(0, 0xf0, 0, 0, 1, 0x77));
      expect(answer).toMatchObject({ ok: false, failure: { code, at: '00 F0 00 00 [2]' } });
    },
  );

  test('gives bytes of which a slice outlives their wiping, as a Buffer would not', async () => {
    const service = new FakeService();
    service.transmit = async () => Buffer.from([1, 2, 3, 0x90, 0x00]);
    const connected = await createPcscTransport({ load: service.load }).connect('Reader 0');
    if (!connected.ok) throw new Error(connected.failure.code);
    const answer = await connected.value.transmit(Uint8Array.of(0, 0xb0, 0, 0, 3));
    if (!answer.ok) throw new Error(answer.failure.code);
    const kept = answer.value.subarray(0, 3).slice();
    answer.value.fill(0);
    expect([...kept]).toEqual([1, 2, 3]);
  });

  test('does not wait for a driver that hangs, and lets go of the card when the driver comes back', async () => {
    const service = new FakeService();
    let comeBack: (answer: Buffer) => void = () => undefined;
    service.transmit = () =>
      new Promise((resolve) => {
        comeBack = resolve;
      });
    const transport = createPcscTransport({ load: service.load, exchangeTimeoutMs: 5 });
    const connected = await transport.connect('Reader 0');
    if (!connected.ok) throw new Error(connected.failure.code);
    expect(await connected.value.transmit(Uint8Array.of(0, 0xf2, 0, 0))).toMatchObject({
      failure: { code: 'TIMEOUT' },
    });
    await connected.value.disconnect('leave');
    expect(service.dispositions).toEqual([]);
    comeBack(Buffer.from([0x90, 0x00]));
    await expect.poll(() => service.dispositions).toEqual([0]);
    expect(service.openContexts).toBe(0);
  });

  test('to a reader that is not there is READER_UNPLUGGED', async () => {
    const service = new FakeService();
    const connected = await createPcscTransport({ load: service.load }).connect('Reader 9');
    expect(connected).toMatchObject({ failure: { code: 'READER_UNPLUGGED' } });
  });
});

test('a binding that is not installed is a failure with a cure, not a crash', async () => {
  const transport = createPcscTransport({ load: async () => failed(cardFailure('BINDING_MISSING', 'test')) });
  expect(await transport.listReaders()).toMatchObject({ failure: { code: 'BINDING_MISSING' } });
  expect(await transport.connect('Reader 0')).toMatchObject({ failure: { code: 'BINDING_MISSING' } });
});

describe('the watchdog', () => {
  function watched(service: FakeService, heartbeatMs = 5) {
    const transport = createPcscTransport({ load: service.load, heartbeatMs });
    const changes: ReaderChange[] = [];
    transport.watch((change) => changes.push(change));
    const told = () =>
      changes.map((change) =>
        change.kind === 'broken'
          ? change.failure.code
          : change.readers.map((r) => (r.cardPresent ? 1 : 0)).join(''),
      );
    return { transport, told };
  }

  test('tells the state at the start and every change once', async () => {
    const service = new FakeService();
    const { transport, told } = watched(service);
    await expect.poll(told).toEqual(['1']);
    service.change([{ name: 'Reader 0', state: 0x10000 }]);
    await expect.poll(told).toEqual(['1', '0']);
    service.wake();
    service.change([
      { name: 'Reader 0', state: 0x10000 },
      { name: 'Reader 1', state: PRESENT },
    ]);
    await expect.poll(told).toEqual(['1', '0', '01']);
    await transport.dispose();
    expect(service.openContexts).toBe(0);
  });

  test('says that the service stopped, knocks until it is back, and goes on', async () => {
    const service = new FakeService();
    const { transport, told } = watched(service);
    await expect.poll(told).toEqual(['1']);
    service.running = false;
    service.wake();
    await expect.poll(told).toEqual(['1', 'SERVICE_NOT_RUNNING']);
    service.running = true;
    await expect.poll(told).toEqual(['1', 'SERVICE_NOT_RUNNING', '1']);
    await transport.dispose();
    expect(service.openContexts).toBe(0);
  });

  test('notices a reader that is plugged in when there was none', async () => {
    const service = new FakeService();
    service.readers = [];
    const { transport, told } = watched(service);
    await expect.poll(told).toEqual(['']);
    service.readers = [{ name: 'Reader 0', state: PRESENT }];
    await expect.poll(told).toEqual(['', '1']);
    await transport.dispose();
  });

  test('does not call a reader in use that this program itself holds', async () => {
    const service = new FakeService();
    const transport = createPcscTransport({ load: service.load });
    service.readers = [
      { name: 'Reader 0', state: PRESENT | EXCLUSIVE },
      { name: 'Reader 1', state: PRESENT | EXCLUSIVE },
    ];
    await transport.connect('Reader 0');
    const listed = await transport.listReaders();
    expect(listed.ok && listed.value.map(({ inUse }) => inUse)).toEqual([false, true]);
    await transport.dispose();
  });
});
