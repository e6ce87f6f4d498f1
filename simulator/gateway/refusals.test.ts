import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOf, fetchCall, Gateways, type Post, post, type Reply } from './client.test-support.ts';
import { keySpellings, type SimulatedGateway } from './index.ts';
import { noticeCodes } from './notices.ts';

const r1 = '4001015203880001';

const gateways = new Gateways();
let gateway: SimulatedGateway;

beforeEach(async () => {
  gateway = await gateways.open();
});
afterEach(() => gateways.closeAll());

const codeOf = async (reply: Promise<Reply>) => contentOf(await reply).RESPONSE_CODE;

describe('who may ask', () => {
  test.each([
    ['an empty password', { password: '' }, '09'],
    ['a user id under another spelling', { user_id: undefined, userId: 'x' }, '09'],
    ['a blank address', { ip_user: ' ' }, '09'],
    ['a wrong password', { password: 'x' }, '03'],
    ['an unknown user', { user_id: 'x' }, '03'],
    ['an address that nobody registered', { ip_user: '192.0.2.99' }, '10'],
    ['no NIK', { nik: undefined }, '07'],
    ['a NIK as a number', { nik: 4001015203880001 }, '07'],
    ['a NIK of fifteen digits', { nik: '400101520388000' }, '15'],
    ['a letter in a NIK', { nik: '40010152038800O1' }, '15'],
    ['the 30th of February', { nik: '4001013002960001' }, '15'],
    ['the 29th of February of a year that has none', { nik: '4001012902970001' }, '15'],
    ['day 72', { nik: '4001017202960001' }, '15'],
    ['month 13', { nik: '4001011213960001' }, '15'],
    ['serial 0000', { nik: '4001010505900000' }, '15'],
    ['a NIK that was never issued', { nik: '4001015203880002' }, '13'],
    ['a region that nobody knows', { nik: '9901010101900001' }, '13'],
    ['the resident with two records', { nik: '4001027112750002' }, '12'],
    ['the inactive resident', { nik: '4002010511010003' }, '14'],
    ['the deceased resident', { nik: '4002014907600001' }, '11'],
    ['the NIK that cannot be processed', { nik: '4001010101800008' }, '08'],
  ])('answers %s with its code', async (_name, body, code) => {
    const reply = await fetchCall(gateway, { nik: r1, ...body });
    expect(reply.status).toBe(200);
    expect(Object.keys(contentOf(reply))).toEqual(['RESPONSE_CODE', 'RESPON']);
    expect(contentOf(reply).RESPONSE_CODE).toBe(code);
  });

  test('answers 04 when the address is that of another institution', async () => {
    const other = gateway.addConsumer({});
    expect(await codeOf(fetchCall(gateway, { nik: r1, ip_user: other.credentials.ip_user }))).toBe('04');
  });

  test('answers 17 for a user and 16 for an institution that was switched off', async () => {
    gateway.setActive({ user: false });
    expect(await codeOf(fetchCall(gateway, { nik: r1 }))).toBe('17');
    gateway.setActive({ institution: false });
    expect(await codeOf(fetchCall(gateway, { nik: r1 }))).toBe('16');
    gateway.setActive({ user: true, institution: true });
    expect(contentOf(await fetchCall(gateway, { nik: r1 })).NIK).toBe(Number(r1));
  });

  test('wants the extra header of installations that have one', async () => {
    const other = await gateways.open({ consumers: [{ authorization: 'Basic eDp5' }] });
    expect((await fetchCall(other, { nik: r1 })).status).toBe(401);
    const reply = await fetchCall(other, { nik: r1 }, { headers: { Authorization: 'Basic eDp5' } });
    expect(contentOf(reply).NAMA_LGKP).toBe('SEKAR CONTOHWATI');
  });

  test('does not mind a sloppy content type, headers it does not know, or a consumer without an address', async () => {
    const headers = { 'Content-Type': 'application/jsonAccept: application/json', 'X-Batas-Waktu': '200' };
    expect(contentOf(await fetchCall(gateway, { nik: r1 }, { headers })).NIK).toBe(Number(r1));
    const noAddress = { ...keySpellings.mixed, ipUser: null };
    const other = await gateways.open({ consumers: [{ keys: { fetch: noAddress, match: noAddress } }] });
    expect(contentOf(await fetchCall(other, { NIK: r1, ip_user: undefined })).NIK).toBe(Number(r1));
  });
});

describe('notices', () => {
  test.each(noticeCodes)('code %s can be provoked', async (code) => {
    await gateway.trouble({ kind: 'notice', code, times: 1 });
    const content = contentOf(await fetchCall(gateway, { nik: r1 }));
    expect(content.RESPONSE_CODE).toBe(code === '02' ? undefined : code);
    expect(content.RESPON).toMatch(/\S/);
    expect(contentOf(await fetchCall(gateway, { nik: r1 }))).not.toHaveProperty('RESPON');
  });

  test('code 10 has two blanks in its text', async () => {
    expect(contentOf(await fetchCall(gateway, { nik: r1, ip_user: '192.0.2.99' })).RESPON).toBe(
      'IP Client  Tidak terdaftar',
    );
  });

  test('come under three keys, with and without a code, and in the wording of the agreements', async () => {
    const wrong = { nik: r1, password: 'x' };
    gateway.setStyle({ noticeKey: 'RESPONSE' });
    expect(contentOf(await fetchCall(gateway, wrong))).toEqual({
      RESPONSE_CODE: '03',
      RESPONSE: 'Login Gagal',
    });
    gateway.setStyle({ noticeKey: 'RESPONSE_DESC', wording: 'seed' });
    expect(contentOf(await fetchCall(gateway, wrong))).toEqual({
      RESPONSE_CODE: '03',
      RESPONSE: 'Gagal Login',
      RESPONSE_DESC: 'Gagal Login',
    });
    gateway.setStyle({ noticeKey: 'RESPON', noticeCode: false, wording: 'variant' });
    expect(contentOf(await fetchCall(gateway, wrong))).toEqual({ RESPON: 'Login gagal' });
  });
});

describe('the address', () => {
  const variants: readonly [string, (path: string, method: string) => string, number][] = [
    ['two segments', (id, method) => `${id}/${method}`, 200],
    ['three segments with the region', (id, method) => `40-01/${id}/${method}`, 200],
    ['another region', (id, method) => `40-02/${id}/${method}`, 404],
    ['a METHOD in lower case', (id, method) => `${id}/${method.toLowerCase()}`, 404],
    ['an unknown consumer', (id, method) => `${id}0/${method}`, 404],
    ['a broken escape', (id) => `${id}/%E0%A4%A`, 404],
    ['a fourth segment', (id, method) => `a/40-01/${id}/${method}`, 404],
  ];
  test.each(variants)('with %s is known or not', async (_name, path, status) => {
    const { consumerId, methods } = gateway.consumer;
    const url = `${gateway.address.gateway.http}/dukcapil/get_json/${path(consumerId, methods.fetch)}`;
    const reply = await fetchCall(gateway, { nik: r1 }, { url });
    expect(reply.status).toBe(status);
    if (status === 404) expect(reply.headers['content-type']).toContain('text/html');
  });

  test('has the METHOD and key spellings of each consumer, and only the routes of its installation', async () => {
    const other = await gateways.open({
      consumers: [
        {
          consumerId: 'DINAS_4001',
          routes: 'three',
          methods: { fetch: 'call_nik', match: 'koneksitas_verifby_elemen' },
          keys: { fetch: keySpellings.mixed, match: keySpellings.mixed },
        },
      ],
    });
    const { user_id, password, ip_user } = other.consumer.credentials;
    const body = JSON.stringify({ NIK: r1, user_id, password, IP_USER: ip_user });
    const base = `${other.address.gateway.http}/dukcapil/get_json`;
    expect(contentOf(await post({ url: `${base}/40-01/DINAS_4001/call_nik`, body })).NIK).toBe(Number(r1));
    expect((await post({ url: `${base}/DINAS_4001/call_nik`, body })).status).toBe(404);
  });

  const requests: readonly [string, Partial<Post>, number][] = [
    ['a GET', { method: 'GET', body: '' }, 405],
    ['no JSON', { body: 'nik=1' }, 400],
    ['a list', { body: '[]' }, 400],
    ['two megabytes', { body: JSON.stringify({ nik: 'x'.repeat(2_000_000) }) }, 413],
  ];
  test.each(requests)('refuses %s', async (_name, request, status) => {
    expect((await fetchCall(gateway, {}, request)).status).toBe(status);
  });
});
