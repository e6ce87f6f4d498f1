/** What the tests of this folder share: gateways that are closed again, and a bare HTTP client – Node's own, nothing of the product. */
import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { expect } from 'vitest';
import {
  type Certificate,
  createCertificate,
  type GatewayOptions,
  type SimulatedGateway,
  startGateway,
} from './index.ts';
import { isObject, readJson } from './json.ts';

/** Opens gateways that share one certificate, since making one takes longer than most tests. */
export class Gateways {
  #certificate: Certificate | undefined;
  readonly #opened: SimulatedGateway[] = [];

  async open(options: GatewayOptions = {}): Promise<SimulatedGateway> {
    this.#certificate ??= await createCertificate();
    const gateway = await startGateway({ certificate: this.#certificate, ...options });
    this.#opened.push(gateway);
    return gateway;
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.#opened.splice(0).map((gateway) => gateway.close()));
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

export interface Post {
  readonly url: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  /** Trusted certificate for https. */
  readonly ca?: string;
  /** Gives up after this time, as every client must. */
  readonly patienceMs?: number;
  /** Gives up at once when told to. */
  readonly signal?: AbortSignal;
}

class OutOfPatience extends Error {}

export function post({
  url,
  body,
  headers,
  method = 'POST',
  ca,
  patienceMs = 15_000,
  signal,
}: Post): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = { method, headers: { 'Content-Type': 'application/json', ...headers } };
    const secure = url.startsWith('https:');
    const outgoing: ClientRequest = secure
      ? httpsRequest(url, { ...options, agent: new HttpsAgent(), ...(ca === undefined ? {} : { ca }) })
      : httpRequest(url, { ...options, agent: new HttpAgent() });
    const patience = setTimeout(() => outgoing.destroy(new OutOfPatience()), patienceMs);
    signal?.addEventListener('abort', () => outgoing.destroy(new OutOfPatience()));
    outgoing.once('close', () => clearTimeout(patience));
    outgoing.once('error', reject);
    outgoing.once('response', (incoming: IncomingMessage) => readAll(incoming).then(resolve, reject));
    outgoing.end(body);
  });
}

async function readAll(incoming: IncomingMessage): Promise<Reply> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

/**
 * Sends a request that trouble lets go unanswered, waits until the server has read it, and gives up: `silence` if it really went
 * unanswered. No time is waited for, so a slow machine changes nothing.
 */
export async function unanswered(
  gateway: SimulatedGateway,
  service: 'lookup' | 'balikan',
  send: (signal: AbortSignal) => Promise<Reply>,
): Promise<string> {
  const read = gateway.journal(service).length;
  const giveUp = new AbortController();
  const end = failureOf(send(giveUp.signal));
  await expect.poll(() => gateway.journal(service).length, { timeout: 10_000 }).toBe(read + 1);
  giveUp.abort();
  return end;
}

/** The code that a failed request ends with, e.g. `ECONNRESET`. */
export async function failureOf(reply: Promise<Reply>): Promise<string> {
  return reply.then(
    () => 'answered',
    (error: unknown) => {
      if (error instanceof OutOfPatience) return 'silence';
      return error instanceof Error && 'code' in error ? String(error.code) : String(error);
    },
  );
}

/** Sends a fetch call; members of `body` replace or, when undefined, remove the correct ones. */
export function fetchCall(
  gateway: SimulatedGateway,
  body: Readonly<Record<string, unknown>>,
  post_: Partial<Post> = {},
): Promise<Reply> {
  const { consumerId, methods, credentials } = gateway.consumer;
  return post({
    url: `${gateway.address.gateway.http}/dukcapil/get_json/${consumerId}/${methods.fetch}`,
    body: JSON.stringify({ ...credentials, ...body }),
    ...post_,
  });
}

export function matchCall(
  gateway: SimulatedGateway,
  body: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const { consumerId, methods, credentials } = gateway.consumer;
  const signIn = {
    USER_ID: credentials.user_id,
    PASSWORD: credentials.password,
    IP_USER: credentials.ip_user,
  };
  return post({
    url: `${gateway.address.gateway.http}/dukcapil/get_json/${consumerId}/${methods.match}`,
    body: JSON.stringify({ ...signIn, TRESHOLD: '90', ...body }),
  });
}

/** Data balikan in body B. */
export function sendBatch(
  gateway: SimulatedGateway,
  data: readonly { readonly NIK: unknown; readonly param: unknown }[],
  token = gateway.consumer.token,
  signal?: AbortSignal,
): Promise<Reply> {
  const { id_lembaga, nama_lembaga } = gateway.consumer;
  return post({
    url: `${gateway.address.balikan.http}${gateway.address.balikan.storePath}`,
    headers: { Authorization: `Bearer ${token}` },
    ...(signal === undefined ? {} : { signal }),
    body: JSON.stringify([{ id_lembaga, nama_lembaga, data }]),
  });
}

/** `content[0]` of an answer, parsed as a careless client would. */
export function contentOf(reply: Reply): Readonly<Record<string, unknown>> {
  const envelope = readJson(reply.text);
  const content = isObject(envelope) ? envelope.content : undefined;
  const first: unknown = Array.isArray(content) ? content[0] : undefined;
  if (!isObject(first)) throw new Error(`no content in ${reply.text}`);
  return first;
}

export function messageOf(reply: Reply): unknown {
  const body = readJson(reply.text);
  return isObject(body) ? body.message : undefined;
}
