/**
 * A counter file for the program as it serves residents: real PC/SC, the gateway over TLS on the loopback. The simulators that stand for
 * the world run outside the program, in processes of their own, and are not measured.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { sampleAgreement } from '../../electron/agreement/index.ts';
import { type CounterFile, counterFile } from '../../electron/contract/index.ts';
import { end } from '../../scripts/processes.mjs';
import { announced, type Simulator, withSimulator } from './simulator.ts';

const gatewayAnnouncement = z.object({
  gateway: z.object({ https: z.string() }),
  balikan: z.object({ https: z.string(), storePath: z.string() }),
  certificate: z.object({ sha256Hex: z.string() }),
  consumerId: z.string(),
  methods: z.object({ match: z.string() }),
  credentials: z.object({ user_id: z.string(), password: z.string(), ip_user: z.string() }),
  token: z.string(),
  id_lembaga: z.string(),
  nama_lembaga: z.string(),
});

export interface Counter {
  readonly folder: string;
  /** Flags that make the program serve at this counter, with its data in a folder of the given name. */
  flags(data: string): string[];
}

/** Chip, SAM and gateway outside, no card on the reader. */
export async function withCounter<T>(use: (counter: Counter) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ketuk-bench-'));
  const program = join(import.meta.dirname, '..', '..', 'simulator', 'cli.ts');
  const gateway = spawn(process.execPath, [...process.execArgv, program, 'gateway'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const world = gatewayAnnouncement.parse(await announced(gateway, 'the simulated gateway'));
    return await withSimulator('instant', async (simulator) => {
      simulator.tell('remove');
      const file = join(folder, 'counter.json');
      const passphrase = join(folder, 'passphrase');
      await writeFile(file, JSON.stringify(counterAt(world, simulator)));
      await writeFile(passphrase, 'bench, not a secret\n', { mode: 0o600 });
      const flags = (data: string) => {
        const at = join(folder, data);
        return [
          `--profile=${file}`,
          `--passphrase-file=${passphrase}`,
          `--data=${at}`,
          `--user-data-dir=${at}`,
        ];
      };
      return await use({ folder, flags });
    });
  } finally {
    gateway.stdin.end();
    await end(gateway);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function counterAt(world: z.infer<typeof gatewayAnnouncement>, { pcid, conf }: Simulator): CounterFile {
  const certificateSha256 = world.certificate.sha256Hex;
  return counterFile.parse({
    agreement: sampleAgreement(),
    connection: {
      gateway: {
        baseUrl: world.gateway.https,
        certificateSha256,
        consumerId: world.consumerId,
        method: 'MATCH',
        methodName: world.methods.match,
        credentials: {
          userId: world.credentials.user_id,
          password: world.credentials.password,
          ipUser: world.credentials.ip_user,
        },
      },
      dataBalikan: {
        baseUrl: world.balikan.https,
        path: world.balikan.storePath,
        certificateSha256,
        token: world.token,
        idLembaga: world.id_lembaga,
        namaLembaga: world.nama_lembaga,
      },
      closedNetwork: ['127.0.0.0/8'],
      sam: { pcid, conf },
    },
  });
}
