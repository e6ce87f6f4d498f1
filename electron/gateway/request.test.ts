/** Requests as one installation spells them (gateway fact sheet 1). */
import { describe, expect, test } from 'vitest';
import { declared, fromCard, type Sensitive } from '../../native/sensitive.ts';
import { type ElementPart, elementParts, gatewayProfile } from '../contract/index.ts';
import { fetchRequest, matchRequest, requestHeaders, requestPath } from './request.ts';

const base = {
  baseUrl: 'https://192.0.2.10:8000',
  consumerId: 'DINAS CONTOH/4001',
  methodName: 'CALL_VERIFY_BY_ELEMEN',
  credentials: { userId: '202611220001CONTOH', password: 'lab', ipUser: '192.0.2.10' },
};

function sentAs(values: Partial<Record<ElementPart, string>>, changes: object = {}) {
  const map = new Map<ElementPart, Sensitive<string>>(
    Object.entries(values).map(([part, value]) => [part as ElementPart, fromCard(value)]),
  );
  const { body, parts } = matchRequest(gatewayProfile.parse({ ...base, ...changes }), map, elementParts);
  return { members: JSON.parse(body.toString('utf8')) as Record<string, unknown>, parts };
}

describe('the route', () => {
  test('segments are encoded and the method is spelt as configured', () => {
    expect(requestPath(gatewayProfile.parse({ ...base, methodName: 'call_nik' }))).toBe(
      '/dukcapil/get_json/DINAS%20CONTOH%2F4001/call_nik',
    );
    expect(requestPath(gatewayProfile.parse({ ...base, region: '40-01' }))).toBe(
      '/dukcapil/get_json/40-01/DINAS%20CONTOH%2F4001/CALL_VERIFY_BY_ELEMEN',
    );
  });

  test('an extra Authorization header is sent only where the profile has one', () => {
    expect(requestHeaders(gatewayProfile.parse(base))).not.toHaveProperty('Authorization');
    expect(requestHeaders(gatewayProfile.parse({ ...base, authorization: 'Basic x' }))).toMatchObject({
      Authorization: 'Basic x',
    });
  });
});

describe('the match request', () => {
  test.each<[ElementPart, string, string, string]>([
    ['BIRTH_DATE', '5-7-1960', 'TGL_LHR', '05-07-1960'],
    ['BIRTH_DATE', '31-12-1975', 'TGL_LHR', '31-12-1975'],
    ['BIRTH_DATE', 'tidak tahu', 'TGL_LHR', 'tidak tahu'],
    ['SEX', 'LAKI-LAKI', 'JENIS_KLMIN', 'Laki-Laki'],
    ['SEX', 'perempuan', 'JENIS_KLMIN', 'Perempuan'],
    ['MARITAL_STATUS', ' cerai  mati ', 'STATUS_KAWIN', 'CERAI MATI'],
    ['FULL_NAME', '  sekar   contohwati ', 'NAMA_LGKP', 'SEKAR CONTOHWATI'],
    ['ADDRESS.RT', '001', 'NO_RT', '1'],
    ['ADDRESS.RW', '000', 'NO_RW', '0'],
    ['ADDRESS.REGENCY_NAME', 'KABUPATEN TIRTA CONTOH', 'KAB_NAME', 'TIRTA CONTOH'],
    ['ADDRESS.REGENCY_NAME', 'KAB. TIRTA CONTOH', 'KAB_NAME', 'TIRTA CONTOH'],
    ['ADDRESS.REGENCY_NAME', 'KOTA CONTOH', 'KAB_NAME', 'KOTA CONTOH'],
    ['ADDRESS.PROVINCE_NAME', 'PROVINSI NUSA CONTOH', 'PROP_NAME', 'NUSA CONTOH'],
  ])('%s %j goes out as %s %j', (part, value, key, expected) => {
    expect(sentAs({ [part]: value }).members[key]).toBe(expected);
  });

  test('the other date form is a matter of the profile', () => {
    expect(sentAs({ BIRTH_DATE: '5-7-1960' }, { requestDate: 'YYYY-MM-DD' }).members.TGL_LHR).toBe(
      '1960-07-05',
    );
  });

  test('empty values and unit numbers that are none are not sent and not judged', () => {
    const { members, parts } = sentAs({ FULL_NAME: '  ', 'ADDRESS.RT': '-', OCCUPATION: 'PETANI' });
    expect(parts).toEqual(['OCCUPATION']);
    expect(members).not.toHaveProperty('NAMA_LGKP');
    expect(members).not.toHaveProperty('NO_RT');
  });

  test('every member is text, the misspelt threshold included', () => {
    const { members } = sentAs({ NIK: '4001015203880001' }, { threshold: 80 });
    expect(members).toEqual({
      USER_ID: base.credentials.userId,
      PASSWORD: 'lab',
      IP_USER: '192.0.2.10',
      TRESHOLD: '80',
      NIK: '4001015203880001',
    });
  });
});

test('the fetch request holds the NIK and the credentials and nothing else', () => {
  const keys = { nik: 'nik', userId: 'user_id', password: 'password', ipUser: 'ip_user' };
  const { body } = fetchRequest(gatewayProfile.parse({ ...base, keys }), declared('4001015203880001'));
  expect(JSON.parse(body.toString('utf8'))).toEqual({
    nik: '4001015203880001',
    user_id: base.credentials.userId,
    password: 'lab',
    ip_user: '192.0.2.10',
  });
});
