/**
 * The gateway client: asks Dukcapil over the closed network whether a card's values are what it holds (match), or for the
 * granted elements of one NIK (fetch). It keeps nothing of an answer, remembers nothing between calls but its connection,
 * and never asks twice where a hit may have been counted (gateway fact sheet 4.1, R-047).
 */
import type { Failure } from '../../native/failure.ts';
import type { Sensitive } from '../../native/sensitive.ts';
import {
  type AppFailureCode,
  appFailure,
  type ElementPart,
  type GatewayProfile,
  type Lamp,
} from '../contract/index.ts';
import {
  type CallProblem,
  type CallResult,
  closedNetworkOf,
  createHttpClient,
  type HttpClient,
  isAddressLiteral,
  type NetworkHost,
  standsIn,
  thisHost,
} from '../network/index.ts';
import { type Answer, readFetchAnswer, readMatchAnswer } from './answer.ts';
import type { Failed, FetchOutcome, Found, Judged, MatchOutcome, Noticed } from './outcome.ts';
import {
  type BuiltRequest,
  fetchRequest,
  type InquiryValues,
  matchRequest,
  requestHeaders,
  requestPath,
} from './request.ts';

export interface GatewayClientOptions {
  readonly profile: GatewayProfile;
  /** CIDR ranges. */
  readonly closedNetwork: readonly string[];
  readonly clock: {
    /** Calls back once after `ms`; the returned function takes the call back. */
    after(ms: number, call: () => void): () => void;
  };
  /** 0 ≤ x < 1, for the jitter before the one repetition. */
  readonly random?: () => number;
  readonly host?: NetworkHost;
}

export interface GatewayClient {
  /**
   * Sends the granted and non-empty of these values, the NIK among them, to the match method. Values are opened while the
   * request is built and not before. Never rejects.
   */
  match(values: InquiryValues, granted: readonly ElementPart[], signal?: AbortSignal): Promise<MatchOutcome>;
  /** Fetches the granted elements of one NIK. Never rejects. */
  fetch(nik: Sensitive<string>, granted: readonly ElementPart[], signal?: AbortSignal): Promise<FetchOutcome>;
  /** Whether the endpoint lies in the closed network and the last call got through, without asking anybody. */
  networkLamp(): Lamp;
  close(): void;
}

const connectTimeoutMs = 10_000;
/** A full record is under 1 kB (gateway fact sheet 4.4). */
const maxAnswerBytes = 64 * 1024;
const repeatableStatus = new Set([502, 503, 504]);

const problemCodes: Readonly<Record<CallProblem['kind'], AppFailureCode>> = {
  NOT_CLOSED_NETWORK: 'NOT_CLOSED_NETWORK',
  REFUSED: 'GATEWAY_REFUSED',
  UNREACHABLE: 'GATEWAY_UNREACHABLE',
  CERTIFICATE: 'GATEWAY_CERTIFICATE',
  RESET: 'GATEWAY_RESET',
  TIMEOUT: 'GATEWAY_TIMEOUT',
  TOO_LARGE: 'GATEWAY_PROTOCOL',
};

function transportError(failure: Failure<AppFailureCode>): Failed {
  return { kind: 'FAILED', outcome: 'TECH_FAIL', of: 'TRANSPORT', failure };
}

/** A connection that never stood can be tried again; so can a status that says "not now". Nothing else (fact sheet 4.1). */
function isRepeatable(result: CallResult): boolean {
  if (result.ok) return repeatableStatus.has(result.answer.status);
  const { kind, sent } = result.problem;
  return !sent && (kind === 'REFUSED' || kind === 'UNREACHABLE' || kind === 'RESET');
}

function failureOf(result: CallResult, at: string): Failure<AppFailureCode> | undefined {
  if (!result.ok) return appFailure(problemCodes[result.problem.kind], at, result.problem.detail);
  const { status } = result.answer;
  if (status >= 200 && status < 300) return undefined;
  return appFailure('GATEWAY_HTTP_ERROR', at, `HTTP ${status}`);
}

function alarmOf(ungranted: readonly string[], at: string): { alarm?: Failure<AppFailureCode> } {
  if (ungranted.length === 0) return {};
  // Only what looks like a key of the contract is named; a stranger's key could be anything.
  const names = ungranted.filter((key) => /^[A-Z_]{2,24}$/.test(key)).slice(0, 10);
  const detail = `${ungranted.length} dropped: ${names.join(' ')}`;
  return { alarm: appFailure('GATEWAY_UNGRANTED_ELEMENT', at, detail) };
}

/** Whether this computer stands in the closed network; with a host name only the call itself can tell where it leads. */
function outsideNetwork(closedNetwork: readonly string[], host: NetworkHost, hostname?: string): boolean {
  if (!standsIn(closedNetwork, host)) return true;
  if (hostname === undefined || !isAddressLiteral(hostname)) return false;
  return closedNetworkOf(closedNetwork)?.includes(hostname) !== true;
}

function networkLampOf(isOutside: boolean): Lamp {
  return isOutside
    ? { colour: 'broken', failure: appFailure('NOT_CLOSED_NETWORK', 'network') }
    : { colour: 'ready' };
}

/** In place of a client where the agreement grants no web service: it watches the network and calls nobody. */
export function closedNetworkWatch(
  closedNetwork: readonly string[],
  host: NetworkHost = thisHost,
): GatewayClient {
  const nobody = async () => ({
    ...transportError(appFailure('METHOD_NOT_GRANTED', 'inquiry')),
    attempts: 0,
  });
  return {
    match: nobody,
    fetch: nobody,
    networkLamp: () => networkLampOf(outsideNetwork(closedNetwork, host)),
    close: () => {},
  };
}

export function createGatewayClient(options: GatewayClientOptions): GatewayClient {
  const { profile, closedNetwork, clock, random = Math.random } = options;
  const host = options.host ?? thisHost;
  const url = new URL(profile.baseUrl);
  const http: HttpClient = createHttpClient({
    url,
    certificateSha256: profile.certificateSha256,
    closedNetwork,
    connectTimeoutMs: Math.min(connectTimeoutMs, profile.timeoutMs),
    answerTimeoutMs: profile.timeoutMs,
    maxAnswerBytes,
    host,
  });
  let lastFailure: Failure<AppFailureCode> | undefined;

  /** One to three seconds, so that a whole hall of counters does not come back at once; cut short when the visit ends. */
  function pause(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const takeBack = clock.after(1000 + random() * 2000, () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      const stop = () => {
        takeBack();
        resolve();
      };
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  async function send(
    build: () => BuiltRequest,
    signal: AbortSignal | undefined,
  ): Promise<{ result: CallResult; parts: readonly ElementPart[]; attempts: number }> {
    let attempts = 0;
    const once = async () => {
      const { body, parts } = build();
      const headers = requestHeaders(profile);
      const result = await http.post({ path: requestPath(profile), headers, body, signal });
      if (result.ok || result.problem.sent) attempts += 1;
      return { result, parts };
    };
    let call = await once();
    const wanted = () => signal === undefined || !signal.aborted;
    if (isRepeatable(call.result) && wanted()) {
      await pause(signal);
      if (wanted()) call = await once();
    }
    return { ...call, attempts };
  }

  async function ask<Success extends Judged | Found>(
    at: string,
    build: () => BuiltRequest,
    read: (body: string, sent: readonly ElementPart[]) => Answer<Success>,
    signal: AbortSignal | undefined,
  ) {
    const { result, parts, attempts } = await send(build, signal);
    const failure = failureOf(result, at);
    lastFailure = failure;
    if (failure !== undefined || !result.ok) {
      const of = failure?.code === 'GATEWAY_PROTOCOL' ? 'PROTOCOL' : 'TRANSPORT';
      return { ...transportError(failure ?? appFailure('GATEWAY_RESET', at)), of, attempts } as const;
    }
    const { said, ungranted, ...rest } = read(result.answer.body.toString('utf8'), parts);
    result.answer.body.fill(0);
    return { ...(said as Success | Noticed | Failed), ...rest, ...alarmOf(ungranted, at), attempts };
  }

  function nothingToAsk() {
    return { ...transportError(appFailure('NIK_FORMAT_INVALID', 'inquiry')), attempts: 0 };
  }

  return {
    async match(values, granted, signal) {
      if (!/^\d{16}$/.test(values.get('NIK')?.reveal() ?? '')) return nothingToAsk();
      return ask(
        `match ${profile.methodName}`,
        () => matchRequest(profile, values, granted),
        (body, sent) => readMatchAnswer(body, sent, granted),
        signal,
      );
    },
    async fetch(nik, granted, signal) {
      if (!/^\d{16}$/.test(nik.reveal())) return nothingToAsk();
      return ask(
        `fetch ${profile.methodName}`,
        () => fetchRequest(profile, nik),
        (body) => readFetchAnswer(body, nik.reveal(), granted),
        signal,
      );
    },
    networkLamp() {
      const isOutside = outsideNetwork(closedNetwork, host, url.hostname);
      return isOutside || lastFailure === undefined
        ? networkLampOf(isOutside)
        : { colour: lastFailure.link === 'network' ? 'broken' : 'warning', failure: lastFailure };
    },
    close: () => http.close(),
  };
}
