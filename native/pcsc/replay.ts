/**
 * The adapter for tests that hold every byte to its place: a script of exchanges over all readers in one strict order. Anything
 * else – another reader, another byte, one exchange too many – fails, then and ever after.
 */
import { parseHex, redactCommand } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, type CardFailureCode, cardFailure } from '../failure-catalogue.ts';
import type { CardConnection, CardTransport, Disposable, ReaderChange, ReaderStatus } from './transport.ts';

export interface ReplayStep {
  readonly reader: string;
  /** The whole command, in hexadecimal. */
  readonly command: string;
  /** The whole answer in hexadecimal, or the failure the transport gives instead. */
  readonly answer: string | { readonly failure: CardFailureCode };
}

export interface ReplayTransport extends CardTransport {
  /** Steps of the script that were not reached. */
  remaining(): number;
  /** The first deviation, if there was one. */
  deviation(): CardFailure | undefined;
}

export function createReplayTransport(
  readers: readonly { readonly name: string; readonly atr: string }[],
  script: readonly ReplayStep[],
): ReplayTransport {
  const statuses: readonly ReaderStatus[] = readers.map(({ name, atr }) => ({
    name,
    cardPresent: true,
    inUse: false,
    mute: false,
    atr: bytesOf(atr),
  }));
  let next = 0;
  let broken: CardFailure | undefined;

  function exchange(reader: string, command: Uint8Array): Result<Uint8Array> {
    if (broken) return failed(broken);
    const step = script[next];
    const at = `${redactCommand(command)} to ${reader}`;
    if (!step || step.reader !== reader || !sameBytes(bytesOf(step.command), command)) {
      const expected = step ? `${redactCommand(bytesOf(step.command))} to ${step.reader}` : 'the end';
      broken = cardFailure('REPLAY_DEVIATION', at, `step ${next}: expected ${expected}`);
      return failed(broken);
    }
    next++;
    return typeof step.answer === 'string'
      ? ok(bytesOf(step.answer))
      : failed(cardFailure(step.answer.failure, at));
  }

  return {
    listReaders: async () => ok(statuses),
    watch(listener: (change: ReaderChange) => void): Disposable {
      listener({ kind: 'readers', readers: statuses });
      return { dispose: () => undefined };
    },
    async connect(reader: string): Promise<Result<CardConnection>> {
      const status = statuses.find(({ name }) => name === reader);
      if (!status) return failed(cardFailure('READER_UNPLUGGED', `connect ${reader}`));
      return ok({
        reader,
        atr: status.atr ?? new Uint8Array(),
        transmit: async (command) => exchange(reader, command),
        disconnect: async () => undefined,
      });
    },
    dispose: async () => undefined,
    remaining: () => script.length - next,
    deviation: () => broken,
  };
}

function bytesOf(hex: string): Uint8Array {
  const bytes = parseHex(hex);
  if (!bytes) throw new TypeError('a replay script is written in hexadecimal');
  return bytes;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
