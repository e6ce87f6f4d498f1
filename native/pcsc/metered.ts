/** A transport that counts: how many bytes went through each reader, and how long every exchange took. It adds nothing else. */
import type { Result } from '../failure.ts';
import { ok } from '../failure.ts';
import type { CardConnection, CardTransport } from './transport.ts';

export interface ExchangeSample {
  /** Command and answer, status words included. */
  readonly bytes: number;
  readonly ms: number;
}

export interface Meter {
  readonly transport: CardTransport;
  /** Takes out what was counted for a reader since the last time; exchanges that failed are not among it. */
  taken(reader: string): readonly ExchangeSample[];
}

/** @param now milliseconds of a clock that does not jump */
export function metered(transport: CardTransport, now: () => number): Meter {
  const samples = new Map<string, ExchangeSample[]>();

  function counting(connection: CardConnection): CardConnection {
    return {
      reader: connection.reader,
      atr: connection.atr,
      async transmit(command) {
        const began = now();
        const length = command.length;
        const answer = await connection.transmit(command);
        if (answer.ok) {
          const sample = { bytes: length + answer.value.length, ms: now() - began };
          samples.set(connection.reader, [...(samples.get(connection.reader) ?? []), sample]);
        }
        return answer;
      },
      disconnect: (disposition) => connection.disconnect(disposition),
    };
  }

  return {
    transport: {
      listReaders: () => transport.listReaders(),
      watch: (listener) => transport.watch(listener),
      async connect(reader): Promise<Result<CardConnection>> {
        const connected = await transport.connect(reader);
        return connected.ok ? ok(counting(connected.value)) : connected;
      },
      dispose: () => transport.dispose(),
    },
    taken(reader) {
      const found = samples.get(reader) ?? [];
      samples.delete(reader);
      return found;
    },
  };
}
