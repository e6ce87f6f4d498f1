/**
 * The programs as others run them: `simulate card`, `simulate gateway` and `visit`, each a process of its own, put together from
 * the lines they print as docs/counter-file.md says.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface CardLine {
  readonly pcid: string;
  readonly conf: string;
  readonly samUid: string;
}

interface GatewayLine {
  readonly gateway: { readonly https: string };
  readonly balikan: { readonly https: string; readonly storePath: string };
  readonly certificate: { readonly sha256Hex: string };
  readonly consumerId: string;
  readonly methods: { readonly match: string };
  readonly credentials: { readonly user_id: string; readonly password: string; readonly ip_user: string };
  readonly token: string;
  readonly id_lembaga: string;
  readonly nama_lembaga: string;
}

const running: ChildProcess[] = [];
let folder: string;
let card: ChildProcess;
let gateway: ChildProcess;

function start(file: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

async function firstLine<T>(child: ChildProcess): Promise<T> {
  if (child.stdout === null) throw new Error('no standard output');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return JSON.parse(line) as T;
}

interface Served {
  readonly exitCode: number | null;
  readonly output: string;
  readonly report: Readonly<Record<string, unknown>>;
}

function visit(...args: string[]): Promise<Served> {
  return ended(startVisit(...args));
}

function startVisit(...args: string[]): ChildProcess {
  return start('electron/program/cli.ts', '--profile', join(folder, 'loket.json'), '--json', ...args);
}

/** Resolves when the program says this on standard error. */
function says(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(text)) resolve();
    });
  });
}

async function ended(child: ChildProcess): Promise<Served> {
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, output, report: output === '' ? {} : JSON.parse(output) };
}

function tell(child: ChildProcess, ...lines: string[]): void {
  for (const line of lines) child.stdin?.write(`${line}\n`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ketuk-visit-test-'));
  gateway = start('simulator/cli.ts', 'gateway');
  card = start('simulator/cli.ts', 'card', '--resident', 'R1', '--cc', '29');
  const [there, sam] = await Promise.all([firstLine<GatewayLine>(gateway), firstLine<CardLine>(card)]);
  const agreement = JSON.parse(await readFile(join(root, 'resources/agreements/tirta-pangan.json'), 'utf8'));
  const certificateSha256 = there.certificate.sha256Hex;
  const connection = {
    gateway: {
      baseUrl: there.gateway.https,
      certificateSha256,
      consumerId: there.consumerId,
      methodName: there.methods.match,
      credentials: {
        userId: there.credentials.user_id,
        password: there.credentials.password,
        ipUser: there.credentials.ip_user,
      },
      timeoutMs: 2000,
    },
    dataBalikan: {
      baseUrl: there.balikan.https,
      path: there.balikan.storePath,
      certificateSha256,
      token: there.token,
      idLembaga: there.id_lembaga,
      namaLembaga: there.nama_lembaga,
    },
    closedNetwork: ['127.0.0.0/8'],
    sam: { pcid: sam.pcid, conf: sam.conf, uid: sam.samUid },
  };
  await writeFile(join(folder, 'loket.json'), JSON.stringify({ agreement, connection }));
  const { dataBalikan: _, ...withoutChannel } = connection;
  await writeFile(
    join(folder, 'tanpa-kanal.json'),
    JSON.stringify({ agreement, connection: withoutChannel }),
  );
  const byList = { ...agreement, dataBalikan: { ...agreement.dataBalikan, mode: 'MANUAL' } };
  await writeFile(join(folder, 'dengan-daftar.json'), JSON.stringify({ agreement: byList, connection }));
});

afterAll(async () => {
  for (const child of running) child.kill();
  await rm(folder, { recursive: true, force: true });
});

describe('npm run visit', () => {
  it('serves a resident who consents, and prints facts only', async () => {
    const { exitCode, output, report } = await visit('--service', 'BANTUAN_BENIH', '--consent', 'yes');
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      final: 'CLOSED_SERVED',
      inquiry: { outcome: 'MATCH', differing: [], attempts: 1 },
      consent: 'GRANTED',
      dataBalikan: 'ACKNOWLEDGED',
      failures: [],
    });
    expect(output).not.toMatch(/4001015203880001|SEKAR|PERAGA/);
  });

  it('serves a resident who says no, by the name of the service', async () => {
    const { exitCode, report } = await visit('--service', 'Bantuan pupuk', '--consent', 'no');
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ final: 'CLOSED_SERVED', consent: 'REFUSED', dataBalikan: 'ACKNOWLEDGED' });
  });

  it('closes without service when the resident has died, and names the notice by its class', async () => {
    tell(card, 'resident R5');
    const { exitCode, report } = await visit('--service', 'BANTUAN_BENIH');
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      final: 'CLOSED_NO_SERVICE',
      inquiry: { outcome: 'FOUND_DECEASED' },
      dataBalikan: null,
    });
  });

  it('serves at a counter without a channel for data balikan, and says what is missing to send it', async () => {
    tell(card, 'resident R1');
    const profile = ['--profile', join(folder, 'tanpa-kanal.json'), '--json'];
    const asked = ['--service', 'BANTUAN_BENIH', '--consent', 'no'];
    const { exitCode, report } = await ended(start('electron/program/cli.ts', ...profile, ...asked));
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ final: 'CLOSED_SERVED', dataBalikan: 'BALIKAN_CHANNEL_MISSING' });
  });

  it.each([
    ['R1', 'CLOSED_SERVED', 'QUEUED'],
    ['R5', 'CLOSED_NO_SERVICE', null],
  ])(
    'under an agreement that hands over lists, %s is %s and owes %s',
    async (resident, final, dataBalikan) => {
      tell(card, `resident ${resident}`);
      const profile = [
        '--profile',
        join(folder, 'dengan-daftar.json'),
        '--data',
        join(folder, `data-${resident}`),
      ];
      const { report } = await ended(
        start('electron/program/cli.ts', ...profile, '--json', '--service', 'BANTUAN_BENIH'),
      );
      expect(report).toMatchObject({ final, dataBalikan });
    },
  );

  it('goes on with the next tap after a card was pulled in the middle', async () => {
    tell(card, 'resident R2', 'remove', 'tear 9', 'insert');
    const child = startVisit('--service', 'BANTUAN_BENIH', '--wait', '30');
    const served = ended(child);
    await says(child, 'CARD_REMOVED');
    tell(card, 'insert');
    const { exitCode, report } = await served;
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      final: 'CLOSED_NO_SERVICE',
      inquiry: { outcome: 'MISMATCH', differing: ['ADDRESS.STREET', 'ADDRESS.RT', 'ADDRESS.RW'] },
    });
    expect(report.read).toMatchObject({ failures: ['CARD_REMOVED'] });
  });

  it('answers wrong arguments with how it is used, and nobody coming with 1', async () => {
    tell(card, 'remove');
    expect((await visit('--service', 'NO_SUCH')).exitCode).toBe(2);
    expect((await visit('--consent', 'maybe', '--service', 'BANTUAN_BENIH')).exitCode).toBe(2);
    const { exitCode, report } = await visit('--service', 'BANTUAN_BENIH', '--wait', '2');
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ final: null, failures: ['NOBODY_CAME'] });
  });
});
