import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCounterFile } from './counter-file.ts';
import { sampleAgreement } from './sample.ts';

const example = fileURLToPath(new URL('../../docs/counter-file.example.yaml', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketuk-counter-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusal(content: string) {
  const path = join(folder, 'loket.yaml');
  writeFileSync(path, content);
  const read = readCounterFile(path);
  if (read.ok) throw new Error('it was read');
  return read.failure;
}

it('reads the example that the docs ship, which carries the sample agreement', () => {
  const read = readCounterFile(example);
  expect(read).toMatchObject({ ok: true, value: { connection: { closedNetwork: ['127.0.0.0/8'] } } });
  expect(read.ok && read.value.agreement).toEqual(sampleAgreement());
});

it('names the place that does not fit and repeats nothing of the file', () => {
  const failure = refusal('agreement: {}\nconnection: { gateway: { credentials: { password: rahasia } } }\n');
  expect(failure).toMatchObject({ code: 'FILE_INVALID' });
  expect(failure.detail).toContain('agreement.profileId');
  expect(JSON.stringify(failure)).not.toContain('rahasia');
});

it('refuses a file that is missing, no YAML, or grows without end when it is read', () => {
  expect(readCounterFile(join(folder, 'none.yaml'))).toMatchObject({ failure: { detail: 'ENOENT' } });
  expect(refusal('{[').detail).toBe('neither YAML nor JSON');
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`),
  ];
  expect(refusal(bomb.join('\n')).detail).toBe('neither YAML nor JSON');
});
