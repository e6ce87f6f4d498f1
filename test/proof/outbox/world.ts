/** Everything around the program: the simulated Dukcapil, the bad line to it, and the bundle that is run. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BalikanEndpoint } from '../../../electron/contract/index.ts';
import { type SimulatedGateway, startGateway } from '../../../simulator/gateway/index.ts';
import type { Dice } from '../dice.ts';
import { bundledProgram } from './bundle.ts';
import { badLine, type Line } from './line.ts';

export type LedgerEntry = ReturnType<SimulatedGateway['ledger']>[number];

export interface World {
  readonly bundle: string;
  readonly gateway: SimulatedGateway;
  readonly line: Line;
  readonly endpoint: BalikanEndpoint;
  /** What was taken of the services whose number begins with this name. */
  takenOf(name: string): readonly LedgerEntry[];
  close(): Promise<void>;
}

export async function openWorld(dice: Dice): Promise<World> {
  const bundle = await bundledProgram();
  const gateway = await startGateway();
  const { balikan } = gateway.address;
  const { origin, pathname } = new URL(balikan.http);
  const line = await badLine(origin, dice);
  const { token, id_lembaga, nama_lembaga } = gateway.consumer;
  return {
    bundle,
    gateway,
    line,
    endpoint: {
      baseUrl: `${line.origin}${pathname}`,
      path: balikan.storePath,
      token,
      idLembaga: id_lembaga,
      namaLembaga: nama_lembaga,
      shape: 'JSON_BATCH',
      timeoutMs: 1000,
    },
    takenOf: (name) => gateway.ledger().filter(({ registration }) => registration.startsWith(`${name}-`)),
    async close() {
      await line.close();
      await gateway.close();
      rmSync(dirname(bundle), { recursive: true, force: true });
    },
  };
}
