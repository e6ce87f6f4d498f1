import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditLog } from '../electron/audit/index.ts';
import { newSigningPair, openStore, systemClock } from '../electron/store/index.ts';
import { verifyLog } from '../scripts/audit-verify.mjs';

let folder: string;
let lines: string[];
let head = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketuk-audit-'));
  const store = openStore({ path: join(folder, 'audit.db'), key: new Uint8Array(32).fill(7) });
  if (!store.ok) throw new Error(store.failure.code);
  const log = auditLog(store.value, systemClock, 'installation', newSigningPair());
  for (let number = 0; number < 20; number += 1) {
    log.append(
      { actor: 'SYSTEM', counter: 'Loket 1' },
      { event: 'SETTING_CHANGED', setting: 'X', value: `${number} é` },
    );
  }
  const exported = log.exportTo(join(folder, 'audit.jsonl'));
  head = exported.ok ? exported.value.headHash : '';
  store.value.close();
  lines = readFileSync(join(folder, 'audit.jsonl'), 'utf8').trimEnd().split('\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function verify(changed: readonly string[], checkpoint?: { count: number; hash: string }) {
  const file = join(folder, 'changed.jsonl');
  writeFileSync(file, changed.map((line) => `${line}\n`).join(''));
  return verifyLog(file, checkpoint);
}

it('finds a log whole that the program exported, and agrees with its head', async () => {
  expect(await verify(lines, { count: 20, hash: head })).toEqual({
    whole: true,
    line: `audit: 20 entries, whole, head ${head}`,
  });
});

it.each([
  ['changed', (log: string[]) => log.with(9, (log[9] ?? '').replace('9 é', '8 é')), 'entry 10'],
  ['removed', (log: string[]) => log.toSpliced(4, 1), 'entry 5'],
  ['inserted', (log: string[]) => log.toSpliced(4, 0, log[3] ?? ''), 'entry 5'],
  ['moved', (log: string[]) => log.with(6, log[7] ?? '').with(7, log[6] ?? ''), 'entry 7'],
  ['garbled', (log: string[]) => log.with(2, '{"body":1}'), 'entry 3'],
])('names the entry that was %s', async (_what, change, entry) => {
  const result = await verify(change([...lines]));
  expect(result.whole).toBe(false);
  expect(result.line).toContain(entry);
});

it('sees a tail that was cut off only by a checkpoint', async () => {
  expect((await verify(lines.slice(0, 15))).whole).toBe(true);
  expect((await verify(lines.slice(0, 15), { count: 20, hash: head })).line).toContain(
    'cut off after entry 15',
  );
  expect((await verify(lines, { count: 20, hash: '0'.repeat(64) })).line).toContain('rewritten');
});
