/**
 * What it costs to make a duty durable: the one transaction of a visit – its facts, the data balikan it owes, their audit entries, all
 * sealed and chained – against the cheapest commit the same database can make as durable: one row of the same size, same cipher, WAL,
 * `synchronous=FULL`. Both on the same disk, taking turns. What is committed comes ready-made, as it does from the visit process.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'libsql';
import { sampleAgreement } from '../../electron/agreement/index.ts';
import type { ServiceFact } from '../../electron/contract/index.ts';
import { openInstallation } from '../../electron/program/installation.ts';
import { systemClock, trainingWrapper } from '../../electron/store/index.ts';
import { must } from './cannot-measure.ts';
import type { Measured } from './figures.ts';
import { median, percentile } from './statistics.ts';

const ROUNDS = 100;
const BLOCK = 12;
/** Until the program's log has come round once, and what is compiled while running is compiled. */
const WARM_UP_ROUNDS = 20;
/** A sealed item of data balikan: the JSON of ten fields and the seal. */
const ENVELOPE_BYTES = 480;

export async function measureOutbox(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'ketuk-bench-'));
  try {
    const ours = await enqueuer(join(folder, 'ours'));
    const raw = rawCommitter(join(folder, 'raw.db'));
    const times = { ours: [] as number[], raw: [] as number[] };
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      for (const side of round % 2 === 0 ? (['ours', 'raw'] as const) : (['raw', 'ours'] as const)) {
        const block = side === 'ours' ? timed(ours) : timed(raw);
        if (round >= WARM_UP_ROUNDS) times[side].push(...block);
        // Services come to the program as messages; between them it has the idle moments in which it looks after its log.
        await setImmediate();
      }
    }
    ours.close();
    raw.close();
    const p99 = { ours: percentile(times.ours, 0.99), raw: percentile(times.raw, 0.99) };
    return {
      figures: { 'outbox.commitMsP99': p99.ours, 'outbox.ratioToRawCommit': p99.ours / p99.raw },
      raw: {
        'outbox.commits': times.ours.length,
        'outbox.commitMsMedian': median(times.ours),
        'outbox.commitMsMax': percentile(times.ours, 1),
        'outbox.rawCommitMsP99': p99.raw,
        'outbox.rawCommitMsMedian': median(times.raw),
        'outbox.ratioOfMedians': median(times.ours) / median(times.raw),
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Committer<Content> {
  /** Something to commit. Not timed. */
  next(): Content;
  commit(content: Content): void;
  close(): void;
}

function timed<Content>({ next, commit }: Committer<Content>): number[] {
  return Array.from({ length: BLOCK }, () => {
    const content = next();
    const begun = performance.now();
    commit(content);
    return performance.now() - begun;
  });
}

/** The installation as the program opens it, recording services as the program records them. */
async function enqueuer(folder: string): Promise<Committer<ServiceFact>> {
  const installation = must(await openInstallation(folder, trainingWrapper, systemClock));
  const agreement = sampleAgreement();
  const context = {
    operatorId: 'bench',
    counter: 'Loket 1',
    day: '2026-01-05',
    timeZone: agreement.timeZone,
    purpose: agreement.purpose,
    balikanRequired: true,
  };
  return {
    next: () => serviceFact(agreement.profileId),
    commit: (fact) => must(installation.recordService(fact, context)),
    close: () => installation.close(),
  };
}

function serviceFact(agreementId: string): ServiceFact {
  return {
    visitId: randomUUID(),
    agreementId,
    profileVersion: 1,
    serviceCode: 'BENCH',
    registrationNo: randomUUID(),
    outcome: 'MATCH',
    verified: true,
    balikan: {
      itemId: randomUUID(),
      envelope: randomBytes(ENVELOPE_BYTES).toString('base64'),
      nikHash: randomBytes(32).toString('hex'),
    },
  };
}

function rawCommitter(path: string): Committer<Uint8Array> {
  const options = { encryptionKey: randomBytes(32).toString('hex'), encryptionCipher: 'aes256cbc' };
  const database = new Database(path, options as Database.Options);
  database.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;');
  database.exec('CREATE TABLE item (seq INTEGER PRIMARY KEY, envelope BLOB NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO item (envelope) VALUES (?)');
  return {
    next: () => randomBytes(ENVELOPE_BYTES),
    commit: (envelope) => {
      database.exec('BEGIN IMMEDIATE');
      insert.run([envelope]);
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
}
