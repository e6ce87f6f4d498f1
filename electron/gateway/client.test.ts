/** The manners of the gateway client that need no gateway: what it does not send, does not repeat, and says about the network. */
import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { declared, type Sensitive } from '../../native/sensitive.ts';
import { type ElementPart, gatewayProfile } from '../contract/index.ts';
import { type LocalServer, plainServer } from '../network/local-server.test-support.ts';
import {
  closedNetworkWatch,
  createGatewayClient,
  type GatewayClient,
  type GatewayClientOptions,
} from './index.ts';

const toClose: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of toClose.splice(0)) await thing.close();
});

const typed = new Map<ElementPart, Sensitive<string>>([['NIK', declared('4001015203880001')]]);
const match = '{"content":[{"NIK":"Sesuai"}]}';

async function serve(status: number, body: string): Promise<{ server: LocalServer; requests: () => number }> {
  let requests = 0;
  const listener: RequestListener = (request, response) => {
    requests += 1;
    request.resume().on('end', () => response.writeHead(status).end(body));
  };
  const server = await plainServer(listener);
  toClose.push(server);
  return { server, requests: () => requests };
}

function client(url: URL, changes: Partial<GatewayClientOptions> = {}): GatewayClient {
  const made = createGatewayClient({
    profile: gatewayProfile.parse({
      baseUrl: url.origin,
      consumerId: 'CONTOH',
      methodName: 'CALL_VERIFY_BY_ELEMEN',
      credentials: { userId: 'u', password: 'p', ipUser: '192.0.2.10' },
      timeoutMs: 1000,
    }),
    closedNetwork: ['127.0.0.0/8'],
    clock: {
      after: (_ms, call) => {
        setImmediate(call);
        return () => undefined;
      },
    },
    ...changes,
  });
  toClose.push(made);
  return made;
}

test('without a NIK of sixteen digits nothing is sent and no hit is counted', async () => {
  const { server, requests } = await serve(200, match);
  const short = new Map<ElementPart, Sensitive<string>>([['NIK', declared('400101520388000')]]);
  for (const values of [new Map<ElementPart, Sensitive<string>>(), short]) {
    expect(await client(server.url).match(values, ['NIK'])).toMatchObject({
      failure: { code: 'NIK_FORMAT_INVALID' },
      attempts: 0,
    });
  }
  expect(await client(server.url).fetch(declared('x'), ['NIK'])).toMatchObject({ attempts: 0 });
  expect(requests()).toBe(0);
});

test('the pause before the one repetition is one to three seconds', async () => {
  const { server, requests } = await serve(503, '');
  const pauses: number[] = [];
  for (const random of [0, 0.5, 0.999]) {
    const clock: GatewayClientOptions['clock'] = {
      after: (ms, call) => {
        pauses.push(Math.round(ms));
        setImmediate(call);
        return () => undefined;
      },
    };
    await client(server.url, { clock, random: () => random }).match(typed, ['NIK']);
  }
  expect(pauses).toEqual([1000, 2000, 2998]);
  expect(requests()).toBe(6);
});

test('a visit that ends during the pause sends nothing more and leaves no timer behind', async () => {
  const { server, requests } = await serve(502, '');
  const ending = new AbortController();
  let takenBack = false;
  const clock: GatewayClientOptions['clock'] = {
    after: () => {
      queueMicrotask(() => ending.abort());
      return () => {
        takenBack = true;
      };
    },
  };
  const answer = await client(server.url, { clock }).match(typed, ['NIK'], ending.signal);
  expect(answer).toMatchObject({ failure: { code: 'GATEWAY_HTTP_ERROR' }, attempts: 1 });
  expect(requests()).toBe(1);
  expect(takenBack).toBe(true);
});

test('the network lamp tells an endpoint outside the closed network before anybody is asked', async () => {
  const { server } = await serve(200, match);
  expect(client(server.url).networkLamp()).toEqual({ colour: 'ready' });
  const outside = client(server.url, { closedNetwork: ['192.0.2.0/24'] });
  expect(outside.networkLamp()).toMatchObject({ colour: 'broken', failure: { code: 'NOT_CLOSED_NETWORK' } });
  expect(await outside.match(typed, ['NIK'])).toMatchObject({
    failure: { code: 'NOT_CLOSED_NETWORK' },
    attempts: 0,
  });
});

test('an inquiry after the client was closed fails and does not hang', async () => {
  const { server } = await serve(200, match);
  const asking = client(server.url);
  expect(await asking.match(typed, ['NIK'])).toMatchObject({ outcome: 'MATCH' });
  asking.close();
  expect(await asking.match(typed, ['NIK'])).toMatchObject({ kind: 'FAILED' });
});

test('without a grant of the web service the network is watched and nobody is called', async () => {
  const inside = { resolve: async () => [], localAddresses: () => ['192.0.2.30'] };
  const watch = closedNetworkWatch(['192.0.2.30/32'], inside);
  expect(watch.networkLamp()).toEqual({ colour: 'ready' });
  expect(closedNetworkWatch(['192.0.2.20/32'], inside).networkLamp()).toMatchObject({
    colour: 'broken',
    failure: { code: 'NOT_CLOSED_NETWORK' },
  });
  expect(await watch.match(typed, ['NIK'])).toMatchObject({
    kind: 'FAILED',
    failure: { code: 'METHOD_NOT_GRANTED' },
    attempts: 0,
  });
});
