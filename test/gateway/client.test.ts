/** The gateway client against the simulated gateway, over TLS with its pin: neither knows the other's code. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type ElementPart,
  type GatewayProfile,
  gatewayProfile,
  institutionNotices,
  noticeTexts,
  officialTexts,
  partsOf,
  residentNotices,
} from '../../electron/contract/index.ts';
import { createGatewayClient, type GatewayClient } from '../../electron/gateway/index.ts';
import { declared, fromCard, type Sensitive } from '../../native/sensitive.ts';
import { keySpellings, type SimulatedGateway, startGateway } from '../../simulator/gateway/index.ts';

const grantedA = partsOf([
  'NIK',
  'FULL_NAME',
  'SEX',
  'BIRTH_PLACE',
  'BIRTH_DATE',
  'MARITAL_STATUS',
  'OCCUPATION',
  'ADDRESS',
]);

/** R1 as her card says it: upper case, padded units, an unpadded date. */
const cardOfR1: readonly (readonly [ElementPart, string])[] = [
  ['NIK', '4001015203880001'],
  ['FULL_NAME', 'SEKAR CONTOHWATI'],
  ['SEX', 'PEREMPUAN'],
  ['BIRTH_PLACE', 'KOTA CONTOH'],
  ['BIRTH_DATE', '12-3-1988'],
  ['MARITAL_STATUS', 'KAWIN'],
  ['OCCUPATION', 'PETANI/PEKEBUN'],
  ['ADDRESS.STREET', 'JL. PERAGA NO. 1'],
  ['ADDRESS.PROVINCE_NAME', 'NUSA CONTOH'],
  ['ADDRESS.REGENCY_NAME', 'KABUPATEN TIRTA CONTOH'],
  ['ADDRESS.DISTRICT_NAME', 'MEKAR CONTOH'],
  ['ADDRESS.VILLAGE_NAME', 'CONTOH MAKMUR'],
  ['ADDRESS.RT', '001'],
  ['ADDRESS.RW', '002'],
];

function card(values = cardOfR1, changed: Partial<Record<ElementPart, string>> = {}) {
  return new Map<ElementPart, Sensitive<string>>(
    values.map(([part, value]) => [part, fromCard(changed[part] ?? value)]),
  );
}

const papuan = '9401010101900001';

let gateway: SimulatedGateway;
const clients: GatewayClient[] = [];

beforeAll(async () => {
  gateway = await startGateway({
    keepBodies: true,
    consumers: [
      {},
      {
        consumerId: 'OLD_4001',
        region: '40-01',
        routes: 'three',
        methods: { fetch: 'call_nik', match: 'koneksitas_verifby_elemen' },
        keys: { fetch: keySpellings.mixed, match: keySpellings.mixed },
        requestDate: 'YYYY-MM-DD',
        authorization: 'Basic lab',
      },
    ],
  });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await gateway.trouble({ kind: 'none' });
});
afterAll(() => gateway.close());

interface Overrides {
  readonly method?: 'MATCH' | 'FETCH';
  readonly consumer?: number;
  readonly profile?: Partial<GatewayProfile>;
  readonly scheme?: 'https' | 'http';
}

function client({ method = 'MATCH', consumer = 0, profile = {}, scheme = 'https' }: Overrides = {}) {
  const own = gateway.consumers()[consumer];
  if (own === undefined) throw new Error('no such consumer');
  const keys = method === 'MATCH' ? own.keys.match : own.keys.fetch;
  const made = createGatewayClient({
    profile: gatewayProfile.parse({
      baseUrl: gateway.address.gateway[scheme],
      certificateSha256: gateway.address.certificate.sha256Hex,
      consumerId: own.consumerId,
      ...(consumer === 0 ? {} : { region: own.region }),
      method,
      methodName: method === 'MATCH' ? own.methods.match : own.methods.fetch,
      credentials: {
        userId: own.credentials.user_id,
        password: own.credentials.password,
        ipUser: own.credentials.ip_user,
      },
      keys,
      requestDate: own.requestDate,
      ...(own.authorization === undefined ? {} : { authorization: own.authorization }),
      timeoutMs: 1000,
      ...profile,
    }),
    closedNetwork: ['127.0.0.0/8'],
    clock: {
      after: (_ms, call) => {
        setImmediate(call);
        return () => undefined;
      },
    },
  });
  clients.push(made);
  return made;
}

function lastRequest() {
  return gateway.journal('lookup').at(-1);
}

describe('match', () => {
  test('the card of R1 agrees in every element sent, and what was not sent is not judged', async () => {
    const answer = await client().match(card(), grantedA);
    expect(answer).toMatchObject({ kind: 'JUDGED', outcome: 'MATCH', attempts: 1 });
    expect(answer.kind === 'JUDGED' ? answer.verdicts.map(({ part }) => part) : []).toEqual(
      cardOfR1.map(([part]) => part),
    );
    expect(answer.alarm).toBeUndefined();
    expect(answer.quotaRemaining).toBeGreaterThan(0);
  });

  test('an address that differs is a mismatch on that element with its score', async () => {
    const moved = card(cardOfR1, { 'ADDRESS.STREET': 'DUSUN LAIN NO. 99' });
    const answer = await client().match(moved, grantedA);
    if (answer.kind !== 'JUDGED') throw new Error(answer.kind);
    expect(answer.outcome).toBe('MISMATCH');
    expect(answer.verdicts.filter(({ verdict }) => verdict === 'BERBEDA')).toEqual([
      { part: 'ADDRESS.STREET', verdict: 'BERBEDA', score: expect.any(Number) },
    ]);
  });

  test('a minimal inquiry of a typed NIK and a name is valid', async () => {
    const typed = new Map<ElementPart, Sensitive<string>>([
      ['NIK', declared('4001015203880001')],
      ['FULL_NAME', declared(' sekar  contohwati ')],
    ]);
    expect(await client().match(typed, grantedA)).toMatchObject({
      outcome: 'MATCH',
      verdicts: [
        { part: 'NIK', verdict: 'SESUAI' },
        { part: 'FULL_NAME', verdict: 'SESUAI', score: 100 },
      ],
    });
  });

  test('the older route, other spellings, other date form and an extra header work from the profile alone', async () => {
    const answer = await client({ consumer: 1 }).match(card(), grantedA);
    expect(answer).toMatchObject({ outcome: 'MATCH' });
    expect(lastRequest()?.path).toBe('/dukcapil/get_json/40-01/OLD_4001/koneksitas_verifby_elemen');
    expect(lastRequest()?.headers.authorization).toBe('Basic lab');
    expect(lastRequest()?.body).toContain('"TGL_LHR":"1988-03-12"');
  });

  test('the misspelt threshold goes out as text, and nothing outside the grant goes out at all', async () => {
    const onlyNik = partsOf(['NIK', 'FULL_NAME']);
    await client().match(card(), onlyNik);
    const body = JSON.parse(lastRequest()?.body ?? '{}') as Record<string, unknown>;
    expect(body.TRESHOLD).toBe('90');
    expect(Object.keys(body).sort()).toEqual(
      ['IP_USER', 'NAMA_LGKP', 'NIK', 'PASSWORD', 'TRESHOLD', 'USER_ID'].sort(),
    );
  });
});

describe('fetch', () => {
  const nik = declared('4001015203880001');

  test('exactly the granted elements come, in the order of the grant and as gateway values', async () => {
    const answer = await client({ method: 'FETCH' }).fetch(nik, grantedA);
    if (answer.kind !== 'FOUND') throw new Error(answer.kind);
    expect([...answer.values.keys()]).toEqual(grantedA);
    expect(answer.values.get('BIRTH_DATE')?.reveal()).toBe('12-03-1988');
    expect(JSON.stringify([...answer.values.values()])).not.toContain('SEKAR');
  });

  test.each(['number', 'string'] as const)(
    'a Papuan NIK sent as a JSON %s keeps all its digits',
    async (form) => {
      gateway.addResident({ NIK: papuan, NAMA_LGKP: 'PAPUA CONTOH' });
      gateway.setStyle({ identityNumbers: form });
      const answer = await client({ method: 'FETCH' }).fetch(declared(papuan), grantedA);
      expect(answer.kind === 'FOUND' ? answer.values.get('NIK')?.reveal() : answer).toBe(papuan);
    },
  );

  test('elements outside the grant are dropped unread and raise the alarm by key, not by value', async () => {
    gateway.setStyle({ leak: ['AGAMA', 'NAMA_LGKP_IBU'] });
    const answer = await client({ method: 'FETCH' }).fetch(nik, grantedA);
    gateway.setStyle({ leak: [] });
    if (answer.kind !== 'FOUND') throw new Error(answer.kind);
    expect([...answer.values.keys()]).toEqual(grantedA);
    expect(answer.alarm).toMatchObject({
      code: 'GATEWAY_UNGRANTED_ELEMENT',
      detail: expect.stringContaining('AGAMA'),
    });
  });

  test('lower-case keys on plain http work where the profile says http', async () => {
    const answer = await client({ method: 'FETCH', scheme: 'http' }).fetch(nik, grantedA);
    expect(answer.kind).toBe('FOUND');
    expect(lastRequest()?.body).toContain('"user_id"');
  });
});

describe('notices', () => {
  const byCode = [
    ['03', 'AUTH_FAILED', true],
    ['04', 'IP_NOT_REGISTERED', true],
    ['05', 'QUOTA_EXHAUSTED', false],
    ['06', 'OUTSIDE_ACCESS_HOURS', false],
    ['07', 'REQUEST_INCOMPLETE', false],
    ['08', 'NOT_PROCESSABLE', false],
    ['09', 'REQUEST_INCOMPLETE', true],
    ['10', 'IP_NOT_REGISTERED', true],
    ['11', 'FOUND_DECEASED', false],
    ['12', 'FOUND_DUPLICATE', false],
    ['13', 'NOT_FOUND', false],
    ['14', 'FOUND_INACTIVE', false],
    ['15', 'NOT_FOUND_BAD_FORMAT', false],
    ['16', 'INSTITUTION_INACTIVE', true],
    ['17', 'USER_ID_INACTIVE', true],
  ] as const;
  const textless = new Set(['06', '08']);
  const styles = (['RESPON', 'RESPONSE', 'RESPONSE_DESC'] as const).flatMap((noticeKey) =>
    (['gateway', 'seed', 'variant'] as const).flatMap((wording) =>
      [true, false].map((noticeCode) => ({ noticeKey, wording, noticeCode })),
    ),
  );

  test.each(byCode)(
    'code %s is %s in every wording, with its code and without',
    async (code, notice, stops) => {
      const asking = client();
      for (const style of styles) {
        if (!style.noticeCode && textless.has(code)) continue;
        gateway.setStyle(style);
        await gateway.trouble({ kind: 'notice', code });
        const answer = await asking.match(card(), grantedA);
        expect(answer, JSON.stringify(style)).toMatchObject({
          kind: 'NOTICE',
          notice,
          stopsLookups: stops,
          attempts: 1,
          text: expect.stringMatching(/./),
        });
        expect(answer).not.toHaveProperty('verdicts');
      }
      gateway.setStyle({ noticeKey: 'RESPON', wording: 'gateway', noticeCode: true });
    },
  );

  test('the nine official texts are recognised word for word and every notice is explained', () => {
    expect(Object.keys(officialTexts)).toEqual([...residentNotices, ...institutionNotices]);
    for (const text of Object.values(noticeTexts)) {
      expect(text.explanation.id).not.toBe('');
      expect(text.explanation.en).not.toBe('');
    }
  });

  test('a deceased resident is never shown, also by fetch', async () => {
    const answer = await client({ method: 'FETCH' }).fetch(declared('4002014907600001'), grantedA);
    expect(answer).toMatchObject({ notice: 'FOUND_DECEASED', about: 'RESIDENT', code: '11' });
  });

  test('an unknown notice keeps its words and gets no meaning', async () => {
    await gateway.trouble({ kind: 'unknown-notice' });
    const answer = await client().match(card(), grantedA);
    expect(answer).toMatchObject({
      notice: 'UNKNOWN_ANSWER',
      about: 'UNKNOWN',
      text: 'Layanan sedang dalam penyesuaian data semester',
    });
  });

  test('wrong credentials, an idle user and an idle institution each say so themselves', async () => {
    const wrong = client({ profile: { credentials: { userId: 'x', password: 'y', ipUser: '192.0.2.9' } } });
    expect(await wrong.match(card(), grantedA)).toMatchObject({ notice: 'AUTH_FAILED' });
    gateway.setActive({ user: false });
    expect(await client().match(card(), grantedA)).toMatchObject({ notice: 'USER_ID_INACTIVE' });
    gateway.setActive({ user: true, institution: false });
    expect(await client().match(card(), grantedA)).toMatchObject({ notice: 'INSTITUTION_INACTIVE' });
    gateway.setActive({ institution: true });
  });

  test('hits left are told, down to the last one', async () => {
    gateway.setQuota(1);
    expect(await client().match(card(), grantedA)).toMatchObject({ outcome: 'MATCH', quotaRemaining: 0 });
    expect(await client().match(card(), grantedA)).toMatchObject({
      notice: 'QUOTA_EXHAUSTED',
      about: 'QUOTA',
    });
    gateway.setQuota(200);
  });
});

describe('trouble is never an answer', () => {
  test.each([
    [{ kind: 'stall' }, 'GATEWAY_TIMEOUT', 1],
    [{ kind: 'reset' }, 'GATEWAY_RESET', 1],
    [{ kind: 'html-500' }, 'GATEWAY_HTTP_ERROR', 1],
    [{ kind: 'text-500' }, 'GATEWAY_HTTP_ERROR', 1],
    [{ kind: 'status', status: 503 }, 'GATEWAY_HTTP_ERROR', 2],
    [{ kind: 'status', status: 404 }, 'GATEWAY_HTTP_ERROR', 1],
    [{ kind: 'redirect' }, 'GATEWAY_HTTP_ERROR', 1],
    [{ kind: 'garbage' }, 'GATEWAY_NOT_JSON', 1],
    [{ kind: 'empty-body' }, 'GATEWAY_NOT_JSON', 1],
    [{ kind: 'truncated' }, 'GATEWAY_NOT_JSON', 1],
    [{ kind: 'cut-off' }, 'GATEWAY_RESET', 1],
    [{ kind: 'drip' }, 'GATEWAY_TIMEOUT', 1],
    [{ kind: 'oversized' }, 'GATEWAY_PROTOCOL', 1],
    [{ kind: 'empty-content' }, 'GATEWAY_PROTOCOL', 1],
    [{ kind: 'mute' }, 'GATEWAY_UNREACHABLE', 0],
    [{ kind: 'refuse' }, 'GATEWAY_REFUSED', 0],
    [{ kind: 'wrong-certificate' }, 'GATEWAY_CERTIFICATE', 0],
  ] as const)('%o ends in %s after %i hits', async (trouble, code, attempts) => {
    await gateway.trouble(trouble);
    const answer = await client().match(card(), grantedA);
    expect(answer).toMatchObject({ kind: 'FAILED', outcome: 'TECH_FAIL', failure: { code }, attempts });
    expect(JSON.stringify(answer)).not.toContain('4001015203880001');
  });

  test('a server with another certificate hears nothing of the request', async () => {
    const before = gateway.journal('lookup').length;
    await gateway.trouble({ kind: 'wrong-certificate' });
    await client().match(card(), grantedA);
    expect(gateway.journal('lookup').length).toBe(before);
  });

  test('a server that is busy once is asked once more, and both calls count', async () => {
    await gateway.trouble({ kind: 'status', status: 502, times: 1 });
    expect(await client().match(card(), grantedA)).toMatchObject({ outcome: 'MATCH', attempts: 2 });
  });

  test('after trouble the next inquiry works again', async () => {
    const asking = client();
    await gateway.trouble({ kind: 'reset', times: 1 });
    expect(await asking.match(card(), grantedA)).toMatchObject({ kind: 'FAILED' });
    expect(asking.networkLamp().colour).toBe('broken');
    expect(await asking.match(card(), grantedA)).toMatchObject({ outcome: 'MATCH' });
    expect(asking.networkLamp().colour).toBe('ready');
  });
});
