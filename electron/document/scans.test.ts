import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../native/failure.ts';
import { auditLog } from '../audit/index.ts';
import { appFailure } from '../contract/index.ts';
import { newSigningPair } from '../store/index.ts';
import {
  failureOf,
  manualClock,
  temporaryFolder,
  testStore,
  valueOfResult,
} from '../store/store.test-support.ts';
import { scans } from './index.ts';

const manager = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' } as const;
const pdf = { name: 'nda.pdf', bytes: Buffer.from('%PDF-1.7 contoh\n%%EOF\n') };

function fresh() {
  const clock = manualClock();
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), clock);
  const audit = auditLog(store, clock, 'installation-1', newSigningPair());
  return { clock, store, audit, room: scans(store, audit, clock) };
}

describe('a scan', () => {
  test('is kept with the act that needs it, byte for byte, and used for one paper only', () => {
    const { room, audit } = fresh();
    const { scanId } = valueOfResult(room.pick(pdf));
    expect(valueOfResult(room.has(scanId))).toBe(false);
    valueOfResult(room.file(scanId, 'NDA', manager));
    expect(valueOfResult(room.has(scanId))).toBe(true);
    const kept = valueOfResult(room.read(scanId));
    expect(kept).toMatchObject({ name: 'nda.pdf', media: 'application/pdf' });
    expect(Buffer.from(kept?.bytes ?? [])).toEqual(pdf.bytes);
    expect(failureOf(room.file(scanId, 'SPTJM', manager))?.code).toBe('SCAN_REQUIRED');
    expect(valueOfResult(audit.list(9)).map(({ event }) => event)).toEqual(['SCAN_FILED']);
  });

  test('waits on when the act fails, so that nobody has to pick it again', () => {
    const { room, store } = fresh();
    const { scanId } = valueOfResult(room.pick(pdf));
    store.transaction(() => {
      valueOfResult(room.file(scanId, 'NDA', manager));
      return failed(appFailure('STEP_ORDER', 'test'));
    });
    expect(valueOfResult(room.has(scanId))).toBe(false);
    valueOfResult(room.file(scanId, 'NDA', manager));
  });

  test('that nobody used is forgotten after an hour', () => {
    const { room, clock } = fresh();
    const [early, late] = [valueOfResult(room.pick(pdf)), valueOfResult(room.pick(pdf))];
    clock.advance(60 * 60_000 - 1);
    valueOfResult(room.file(early.scanId, 'NDA', manager));
    clock.advance(1);
    expect(failureOf(room.file(late.scanId, 'NDA', manager))?.code).toBe('SCAN_REQUIRED');
  });

  test('gives way when more are picked than any form asks for', () => {
    const { room } = fresh();
    const picked = Array.from({ length: 9 }, () => valueOfResult(room.pick(pdf)).scanId);
    expect(failureOf(room.file(picked[0] ?? '', 'NDA', manager))?.code).toBe('SCAN_REQUIRED');
    for (const scanId of picked.slice(1)) valueOfResult(room.file(scanId, 'NDA', manager));
  });

  test.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.from('IEND')], 'image/png'],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0, 0xff, 0xd9], 'image/jpeg'],
  ])('may be %s', (_kind, bytes, media) => {
    const { room } = fresh();
    const { scanId } = valueOfResult(room.pick({ name: 'x', bytes: Uint8Array.from(bytes) }));
    valueOfResult(room.file(scanId, 'SPTJM', manager));
    expect(valueOfResult(room.read(scanId))?.media).toBe(media);
  });

  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const thumbnail = [0xff, 0xd8, 0xff, 0xe1, 0xff, 0xd9];

  test.each([
    ['nothing', new Uint8Array(), 'SCAN_NOT_SUPPORTED'],
    ['a program that calls itself a PDF', Buffer.from('MZ %PDF-1.7 %%EOF'), 'SCAN_NOT_SUPPORTED'],
    ['a cut beginning', Buffer.from('%PD'), 'SCAN_NOT_SUPPORTED'],
    ['ten megabytes and a byte', Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-%%EOF'), 'SCAN_TOO_LARGE'],
    ['half a PDF', Buffer.from(`%PDF-1.7\n%%EOF\n${'x'.repeat(3000)}`), 'SCAN_TRUNCATED'],
    ['half a PNG', Uint8Array.from([...png, 1, 2, 3]), 'SCAN_TRUNCATED'],
    ['half a photograph', Uint8Array.from([...thumbnail, ...Buffer.alloc(100)]), 'SCAN_TRUNCATED'],
    ['a PDF with a password', Buffer.from('%PDF-1.7\ntrailer << /Encrypt 7 0 R >>\n%%EOF\n'), 'SCAN_LOCKED'],
  ])('is refused when it is %s, and the reason is named', (_case, bytes, code) => {
    const { room } = fresh();
    expect(failureOf(room.pick({ name: 'nda.pdf', bytes }))?.code).toBe(code);
  });

  test('is shown by a name without path, control characters and numbers of persons', () => {
    const { room } = fresh();
    const name = (given: string) => valueOfResult(room.pick({ ...pdf, name: given })).name;
    expect(name('C:\\Users\\contoh\\SPTJM 2026.pdf')).toBe('SPTJM 2026.pdf');
    expect(name('/home/contoh/nda\n\u202e4001011708950001.pdf')).toBe('nda….pdf');
    expect(name('')).toBe('–');
  });

  test('does not follow later changes of the bytes it was picked from', () => {
    const { room } = fresh();
    const bytes = Buffer.from(pdf.bytes);
    const { scanId } = valueOfResult(room.pick({ name: 'x', bytes }));
    bytes.fill(0);
    valueOfResult(room.file(scanId, 'NDA', manager));
    expect(valueOfResult(room.read(scanId))?.bytes.length).toBe(pdf.bytes.length);
  });
});

test('a filed scan is not changed or deleted, and one that was all the same is not handed out', () => {
  const { room, store } = fresh();
  const { scanId } = valueOfResult(room.pick(pdf));
  valueOfResult(room.file(scanId, 'NDA', manager));
  for (const sql of [
    'DELETE FROM scan_content',
    'DELETE FROM scan',
    "UPDATE scan SET kind = 'SPTJM'",
    "UPDATE scan_content SET content = x'00'",
  ]) {
    expect(() => store.transaction((writer) => ok(writer.run(sql))), sql).toThrow(/stays/);
  }
  store.transaction((writer) => {
    writer.run('DROP TRIGGER scan_content_no_update');
    return ok(writer.run("UPDATE scan_content SET content = x'00'"));
  });
  expect(failureOf(room.read(scanId))?.code).toBe('STORE_DAMAGED');
});
