/**
 * A counter with years behind it: an installation whose database holds a million entries of the log and a hundred thousand inquiries,
 * written through the program's own ledgers, seals and chain included. Made once and kept until the schema or the ledgers change.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sampleAgreement } from '../../electron/agreement/index.ts';
import { type Installation, openInstallation } from '../../electron/program/installation.ts';
import { ready } from '../../electron/sealing/index.ts';
import { systemClock, trainingWrapper } from '../../electron/store/index.ts';
import { ensureFolder, root, runtimeFolder } from '../../scripts/folders.mjs';
import { must } from './cannot-measure.ts';

export const history = { auditRows: 1_000_000, inquiries: 100_000 } as const;

/** Inquiries per transaction: few enough that the log of a transaction stays small. */
const BATCH = 2000;
const DAY_MS = 86_400_000;
const INQUIRIES_A_DAY = 150;
/** What the history is made by; when one of these changes, it is made anew. */
const makers = [
  'electron/store',
  'electron/store/migrations',
  'electron/ledger',
  'electron/audit',
  'test/bench/history.ts',
];

/** Copies the installation with the history to `folder`, which must not exist. */
export async function withHistory(folder: string): Promise<void> {
  const made = await madeOnce('history', makers, 'a history of a million entries', fill);
  cpSync(made, folder, { recursive: true });
}

/**
 * The folder that `make` fills, made once and kept until one of its makers changes.
 * @param makers files and folders of sources, from the root
 */
export async function madeOnce(
  kind: string,
  makers: readonly string[],
  what: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(ensureFolder(runtimeFolder), `${kind}-${fingerprint(makers)}`);
  if (existsSync(folder)) return folder;
  for (const name of readdirSync(runtimeFolder)) {
    if (name.startsWith(`${kind}-`)) rmSync(join(runtimeFolder, name), { recursive: true, force: true });
  }
  process.stderr.write(`bench: writing ${what}, once\n`);
  const unfinished = `${folder}.unfinished`;
  await make(unfinished);
  renameSync(unfinished, folder);
  return folder;
}

function fingerprint(makers: readonly string[]): string {
  const hash = createHash('sha256');
  for (const maker of makers) {
    for (const file of sourcesOf(join(root, maker))) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

function sourcesOf(path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.ts') && !name.includes('.test'));
  return names.sort().map((name) => join(path, name));
}

async function fill(folder: string): Promise<void> {
  await ready();
  let now = Date.now() - Math.ceil(history.inquiries / INQUIRIES_A_DAY) * DAY_MS;
  const clock = { ...systemClock, now: () => now };
  const installation = must(await openInstallation(folder, trainingWrapper, clock));
  try {
    for (let done = 0; done < history.inquiries; done += BATCH) {
      must(
        installation.store.transaction(() => {
          for (let i = 0; i < BATCH; i += 1) {
            now += DAY_MS / INQUIRIES_A_DAY;
            const written = visit(installation, now);
            if (!written.ok) return written;
          }
          return { ok: true, value: undefined };
        }),
      );
    }
  } finally {
    installation.close();
  }
}

/** What one visit leaves: its permits and inquiry, its hit, its end, and ten entries of the log. */
function visit({ audit, inquiries, quota, visits }: Installation, now: number) {
  const { profileId, profileVersion } = sample;
  const visitId = randomUUID();
  const permitId = randomUUID();
  const day = new Date(now).toISOString().slice(0, 10);
  const by = { actor: 'simula-ningsih', counter: 'Loket 1', agreementId: profileId, profileVersion, visitId };
  const steps = [
    () => quota.add(profileId, day, 1),
    () =>
      inquiries.issue({
        permitId,
        kind: 'INQUIRE',
        visitId,
        agreementId: profileId,
        issuedAt: now,
        expiresAt: now + 30_000,
        nikHash: randomBytes(32).toString('hex'),
      }),
    () => inquiries.record({ permitId, outcome: 'MATCH', ms: 400, at: now }),
    () =>
      visits.close(
        {
          visitId,
          agreementId: profileId,
          profileVersion,
          serviceCode: 'BENCH',
          registrationNo: visitId,
          operatorId: by.actor,
          counter: by.counter,
          day,
        },
        'CLOSED_NO_SERVICE',
        now,
      ),
    ...Array.from(
      { length: history.auditRows / history.inquiries },
      () => () => audit.append(by, { event: 'PERMIT_GIVEN', kind: 'INQUIRE', permitId, method: 'MATCH' }),
    ),
  ];
  for (const step of steps) {
    const written = step();
    if (!written.ok) return written;
  }
  return { ok: true, value: undefined } as const;
}

const sample = sampleAgreement();
