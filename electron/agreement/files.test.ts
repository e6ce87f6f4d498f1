import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectionIn, profileIn, readCounterFile } from './files.ts';
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

const bytes = (text: string) => new TextEncoder().encode(text);
const detailOf = (result: ReturnType<typeof profileIn>) => (result.ok ? undefined : result.failure.detail);

it('takes a profile from a file of its own or from a counter file, and says what is wrong with it', () => {
  const profile = sampleAgreement();
  const alone = profileIn('pks.json', bytes(JSON.stringify(profile)));
  expect(alone).toMatchObject({ ok: true, value: { problems: [], profile: { profileId: 'tirta-pangan' } } });
  const inside = profileIn('loket.yaml', readFileSync(example));
  expect(inside).toMatchObject({ ok: true, value: { problems: [], profile: { profileId: 'tirta-pangan' } } });
  const tampered = { ...profile, lastDayInForce: '2038-03-02' };
  expect(profileIn('pks.json', bytes(JSON.stringify(tampered)))).toMatchObject({
    value: { problems: [{ path: 'lastDayReason' }] },
  });
});

it.each([
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe), 'neither YAML nor JSON'],
  ['a letter', bytes('Yth. Kepala Dinas'), 'holds no fields'],
  ['a list', bytes('[1, 2, 3]'), 'holds no fields'],
  ['an empty file', bytes(''), 'holds no fields'],
  ['something else', bytes('{"nama": "contoh"}'), 'holds no agreement profile'],
  ['a file far too large', bytes(`# ${'x'.repeat(1_000_001)}`), 'larger than 1 MB'],
])('refuses %s as a profile', (_what, content, why) => {
  expect(detailOf(profileIn('berkas', content))).toBe(why);
});

it('takes a connection from a counter file or from a file of its own, and repeats none of its secrets', () => {
  const whole = connectionIn('loket.yaml', readFileSync(example));
  expect(whole).toMatchObject({ ok: true, value: { closedNetwork: ['127.0.0.0/8'] } });
  const alone = connectionIn('sambungan.json', bytes(JSON.stringify(whole.ok && whole.value)));
  expect(alone).toEqual(whole);
  const refused = connectionIn('x.yaml', bytes('gateway: { credentials: { password: rahasia } }'));
  expect(refused).toMatchObject({ failure: { code: 'FILE_INVALID' } });
  expect(JSON.stringify(refused)).not.toContain('rahasia');
});
