import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import { ready } from '../sealing/index.ts';
import { manualClock, temporaryFolder, testStore, valueOfResult } from '../store/store.test-support.ts';
import {
  type Assembled,
  assemble,
  freshInstallation,
  served,
  servedAndKept,
  serviceContext,
} from './ledger.test-support.ts';

const require = createRequire(import.meta.url);

beforeAll(ready);

/** Every page of the database as SQLite sees it, deciphered, free pages included. */
function decipheredPages(all: Assembled): Buffer {
  const pages = valueOfResult(all.store.read((reader) => reader.all('SELECT data FROM sqlite_dbpage')));
  return Buffer.concat(pages.map(({ data }) => data as Uint8Array));
}

describe('what was erased', () => {
  test('is in no page, no log and no index file five seconds later, deciphered or not', () => {
    const { path, ...all } = freshInstallation();
    const fact = servedAndKept(all);
    valueOfResult(all.record(fact, serviceContext));
    const envelopes = [fact.balikan?.envelope, fact.kept?.envelope].map((text) =>
      Buffer.from(text ?? '', 'base64'),
    );
    // The key goes with its envelope: a copy of the envelope elsewhere must stay shut for good.
    const wrapped = valueOfResult(all.store.read((reader) => reader.get('SELECT wrapped_key FROM kept')));
    envelopes.push(Buffer.from(wrapped?.wrapped_key as Uint8Array));
    all.store.forgetNow();
    const before = decipheredPages(all);
    expect(envelopes.map((envelope) => before.includes(envelope.subarray(0, 60)))).toEqual([
      true,
      true,
      true,
    ]);

    valueOfResult(all.outbox.pick('PKS-A', 1));
    const settled = { kind: 'ACKNOWLEDGED', duplicate: false, ms: 1 } as const;
    valueOfResult(all.outbox.settle(fact.balikan?.itemId ?? '', settled));
    const acting = { personId: 'operator-1', roles: ['OPERATOR', 'ACCESS_MANAGER'], counter: 'L1' } as const;
    const receiptNo = fact.consent?.receiptNo ?? '';
    const asked = {
      act: 'TAKE',
      kind: 'WITHDRAWAL',
      receiptNo,
      channel: 'COUNTER',
      identityChecked: true,
    } as const;
    valueOfResult(all.requests.act(asked, acting));
    const requestId = valueOfResult(all.requests.list(1))[0]?.requestId ?? '';
    valueOfResult(all.requests.act({ act: 'COMPLETE', requestId, note: 'dihapus' }, acting));
    all.clock.advance(5_000);

    const after = decipheredPages(all);
    const raw = ['', '-wal', '-shm', '-journal']
      .map((suffix) => `${path}${suffix}`)
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file));
    for (const envelope of envelopes) {
      for (let at = 0; at + 16 <= envelope.length; at += 16) {
        const piece = envelope.subarray(at, at + 16);
        expect([after, ...raw].some((bytes) => bytes.includes(piece))).toBe(false);
      }
    }
  });
});

describe('a poisoned row', () => {
  test('in the outbox is never sent, blocks nobody, and is reported as waiting for a person', () => {
    const all = freshInstallation();
    const [bad, good] = [served(), served()];
    for (const fact of [bad, good]) valueOfResult(all.record(fact, serviceContext));
    const poisons = ["service_code = CAST(x'fffe' AS TEXT)", 'attempts = 7', "mac = x'00'"];
    for (const poison of poisons) {
      const sql = `UPDATE outbox_item SET ${poison} WHERE item_id = '${bad.balikan?.itemId}'`;
      valueOfResult(all.store.transaction((writer) => ok(writer.run(sql))));
    }
    expect(valueOfResult(all.outbox.pick('PKS-A', 1))[0]?.itemId).toBe(good.balikan?.itemId);
    expect(valueOfResult(all.outbox.pick('PKS-A', 1))).toEqual([]);
    expect(valueOfResult(all.outbox.counts()).needsPerson).toBe(1);
    expect(valueOfResult(all.outbox.list({ limit: 10 })).map(({ itemId }) => itemId)).toEqual([
      good.balikan?.itemId,
    ]);
  });
});

describe('kill -9', () => {
  /** Runs one service in a program that kills itself just before its n-th statement, or after the last one. */
  async function killedAt(path: string, statement: number): Promise<string> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', require.resolve('./killed-program.test-support.ts'), path, String(statement)],
      { cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8');
    });
    const signal = await new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
    expect(signal).toBe('SIGKILL');
    return told.trim();
  }

  test('before any statement of a service leaves all of it or nothing, and nothing that was told is lost', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5, 99].map(async (statement) => {
        const path = join(temporaryFolder(), 'ketuk.db');
        const told = await killedAt(path, statement);
        const clock = manualClock();
        const all = assemble(testStore(path, clock), clock);
        valueOfResult(all.outbox.recover());
        const { waiting } = valueOfResult(all.outbox.counts());
        const entries = valueOfResult(all.audit.verify());
        return { statement, told, waiting, entries: entries.count, brokenAt: entries.brokenAt };
      }),
    );
    expect(outcomes).toEqual([
      ...[1, 2, 3, 4].map((statement) => ({
        statement,
        told: '',
        waiting: 0,
        entries: 0,
        brokenAt: undefined,
      })),
      // The service is recorded; the program died while it was taking the item for sending.
      { statement: 5, told: 'recorded', waiting: 1, entries: 2, brokenAt: undefined },
      { statement: 99, told: 'recorded\npicked', waiting: 1, entries: 2, brokenAt: undefined },
    ]);
  }, 60_000);
});
