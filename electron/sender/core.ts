/**
 * Sends one item of data balikan: opens its envelope, says what is owed, reads the answer, and leaves no plaintext behind.
 * Runs in a process of its own that ends afterwards; the outbox decides what happens next.
 */
import { randomBytes } from 'node:crypto';
import type { Failure, Result } from '../../native/failure.ts';
import {
  type AppFailureCode,
  appFailure,
  type BalikanContent,
  balikanContent,
  type SendOrder,
  type SendOutcome,
} from '../contract/index.ts';
import { type CallProblem, createHttpClient, type NetworkHost } from '../network/index.ts';
import { encodeBody } from './body.ts';
import { verdictOf } from './verdict.ts';

export interface SenderDeps {
  /** Opens a sealed box; both halves of the key and the envelope as they stand in the order, in base64. */
  open(key: SendOrder['key'], envelope: string): Result<Uint8Array>;
  now(): number;
  readonly host?: NetworkHost;
}

/** Connecting has its own, shorter time (gateway fact sheet 4.1). */
const connectTimeoutMs = 10_000;
const maxAnswerBytes = 64 * 1024;

const problemCodes: Readonly<Record<CallProblem['kind'], AppFailureCode>> = {
  NOT_CLOSED_NETWORK: 'NOT_CLOSED_NETWORK',
  REFUSED: 'BALIKAN_UNREACHABLE',
  UNREACHABLE: 'BALIKAN_UNREACHABLE',
  CERTIFICATE: 'GATEWAY_CERTIFICATE',
  RESET: 'BALIKAN_UNREACHABLE',
  TIMEOUT: 'BALIKAN_UNREACHABLE',
  TOO_LARGE: 'BALIKAN_SERVER_ERROR',
};

function technical(failure: Failure): SendOutcome {
  return { kind: 'TECHNICAL', failure: { ...failure }, stopQueue: false };
}

function contentOf(plaintext: Uint8Array): BalikanContent | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(plaintext).toString('utf8'));
    return balikanContent.safeParse(parsed).data;
  } catch {
    // Sealed by us and yet no JSON: told to the outbox as an envelope that cannot be read.
    return undefined;
  }
}

async function send(order: SendOrder, content: BalikanContent, deps: SenderDeps): Promise<SendOutcome> {
  const { endpoint, closedNetwork } = order;
  const base = new URL(endpoint.baseUrl);
  const { contentType, body } = encodeBody(endpoint, content, randomBytes(16).toString('hex'));
  const client = createHttpClient({
    url: base,
    certificateSha256: endpoint.certificateSha256,
    closedNetwork,
    connectTimeoutMs: Math.min(connectTimeoutMs, endpoint.timeoutMs),
    answerTimeoutMs: endpoint.timeoutMs,
    maxAnswerBytes,
    ...(deps.host === undefined ? {} : { host: deps.host }),
  });
  const startedAt = deps.now();
  try {
    const result = await client.post({
      path: `${base.pathname.replace(/\/+$/, '')}${endpoint.path}`,
      headers: {
        Authorization: `Bearer ${endpoint.token}`,
        'Content-Type': contentType,
        Accept: 'application/json',
      },
      body,
    });
    if (!result.ok) {
      const { kind, detail } = result.problem;
      return technical(appFailure(problemCodes[kind], 'data balikan', detail));
    }
    const verdict = verdictOf(result.answer.status, result.answer.body.toString('utf8'));
    return verdict.kind === 'ACKNOWLEDGED'
      ? { ...verdict, ms: Math.max(0, deps.now() - startedAt) }
      : verdict;
  } finally {
    client.close();
  }
}

/**
 * Delivers one item. Never rejects: whatever goes wrong is a `TECHNICAL` outcome, and the item stays in the queue.
 * An envelope that cannot be opened, or holds something else, is `TECHNICAL` with `ENVELOPE_UNREADABLE` and `retry: never`.
 */
export async function deliver(order: SendOrder, deps: SenderDeps): Promise<SendOutcome> {
  let plaintext: Uint8Array | undefined;
  try {
    const opened = deps.open(order.key, order.envelope);
    if (!opened.ok) return technical(opened.failure);
    plaintext = opened.value;
    const content = contentOf(plaintext);
    if (content === undefined) {
      return technical(appFailure('ENVELOPE_UNREADABLE', 'data balikan', 'content is not an item'));
    }
    return await send(order, content, deps);
  } catch (error) {
    // A bug, or a token that is no header value: the item is still owed, so its outbox must hear of it. The message of the
    // error stays out, because it could quote what was being sent.
    const detail = error instanceof Error ? error.name : typeof error;
    return technical(appFailure('BALIKAN_UNREACHABLE', 'data balikan', detail));
  } finally {
    plaintext?.fill(0);
  }
}
