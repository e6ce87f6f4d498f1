import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failed, ok } from '../../native/failure.ts';
import { auditLog } from '../audit/index.ts';
import { appFailure, paperKinds } from '../contract/index.ts';
import { newSigningPair, type OpenStore, openStore } from '../store/index.ts';
import { migrations } from '../store/migrations/index.ts';
import {
  failureOf,
  LAB_KEY,
  manualClock,
  temporaryFolder,
  testStore,
  valueOfResult,
} from '../store/store.test-support.ts';
import { type PaperFields, sha256Of } from './fields.ts';
import { composePaper, papers, scans } from './index.ts';
import { samplePapers } from './papers.test-support.ts';

const manager = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' } as const;
const pdf = Buffer.from('%PDF-1.3 contoh %%EOF');

const composed = (fields: PaperFields) => ({ fields, model: composePaper(fields) });

function fresh() {
  const clock = manualClock();
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), clock);
  const audit = auditLog(store, clock, 'installation-1', newSigningPair());
  const picked = scans(store, audit, clock);
  return { store, audit, picked, room: papers(store, audit, clock, async () => ok(pdf), picked) };
}

test('a paper is on record with the checksums of its PDF and its fields, and comes back byte for byte', async () => {
  const { room, audit } = fresh();
  const printed = valueOfResult(await room.print(composed(samplePapers.NDA)));
  const paperId = valueOfResult(room.keep(printed, manager));
  const kept = valueOfResult(room.read(paperId));
  expect(Buffer.from(kept?.pdf ?? [])).toEqual(pdf);
  expect(JSON.parse(kept?.json ?? '')).toEqual(samplePapers.NDA);
  expect(kept?.row).toMatchObject({
    kind: 'NDA',
    agreementId: 'tirta-pangan',
    personId: 'simula-ningsih',
    draft: false,
    pdfSha256: sha256Of(pdf),
    fieldsSha256: sha256Of(printed.json),
  });
  expect(valueOfResult(audit.list(9)).map(({ event }) => event)).toEqual(['PAPER_MADE']);
});

test('papers are listed newest first, with the name of who made them', async () => {
  const { room } = fresh();
  for (const fields of [samplePapers.NDA, samplePapers.USER_ID_BAST]) {
    valueOfResult(room.keep(valueOfResult(await room.print(composed(fields))), manager));
  }
  const rows = valueOfResult(room.list(9, (id) => `name of ${id}`));
  expect(rows.map(({ kind, draft, madeBy }) => [kind, draft, madeBy])).toEqual([
    ['USER_ID_BAST', true, 'name of uji-widodo'],
    ['NDA', false, 'name of uji-widodo'],
  ]);
  expect(rows.map(({ signedBy }) => signedBy)).toEqual(['contoh-pratama', null]);
  expect(valueOfResult(room.list(1, String))).toHaveLength(1);
});

test('what cannot be printed is not kept', async () => {
  const { store, audit, picked } = fresh();
  const refused = failed(appFailure('PAPER_PROCESS_DIED', 'paper'));
  const room = papers(store, audit, manualClock(), async () => refused, picked);
  expect(failureOf(await room.print(composed(samplePapers.NDA)))?.code).toBe('PAPER_PROCESS_DIED');
  expect(valueOfResult(room.list(9, String))).toEqual([]);
});

test('what goes to a printer is in the log before it goes, and that none took it as well', async () => {
  const { room, audit } = fresh();
  const paperId = valueOfResult(
    room.keep(valueOfResult(await room.print(composed(samplePapers.NDA))), manager),
  );
  const events = () => valueOfResult(audit.list(9)).map(({ event }) => event);
  const gone = appFailure('PRINTER_GONE', 'print', undefined, { printer: 'Kantor' });
  const handed: Uint8Array[] = [];
  const refused = await room.handToPrinter(
    paperId,
    async (bytes) => {
      expect(events()[0]).toBe('PAPER_PRINTED');
      handed.push(bytes);
      return gone;
    },
    manager,
  );
  expect(failureOf(refused)).toEqual(gone);
  expect(events()).toEqual(['PAPER_NOT_PRINTED', 'PAPER_PRINTED', 'PAPER_MADE']);
  valueOfResult(await room.handToPrinter(paperId, async () => undefined, manager));
  expect(events()[0]).toBe('PAPER_PRINTED');
  expect(handed.map(sha256Of)).toEqual([sha256Of(pdf)]);
  const unknown = await room.handToPrinter('nobody', async () => undefined, manager);
  expect(failureOf(unknown)?.code).toBe('STEP_ORDER');
});

test('a paper on record is neither changed nor deleted, and one that was all the same is not handed out', async () => {
  const { store, room } = fresh();
  const paperId = valueOfResult(
    room.keep(valueOfResult(await room.print(composed(samplePapers.NDA))), manager),
  );
  for (const sql of [
    'DELETE FROM paper_content',
    'DELETE FROM paper',
    'UPDATE paper SET draft = 1',
    "UPDATE paper_content SET pdf = x'00'",
  ]) {
    expect(() => store.transaction((writer) => ok(writer.run(sql))), sql).toThrow(/stays/);
  }
  store.transaction((writer) => {
    writer.run('DROP TRIGGER paper_content_no_update');
    return ok(writer.run("UPDATE paper_content SET pdf = x'00'"));
  });
  expect(failureOf(room.read(paperId))?.code).toBe('STORE_DAMAGED');
});

test('a signed print is attached once, to a draft only with its number, and stays', async () => {
  const { room, picked, store, audit } = fresh();
  const paperId = valueOfResult(
    room.keep(valueOfResult(await room.print(composed(samplePapers.USER_ID_BAST))), manager),
  );
  const scan = () => valueOfResult(picked.pick({ name: 'bast.pdf', bytes: pdf })).scanId;
  const order = { paperId, number: '', signedOn: '2026-11-24', scanId: scan() };
  expect(failureOf(room.attach(order, manager))?.code).toBe('PAPER_NUMBER_REQUIRED');
  expect(failureOf(room.attach({ ...order, number: '1', scanId: 'none' }, manager))?.code).toBe(
    'SCAN_REQUIRED',
  );
  expect(failureOf(room.attach({ ...order, paperId: 'none' }, manager))?.code).toBe('STEP_ORDER');
  // The scan that was picked waits through what was refused.
  valueOfResult(room.attach({ ...order, number: '400.12/0031' }, manager));
  const signed = { number: '400.12/0031', signedOn: '2026-11-24', sha256: sha256Of(pdf) };
  expect(valueOfResult(room.list(9, String))[0]?.signed).toEqual(signed);
  expect(valueOfResult(room.read(paperId))?.row.signed).toEqual(signed);
  const again = valueOfResult(room.signedScan(paperId));
  expect({ ...again, bytes: Buffer.from(again?.bytes ?? []) }).toEqual({
    name: 'bast.pdf',
    media: 'application/pdf',
    bytes: pdf,
  });
  expect(valueOfResult(room.signedScan('none'))).toBeUndefined();
  expect(failureOf(room.attach({ ...order, number: '2', scanId: scan() }, manager))?.code).toBe('STEP_ORDER');
  expect(valueOfResult(audit.list(9)).map(({ event }) => event)).toEqual(['PAPER_SIGNED', 'PAPER_MADE']);
  for (const sql of ['DELETE FROM signed_paper_content', "UPDATE signed_paper SET number = 'x'"]) {
    expect(() => store.transaction((writer) => ok(writer.run(sql))), sql).toThrow(/stays/);
  }
  store.transaction((writer) => {
    writer.run('DROP TRIGGER signed_paper_content_no_update');
    return ok(writer.run("UPDATE signed_paper_content SET content = x'00'"));
  });
  expect(failureOf(room.signedScan(paperId))?.code).toBe('STORE_DAMAGED');
});

test('a database from before the newer kinds keeps its papers and their signed prints, and takes the newer kinds', async () => {
  const clock = manualClock();
  const path = join(temporaryFolder(), 'ketuk.db');
  const steps = migrations.filter(({ version }) => version < 28);
  const roomOf = (store: OpenStore) => {
    const audit = auditLog(store, clock, 'installation-1', signing);
    const picked = scans(store, audit, clock);
    return { picked, room: papers(store, audit, clock, async () => ok(pdf), picked) };
  };
  const signing = newSigningPair();
  const before = valueOfResult(openStore({ path, key: LAB_KEY, clock, steps }));
  const old = roomOf(before);
  const print = async (room: ReturnType<typeof papers>, fields: PaperFields) =>
    valueOfResult(room.keep(valueOfResult(await room.print(composed(fields))), manager));
  const paperId = await print(old.room, samplePapers.USER_ID_BAST);
  const { scanId } = valueOfResult(old.picked.pick({ name: 'bast.pdf', bytes: pdf }));
  valueOfResult(old.room.attach({ paperId, number: '7', signedOn: '2026-11-24', scanId }, manager));
  before.close();

  const { room } = roomOf(testStore(path, clock));
  const kept = valueOfResult(room.read(paperId));
  expect(Buffer.from(kept?.pdf ?? [])).toEqual(pdf);
  expect(kept?.row.signed?.number).toBe('7');
  await print(room, samplePapers.BREACH_NOTICE_PERSONS);
  expect(valueOfResult(room.list(9, String)).map(({ kind }) => kind)).toEqual([
    'BREACH_NOTICE_PERSONS',
    'USER_ID_BAST',
  ]);
});

test('every kind of paper has its row in the database, and no other has', () => {
  const { store } = fresh();
  const kinds = valueOfResult(
    store.read((reader) => reader.all('SELECT kind FROM paper_kind ORDER BY kind')),
  );
  expect(kinds.map(({ kind }) => kind)).toEqual([...paperKinds].sort());
});
