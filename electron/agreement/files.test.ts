import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCounterFile } from './files.ts';
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

it('takes a profile as sparse as the domain writes it: storable elements by name, last day from the term', () => {
  const { lastDayInForce: _derived, ...agreement } = sampleAgreement();
  const connection = {
    gateway: {
      baseUrl: 'https://127.0.0.1:8000',
      consumerId: 'CONTOH',
      methodName: 'CALL_VERIFY_BY_ELEMEN',
      credentials: { userId: 'u', password: 'p', ipUser: '192.0.2.10' },
    },
    closedNetwork: ['127.0.0.0/8'],
  };
  const path = join(folder, 'sparse.json');
  const sparse = {
    ...agreement,
    signedOn: '2026-08-31',
    term: { rule: 'DURATION', years: 2 },
    storableFromCard: ['NIK'],
  };
  writeFileSync(path, JSON.stringify({ agreement: sparse, connection }));
  expect(readCounterFile(path)).toMatchObject({
    ok: true,
    value: {
      agreement: {
        lastDayInForce: '2028-08-30',
        storableFromCard: [{ element: 'NIK', reason: expect.any(String) }],
      },
      connection: { gateway: { threshold: 90, keys: { nik: 'NIK' } } },
    },
  });
});
