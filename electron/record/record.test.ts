import { beforeAll, describe, expect, test } from 'vitest';
import type { RecordOrder } from '../contract/index.ts';
import { newKeyPair, ready, sealWired, toWirePair } from '../sealing/index.ts';
import { openRecord } from './index.ts';

beforeAll(ready);

function orderOf(content: string): RecordOrder {
  const key = toWirePair(newKeyPair());
  return {
    recordId: 'record-0001',
    envelope: sealWired(key.publicKey, Buffer.from(content)),
    key,
    receiptNo: 'BP-L1-20260105-0001',
    consentedAt: '2026-01-05T02:00:00.000Z',
    retainedUntil: '2028-01-05',
    purpose: 'Penyaluran bantuan',
  };
}

describe('a kept record', () => {
  test('shows what was sealed, with the companion if there was one', () => {
    const content = {
      values: [{ part: 'FULL_NAME', value: 'SITI UJI' }],
      companion: { name: 'BUDI UJI', relation: 'Ayah' },
      receipt: { pdfSha256: 'ab'.repeat(32), fieldsSha256: 'cd'.repeat(32) },
    };
    const { envelope: _, key: __, ...frame } = orderOf('');
    expect(openRecord(orderOf(JSON.stringify(content)))).toEqual({ ...frame, ...content });
  });

  test('that cannot be opened says which one it is and why, and shows nothing', () => {
    const order = orderOf('{"values":[]}');
    const foreign = { ...order, key: toWirePair(newKeyPair()) };
    const notJson = orderOf('bukan JSON');
    const unknownPart = orderOf('{"values":[{"part":"RELIGION","value":"-"}]}');
    for (const broken of [foreign, notJson, unknownPart]) {
      expect(openRecord(broken)).toMatchObject({
        recordId: 'record-0001',
        values: [],
        failure: { code: 'ENVELOPE_UNREADABLE' },
      });
    }
  });
});
