/** A correction inside the envelope: named members change, the NIK does not, and nothing of it is told. */
import { createHmac } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { balikanContent, type CorrectionOrder } from '../contract/index.ts';
import { newKeyPair, openWired, ready, sealWired, toBase64, toWirePair } from '../sealing/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { type CorrectionDeps, correct } from './correction.ts';

beforeAll(ready);

const nik = '4001015203880001';
const pepper = new Uint8Array(32).fill(7);
const former = JSON.stringify({
  nik,
  param: { KETERANGAN_PENERIMA_BANTUAN: 'PB-0001', JENIS_BANTUAN: 'Benjh' },
});

function orderOf(inside: string): CorrectionOrder {
  const key = toWirePair(newKeyPair());
  return {
    kind: 'CORRECT',
    envelope: sealWired(key.publicKey, Buffer.from(inside)),
    key,
    param: { JENIS_BANTUAN: 'Bantuan benih' },
    pepper: toBase64(pepper),
  };
}

const opened: Uint8Array[] = [];
const deps: CorrectionDeps = {
  open: (key, envelope) => {
    const result = openWired(key, envelope);
    if (result.ok) opened.push(result.value);
    return result;
  },
  seal: sealWired,
};

test('puts the new members in the place of the old, keeps the rest, and leaves a keyed hash of what was sent', () => {
  const order = orderOf(former);
  const outcome = correct(order, deps);
  if (outcome.kind !== 'CORRECTED') throw new Error(outcome.failure.code);
  const plain = valueOfResult(openWired(order.key, outcome.envelope));
  expect(balikanContent.parse(JSON.parse(Buffer.from(plain).toString('utf8')))).toEqual({
    nik,
    param: { KETERANGAN_PENERIMA_BANTUAN: 'PB-0001', JENIS_BANTUAN: 'Bantuan benih' },
  });
  expect(outcome.formerHash).toBe(createHmac('sha256', pepper).update(former).digest('hex'));
  expect(opened.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
});

test.each([['text'], [`"${nik}"`], [JSON.stringify({ nik: '1', param: {} })]])(
  'an envelope that holds %s is ENVELOPE_UNREADABLE and stays untold',
  (inside) => {
    const outcome = correct(orderOf(inside), deps);
    expect(outcome).toMatchObject({ kind: 'FAILED', failure: { code: 'ENVELOPE_UNREADABLE' } });
    expect(JSON.stringify(outcome)).not.toContain(nik);
  },
);

test('an envelope of another key is ENVELOPE_UNREADABLE', () => {
  const outcome = correct({ ...orderOf(former), key: toWirePair(newKeyPair()) }, deps);
  expect(outcome).toMatchObject({ kind: 'FAILED', failure: { code: 'ENVELOPE_UNREADABLE' } });
});
