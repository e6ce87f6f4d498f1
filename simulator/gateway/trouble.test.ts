import { connect } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  contentOf,
  failureOf,
  fetchCall,
  Gateways,
  post,
  sendBatch,
  unanswered,
} from './client.test-support.ts';
import type { SimulatedGateway } from './index.ts';
import { readJson } from './json.ts';

const r1 = '4001015203880001';
const record = { NIK: r1, param: [{ JENIS_BANTUAN: 'Bantuan benih', KETERANGAN_PENERIMA_BANTUAN: 'PB-1' }] };

const gateways = new Gateways();
let gateway: SimulatedGateway;

beforeEach(async () => {
  gateway = await gateways.open();
});
afterEach(() => gateways.closeAll());

/** The same call over TLS, trusting exactly the announced certificate. */
function secureCall(patienceMs = 15_000) {
  const { https } = gateway.address.gateway;
  const { consumerId, methods } = gateway.consumer;
  return fetchCall(
    gateway,
    { nik: r1 },
    {
      url: `${https}/dukcapil/get_json/${consumerId}/${methods.fetch}`,
      ca: gateway.address.certificate.pem,
      patienceMs,
    },
  );
}

describe('https', () => {
  test('answers under a self-signed certificate for the address, whose pin was announced', async () => {
    expect(contentOf(await secureCall()).NAMA_LGKP).toBe('SEKAR CONTOHWATI');
    const { port } = new URL(gateway.address.gateway.https);
    const fingerprint = await new Promise<string>((resolve, reject) => {
      const socket = connect(
        { host: '127.0.0.1', port: Number(port), ca: gateway.address.certificate.pem },
        () => {
          resolve(socket.getPeerX509Certificate()?.fingerprint256 ?? '');
          socket.destroy();
        },
      );
      socket.once('error', reject);
    });
    expect(fingerprint.replaceAll(':', '').toLowerCase()).toBe(gateway.address.certificate.sha256Hex);
  });

  test('is not trusted by a client that was given no certificate', async () => {
    const url = gateway.address.gateway.https;
    expect(await failureOf(post({ url, body: '' }))).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  });

  test('shows a wrong certificate, when told to, and the right one afterwards', async () => {
    await gateway.trouble({ kind: 'wrong-certificate' });
    expect(await failureOf(secureCall())).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    await gateway.trouble({ kind: 'none' });
    expect((await secureCall()).status).toBe(200);
  });

  test('resets beneath TLS and keeps silent before it', async () => {
    await gateway.trouble({ kind: 'reset', times: 1 });
    expect(await failureOf(secureCall())).toBe('ECONNRESET');
    await gateway.trouble({ kind: 'mute' });
    expect(await failureOf(secureCall(50))).toBe('silence');
    await gateway.trouble({ kind: 'none' });
    expect((await secureCall()).status).toBe(200);
  });
});

describe('trouble with lookups', () => {
  const call = (patienceMs = 15_000) => fetchCall(gateway, { nik: r1 }, { patienceMs });

  test('can refuse connections and take them again on the same port', async () => {
    await gateway.trouble({ kind: 'refuse' });
    expect(await failureOf(call())).toBe('ECONNREFUSED');
    await gateway.trouble({ kind: 'none' });
    expect((await call()).status).toBe(200);
  });

  test('can stall, with the hit counted or not', async () => {
    const stalled = () =>
      unanswered(gateway, 'lookup', (signal) => fetchCall(gateway, { nik: r1 }, { signal }));
    await gateway.trouble({ kind: 'stall', times: 1 });
    expect([await stalled(), gateway.quota()]).toEqual(['silence', 200]);
    await gateway.trouble({ kind: 'stall', moment: 'after', times: 1 });
    expect([await stalled(), gateway.quota()]).toEqual(['silence', 199]);
    expect((await call()).status).toBe(200);
  });

  test('can answer 500 with HTML, any other status, or a redirect to nowhere', async () => {
    await gateway.trouble({ kind: 'html-500', times: 1 });
    const reply = await call();
    expect([reply.status, reply.text.slice(0, 9)]).toEqual([500, '<!doctype']);
    await gateway.trouble({ kind: 'status', status: 503, times: 1 });
    expect((await call()).status).toBe(503);
    await gateway.trouble({ kind: 'redirect', times: 1 });
    expect((await call()).headers.location).toMatch(/^https:\/\/192\.0\.2\./);
  });

  test('can answer 200 with half a JSON text, nonsense, nothing, or no content', async () => {
    await gateway.trouble({ kind: 'truncated', times: 1 });
    const half = (await call()).text;
    expect([half.slice(0, 12), readJson(half)]).toEqual(['{"content":[', undefined]);
    await gateway.trouble({ kind: 'garbage', times: 1 });
    expect(readJson((await call()).text)).toBeUndefined();
    await gateway.trouble({ kind: 'empty-body', times: 1 });
    expect((await call()).text).toBe('');
    await gateway.trouble({ kind: 'empty-content', times: 1 });
    expect(readJson((await call()).text)).toMatchObject({ content: [], numberOfElements: 0 });
  });

  test('can end the connection in the middle of an answer', async () => {
    await gateway.trouble({ kind: 'cut-off', times: 1 });
    expect(await failureOf(call())).toBe('ECONNRESET');
  });

  test('can drip an answer byte by byte, and hide it behind megabytes of blanks', async () => {
    await gateway.trouble({ kind: 'drip', everyMs: 1, times: 1 });
    expect(contentOf(await call()).NAMA_LGKP).toBe('SEKAR CONTOHWATI');
    await gateway.trouble({ kind: 'drip', everyMs: 20, times: 1 });
    expect(await failureOf(call(100))).toBe('silence');
    await gateway.trouble({ kind: 'oversized', times: 1 });
    expect((await call()).text.length).toBeGreaterThan(16 * 1024 * 1024);
  });

  test('can give a notice that nobody knows, without a code', async () => {
    await gateway.trouble({ kind: 'unknown-notice', times: 1 });
    expect(contentOf(await call())).toEqual({ RESPON: 'Layanan sedang dalam penyesuaian data semester' });
  });

  test('lasts until it is taken back when no number is given', async () => {
    await gateway.trouble({ kind: 'html-500' });
    expect([(await call()).status, (await call()).status, (await call()).status]).toEqual([500, 500, 500]);
    await gateway.trouble({ kind: 'none', service: 'balikan' });
    expect((await call()).status).toBe(500);
    await gateway.trouble({ kind: 'none', service: 'lookup' });
    expect((await call()).status).toBe(200);
  });

  test('answers late when told to', async () => {
    gateway.setLatency(300);
    expect(await failureOf(call(50))).toBe('silence');
    expect((await call()).status).toBe(200);
  });
});

describe('trouble with data balikan', () => {
  const send = (signal?: AbortSignal) => sendBatch(gateway, [record], undefined, signal);
  const sendUnder = (kind: string) =>
    kind === 'stall' ? unanswered(gateway, 'balikan', send) : failureOf(send());

  test.each(['stall', 'reset', 'text-500', 'garbage'] as const)(
    '%s before the work: the record was not taken',
    async (kind) => {
      await gateway.trouble({ service: 'balikan', kind, times: 1 });
      await sendUnder(kind);
      expect(gateway.ledger()).toEqual([]);
      expect((await sendBatch(gateway, [record])).status).toBe(200);
    },
  );

  test.each(['stall', 'reset', 'text-500', 'garbage'] as const)(
    '%s after the work: the record was taken, and the next try is a duplicate',
    async (kind) => {
      await gateway.trouble({ service: 'balikan', kind, times: 1, moment: 'after' });
      await sendUnder(kind);
      expect((await sendBatch(gateway, [record])).status).toBe(400);
      expect(gateway.ledger()).toMatchObject([{ nik: r1, registration: 'PB-1', accepted: 1, duplicates: 1 }]);
    },
  );

  test('can claim a duplicate that is none', async () => {
    await gateway.trouble({ service: 'balikan', kind: 'duplicate', times: 1 });
    expect((await sendBatch(gateway, [record])).text).toBe('{"message":"Data sudah pernah dikirim"}');
    expect(gateway.ledger()).toEqual([]);
  });

  test('leaves lookups alone', async () => {
    await gateway.trouble({ service: 'balikan', kind: 'refuse' });
    expect(await failureOf(sendBatch(gateway, [record]))).toBe('ECONNREFUSED');
    expect((await fetchCall(gateway, { nik: r1 })).status).toBe(200);
  });
});

describe('the journal', () => {
  test('tells what became of each request, and keeps bodies only on demand', async () => {
    const curious = await gateways.open({ keepBodies: true });
    await curious.trouble({ kind: 'html-500', times: 1, moment: 'after' });
    await fetchCall(curious, { nik: r1 });
    await fetchCall(curious, { nik: r1 });
    expect(curious.journal('lookup')).toMatchObject([
      { status: 500, outcome: 'found', trouble: 'html-500' },
      { status: 200, outcome: 'found', body: expect.stringContaining(r1) },
    ]);
    await fetchCall(gateway, { nik: r1 });
    expect(JSON.stringify(gateway.journal('lookup'))).not.toContain(r1);
  });
});

describe('closing', () => {
  test('ends stalled requests and frees the ports, and may be repeated', async () => {
    await gateway.trouble({ kind: 'stall' });
    const stalled = failureOf(fetchCall(gateway, { nik: r1 }));
    await expect.poll(() => gateway.journal('lookup').length).toBe(1);
    await gateway.close();
    await gateway.close();
    expect(await stalled).toBe('ECONNRESET');
    expect(await failureOf(fetchCall(gateway, { nik: r1 }))).toBe('ECONNREFUSED');
  });
});
