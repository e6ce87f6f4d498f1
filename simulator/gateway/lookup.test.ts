import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOf, fetchCall, Gateways, matchCall, type Reply } from './client.test-support.ts';
import type { SimulatedGateway } from './index.ts';
import { readJson } from './json.ts';

const r1 = '4001015203880001';
const r2 = '4001012902960001';
const papuan = '9499990101900003';

const gateways = new Gateways();
let gateway: SimulatedGateway;

beforeEach(async () => {
  gateway = await gateways.open();
});
afterEach(() => gateways.closeAll());

const codeOf = async (reply: Promise<Reply>) => contentOf(await reply).RESPONSE_CODE;

describe('the fetch call', () => {
  test('returns the fifteen keys of agreement 004 in the page envelope, with the hits that are left', async () => {
    const reply = await fetchCall(gateway, { nik: r1 });
    expect(reply.status).toBe(200);
    expect(Object.keys(contentOf(reply))).toHaveLength(15);
    expect(contentOf(reply)).toMatchObject({
      NAMA_LGKP: 'SEKAR CONTOHWATI',
      TGL_LHR: '1988-03-12',
      NO_KEC: 1,
    });
    expect(readJson(reply.text)).toMatchObject({
      lastPage: true,
      firstPage: true,
      numberOfElements: 1,
      totalElements: 1,
      number: 0,
      size: 1,
      sort: null,
      quotaLimiter: 199,
    });
  });

  test('returns the family card number as a sixteenth key to agreement 003', async () => {
    const other = await gateways.open({ consumers: [{ grant: '003' }] });
    const content = contentOf(await fetchCall(other, { nik: r1 }));
    expect(Object.keys(content)).toHaveLength(16);
    expect(content.NO_KK).toBe(4001010101100001);
  });

  test('writes a number beyond 2^53 digit for digit, where a careless reader gets another person', async () => {
    const reply = await fetchCall(gateway, { nik: papuan });
    expect(reply.text).toContain('"NIK":9499990101900003,');
    expect(contentOf(reply).NIK).toBe(9499990101900004);
  });

  test('sends identity and other numbers as strings where an installation does so', async () => {
    gateway.setStyle({ identityNumbers: 'string', otherNumbers: 'string' });
    expect(contentOf(await fetchCall(gateway, { nik: papuan }))).toMatchObject({ NIK: papuan, NO_RT: '9' });
  });

  test('leaks what nobody granted, when told to', async () => {
    gateway.setStyle({ leak: ['AGAMA', 'NAMA_LGKP_IBU', 'NIK_IBU'] });
    const content = contentOf(await fetchCall(gateway, { nik: r1 }));
    expect(content).toMatchObject({ AGAMA: 'KEPERCAYAAN', NAMA_LGKP_IBU: 'MELATI CONTOHAN' });
    expect(Object.keys(content)).toHaveLength(18);
  });

  test('drops the hit counter from the envelope of an older installation and adds a success code in another', async () => {
    gateway.setStyle({ quotaLimiter: false, successCode: '01' });
    const reply = await fetchCall(gateway, { nik: r1 });
    expect(readJson(reply.text)).not.toHaveProperty('quotaLimiter');
    expect(contentOf(reply).RESPONSE_CODE).toBe('01');
  });

  test('finds residents that a campaign adds', async () => {
    gateway.addResident({ NIK: '4002016505950001', NAMA_LGKP: 'CONTOH BARU', ALAMAT: 'JL. BARU' });
    expect(contentOf(await fetchCall(gateway, { nik: '4002016505950001' }))).toMatchObject({
      NAMA_LGKP: 'CONTOH BARU',
      JENIS_KLMIN: 'Perempuan',
      TGL_LHR: '1995-05-25',
      ALAMAT: 'JL. BARU',
    });
  });
});

describe('the match call', () => {
  test('compares exactly, scores likeness, and reports granted elements that were not sent as a mismatch', async () => {
    const content = contentOf(
      await matchCall(gateway, {
        NIK: r1,
        NAMA_LGKP: 'sekar  contohwati',
        TMPT_LHR: 'KOTA CONTOK',
        TGL_LHR: '12-03-1988',
        JENIS_KLMIN: 'PEREMPUAN',
        NO_RT: '001',
        KEL_NAME: ' ',
        ALAMAT: 'ENTAH DI MANA',
        transactionId: 'abc',
        NO_KK: '4001010101100001',
      }),
    );
    expect(content).toEqual({
      NIK: 'Sesuai',
      NAMA_LGKP: 'Sesuai (100)',
      JENIS_KLMIN: 'Sesuai',
      TMPT_LHR: 'Sesuai (90)',
      TGL_LHR: 'Sesuai',
      STATUS_KAWIN: 'Tidak Sesuai',
      JENIS_PKRJN: 'Tidak Sesuai',
      ALAMAT: expect.stringMatching(/^Tidak Sesuai \(\d{1,2}\)$/),
      PROP_NAME: 'Tidak Sesuai',
      KAB_NAME: 'Tidak Sesuai',
      NO_KEC: 'Tidak Sesuai',
      KEC_NAME: 'Tidak Sesuai',
      KEL_NAME: 'Tidak Sesuai',
      NO_RT: 'Sesuai',
      NO_RW: 'Tidak Sesuai',
    });
  });

  test('judges likeness by the threshold of the request', async () => {
    const ask = async (threshold: string | number) =>
      contentOf(await matchCall(gateway, { NIK: r1, TMPT_LHR: 'KOTA CONTOK', TRESHOLD: threshold })).TMPT_LHR;
    expect(await ask('90')).toBe('Sesuai (90)');
    expect(await ask('91')).toBe('Tidak Sesuai (90)');
    expect(await ask(90)).toBe('Sesuai (90)');
  });

  test('says that the resident who moved lives elsewhere, and nothing more', async () => {
    const content = contentOf(
      await matchCall(gateway, { NIK: r2, NAMA_LGKP: 'BIMA PERCOBAAN', ALAMAT: 'JL. PERAGA NO. 2' }),
    );
    expect(content.NAMA_LGKP).toBe('Sesuai (100)');
    expect(content.ALAMAT).toMatch(/^Tidak Sesuai/);
    expect(JSON.stringify(content)).not.toContain('UMPAMA');
  });

  test('wants day-first dates, unless the installation wants them the other way round', async () => {
    const isoDate = { NIK: r1, TGL_LHR: '1988-03-12' };
    expect(contentOf(await matchCall(gateway, isoDate)).TGL_LHR).toBe('Tidak Sesuai');
    const other = await gateways.open({ consumers: [{ requestDate: 'YYYY-MM-DD' }] });
    expect(contentOf(await matchCall(other, isoDate)).TGL_LHR).toBe('Sesuai');
  });

  test.each([
    ['a rightly spelt threshold', { TRESHOLD: undefined, THRESHOLD: '90' }],
    ['a threshold of 0', { TRESHOLD: '0' }],
    ['a threshold of 101', { TRESHOLD: '101' }],
    ['an element that is no text', { NO_RT: 1 }],
  ])('refuses %s as an invalid parameter', async (_name, body) => {
    expect(await codeOf(matchCall(gateway, { NIK: r1, ...body }))).toBe('07');
  });
});
