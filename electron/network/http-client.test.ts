/** The client of the closed network against real sockets on loopback: pins, ranges, deadlines, limits. */
import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type CallResult, createHttpClient, type HttpClient, type NetworkHost } from './index.ts';
import { type LocalServer, plainServer, tlsServer } from './local-server.test-support.ts';

const toClose: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of toClose.splice(0)) await thing.close();
});

const answerFine: RequestListener = (request, response) => {
  request.resume().on('end', () => response.end('fine'));
};

interface Overrides {
  readonly url?: URL;
  readonly pin?: string | undefined;
  readonly closedNetwork?: readonly string[];
  readonly connectTimeoutMs?: number;
  readonly answerTimeoutMs?: number;
  readonly host?: NetworkHost;
}

async function serve(make: Promise<LocalServer>): Promise<LocalServer> {
  const server = await make;
  toClose.push(server);
  return server;
}

function client(server: LocalServer, overrides: Overrides = {}): HttpClient {
  const made = createHttpClient({
    url: overrides.url ?? server.url,
    certificateSha256: 'pin' in overrides ? overrides.pin : server.pin,
    closedNetwork: overrides.closedNetwork ?? ['127.0.0.0/8'],
    connectTimeoutMs: overrides.connectTimeoutMs ?? 2000,
    answerTimeoutMs: overrides.answerTimeoutMs ?? 2000,
    maxAnswerBytes: 1000,
    ...(overrides.host === undefined ? {} : { host: overrides.host }),
  });
  toClose.push(made);
  return made;
}

function post(to: HttpClient, body = Buffer.from('secret'), signal?: AbortSignal): Promise<CallResult> {
  return to.post({ path: '/', headers: {}, body, signal });
}

async function problem(to: HttpClient) {
  const result = await post(to);
  return result.ok ? undefined : { kind: result.problem.kind, sent: result.problem.sent };
}

describe('the certificate', () => {
  test('a self-signed server is trusted by its pin alone, and the body is zeroed afterwards', async () => {
    const body = Buffer.from('secret');
    const result = await post(client(await serve(tlsServer(answerFine))), body);
    expect(result.ok && result.answer.body.toString()).toBe('fine');
    expect(body.every((byte) => byte === 0)).toBe(true);
  });

  test.each([
    ['another pin', 'f'.repeat(64)],
    ['no pin at all', undefined],
  ])('with %s the server sees not one request', async (_, pin) => {
    let requests = 0;
    const server = await serve(
      tlsServer((request, response) => {
        requests += 1;
        answerFine(request, response);
      }),
    );
    expect(await problem(client(server, { pin }))).toEqual({ kind: 'CERTIFICATE', sent: false });
    expect(requests).toBe(0);
  });

  test('a plain server behind an https address is a problem before anything was sent', async () => {
    const server = await serve(plainServer(answerFine));
    const url = new URL(server.url.href.replace('http:', 'https:'));
    const result = await post(client(server, { url }));
    expect(result.ok ? true : result.problem.sent).toBe(false);
  });
});

describe('the closed network', () => {
  test('an endpoint outside the ranges is refused without a connection', async () => {
    const server = await serve(plainServer(answerFine));
    const elsewhere = client(server, { closedNetwork: ['192.0.2.0/24'] });
    expect(await problem(elsewhere)).toEqual({ kind: 'NOT_CLOSED_NETWORK', sent: false });
    expect(server.connections()).toBe(0);
  });

  test('a computer without an interface in the ranges is refused without a connection', async () => {
    const server = await serve(plainServer(answerFine));
    const host: NetworkHost = { resolve: async () => [], localAddresses: () => ['198.51.100.7'] };
    expect(await problem(client(server, { host }))).toEqual({ kind: 'NOT_CLOSED_NETWORK', sent: false });
    expect(server.connections()).toBe(0);
  });

  test('a name must resolve to nothing but addresses inside, and the connection goes to that address', async () => {
    const server = await serve(plainServer(answerFine));
    const url = new URL(`http://gateway.invalid:${server.url.port}`);
    const resolving = (addresses: string[]): NetworkHost => ({
      resolve: async () => addresses,
      localAddresses: () => ['127.0.0.1'],
    });
    const both = client(server, { url, host: resolving(['127.0.0.1', '203.0.113.9']) });
    expect(await problem(both)).toEqual({ kind: 'NOT_CLOSED_NETWORK', sent: false });
    expect(await problem(client(server, { url, host: resolving(['127.0.0.1']) }))).toBeUndefined();
    expect(await problem(client(server, { url, host: resolving([]) }))).toEqual({
      kind: 'UNREACHABLE',
      sent: false,
    });
  });

  test.each([['0.0.0.0/0'], ['127.0.0.0/33'], ['127.0.0.0'], ['localhost/8'], ['::/0']])(
    'the range %s makes no closed network',
    async (range) => {
      const server = await serve(plainServer(answerFine));
      expect(await problem(client(server, { closedNetwork: [range] }))).toMatchObject({
        kind: 'NOT_CLOSED_NETWORK',
      });
    },
  );

  test('the way is checked again before a call on a warm connection', async () => {
    const server = await serve(plainServer(answerFine));
    let addresses = ['127.0.0.1'];
    const host: NetworkHost = { resolve: async () => [], localAddresses: () => addresses };
    const warm = client(server, { host });
    expect(await problem(warm)).toBeUndefined();
    addresses = [];
    expect(await problem(warm)).toEqual({ kind: 'NOT_CLOSED_NETWORK', sent: false });
  });
});

describe('the line', () => {
  test('calls share one connection and wait for each other', async () => {
    let running = 0;
    let most = 0;
    const server = await serve(
      tlsServer((request, response) => {
        running += 1;
        most = Math.max(most, running);
        request.resume().on('end', () =>
          setImmediate(() => {
            running -= 1;
            response.end('fine');
          }),
        );
      }),
    );
    const to = client(server);
    const results = await Promise.all([post(to), post(to), post(to)]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(1);
    expect(server.connections()).toBe(1);
  });

  test('a closed port is a refusal', async () => {
    const server = await plainServer(answerFine);
    await server.close();
    expect(await problem(client(server))).toEqual({ kind: 'REFUSED', sent: false });
  });

  test('a server that takes the connection and never shakes hands is unreachable in the time given', async () => {
    const mute = createServer();
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const server = await serve(tlsServer(answerFine));
    const { port } = mute.address() as { port: number };
    const url = new URL(`https://127.0.0.1:${port}`);
    expect(await problem(client(server, { url, connectTimeoutMs: 50 }))).toEqual({
      kind: 'UNREACHABLE',
      sent: false,
    });
    mute.close();
  });

  test('silence after the request is a time-out that says the request had left', async () => {
    const server = await serve(plainServer((request) => request.resume()));
    expect(await problem(client(server, { answerTimeoutMs: 50 }))).toEqual({ kind: 'TIMEOUT', sent: true });
  });

  test('an answer that drips is cut at the deadline for the whole of it', async () => {
    const server = await serve(
      plainServer((_, response) => {
        response.writeHead(200, { 'Content-Length': '900' });
        const drip = setInterval(() => response.write('x'), 10);
        response.on('close', () => clearInterval(drip));
      }),
    );
    expect(await problem(client(server, { answerTimeoutMs: 80 }))).toEqual({ kind: 'TIMEOUT', sent: true });
  });

  test.each<[string, RequestListener]>([
    ['before the answer', (request) => request.socket.destroy()],
    [
      'inside the answer',
      (_, response) => {
        response.writeHead(200, { 'Content-Length': '900' });
        response.write('half', () => response.socket?.destroy());
      },
    ],
  ])('a connection that breaks %s is a reset', async (_, handler) => {
    const server = await serve(plainServer(handler));
    expect(await problem(client(server))).toEqual({ kind: 'RESET', sent: true });
  });

  test('an answer beyond the limit is not swallowed', async () => {
    const server = await serve(plainServer((_, response) => response.end('x'.repeat(5000))));
    expect(await problem(client(server))).toEqual({ kind: 'TOO_LARGE', sent: true });
  });

  test('a redirect is an answer like any other and is not followed', async () => {
    const server = await serve(
      plainServer((_, response) => response.writeHead(302, { Location: 'http://192.0.2.1/' }).end()),
    );
    const result = await post(client(server));
    expect(result.ok && result.answer.status).toBe(302);
  });

  test('a proxy named in the environment is not asked', async () => {
    const server = await serve(plainServer(answerFine));
    process.env.http_proxy = 'http://192.0.2.1:3128';
    process.env.HTTP_PROXY = 'http://192.0.2.1:3128';
    const result = await post(client(server));
    delete process.env.http_proxy;
    delete process.env.HTTP_PROXY;
    expect(result.ok).toBe(true);
  });

  test('a call can be stopped, and the client lives on', async () => {
    const stop = new AbortController();
    let silent = true;
    const server = await serve(
      plainServer((request, response) => {
        if (silent) stop.abort();
        else answerFine(request, response);
      }),
    );
    const to = client(server);
    expect(await post(to, Buffer.from('x'), stop.signal)).toMatchObject({ ok: false });
    silent = false;
    expect(await post(to)).toMatchObject({ ok: true });
  });
});
