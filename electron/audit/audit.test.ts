import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';
import { newSigningPair } from '../store/index.ts';
import {
  failureOf,
  manualClock,
  temporaryFolder,
  testStore,
  valueOfResult,
} from '../store/store.test-support.ts';
import { type AuditContext, type AuditLog, auditLog, checkpointText, isSignedBy } from './index.ts';

const INSTALLATION = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

const officer: AuditContext = {
  actor: 'operator-1',
  counter: 'Loket 1',
  agreementId: 'PKS-A',
  profileVersion: 2,
};

function fresh() {
  const folder = temporaryFolder();
  const clock = manualClock();
  const store = testStore(join(folder, 'ketuk.db'), clock);
  const signer = newSigningPair();
  return { folder, clock, store, signer, log: auditLog(store, clock, INSTALLATION, signer) };
}

/** All its slices, one after the other. */
function closeLook(log: AuditLog) {
  const next = log.closeLook();
  for (;;) {
    const looked = next();
    if (looked !== undefined) return looked;
  }
}

describe('the audit log', () => {
  test('chains every entry to the one before, as written in chain.ts', () => {
    const { log, clock } = fresh();
    valueOfResult(log.append({ ...officer, visitId: 'visit-0001' }, { event: 'LOOKUPS_REOPENED' }));
    clock.advance(5);
    valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' }));
    expect(valueOfResult(log.verify())).toEqual(valueOfResult(log.head()));
    expect(valueOfResult(log.head()).count).toBe(2);
    expect(valueOfResult(log.list(10))).toEqual([
      {
        seq: 2,
        at: clock.now(),
        actor: 'operator-1',
        event: 'PROGRAM_ENDED',
        about: 'PKS-A',
        visitId: null,
        outcome: null,
        details: [],
      },
      {
        seq: 1,
        at: clock.now() - 5,
        actor: 'operator-1',
        event: 'LOOKUPS_REOPENED',
        about: 'PKS-A',
        visitId: 'visit-0001',
        outcome: null,
        details: [],
      },
    ]);
  });

  test('tells whom an entry is about, before it tells under which agreement', () => {
    const { log } = fresh();
    const under = { ...officer, agreementId: 'tirta-pangan' };
    valueOfResult(log.append(under, { event: 'LOOKUPS_REOPENED' }));
    valueOfResult(log.append(under, { event: 'PASSWORD_RESET', personId: 'uji-widodo' }));
    expect(valueOfResult(log.list(2)).map(({ about }) => about)).toEqual(['uji-widodo', 'tirta-pangan']);
  });

  test('is read back page by page, each entry with the rest of its fields in codes', () => {
    const { log } = fresh();
    for (const failure of ['A', 'B', 'C', 'D', 'E']) {
      valueOfResult(log.append(officer, { event: 'LOOKUPS_STOPPED', failure }));
    }
    const first = valueOfResult(log.list(2));
    const second = valueOfResult(log.list(2, first[1]?.seq));
    expect([...first, ...second].map(({ seq, details }) => [seq, ...details])).toEqual([
      [5, 'failure E'],
      [4, 'failure D'],
      [3, 'failure C'],
      [2, 'failure B'],
    ]);
  });

  test('is exported so that node:crypto alone can follow the chain', async () => {
    const { createHash } = await import('node:crypto');
    const { folder, log } = fresh();
    for (let ms = 0; ms < 5; ms++) {
      valueOfResult(log.append(officer, { event: 'CARD_READ', outcome: 'OK', ms: ms + 0.25 }));
    }
    const head = valueOfResult(await log.exportTo(join(folder, 'audit.jsonl'), officer));
    const lines = readFileSync(join(folder, 'audit.jsonl'), 'utf8').trimEnd().split('\n');
    let hash = Buffer.alloc(32);
    const closing = JSON.parse(lines.pop() ?? '') as object;
    expect(closing).toMatchObject({ checkpoint: checkpointText(head) });
    for (const line of lines) {
      const entry = JSON.parse(line) as { body: string; hash: string };
      hash = createHash('sha256').update(hash).update(entry.body).digest();
      expect(entry.hash).toBe(hash.toString('hex'));
    }
    expect([lines.length, hash.toString('hex')]).toEqual([head.count, head.headHash]);
  });

  test('takes part in the transaction around it', () => {
    const { log, store } = fresh();
    store.transaction(() => {
      valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' }));
      return failed(appFailure('STEP_ORDER', 'test'));
    });
    expect(valueOfResult(log.head()).count).toBe(0);
  });

  test('goes on behind the last durable entry, whatever failed in between', () => {
    const { log, store } = fresh();
    const note = () => valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' }));
    note();
    store.transaction(() => {
      for (const expected of [2, 3]) expect(note()).toBe(expected);
      return failed(appFailure('STEP_ORDER', 'test'));
    });
    const both = store.transaction(() => ok([note(), note()]));
    expect([valueOfResult(both), note()]).toEqual([[2, 3], 4]);
    expect(valueOfResult(log.verify())).toEqual(valueOfResult(log.head()));
  });

  test('goes on after an entry that somebody wrote on hearing of a commit', () => {
    const { log, store } = fresh();
    store.transaction((writer) => {
      writer.afterCommit(() => valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' })));
      return log.append(officer, { event: 'LOOKUPS_REOPENED' });
    });
    valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' }));
    expect(valueOfResult(log.verify())).toMatchObject({ count: 3 });
    expect(valueOfResult(log.verify()).brokenAt).toBeUndefined();
  });

  test('goes on after an entry that somebody wrote on hearing of a commit between two of its own', () => {
    const { store, log } = fresh();
    valueOfResult(
      store.transaction((writer) => {
        valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' }));
        writer.afterCommit(() => valueOfResult(log.append(officer, { event: 'SAM_OPEN_REFUSED' })));
        return log.append(officer, { event: 'PROGRAM_ENDED' });
      }),
    );
    valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' }));
    expect(valueOfResult(log.verify())).toMatchObject({ count: 4 });
    expect(valueOfResult(log.verify()).brokenAt).toBeUndefined();
  });

  test('signs how long it is and how it ends', () => {
    const { log, signer } = fresh();
    valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' }));
    const head = valueOfResult(log.head());
    const checkpoint = valueOfResult(log.checkpoint(officer, 'DAY_CLOSE'));
    expect(checkpoint).toMatchObject({ count: 1, headHash: head.headHash, installationId: INSTALLATION });
    expect(isSignedBy(checkpoint, signer.publicKey)).toBe(true);
    expect(isSignedBy({ ...checkpoint, count: 2 }, signer.publicKey)).toBe(false);
    expect(isSignedBy(checkpoint, newSigningPair().publicKey)).toBe(false);
    expect(valueOfResult(log.head()).count).toBe(2);
  });

  test('refuses whatever looks like the number of a person, without repeating it', () => {
    const { log } = fresh();
    const nik = '4001011708950001';
    const attempt = () =>
      log.append(officer, { event: 'SETTING_CHANGED', setting: 'note', value: `NIK ${nik}` });
    expect(attempt).toThrow(TypeError);
    expect(attempt).toThrow(/^(?!.*4001011708950001)/);
    expect(valueOfResult(log.head()).count).toBe(0);
  });

  test('accepts every keyed hash and every id of ours', () => {
    const { log } = fresh();
    const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(fc.uuid(), hash, (itemId, nikHash) => {
        fc.pre(/[a-f]/.test(nikHash));
        valueOfResult(log.append(officer, { event: 'BALIKAN_QUEUED', itemId, nikHash }));
      }),
      { numRuns: 30 },
    );
  });
});

describe('an attacker with the database key', () => {
  test('is stopped by the database from changing, deleting, replacing and inserting between', () => {
    const { log, store } = fresh();
    for (let n = 0; n < 3; n++) valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' }));
    const attempts = [
      "UPDATE audit SET body = '{}' WHERE seq = 2",
      'UPDATE audit SET seq = 9 WHERE seq = 3',
      'DELETE FROM audit WHERE seq = 3',
      'DELETE FROM audit',
      'INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 2',
      "INSERT INTO audit SELECT 7, '{}', hash FROM audit WHERE seq = 2",
    ];
    for (const sql of attempts) {
      expect(() => store.transaction((writer) => ok(writer.run(sql))), sql).toThrow(
        /append-only|without gaps/,
      );
    }
    expect(valueOfResult(log.verify())).toMatchObject({ count: 3 });
  });

  test('who takes the guards away is found by the chain at the very entry', async () => {
    const tamperings = [
      ["UPDATE audit SET body = replace(body, 'operator-1', 'operator-2') WHERE seq = 4", 4],
      ['UPDATE audit SET hash = zeroblob(32) WHERE seq = 5', 5],
      ['DELETE FROM audit WHERE seq = 3', 3],
      ["UPDATE audit SET body = CAST(x'ff00fe' AS TEXT) WHERE seq = 6", 6],
    ] as const;
    for (const [sql, brokenAt] of tamperings) {
      const { log, store, folder } = fresh();
      for (let n = 0; n < 6; n++) valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' }));
      store.transaction((writer) => {
        for (const name of ['audit_no_update', 'audit_no_delete']) writer.run(`DROP TRIGGER ${name}`);
        return ok(writer.run(sql));
      });
      expect(valueOfResult(log.verify()), sql).toMatchObject({ brokenAt });
      expect(valueOfResult(log.lookOver()), sql).toMatchObject({ brokenAt });
      expect(valueOfResult(closeLook(log)), sql).toMatchObject({ brokenAt });
      const signed = [
        log.checkpoint(officer, 'DAY_CLOSE'),
        await log.exportTo(join(folder, 'out.jsonl'), officer),
      ];
      expect(signed.map((result) => failureOf(result)?.code)).toEqual(Array(2).fill('AUDIT_CHAIN_BROKEN'));
      expect(existsSync(join(folder, 'out.jsonl'))).toBe(false);
      expect(valueOfResult(log.list(10)).length, sql).toBeGreaterThan(4);
    }
  });

  test('who rewrites what was looked over, or cuts it off, is found even with a chain that holds', () => {
    const cut = 'DELETE FROM audit WHERE seq > 3';
    const rewrite = "UPDATE audit SET body = body || x'20', hash = zeroblob(32) WHERE seq = 4";
    for (const sql of [cut, rewrite]) {
      const { log, store } = fresh();
      for (let n = 0; n < 4; n++) valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' }));
      expect(valueOfResult(log.lookOver())).toEqual(valueOfResult(log.head()));
      store.transaction((writer) => {
        for (const name of ['audit_no_update', 'audit_no_delete']) writer.run(`DROP TRIGGER ${name}`);
        return ok(writer.run(sql));
      });
      expect(valueOfResult(log.lookOver()), sql).toMatchObject({ brokenAt: 4 });
      expect(valueOfResult(closeLook(log)), sql).toMatchObject({ brokenAt: 4 });
      expect(failureOf(log.checkpoint(officer, 'DAY_CLOSE'))?.code).toBe('AUDIT_CHAIN_BROKEN');
    }
  });

  test('who changes what was looked over long ago is found by the look at the close of the day', () => {
    const { log, store } = fresh();
    for (let n = 0; n < 1200; n++) valueOfResult(log.append(officer, { event: 'PROGRAM_ENDED' }));
    valueOfResult(log.lookOver());
    expect(valueOfResult(closeLook(log))).toEqual(valueOfResult(log.head()));
    store.transaction((writer) => {
      writer.run('DROP TRIGGER audit_no_update');
      return ok(
        writer.run("UPDATE audit SET body = replace(body, 'operator-1', 'operator-2') WHERE seq = 700"),
      );
    });
    expect(valueOfResult(log.lookOver()).brokenAt).toBeUndefined();
    expect(valueOfResult(closeLook(log))).toMatchObject({ brokenAt: 700 });
  });
});
