/**
 * Sends data balikan, one item or a batch: opens the envelopes, says what is owed, reads the answer, and leaves no plaintext behind.
 * Runs in a process of its own that ends afterwards; the outbox decides what happens next.
 */
import { randomBytes } from 'node:crypto';
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import {
  type AppFailureCode,
  appFailure,
  type BalikanContent,
  balikanContent,
  type SendOrder,
  type SendOutcome,
} from '../contract/index.ts';
import { type CallProblem, createHttpClient, type NetworkHost } from '../network/index.ts';
import { type EncodedBody, encodeBody, jsonBatch } from './body.ts';
import { verdictOf } from './verdict.ts';

export interface SenderDeps {
  /** Opens a sealed box; both halves of the key and the envelope as they stand in the order, in base64. */
  open(key: SendOrder['key'], envelope: string): Result<Uint8Array>;
  now(): number;
  readonly host?: NetworkHost;
}

/** Connecting has its own, shorter time (gateway fact sheet 4.1). */
const connectTimeoutMs = 10_000;
/** Main ends a process that is silent for 90 s (`host/worker.ts`): no request begins that might not be answered before then. */
const orderMs = 80_000;
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

/** One request of an order. Never rejects. */
type Post = (encoded: EncodedBody, contents: readonly BalikanContent[]) => Promise<SendOutcome>;

/** Uses one connection for the whole order. */
async function withConnection<T>(
  order: SendOrder,
  deps: SenderDeps,
  work: (post: Post) => Promise<T>,
): Promise<T> {
  const { endpoint, closedNetwork } = order;
  const base = new URL(endpoint.baseUrl);
  const client = createHttpClient({
    url: base,
    certificateSha256: endpoint.certificateSha256,
    closedNetwork,
    connectTimeoutMs: Math.min(connectTimeoutMs, endpoint.timeoutMs),
    answerTimeoutMs: endpoint.timeoutMs,
    maxAnswerBytes,
    ...(deps.host === undefined ? {} : { host: deps.host }),
  });
  async function post(
    { contentType, body }: EncodedBody,
    contents: readonly BalikanContent[],
  ): Promise<SendOutcome> {
    const startedAt = deps.now();
    const result = await client.post({
      path: `${base.pathname.replace(/\/+$/, '')}${endpoint.path}`,
      headers: {
        Authorization: `Bearer ${endpoint.token}`,
        'Content-Type': contentType,
        Accept: 'application/json',
      },
      body,
    });
    if (!result.ok) return ofProblem(result.problem);
    const sent = { contents, idLembaga: endpoint.idLembaga };
    const verdict = verdictOf(result.answer.status, result.answer.body.toString('utf8'), sent);
    return verdict.kind === 'ACKNOWLEDGED'
      ? { ...verdict, ms: Math.max(0, deps.now() - startedAt) }
      : verdict;
  }
  try {
    return await work(async (encoded, contents) => {
      try {
        return await post(encoded, contents);
      } catch (error) {
        return bug(error);
      }
    });
  } finally {
    client.close();
  }
}

/** Another certificate than the pinned one: nothing more is sent there until a person has looked at it. */
function ofProblem({ kind, detail }: CallProblem): SendOutcome {
  const failure = { ...appFailure(problemCodes[kind], 'data balikan', detail) };
  return { kind: 'TECHNICAL', failure, stopQueue: kind === 'CERTIFICATE' };
}

/**
 * A bug, or a token that is no header value: the item is still owed, so its outbox must hear of it. The message of the error stays
 * out, because it could quote what was being sent.
 */
function bug(error: unknown): SendOutcome {
  const detail = error instanceof Error ? error.name : typeof error;
  return technical(appFailure('BALIKAN_UNREACHABLE', 'data balikan', detail));
}

/** Each by itself; once the line or the server fails, the rest has failed with it and is not tried. What the time does not allow waits. */
async function singly(
  order: SendOrder,
  contents: readonly BalikanContent[],
  post: Post,
  isTimeFor: () => boolean,
): Promise<SendOutcome[]> {
  const outcomes: SendOutcome[] = [];
  for (const content of contents) {
    const last = outcomes.at(-1);
    if (last !== undefined && !isTimeFor()) {
      outcomes.push({ kind: 'UNTRIED' });
      continue;
    }
    const isOver = last?.kind === 'TECHNICAL';
    const encoded = () => encodeBody(order.endpoint, content, randomBytes(16).toString('hex'));
    outcomes.push(isOver ? last : await post(encoded(), [content]));
  }
  return outcomes;
}

/**
 * A batch has one verdict. What it says for sure is said of all; a refusal or "sent before" may be about any of them, so they are
 * sent one by one (gateway fact sheet 5.3).
 */
async function send(
  order: SendOrder,
  contents: readonly BalikanContent[],
  post: Post,
  now: SenderDeps['now'],
): Promise<SendOutcome[]> {
  const beganAt = now();
  const isTimeFor = () => now() - beganAt <= orderMs - order.endpoint.timeoutMs;
  const [, second] = contents;
  if (second === undefined || order.endpoint.shape !== 'JSON_BATCH')
    return singly(order, contents, post, isTimeFor);
  const outcome = await post(jsonBatch(order.endpoint, contents), contents);
  const isSure = outcome.kind === 'TECHNICAL' || (outcome.kind === 'ACKNOWLEDGED' && !outcome.duplicate);
  return isSure ? contents.map(() => outcome) : singly(order, contents, post, isTimeFor);
}

function opened(order: SendOrder, envelope: string, deps: SenderDeps): Result<BalikanContent> {
  const plaintext = deps.open(order.key, envelope);
  if (!plaintext.ok) return plaintext;
  try {
    const content = contentOf(plaintext.value);
    return content === undefined
      ? failed(appFailure('ENVELOPE_UNREADABLE', 'data balikan', 'content is not an item'))
      : ok(content);
  } finally {
    plaintext.value.fill(0);
  }
}

/**
 * Delivers the items of an order; gives one outcome for each, in their order. Never rejects: whatever goes wrong is a `TECHNICAL`
 * outcome, and the item stays in the queue. An envelope that cannot be opened, or holds something else, is `TECHNICAL` with
 * `ENVELOPE_UNREADABLE` and `retry: never`, and no matter of the others.
 */
export async function deliver(order: SendOrder, deps: SenderDeps): Promise<SendOutcome[]> {
  try {
    const contents = order.items.map(({ envelope }) => opened(order, envelope, deps));
    const readable = contents.flatMap((content) => (content.ok ? [content.value] : []));
    const sent =
      readable.length === 0
        ? []
        : await withConnection(order, deps, (post) => send(order, readable, post, deps.now));
    const outcomes = sent.values();
    return contents.map((content) =>
      content.ok ? (outcomes.next().value ?? bug(undefined)) : technical(content.failure),
    );
  } catch (error) {
    return order.items.map(() => bug(error));
  }
}
