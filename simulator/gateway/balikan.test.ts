import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Gateways, messageOf, post, sendBatch } from './client.test-support.ts';
import type { SimulatedGateway } from './index.ts';

const r1 = '4001015203880001';
const r2 = '4001012902960001';
const seeds = { KETERANGAN_PENERIMA_BANTUAN: 'PB-0001', JENIS_BANTUAN: 'Bantuan benih' };
const registered = { ...seeds, NOMOR_REGISTRASI_LAYANAN: 'REG-7', JENIS_LAYANAN: 'Permohonan' };

const gateways = new Gateways();
let gateway: SimulatedGateway;

beforeEach(async () => {
  gateway = await gateways.open();
});
afterEach(() => gateways.closeAll());

function sendForm(fields: Readonly<Record<string, string>>, path = gateway.address.balikan.storePath) {
  const { id_lembaga, nama_lembaga, token } = gateway.consumer;
  const parts = Object.entries({ id_lembaga, nama_lembaga, ...fields }).map(
    ([name, value]) => `--batas\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return post({
    url: gateway.address.balikan.http + path,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'multipart/form-data; boundary=batas' },
    body: `${parts.join('')}--batas--\r\n`,
  });
}

describe('a delivery', () => {
  test('as a JSON batch is accepted once, and called a duplicate from then on', async () => {
    const data = [
      { NIK: r1, param: [seeds] },
      { NIK: r2, param: [registered] },
    ];
    const first = await sendBatch(gateway, data);
    expect([first.status, messageOf(first)]).toEqual([200, 'Success']);
    const second = await sendBatch(gateway, data);
    expect([second.status, messageOf(second)]).toEqual([400, 'Data sudah pernah dikirim']);
    expect(gateway.ledger()).toMatchObject([
      { nik: r1, registration: 'PB-0001', accepted: 1, duplicates: 1 },
      { nik: r2, registration: 'REG-7', accepted: 1, duplicates: 1 },
    ]);
  });

  test('sent twice at the same moment is accepted once', async () => {
    const data = [{ NIK: r1, param: [seeds] }];
    const replies = await Promise.all([sendBatch(gateway, data), sendBatch(gateway, data)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(gateway.accepted(r1)).toBe(1);
  });

  test('as a multipart form is the same delivery', async () => {
    const form = { nik: r1, param: JSON.stringify([{ JENIS_BANTUAN: 'Bantuan béras', KETERANGAN: 'ya' }]) };
    expect((await sendForm(form)).status).toBe(200);
    const again = { NIK: r1, param: [{ KETERANGAN: 'ya', JENIS_BANTUAN: 'Bantuan béras' }] };
    expect(messageOf(await sendBatch(gateway, [again]))).toBe('Data sudah pernah dikirim');
    expect(gateway.accepted(r1)).toBe(1);
  });

  test('counts twice in the ledger when one service is told in two different ways', async () => {
    await sendBatch(gateway, [{ NIK: r1, param: [seeds] }]);
    await sendBatch(gateway, [{ NIK: r1, param: [{ ...seeds, JENIS_BANTUAN: 'Bantuan pupuk' }] }]);
    expect(gateway.accepted(r1, 'PB-0001')).toBe(2);
  });

  test('takes nothing of a batch that holds something old, so only single sending tells which', async () => {
    await sendBatch(gateway, [{ NIK: r1, param: [seeds] }]);
    const mixed = await sendBatch(gateway, [
      { NIK: r1, param: [seeds] },
      { NIK: r2, param: [seeds] },
    ]);
    expect(mixed.status).toBe(400);
    expect(gateway.accepted(r2)).toBe(0);
  });

  test('reaches both known paths and no other', async () => {
    const origin = new URL(gateway.address.balikan.http).origin;
    const { token } = gateway.consumer;
    const statusAt = async (path: string) =>
      (await post({ url: origin + path, headers: { Authorization: `Bearer ${token}` }, body: '' })).status;
    expect(await statusAt('/databalikan/api/store')).toBe(422);
    expect(await statusAt('/data_balikan/public/api/store')).toBe(422);
    expect(await statusAt('/api/store')).toBe(404);
  });
});

describe('what is refused', () => {
  const one = { NIK: r1, param: [seeds] };

  test.each([
    ['a NIK as a number', [{ ...one, NIK: 4001015203880001 }]],
    ['a NIK of fifteen digits', [{ ...one, NIK: r1.slice(1) }]],
    ['a param that is no list', [{ ...one, param: seeds }]],
    ['an empty param', [{ ...one, param: [] }]],
    ['a number in the param', [{ ...one, param: [{ ...seeds, JENIS_BANTUAN: 1 }] }]],
    ['no kind of aid', [{ ...one, param: [{ KETERANGAN_PENERIMA_BANTUAN: 'PB-0001' }] }]],
    ['no data', []],
    [
      'fifty-one records',
      Array.from({ length: 51 }, (_, index) => ({ NIK: `${BigInt(r1) + BigInt(index)}`, param: [seeds] })),
    ],
  ])('%s, with 422', async (_name, data) => {
    expect((await sendBatch(gateway, data)).status).toBe(422);
    expect(gateway.ledger()).toEqual([]);
  });

  test('a wrong or missing token, with 401', async () => {
    expect((await sendBatch(gateway, [one], 'x')).status).toBe(401);
    expect((await sendBatch(gateway, [one], `${gateway.consumer.token}x`)).status).toBe(401);
    expect(gateway.ledger()).toEqual([]);
  });

  test('an institution that the token does not belong to, with 403, and a name that it does not bear, with 422', async () => {
    const param = JSON.stringify([seeds]);
    expect((await sendForm({ nik: r1, param, id_lembaga: '400000' })).status).toBe(403);
    expect((await sendForm({ nik: r1, param, id_lembaga: '4000' })).status).toBe(422);
    expect((await sendForm({ nik: r1, param, nama_lembaga: 'DINAS LAIN' })).status).toBe(422);
  });

  test('a form whose param is no JSON, and url-encoded fields under a JSON content type, with 422', async () => {
    expect((await sendForm({ nik: r1, param: '[object Object]' })).status).toBe(422);
    const { id_lembaga, nama_lembaga, token } = gateway.consumer;
    const reply = await post({
      url: `${gateway.address.balikan.http}/api/store`,
      headers: { Authorization: `Bearer ${token}` },
      body: new URLSearchParams({ nik: r1, id_lembaga, nama_lembaga, param: 'x' }).toString(),
    });
    expect(reply.status).toBe(422);
  });

  test('a kind of aid that Dukcapil does not know, until it is corrected', async () => {
    gateway.setAidTypes(['Bantuan benih']);
    const wrong = await sendBatch(gateway, [
      { NIK: r1, param: [{ ...seeds, JENIS_BANTUAN: 'Bantuan benjh' }] },
    ]);
    expect([wrong.status, messageOf(wrong)]).toEqual([422, 'Jenis bantuan tidak dikenal']);
    expect((await sendBatch(gateway, [one])).status).toBe(200);
  });

  test('but not a batch of exactly fifty', async () => {
    const data = Array.from({ length: 50 }, (_, index) => ({
      NIK: `${BigInt(r1) + BigInt(index)}`,
      param: [seeds],
    }));
    expect((await sendBatch(gateway, data)).status).toBe(200);
    expect(gateway.ledger()).toHaveLength(50);
  });
});
