/** The private card service of these tests (scripts/pcsc-namespace.mjs), with simulated cards in its two virtual readers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  type CardTransport,
  createPcscTransport,
  prepareSam,
  type ReadySam,
  type Result,
  samConfiguration,
} from '../../native/index.ts';
import { institutionSecrets, Sam, SimulatedSlot } from '../../simulator/index.ts';
import { attachToVpcd, type VpcdAttachment } from '../../simulator/vpcd/index.ts';

const institution = institutionSecrets('own institution');

export interface RealCounter {
  readonly chip: SimulatedSlot;
  readonly samSlot: SimulatedSlot;
  readonly sam: Sam;
  readonly transport: CardTransport;
  close(): Promise<void>;
}

export async function openRealCounter(): Promise<RealCounter> {
  const chip = new SimulatedSlot({ readerName: 'chip' });
  const samSlot = new SimulatedSlot({ readerName: 'sam' });
  const sam = new Sam({ institution });
  samSlot.insert(sam);
  const attachments: VpcdAttachment[] = [
    await attachToVpcd(samSlot, { port: 35964 }),
    await attachToVpcd(chip, { port: 35963 }),
  ];
  const transport = createPcscTransport({ heartbeatMs: 200, exchangeTimeoutMs: 5000 });
  return {
    chip,
    samSlot,
    sam,
    transport,
    close: async () => {
      await transport.dispose();
      for (const attachment of attachments) await attachment.close();
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

/** Ends the service of this namespace, whose process number stands in its own /run. */
export function stopService(): void {
  process.kill(Number(readFileSync('/run/pcscd/pcscd.pid', 'utf8')), 'SIGTERM');
}

/** Starts the service anew; the caller ends it. */
export function startService(): ChildProcess {
  return spawn('pcscd', ['--foreground'], { stdio: 'ignore' });
}

export async function ended(service: ChildProcess): Promise<void> {
  const exit = once(service, 'exit');
  service.kill('SIGTERM');
  await exit;
}
