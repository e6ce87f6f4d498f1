/** How long it takes until a served visit is durable, against the cheapest durable commit the same disk can do. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, type Result } from '../../native/failure.ts';
import { auditLog } from '../audit/index.ts';
import { keptRecords } from '../consent/index.ts';
import type { ServiceFact } from '../contract/index.ts';
import { outbox } from '../outbox/index.ts';
import { newSigningPair, openStore, stateTable, systemClock } from '../store/index.ts';
import { serviceRecorder } from './record-service.ts';

/** Milliseconds. */
export interface EnqueueMeasure {
  readonly commitMsP50: number;
  readonly commitMsP99: number;
  readonly rawMsP50: number;
  readonly rawMsP99: number;
  /** p99 of the enqueue over p99 of the raw commit. */
  readonly ratioToRawCommit: number;
}

/** What a sealed NIK and four fields come to, in bytes. */
const ENVELOPE_BYTES = 260;

/**
 * Records `n` served visits that owe data balikan, each between raw commits of one row with the same envelope into the same
 * file, so that both meet the same disk in the same mood.
 */
export function measureEnqueue(n: number, folder = tmpdir()): EnqueueMeasure {
  const place = mkdtempSync(join(folder, 'ketuk-measure-'));
  const opened = openStore({ path: join(place, 'ketuk.db'), key: new Uint8Array(32).fill(1) });
  const store = must(opened);
  try {
    must(
      store.transaction((writer) => {
        writer.run('CREATE TABLE raw (id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT');
        return ok(undefined);
      }),
    );
    const audit = auditLog(store, systemClock, 'measure', newSigningPair());
    const owed = outbox(store, stateTable(store, systemClock), audit, systemClock);
    const kept = keptRecords(store, audit, systemClock, new Uint8Array(32));
    const record = serviceRecorder({ store, clock: systemClock, audit, outbox: owed, kept });
    const content = new Uint8Array(ENVELOPE_BYTES).fill(0x5a);
    const raw: number[] = [];
    const enqueue: number[] = [];
    for (let round = 0; round < n; round++) {
      raw.push(
        timed(() =>
          store.transaction((writer) => ok(writer.run('INSERT INTO raw (content) VALUES (?)', content))),
        ),
      );
      enqueue.push(timed(() => record(servedVisit(content), context)));
    }
    return summary(raw, enqueue);
  } finally {
    store.close();
    rmSync(place, { recursive: true, force: true });
  }
}

const context = {
  operatorId: 'operator-1',
  counter: 'L1',
  day: '2026-01-05',
  timeZone: 'Asia/Jakarta',
  purpose: 'measure',
  balikanRequired: true,
};

function servedVisit(content: Uint8Array): ServiceFact {
  return {
    visitId: randomUUID(),
    agreementId: 'PKS-A',
    profileVersion: 1,
    serviceCode: 'BANSOS',
    registrationNo: 'L1-20260105-0001',
    outcome: 'MATCH',
    verified: true,
    balikan: {
      itemId: randomUUID(),
      envelope: Buffer.from(content).toString('base64'),
      nikHash: 'ab'.repeat(32),
    },
  };
}

function timed(work: () => Result<unknown>): number {
  const start = performance.now();
  must(work());
  return performance.now() - start;
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.detail ?? ''}`);
  return result.value;
}

function summary(raw: number[], enqueue: number[]): EnqueueMeasure {
  const [rawMsP99, commitMsP99] = [percentile(raw, 0.99), percentile(enqueue, 0.99)];
  return {
    commitMsP50: percentile(enqueue, 0.5),
    commitMsP99,
    rawMsP50: percentile(raw, 0.5),
    rawMsP99,
    ratioToRawCommit: commitMsP99 / rawMsP99,
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
