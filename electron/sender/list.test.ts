/** The list for a hand-over: what stands on it, how it is locked, and that nothing of it is told but a checksum. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Failure, failed, ok } from '../../native/failure.ts';
import { appFailure, type ListOrder, type ListOutcome } from '../contract/index.ts';
import { newKeyPair, openWired, ready, sealWired, toWirePair } from '../sealing/index.ts';
import { makeList } from './list.ts';
import { lockedList } from './locked-list.ts';
import { streamsOf } from './locked-pdf.test-support.ts';

beforeAll(ready);

const key = toWirePair(newKeyPair());
const nikOf = (n: number) => `400101520388${String(n).padStart(4, '0')}`;
const sealed = (content: string) => sealWired(key.publicKey, Buffer.from(content));
const contentOf = (n: number) =>
  JSON.stringify({
    nik: nikOf(n),
    param: { KETERANGAN_PENERIMA_BANTUAN: `=PB-${n}`, JENIS_BANTUAN: 'Bantuan "benih"; pupuk' },
  });

function orderOf(medium: ListOrder['medium'], ...contents: readonly string[]): ListOrder {
  return {
    kind: 'LIST',
    medium,
    key,
    items: contents.map((content, n) => ({
      envelope: sealed(content),
      registrationNo: `L1-20261123-${String(n).padStart(4, '0')}`,
      day: '2026-11-23',
    })),
    frame: {
      number: '400.12/0042/CONTOH/2026',
      day: '2026-11-30',
      agreement: { party1: '400.12/0001/CONTOH/2026', party2: '470.1/0007/CONTOH/2026' },
      from: 'Desa Contoh Makmur',
      to: 'Dinas Dukcapil Kabupaten Tirta Contoh',
      request: { number: '470/9/CONTOH/2026', date: '2026-11-20' },
      training: false,
    },
  };
}

const papers: string[] = [];
const deps = (refusal?: Failure) => ({
  open: openWired,
  print: async (text: string) => {
    papers.push(text);
    return refusal;
  },
  lock: lockedList,
});
const made = (outcome: ListOutcome) => {
  if (outcome.kind === 'FAILED') throw new Error(outcome.failure.code);
  return outcome;
};
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('on paper', () => {
  test('stands every NIK with what is owed for it, and main learns the checksum and no word', async () => {
    const outcome = made(await makeList(orderOf('PAPER', contentOf(1), contentOf(2)), deps()));
    const paper = papers.at(-1) ?? '';
    for (const words of [
      nikOf(1),
      nikOf(2),
      'L1-20261123-0001',
      'Keterangan penerima bantuan: =PB-1',
      '400.12/0042/CONTOH/2026',
      '470/9/CONTOH/2026, Jumat, 20 November 2026',
      'Banyaknya               : 2 data balikan',
      'Yang menerima,',
    ]) {
      expect(paper).toContain(words);
    }
    expect(paper).not.toContain('LATIHAN');
    expect(outcome).toEqual({ kind: 'MADE', sha256: sha256(paper), unreadable: [] });
  });

  test('two lists of the same items have different codes on them, so that a checksum is no way to guess a NIK', async () => {
    const order = orderOf('PAPER', contentOf(1));
    const [one, other] = [made(await makeList(order, deps())), made(await makeList(order, deps()))];
    expect(one.sha256).not.toBe(other.sha256);
    expect(papers.at(-1)).toMatch(/Kode daftar +: [A-Z2-9]{4}(-[A-Z2-9]{4}){5}\n/);
  });

  test('a thousand items take sheets on which no item is torn apart, each with its number', async () => {
    const contents = Array.from({ length: 1000 }, (_, n) => contentOf(n));
    made(await makeList(orderOf('PAPER', ...contents), deps()));
    const sheets = (papers.at(-1) ?? '').split('\f');
    const entries = sheets.join('\n').match(/^ *\d+\. \d{16} /gm) ?? [];
    expect(entries).toHaveLength(1000);
    for (const [index, sheet] of sheets.entries()) {
      expect(sheet.split('\n').length).toBeLessThanOrEqual(60);
      expect(sheet.split('\n').every((line) => line.length <= 78)).toBe(true);
      expect(sheet).toContain(`lembar ${index + 1} dari ${sheets.length}`);
      if (index > 0 && index < sheets.length - 1) expect(sheet).toMatch(/^ *\d+\. \d{16} /);
    }
  });

  test('a printer that fails is told as such, without a word of the list', async () => {
    const refusal = { ...appFailure('PRINTER_UNAVAILABLE', 'print', 'exit code 1') };
    const outcome = await makeList(orderOf('PAPER', contentOf(1)), deps(refusal));
    expect(outcome).toMatchObject({ failure: { code: 'BALIKAN_LIST_NOT_PRINTED', detail: 'exit code 1' } });
    expect(JSON.stringify(outcome)).not.toContain(nikOf(1));
  });
});

describe('in a file', () => {
  test('opens with its password alone, and holds the same as a table', async () => {
    const { file, sha256: sum } = made(await makeList(orderOf('FILE', contentOf(1), contentOf(2)), deps()));
    const { bytes, password } = file ?? { bytes: new Uint8Array(), password: '' };
    expect(sum).toBe(sha256(bytes));
    const stored = Buffer.from(bytes).toString('latin1');
    for (const value of [nikOf(1), 'PB-1', '400.12/0042', password]) expect(stored).not.toContain(value);
    expect(streamsOf(bytes, 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF')).toBeUndefined();
    const csv = streamsOf(bytes, password)
      ?.map(String)
      .find((text) => text.includes('NIK'));
    expect(csv).toBe(
      '\uFEFF"NIK";"TANGGAL";"NOMOR_REGISTRASI";"KETERANGAN_PENERIMA_BANTUAN";"JENIS_BANTUAN"\r\n' +
        `"${nikOf(1)}";"2026-11-23";"L1-20261123-0000";"'=PB-1";"Bantuan ""benih""; pupuk"\r\n` +
        `"${nikOf(2)}";"2026-11-23";"L1-20261123-0001";"'=PB-2";"Bantuan ""benih""; pupuk"\r\n`,
    );
  });

  test('nothing is printed, and no two files have the same password', async () => {
    const before = papers.length;
    const passwords = [1, 2].map(
      async () => made(await makeList(orderOf('FILE', contentOf(1)), deps())).file,
    );
    const [one, other] = (await Promise.all(passwords)).map((file) => file?.password);
    expect(one).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){5}$/);
    expect(one).not.toBe(other);
    expect(papers).toHaveLength(before);
  });
});

describe('an item that nobody can read', () => {
  test('is left out and named by its place, and the others are on the list', async () => {
    const order = orderOf('PAPER', 'no JSON', contentOf(2), JSON.stringify({ nik: '1', param: {} }));
    const outcome = made(await makeList(order, deps()));
    expect(outcome.unreadable).toEqual([0, 2]);
    expect(papers.at(-1)).toContain('1. 4001015203880002');
  });

  test('makes no list when there is no other, or when its key is another one', async () => {
    expect(await makeList(orderOf('PAPER', 'no JSON'), deps())).toMatchObject({
      failure: { code: 'ENVELOPE_UNREADABLE' },
    });
    const other = { ...deps(), open: () => failed(appFailure('ENVELOPE_UNREADABLE', 'open')) };
    const outcome = await makeList(orderOf('PAPER', contentOf(1)), other);
    expect(outcome).toMatchObject({ failure: { code: 'ENVELOPE_UNREADABLE' } });
  });
});

test('even a bug is an outcome, and its message stays out of it; what was opened is zeroed', async () => {
  const opened: Uint8Array[] = [];
  const outcome = await makeList(orderOf('FILE', contentOf(1)), {
    ...deps(),
    open: () => {
      const bytes = Buffer.from(contentOf(1));
      opened.push(bytes);
      return ok(bytes);
    },
    lock: () => Promise.reject(new TypeError(nikOf(1))),
  });
  expect(outcome).toMatchObject({ failure: { code: 'BALIKAN_LIST_NOT_MADE', detail: 'TypeError' } });
  expect(JSON.stringify(outcome)).not.toContain(nikOf(1));
  expect(opened.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
});
