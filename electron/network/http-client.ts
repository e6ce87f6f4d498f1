/**
 * A small HTTP client for exactly one endpoint of the closed network: one connection, one call at a time, a deadline for
 * connecting and one for the whole answer, a limit on what it swallows. It follows no redirect, knows no proxy and keeps no
 * cookie, because none of them has a place between a counter and Dukcapil.
 */
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { checkRoute, closedNetworkOf, type NetworkHost, thisHost } from './closed-network.ts';
import { type Endpoint, openPinned } from './pinned-connection.ts';
import { type CallProblem, CallProblemError, problemOf } from './problem.ts';

export interface HttpClientOptions extends Endpoint {
  /** CIDR ranges of the closed network. */
  readonly closedNetwork: readonly string[];
  /** For look-up, TCP and TLS together, in milliseconds. */
  readonly connectTimeoutMs: number;
  /** From the first byte of the request to the last byte of the answer, in milliseconds. */
  readonly answerTimeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly host?: NetworkHost;
}

export interface HttpCall {
  /** Path with its leading slash, already encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Zeroed when the call is over: it holds a NIK and perhaps credentials. */
  readonly body: Buffer;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  /** For the caller to zero after use. */
  readonly body: Buffer;
}

export type CallResult =
  | { readonly ok: true; readonly answer: HttpAnswer }
  | { readonly ok: false; readonly problem: CallProblem };

export interface HttpClient {
  /** Never rejects. Calls wait for each other. */
  post(call: HttpCall): Promise<CallResult>;
  /** Ends the connection, also under a running call. */
  close(): void;
}

type OnSocket = (error: Error | null, socket: Duplex) => void;

/** Hands out only connections that passed {@link openPinned}, and keeps one of them warm. */
class PinnedAgent extends Agent {
  readonly #open: () => Promise<Duplex>;
  #closed = false;

  constructor(open: () => Promise<Duplex>) {
    super({ keepAlive: true, maxSockets: 1, maxFreeSockets: 1 });
    this.#open = open;
  }

  override createConnection(_options: unknown, onSocket?: OnSocket): undefined {
    this.#open().then(
      (socket) => {
        if (this.#closed) socket.destroy();
        onSocket?.(null, socket);
      },
      (error: Error) => (onSocket as ((error: Error) => void) | undefined)?.(error),
    );
  }

  override destroy(): void {
    this.#closed = true;
    super.destroy();
  }
}

function collect(answer: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    answer.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > limit) {
        answer.destroy(
          new CallProblemError({ kind: 'TOO_LARGE', sent: true, detail: `more than ${limit} bytes` }),
        );
      }
    });
    answer.on('error', reject);
    answer.on('end', () => {
      const body = Buffer.concat(chunks);
      for (const chunk of chunks) chunk.fill(0);
      resolve(body);
    });
  });
}

function answerTo(outgoing: ClientRequest, limit: number): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.once('response', (answer) => {
      collect(answer, limit).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
    });
  });
}

async function callOnce(agent: Agent, options: HttpClientOptions, call: HttpCall): Promise<CallResult> {
  let sent = false;
  let deadline: NodeJS.Timeout | undefined;
  const outgoing = request({
    agent,
    method: 'POST',
    path: call.path,
    setHost: false,
    headers: { Host: options.url.host, ...call.headers, 'Content-Length': String(call.body.length) },
  });
  const end = (problem: CallProblem) => outgoing.destroy(new CallProblemError(problem));
  const stop = () => end({ kind: 'RESET', sent, detail: 'call stopped' });
  const late = () => end({ kind: 'TIMEOUT', sent: true, detail: 'no answer in time' });
  outgoing.once('socket', () => {
    sent = true;
    deadline = setTimeout(late, options.answerTimeoutMs);
  });
  call.signal?.addEventListener('abort', stop, { once: true });
  try {
    const answer = answerTo(outgoing, options.maxAnswerBytes);
    if (call.signal?.aborted) stop();
    outgoing.end(call.body);
    return { ok: true, answer: await answer };
  } catch (error) {
    outgoing.destroy();
    return { ok: false, problem: problemOf(error, sent) };
  } finally {
    clearTimeout(deadline);
    call.signal?.removeEventListener('abort', stop);
  }
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const network = closedNetworkOf(options.closedNetwork);
  const host = options.host ?? thisHost;

  function open() {
    if (network === undefined) throw new Error('no connection without a valid closed network');
    return openPinned(options, network, host, AbortSignal.timeout(options.connectTimeoutMs));
  }
  const agent = new PinnedAgent(async () => open());

  /** A warm connection skips {@link openPinned}, so the route is looked at before every call. */
  async function outside(): Promise<CallProblem | undefined> {
    const detail = 'the registered ranges are not valid';
    if (network === undefined) return { kind: 'NOT_CLOSED_NETWORK', sent: false, detail };
    const route = await checkRoute(options.url.hostname, network, host);
    if (route.kind === 'inside') return undefined;
    const kind = route.kind === 'outside' ? 'NOT_CLOSED_NETWORK' : 'UNREACHABLE';
    return { kind, sent: false, detail: route.detail };
  }

  async function post(call: HttpCall): Promise<CallResult> {
    try {
      const problem = await outside();
      return problem === undefined ? await callOnce(agent, options, call) : { ok: false, problem };
    } finally {
      call.body.fill(0);
    }
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    post(call) {
      const result = last.then(() => post(call));
      last = result;
      return result;
    },
    close: () => agent.destroy(),
  };
}
