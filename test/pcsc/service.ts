/** The private card service of these tests (scripts/pcsc-namespace.mjs), with simulated cards in its two virtual readers. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  type CardTransport,
  createPcscTransport,
  prepareSam,
  type ReadySam,
  type Result,
  samConfiguration,
} from '../../native/index.ts';
import { type CardOptions, institutionSecrets } from '../../simulator/index.ts';

const institution = institutionSecrets('own institution');

export interface LabOrder {
  readonly kind: 'insert' | 'remove' | 'tear' | 'sam-insert' | 'sam-remove' | 'facts';
  readonly card?: CardOptions;
  readonly exchange?: number;
}

export interface LabAnswer {
  /** How often the SAM was opened since it was made. */
  readonly opens: number;
}

export interface RealCounter {
  readonly transport: CardTransport;
  /** Does something to the simulated cards; resolves when it is done. */
  lab(kind: LabOrder['kind'], more?: Omit<LabOrder, 'kind'>): Promise<LabAnswer>;
  close(): Promise<void>;
}

export async function openRealCounter(): Promise<RealCounter> {
  const process = fork(fileURLToPath(new URL('./lab.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  await once(process, 'message');
  const transport = createPcscTransport({ heartbeatMs: 200, exchangeTimeoutMs: 5000 });
  return {
    transport,
    lab: async (kind, more = {}) => {
      const answer = once(process, 'message');
      process.send({ kind, ...more });
      const [facts] = (await answer) as [LabAnswer];
      return facts;
    },
    close: async () => {
      await transport.dispose();
      if (!process.connected) return;
      const exit = once(process, 'exit');
      process.disconnect();
      await exit;
    },
  };
}

export function prepare(transport: CardTransport): Promise<Result<ReadySam>> {
  const configuration = samConfiguration(institution.pcid, institution.conf);
  if (!configuration.ok) throw new Error(configuration.failure.code);
  return prepareSam(transport, { configuration: configuration.value, expectedUid: institution.samUid });
}

export function unwrapped<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`${result.failure.code} at ${result.failure.at}: ${result.failure.detail ?? ''}`);
  return result.value;
}
