import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ok, type Result } from '../failure.ts';
import { cardFailure } from '../failure-catalogue.ts';
import { ExchangeQueue } from './exchange-queue.ts';

const OK = Uint8Array.of(0x90, 0x00);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function slowCard() {
  const seen: number[] = [];
  const pending: (() => void)[] = [];
  const exchange = (command: Uint8Array) => {
    seen.push(command[0] ?? -1);
    return new Promise<Result<Uint8Array>>((resolve) => pending.push(() => resolve(ok(OK))));
  };
  return { seen, answer: () => pending.shift()?.(), exchange };
}

describe('the exchange queue', () => {
  test('starts an exchange only when the one before it has ended, in the order of the calls', async () => {
    const card = slowCard();
    const queue = new ExchangeQueue(card.exchange, 1000);
    const first = queue.transmit(Uint8Array.of(1));
    const second = queue.transmit(Uint8Array.of(2));
    await vi.advanceTimersByTimeAsync(1);
    expect(card.seen).toEqual([1]);
    card.answer();
    await first;
    await vi.advanceTimersByTimeAsync(1);
    expect(card.seen).toEqual([1, 2]);
    card.answer();
    expect(await second).toEqual(ok(OK));
  });

  test('gives up on a silent driver, and is finished from then on', async () => {
    const card = slowCard();
    const queue = new ExchangeQueue(card.exchange, 1000);
    const first = queue.transmit(Uint8Array.of(0, 0xa4, 0, 0));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await first).toMatchObject({ ok: false, failure: { code: 'TIMEOUT', at: '00 A4 00 00' } });
    expect(await queue.transmit(Uint8Array.of(2))).toMatchObject({ failure: { code: 'TIMEOUT' } });
    expect(card.seen).toEqual([0]);
  });

  test('ends only when the driver has come back, however late', async () => {
    const card = slowCard();
    const queue = new ExchangeQueue(card.exchange, 1000);
    void queue.transmit(Uint8Array.of(1));
    await vi.advanceTimersByTimeAsync(1000);
    const ended = vi.fn();
    void queue.end(cardFailure('CONNECTION_CLOSED', 'test')).then(ended);
    await queue.stuck();
    expect(ended).not.toHaveBeenCalled();
    card.answer();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledOnce();
  });

  test('refuses commands after its end', async () => {
    const queue = new ExchangeQueue(async () => ok(OK), 1000);
    await queue.end(cardFailure('CONNECTION_CLOSED', 'test'));
    expect(await queue.transmit(Uint8Array.of(1))).toMatchObject({ failure: { code: 'CONNECTION_CLOSED' } });
  });

  test.each([[[]], [[0x00, 0x00]]])(
    'takes the answer %j for the word of a driver whose card is gone',
    async (answer) => {
      const queue = new ExchangeQueue(async () => ok(Uint8Array.from(answer)), 1000);
      expect(await queue.transmit(Uint8Array.of(1))).toMatchObject({ failure: { code: 'CARD_REMOVED' } });
    },
  );

  test('takes an answer without status bytes for none', async () => {
    const queue = new ExchangeQueue(async () => ok(Uint8Array.of(0x90)), 1000);
    expect(await queue.transmit(Uint8Array.of(1))).toMatchObject({ failure: { code: 'ANSWER_TOO_SHORT' } });
  });
});
