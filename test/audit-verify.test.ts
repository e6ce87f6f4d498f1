import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditLog, type Checkpoint, checkpointText } from '../electron/audit/index.ts';
import { newSigningPair, openStore, systemClock } from '../electron/store/index.ts';
import { verifyLog } from '../scripts/audit-verify.mjs';
import { readCheckpoint } from '../scripts/checkpoint-text.mjs';

const installation = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const officer = { actor: 'SYSTEM', counter: 'Loket 1' };
const signer = newSigningPair();

let folder: string;
let lines: string[];
let closing = '';
let early: Checkpoint;
let last: Checkpoint;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ketuk-audit-'));
  const store = openStore({ path: join(folder, 'audit.db'), key: new Uint8Array(32).fill(7) });
  if (!store.ok) throw new Error(store.failure.code);
  const log = auditLog(store.value, systemClock, installation, signer);
  for (let number = 0; number < 20; number += 1) {
    log.append(officer, { event: 'SETTING_CHANGED', setting: 'X', value: `${number} é` });
    if (number === 11) early = checkpointOf(log.checkpoint(officer, 'DAY_CLOSE'));
  }
  last = checkpointOf(await log.exportTo(join(folder, 'audit.jsonl'), officer));
  store.value.close();
  lines = readFileSync(join(folder, 'audit.jsonl'), 'utf8').trimEnd().split('\n');
  closing = lines.pop() ?? '';
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function checkpointOf(result: Awaited<ReturnType<ReturnType<typeof auditLog>['exportTo']>>): Checkpoint {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function verify(changed: readonly string[], papers: readonly string[] = [], key?: string) {
  const file = join(folder, 'changed.jsonl');
  writeFileSync(file, changed.map((line) => `${line}\n`).join(''));
  return verifyLog(file, papers.map(typed), key);
}

function typed(paper: string) {
  const checkpoint = readCheckpoint(paper);
  if (typeof checkpoint === 'string') throw new Error(checkpoint);
  return checkpoint;
}

it('finds a log whole that the program exported, by every paper it left behind', async () => {
  const whole = { whole: true, line: `audit: 21 entries, whole, head ${last.headHash}` };
  const papers = [checkpointText(last), checkpointText(early), `21:${last.headHash}`];
  const key = Buffer.from(signer.publicKey).toString('hex');
  expect(await verify([...lines, closing])).toEqual(whole);
  expect(await verify([...lines, closing], papers, key)).toEqual(whole);
  expect(await verify(lines, [`21:${last.headHash}`])).toEqual(whole);
  const edited = [...lines, closing, '', ''].map((line) => `${line}\r`);
  expect(await verify(edited.with(0, `\uFEFF${edited[0]}`))).toEqual(whole);
});

it('reads a paper however it was typed, and names the group in which a character is wrong', () => {
  const paper = checkpointText(early);
  expect(typed(paper)).toMatchObject({ count: 12, at: early.at, installation });
  const carelessly = paper.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll(' ', '-');
  expect(typed(carelessly)).toEqual(typed(paper));
  const groups = paper.split(' ');
  for (let place = 1; place < groups.length; place += 1) {
    const group = groups[place] ?? '';
    for (let at = 0; at < 5; at += 1) {
      const wrong = group.slice(0, at) + (group[at] === '7' ? '8' : '7') + group.slice(at + 1);
      expect(readCheckpoint(groups.with(place, wrong).join(' '))).toBe(
        `group ${place} of the checkpoint is mistyped`,
      );
    }
  }
  expect(readCheckpoint(groups.slice(0, 40).join(' '))).toBe('the checkpoint is not complete');
  expect(readCheckpoint('')).toBe('the checkpoint is not complete');
});

const secondLess = (log: string[]) => log.toSpliced(4, 1);
it.each<[string, (log: string[]) => string[], string]>([
  ['changed', (log) => log.with(9, (log[9] ?? '').replace('9 é', '8 é')), 'entry 10 was changed'],
  ['changed: garbled', (log) => log.with(2, '{"body":1}'), 'entry 3 was changed'],
  ['removed', secondLess, 'entry 5 was removed'],
  ['removed: the first', (log) => log.slice(3), 'entry 1 was removed'],
  ['inserted: a copy', (log) => log.toSpliced(4, 0, log[3] ?? ''), 'entry 5 was inserted'],
  ['inserted: garbled', (log) => log.toSpliced(4, 0, 'nothing'), 'entry 5 was inserted'],
  ['inserted at the end', (log) => [...log, log[2] ?? ''], 'entry 3 was inserted'],
  ['reordered', (log) => log.with(6, log[7] ?? '').with(7, log[6] ?? ''), 'entry 7 was reordered'],
  [
    'reordered: far away',
    (log) => log.toSpliced(4, 1).toSpliced(12, 0, log[4] ?? ''),
    'entry 5 was reordered',
  ],
  ['cut off', (log) => log.slice(0, 15), 'cut off after entry 15'],
])('names the entry that was %s', async (_what, change, named) => {
  const result = await verify([...change(lines), closing]);
  expect(result.whole).toBe(false);
  expect(result.line).toContain(named);
});

it('takes no log for whole that ends without its closing line, unless a paper counts as many', async () => {
  const missing = (count: number) => `audit: cut off after entry ${count}: the closing line is missing`;
  expect((await verify(lines)).line).toBe(missing(21));
  expect((await verify(lines.slice(0, 15))).line).toBe(missing(15));
  expect((await verify([])).line).toBe(missing(0));
  expect((await verify(lines.slice(0, 15), [checkpointText(early)])).line).toBe(missing(15));
  expect((await verify([], [`0:${'0'.repeat(64)}`])).whole).toBe(true);
  for (const paper of [checkpointText(last), `21:${last.headHash}`]) {
    expect((await verify(lines.slice(0, 15), [paper])).line).toContain('cut off after entry 15');
  }
  expect((await verify(lines, [`20:${'0'.repeat(64)}`])).line).toContain('another hash');
  expect((await verify([...lines, closing], [`0:${'f'.repeat(64)}`])).line).toContain(
    'rewritten before entry 1',
  );
});

it('says of a file that ends in the middle of a line where it was cut off', async () => {
  const incomplete = 'the last line is not complete';
  for (const length of [1, 40, (lines[15] ?? '').length - 1]) {
    const cut = [...lines.slice(0, 15), (lines[15] ?? '').slice(0, length)];
    expect((await verify(cut)).line).toBe(`audit: cut off after entry 15: ${incomplete}`);
  }
  const [half, other] = [closing.slice(0, 90), closing.replace('KTK2 ', 'KTK2  ')];
  expect((await verify([...lines, half])).line).toBe(`audit: cut off after entry 21: ${incomplete}`);
  expect((await verify([...lines, other])).line).toContain('the closing line was changed');
  const twice = closing.replace('{', `{"key":"${'0'.repeat(64)}",`);
  expect((await verify([...lines, twice])).whole).toBe(false);
});

it('takes nothing for an entry but what the writer writes, byte for byte', async () => {
  const line = lines[9] ?? '';
  const { body } = JSON.parse(line) as { body: string };
  const forged = JSON.stringify(body.replace('9 é', '8 é'));
  for (const changed of [
    line.replace('{', `{"body":${forged},`),
    line.replace('{', '{ '),
    line.replace(/}$/, ',"more":1}'),
    line.replace('é', '\\u00e9'),
  ]) {
    expect(JSON.parse(changed)).toMatchObject({ body });
    expect((await verify([...lines.with(9, changed), closing])).line).toContain('entry 10 was changed');
  }
});

it('tells an entry that was put in from one that was moved, whatever number it bears', async () => {
  const renumbered = (seq: number) =>
    (lines[11] ?? '').replace('10 é', '9 é').replace(/\\"seq\\":\d+/, `\\"seq\\":${seq}`);
  for (const seq of [1, 3, 6, 7, 12, 21, 22, 999]) {
    const inserted = await verify([...lines.toSpliced(5, 0, renumbered(seq)), closing]);
    expect(inserted.line).toContain('entry 6 was inserted');
    const behind = await verify([...lines, renumbered(seq), closing]);
    expect(behind.line).toContain('was inserted');
  }
});

it('reads a text of the counter that a reader of lines would break in two', async () => {
  const text = JSON.stringify({ body: '{"seq":1,"value":"a\u2028b"}', hash: '' });
  const body = (JSON.parse(text) as { body: string }).body;
  const hash = createHash('sha256').update(Buffer.alloc(32)).update(body).digest('hex');
  expect((await verify([JSON.stringify({ body, hash })], [`1:${hash}`])).whole).toBe(true);
});

it('knows the signature of another installation from that of this one', async () => {
  const foreign = Buffer.from(newSigningPair().publicKey).toString('hex');
  expect((await verify([...lines, closing], [checkpointText(early)], foreign)).line).toContain('not signed');
  const swapped = closing.replace(/"key":"[0-9a-f]{64}"/, `"key":"${foreign}"`);
  expect((await verify([...lines, swapped])).line).toContain('not signed');
});

it('takes its flags with and without the -- of npm, and no checkpoint for granted that it was not given', () => {
  const file = join(folder, 'audit.jsonl');
  const run = (args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, ['scripts/audit-verify.mjs', ...args], { env: { ...process.env, ...env } });
  const [right, wrong] = [checkpointText(last), `21:${'0'.repeat(64)}`];
  expect(run([file]).status).toBe(0);
  expect(run([file, '--checkpoint', ` 21 : ${last.headHash}\n`]).status).toBe(0);
  for (const [text, status] of [
    [right, 0],
    [wrong, 1],
    ['', 2],
  ] as const) {
    expect(run([file, `--checkpoint=${text}`]).status).toBe(status);
    expect(run([file], { npm_config_checkpoint: text }).status).toBe(status);
    expect(run([file, text], { npm_config_checkpoint: 'true' }).status).toBe(status);
  }
  expect(run([file], { npm_config_checkpoint: `${right}\n\n${wrong}` }).status).toBe(1);
  expect(run([file], { npm_config_checkpoint: 'true' }).status).toBe(2);
  const foreign = 'a'.repeat(64);
  expect(run([file], { npm_config_public_key: foreign }).status).toBe(1);
  for (const [key, status] of [
    [foreign, 1],
    ['', 2],
    ['abc', 2],
  ] as const) {
    expect(run([file, '--public-key', key]).status).toBe(status);
    expect(run([file, '--key', key]).status).toBe(status);
  }
});
