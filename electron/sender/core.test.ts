/** One delivery against a tiny server: what is said, and what each answer means for the item. */
import type { RequestListener } from 'node:http';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BalikanContent, balikanEndpoint, type SendOrder } from '../contract/index.ts';
import { type LocalServer, plainServer, tlsServer } from '../network/local-server.test-support.ts';
import { newKeyPair, openWired, ready, sealWired, toWirePair } from '../sealing/index.ts';
import { deliver, type SenderDeps } from './core.ts';
import { reasonOf } from './verdict.ts';

const content: BalikanContent = {
  nik: '4001015203880001',
  param: {
    KETERANGAN_PENERIMA_BANTUAN: 'PB-0001',
    JENIS_BANTUAN: 'Bantuan "benih"\r\n& pupuk',
    NOMOR_REGISTRASI_LAYANAN: 'L1-1',
  },
};

beforeAll(ready);

const servers: LocalServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

interface Received {
  readonly path: string | undefined;
  readonly token: string | undefined;
  readonly type: string;
  readonly body: string;
}

function answering(status: number, body: string, received: Received[] = []): RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        path: request.url,
        token: request.headers.authorization,
        type: request.headers['content-type'] ?? '',
        body: Buffer.concat(chunks).toString('utf8'),
      });
      response.writeHead(status).end(body);
    });
  };
}

async function orderTo(
  listener: RequestListener,
  changes: Partial<SendOrder['endpoint']> = {},
  ...sealed: readonly unknown[]
): Promise<SendOrder> {
  const server = await tlsServer(listener);
  servers.push(server);
  const key = toWirePair(newKeyPair());
  return {
    items: (sealed.length === 0 ? [content] : sealed).map((inside, index) => ({
      itemId: `item-${index + 1}`,
      envelope: sealWired(key.publicKey, Buffer.from(JSON.stringify(inside))),
    })),
    key,
    endpoint: {
      ...balikanEndpoint.parse({
        baseUrl: new URL('/data_balikan/public', server.url).href,
        certificateSha256: server.pin,
        token: 'lab-token',
        idLembaga: '123456',
        namaLembaga: 'Dinas Contoh',
        timeoutMs: 1000,
      }),
      ...changes,
    },
    closedNetwork: ['127.0.0.0/8'],
  };
}

let opened: Uint8Array | undefined;
const deps: SenderDeps = {
  open: (key, envelope) => {
    const result = openWired(key, envelope);
    if (result.ok) opened = result.value;
    return result;
  },
  now: () => 0,
};

describe('what is said', () => {
  test('a JSON batch of one with the NIK as text goes to the store path with the bearer token', async () => {
    const received: Received[] = [];
    const [outcome] = await deliver(await orderTo(answering(200, '{"message":"Success"}', received)), deps);
    expect(outcome).toEqual({ kind: 'ACKNOWLEDGED', duplicate: false, ms: 0 });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      path: '/data_balikan/public/api/store',
      token: 'Bearer lab-token',
      type: 'application/json',
    });
    expect(JSON.parse(received[0]?.body ?? '')).toEqual([
      {
        id_lembaga: '123456',
        nama_lembaga: 'Dinas Contoh',
        data: [{ NIK: content.nik, param: [content.param] }],
      },
    ]);
  });

  test('the multipart form says the same, param as the text of a list', async () => {
    const received: Received[] = [];
    const order = await orderTo(answering(200, '{"message":"Success"}', received), {
      shape: 'MULTIPART_SINGLE',
    });
    await deliver(order, deps);
    const { type = '', body = '' } = received[0] ?? {};
    const form = await new Response(body, { headers: { 'Content-Type': type } }).formData();
    expect(form.get('nik')).toBe(content.nik);
    expect(form.get('id_lembaga')).toBe('123456');
    expect(JSON.parse(String(form.get('param')))).toEqual([content.param]);
  });

  test('the plaintext is zeroed afterwards', async () => {
    await deliver(await orderTo(answering(200, '{"message":"Success"}')), deps);
    expect(opened?.length).toBeGreaterThan(0);
    expect(opened?.every((byte) => byte === 0)).toBe(true);
  });
});

describe('what the answer means', () => {
  test.each([
    [200, '{"message":"Success"}', { kind: 'ACKNOWLEDGED', duplicate: false }],
    [200, '{ "message" : " success " }', { kind: 'ACKNOWLEDGED', duplicate: false }],
    [400, '{"message":"Data sudah pernah dikirim"}', { kind: 'ACKNOWLEDGED', duplicate: true }],
    [400, '{"success":false,"message":"Data sudah pernah dikirim"}', { duplicate: true }],
    [400, '{"message":"Data sudah pernah dikirim","errors":{"nik":["sudah ada"]}}', { duplicate: true }],
    [400, '{"message":"Data sudah pernah dikirim","jumlah":0,"gagal":1}', { duplicate: true }],
    [400, '{"message":"Data sudah pernah dikirim","rejected":1}', { duplicate: true }],
    [400, '{"message":"Parameter salah"}', { kind: 'REJECTED', reason: 'PARAMETER', status: 400 }],
    [422, '{"message":"NIK 4001-0152 0388.0001 atas nama BUDI"}', { kind: 'REJECTED', reason: 'NIK' }],
    [404, '<html>not here</html>', { stopQueue: true, failure: { code: 'BALIKAN_ANSWER_UNKNOWN' } }],
    [409, '<html>no</html>', { kind: 'REJECTED', reason: 'OTHER' }],
    [401, '{"message":"Unauthenticated."}', { stopQueue: true, failure: { code: 'BALIKAN_TOKEN_REFUSED' } }],
    [403, '', { stopQueue: true, failure: { code: 'BALIKAN_TOKEN_REFUSED' } }],
    [429, '', { stopQueue: false, failure: { code: 'BALIKAN_SERVER_ERROR' } }],
    [500, 'oops', { stopQueue: false, failure: { code: 'BALIKAN_SERVER_ERROR' } }],
    [200, 'ok', { stopQueue: true, failure: { code: 'BALIKAN_ANSWER_UNKNOWN' } }],
    [200, '', { stopQueue: true, failure: { code: 'BALIKAN_ANSWER_UNKNOWN' } }],
    [200, '{"message":"Success","jumlah":1}', { kind: 'ACKNOWLEDGED', duplicate: false }],
    [200, `{"message":"Success","data":[{"NIK":"${content.nik}"}]}`, { kind: 'ACKNOWLEDGED' }],
    [200, '{"message":"Success","jumlah":0}', { failure: { code: 'BALIKAN_ANSWER_UNKNOWN' } }],
    [200, '{"message":"Success","data":[{"NIK":"4001014101900009"}]}', { stopQueue: true }],
    [200, '{"message":"Success","jumlah":1,"gagal":0,"errors":[]}', { kind: 'ACKNOWLEDGED' }],
    [200, '{"message":"Success","jumlah":1,"gagal":1}', { stopQueue: true }],
    [200, '{"message":"Success","errors":["NIK"]}', { stopQueue: true }],
    [200, '{"message":"Success","success":false}', { stopQueue: true }],
    [200, '{"message":"Success","id_lembaga":123456}', { kind: 'ACKNOWLEDGED' }],
    [200, '{"message":"Success","data":{"ID_LEMBAGA":"654321"}}', { stopQueue: true }],
    [200, '{"message":"Success","data":[{"nomor_registrasi_layanan":"L1-2"}]}', { stopQueue: true }],
    [200, '{"message":"Success","data":[{"jenis_bantuan":"BENIH"}]}', { kind: 'ACKNOWLEDGED' }],
    [200, `{"message":"Success","data":[{"NIK":${content.nik}}]}`, { kind: 'ACKNOWLEDGED' }],
    [
      200,
      `{"message":"Success","data":[{"NIK":"${content.nik}"},{"NIK":"${content.nik}"}]}`,
      { stopQueue: true },
    ],
    [400, `Data ${content.nik} sudah pernah dikirim`, { kind: 'ACKNOWLEDGED', duplicate: true }],
    [400, 'Data 4001014101900009 sudah pernah dikirim', { failure: { code: 'BALIKAN_ANSWER_UNKNOWN' } }],
    [
      400,
      '{"message":"Data sudah pernah dikirim","NOMOR_REGISTRASI_LAYANAN":"L1-2"}',
      { failure: { code: 'BALIKAN_ANSWER_UNKNOWN' }, stopQueue: true },
    ],
    [
      400,
      '{"message":"Data sudah pernah dikirim","NOMOR_REGISTRASI_LAYANAN":"L1-1"}',
      { kind: 'ACKNOWLEDGED', duplicate: true },
    ],
    [200, '{"message":"Success","data":', { failure: { code: 'BALIKAN_ANSWER_UNKNOWN' } }],
    [302, '', { stopQueue: false, failure: { code: 'BALIKAN_SERVER_ERROR' } }],
  ])('%i %j', async (status, body, outcome) => {
    expect(await deliver(await orderTo(answering(status, body)), deps)).toMatchObject([outcome]);
  });

  test('silence, a broken line and another certificate leave the item owed', async () => {
    const silent = await orderTo((request) => request.resume(), { timeoutMs: 100 });
    expect(await deliver(silent, deps)).toMatchObject([{ failure: { code: 'BALIKAN_UNREACHABLE' } }]);
    const broken = await orderTo((request) => request.socket.destroy());
    expect(await deliver(broken, deps)).toMatchObject([{ failure: { code: 'BALIKAN_UNREACHABLE' } }]);
    const received: Received[] = [];
    const other = await orderTo(answering(200, '', received), { certificateSha256: 'a'.repeat(64) });
    expect(await deliver(other, deps)).toMatchObject([
      { failure: { code: 'GATEWAY_CERTIFICATE' }, stopQueue: true },
    ]);
    expect(received).toEqual([]);
  });

  test('an endpoint outside the closed network is never called', async () => {
    const received: Received[] = [];
    const order = await orderTo(answering(200, '{"message":"Success"}', received));
    const [outcome] = await deliver({ ...order, closedNetwork: ['192.0.2.0/24'] }, deps);
    expect(outcome).toMatchObject({ failure: { code: 'NOT_CLOSED_NETWORK' }, stopQueue: false });
    expect(received).toEqual([]);
  });
});

describe('a batch', () => {
  const other: BalikanContent = { ...content, nik: '4001012902960001' };

  /** Accepts every NIK once and refuses `bad`; of a batch with something it does not take it takes nothing. */
  function server(bad: readonly string[], known = new Set<string>()) {
    const sizes: number[] = [];
    const listener: RequestListener = (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const groups = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { data: { NIK: string }[] }[];
        const niks = groups.flatMap(({ data }) => data.map(({ NIK }) => NIK));
        sizes.push(niks.length);
        if (niks.some((nik) => bad.includes(nik))) response.writeHead(422).end('{"message":"NIK salah"}');
        else if (niks.some((nik) => known.has(nik)))
          response.writeHead(400).end('{"message":"Data sudah pernah dikirim"}');
        else {
          for (const nik of niks) known.add(nik);
          response.writeHead(200).end('{"message":"Success"}');
        }
      });
    };
    return { listener, sizes, known };
  }

  test('goes in one request and is done with one yes', async () => {
    const { listener, sizes } = server([]);
    const outcomes = await deliver(await orderTo(listener, {}, content, other), deps);
    expect([sizes, outcomes.map(({ kind }) => kind)]).toEqual([[2], ['ACKNOWLEDGED', 'ACKNOWLEDGED']]);
  });

  test('of fifty with one bad record is split, and only the bad one is refused', async () => {
    const fifty = Array.from({ length: 50 }, (_, n) => ({ ...content, nik: `40010152038800${10 + n}` }));
    const { listener, sizes, known } = server(['4001015203880020']);
    const outcomes = await deliver(await orderTo(listener, {}, ...fifty), deps);
    expect(sizes).toEqual([50, ...Array.from({ length: 50 }, () => 1)]);
    expect(outcomes.flatMap(({ kind }, index) => (kind === 'REJECTED' ? [index] : []))).toEqual([10]);
    expect(known.size).toBe(49);
  });

  test('of fifty that is split on a slow line ends in time, and what was not reached is untried and goes next', async () => {
    const fifty = Array.from({ length: 50 }, (_, n) => ({ ...content, nik: `40010152038800${10 + n}` }));
    const { listener, sizes, known } = server(['4001015203880010']);
    const order = await orderTo(listener, { timeoutMs: 30_000 }, ...fifty);
    const now = () => 2500 * sizes.length;
    const outcomes = await deliver(order, { ...deps, now });
    const untried = outcomes.flatMap(({ kind }, index) => (kind === 'UNTRIED' ? [index] : []));
    expect(now()).toBeLessThan(80_000 - 25_000);
    expect(untried.length).toBeGreaterThan(25);
    expect([untried.at(-1), sizes.length]).toEqual([49, 51 - untried.length]);
    const rest = { ...order, items: untried.flatMap((index) => order.items[index] ?? []) };
    expect((await deliver(rest, deps)).every(({ kind }) => kind === 'ACKNOWLEDGED')).toBe(true);
    expect(known.size).toBe(49);
  });

  test('of which something arrived before is split, and only that is a duplicate', async () => {
    const { listener } = server([], new Set([other.nik]));
    const outcomes = await deliver(await orderTo(listener, {}, content, other), deps);
    expect(outcomes).toMatchObject([{ duplicate: false }, { duplicate: true }]);
  });

  test.each<[string, (niks: readonly string[]) => readonly unknown[], string]>([
    ['in another order', (niks) => niks.toReversed(), 'ACKNOWLEDGED'],
    ['without one', (niks) => niks.slice(1), 'TECHNICAL'],
    ['with one that was not sent', (niks) => [...niks, '4001014101900009'], 'TECHNICAL'],
    ['with another in the place of one', (niks) => ['4001014101900009', ...niks.slice(1)], 'TECHNICAL'],
    ['with one there twice', (niks) => [niks[0], ...niks], 'TECHNICAL'],
    ['with one there twice and another not', (niks) => [niks[1], ...niks.slice(1)], 'TECHNICAL'],
  ])('of fifty whose answer lists them %s is %s', async (_, listed, kind) => {
    const fifty = Array.from({ length: 50 }, (_, n) => ({ ...content, nik: `40010152038800${10 + n}` }));
    const data = listed(fifty.map(({ nik }) => nik)).map((NIK) => ({ NIK }));
    const order = await orderTo(answering(200, JSON.stringify({ message: 'Success', data })), {}, ...fifty);
    expect(new Set((await deliver(order, deps)).map((outcome) => outcome.kind))).toEqual(new Set([kind]));
  });

  test('of which the answer names the one that was sent before is split like any other', async () => {
    let requests = 0;
    const order = await orderTo(
      (request, response) => {
        request.resume();
        requests += 1;
        // The second of the two, alone or in the batch.
        if (requests === 2) response.writeHead(200).end('{"message":"Success"}');
        else response.writeHead(400).end(`{"message":"Data ${other.nik} sudah pernah dikirim"}`);
      },
      {},
      content,
      other,
    );
    expect(await deliver(order, deps)).toMatchObject([{ duplicate: false }, { duplicate: true }]);
  });

  test('with an envelope that nobody can open is sent without it', async () => {
    const { listener, sizes } = server([]);
    const outcomes = await deliver(await orderTo(listener, {}, content, 'text', other), deps);
    expect(sizes).toEqual([2]);
    expect(outcomes).toMatchObject([
      { kind: 'ACKNOWLEDGED' },
      { failure: { code: 'ENVELOPE_UNREADABLE' } },
      { kind: 'ACKNOWLEDGED' },
    ]);
  });

  test.each([
    [401, '', 'BALIKAN_TOKEN_REFUSED'],
    [400, '{"message":"Data 4001014101900009 sudah pernah dikirim"}', 'BALIKAN_ANSWER_UNKNOWN'],
  ])(
    'that is split stops at an answer %i that stops the queue: what was taken stays taken, and no more is said',
    async (status, body, code) => {
      let requests = 0;
      const order = await orderTo(
        (request, response) => {
          request.resume();
          requests += 1;
          if (requests === 1) response.writeHead(422).end('{}');
          else if (requests === 2) response.writeHead(200).end('{"message":"Success"}');
          else response.writeHead(status).end(body);
        },
        {},
        content,
        other,
        { ...content, nik: '4001015203880003' },
        { ...content, nik: '4001015203880004' },
      );
      const stopped = { kind: 'TECHNICAL', stopQueue: true, failure: { code } };
      expect(await deliver(order, deps)).toMatchObject([{ kind: 'ACKNOWLEDGED' }, stopped, stopped, stopped]);
      expect(requests).toBe(3);
    },
  );

  test('whose line breaks while it is sent one by one leaves the rest owed, untried', async () => {
    let requests = 0;
    const order = await orderTo(
      (request, response) => {
        requests += 1;
        request.resume();
        if (requests === 1) response.writeHead(422).end('{}');
        else if (requests === 2) response.writeHead(200).end('{"message":"Success"}');
        else request.socket.destroy();
      },
      {},
      content,
      other,
      { ...content, nik: '4001015203880003' },
      { ...content, nik: '4001015203880004' },
    );
    const outcomes = await deliver(order, deps);
    expect([requests, outcomes.map(({ kind }) => kind)]).toEqual([
      3,
      ['ACKNOWLEDGED', 'TECHNICAL', 'TECHNICAL', 'TECHNICAL'],
    ]);
  });

  test('is never made where the endpoint takes forms', async () => {
    const received: Received[] = [];
    const listener = answering(200, '{"message":"Success"}', received);
    await deliver(await orderTo(listener, { shape: 'MULTIPART_SINGLE' }, content, other), deps);
    expect(received.map(({ type }) => type.split(';')[0])).toEqual([
      'multipart/form-data',
      'multipart/form-data',
    ]);
  });
});

describe('bad envelopes', () => {
  test.each([['text'], [{ nik: '123', param: {} }], [{ nik: content.nik, param: { a: 1 } }]])(
    'an envelope that holds %j is unreadable and nothing is sent',
    async (sealed) => {
      const received: Received[] = [];
      const order = await orderTo(answering(200, '{"message":"Success"}', received), {}, sealed);
      const [outcome] = await deliver(order, deps);
      expect(outcome).toMatchObject({ failure: { code: 'ENVELOPE_UNREADABLE', retry: 'never' } });
      expect(JSON.stringify(outcome)).not.toContain(content.nik);
      expect(received).toEqual([]);
    },
  );

  test('an envelope sealed to another key is unreadable', async () => {
    const order = await orderTo(answering(200, '{"message":"Success"}'));
    const [outcome] = await deliver({ ...order, key: toWirePair(newKeyPair()) }, deps);
    expect(outcome).toMatchObject({ failure: { code: 'ENVELOPE_UNREADABLE' } });
  });

  test('even a bug in a dependency is an outcome, and its message stays out of it', async () => {
    const order = await orderTo(answering(200, '{"message":"Success"}'));
    const open = () => {
      throw new Error(`cannot open ${content.nik}`);
    };
    const [outcome] = await deliver(order, { ...deps, open });
    expect(outcome).toMatchObject({ kind: 'TECHNICAL', stopQueue: false });
    expect(JSON.stringify(outcome)).not.toContain(content.nik);
  });
});

test('of a refusal main learns one of our words and nothing the server wrote', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (words) => {
      expect(reasonOf(words)).toMatch(/^[A-Z_]{3,20}$/);
    }),
  );
});

test('a plain server is reached where the profile says http', async () => {
  const server = await plainServer(answering(200, '{"message":"Success"}'));
  servers.push(server);
  const order = await orderTo(answering(500, ''), { baseUrl: server.url.href });
  expect(await deliver(order, deps)).toMatchObject([{ kind: 'ACKNOWLEDGED' }]);
});
