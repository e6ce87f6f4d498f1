/**
 * The lookup server's decision: which consumer is asked, may it ask, and what is known about the NIK. The order of the checks is
 * the gateway's own: transport first, then who asks, from where and when, then how much is left, and only then about whom.
 */
import { type Answer, htmlPage, noticeContent, page, recordContent, withSuccessCode } from './answer.ts';
import type { AccessHours, ServerClock } from './clock.ts';
import type { Consumer, RequestKeys } from './consumer.ts';
import { isElementKey } from './elements.ts';
import { readObject } from './json.ts';
import { matchRecord } from './match.ts';
import { hasNikFormat } from './nik-format.ts';
import type { NoticeCode } from './notices.ts';
import type { PacingDetector } from './pacing.ts';
import type { Population, Standing } from './population.ts';
import type { Quota } from './quota.ts';

/** One institution and what the gateway remembers about its day. */
export interface Account {
  readonly consumer: Consumer;
  readonly quota: Quota;
  readonly pacing: PacingDetector;
}

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly authorization: string | undefined;
  readonly body: Buffer;
}

export interface LookupServer {
  readonly accounts: readonly Account[];
  readonly population: Population;
  readonly clock: ServerClock;
  accessHours: AccessHours | undefined;
  /** Flags after which the gateway switches the user off, as a Dinas would; undefined: it only watches. */
  readonly blockAfterFlags: number | undefined;
}

type Call = 'fetch' | 'match';

interface Route {
  readonly account: Account;
  readonly call: Call;
}

export function answerLookup(server: LookupServer, request: HttpRequest): Answer {
  const route = findRoute(server.accounts, request.path);
  if (route === undefined) return htmlPage(404, 'Not Found');
  if (request.method !== 'POST') return htmlPage(405, 'Method Not Allowed');
  const { consumer } = route.account;
  if (consumer.authorization !== undefined && request.authorization !== consumer.authorization) {
    return htmlPage(401, 'Unauthorized');
  }
  const body = readObject(request.body.toString('utf8'));
  if (body === undefined) return htmlPage(400, 'Bad Request');
  return decide(server, route, body);
}

/** A notice of this consumer's installation, as content of the usual page. */
export function noticeAnswer({ consumer, quota }: Account, code: NoticeCode): Answer {
  return page(consumer.style, [noticeContent(consumer.style, code)], quota.remaining, code);
}

/** The account that a path addresses, with or without a region segment; spelling and case must be exact. */
export function findRoute(accounts: readonly Account[], path: string): Route | undefined {
  const segments = segmentsOf(path);
  if (segments?.[0] !== 'dukcapil' || segments[1] !== 'get_json') return undefined;
  const address = segments.slice(2);
  const [region, consumerId, method] = address.length === 3 ? address : [undefined, ...address];
  if (address.length < 2 || address.length > 3) return undefined;
  const form = region === undefined ? 'two' : 'three';
  for (const account of accounts) {
    const { consumer } = account;
    if (consumer.consumerId !== consumerId) continue;
    if (consumer.routes !== 'both' && consumer.routes !== form) continue;
    if (region !== undefined && consumer.region !== region) continue;
    if (method === consumer.methods.fetch) return { account, call: 'fetch' };
    if (method === consumer.methods.match) return { account, call: 'match' };
  }
  return undefined;
}

function segmentsOf(path: string): readonly string[] | undefined {
  try {
    const [pathname = ''] = path.split('?');
    return pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    // A malformed escape addresses nothing.
    return undefined;
  }
}

function decide(
  server: LookupServer,
  { account, call }: Route,
  body: Readonly<Record<string, unknown>>,
): Answer {
  const { consumer, quota } = account;
  const keys = consumer.keys[call];
  const refused = refusalOfCaller(server, consumer, keys, body);
  if (refused !== undefined) return noticeAnswer(account, refused);

  const nik = textOf(body[keys.nik]);
  const threshold = thresholdOf(body.TRESHOLD);
  const sentElements = Object.keys(body).filter((key) => isElementKey(key) && key !== keys.nik);
  const incomplete =
    nik === '' ||
    (call === 'match' &&
      (threshold === undefined || sentElements.some((key) => typeof body[key] !== 'string')));
  if (incomplete) return noticeAnswer(account, '07');
  if (!quota.take()) return noticeAnswer(account, '05');
  watchPacing(server, account, nik);
  if (!hasNikFormat(nik)) return noticeAnswer(account, '15');

  const resident = server.population.find(nik);
  if (resident === undefined) return noticeAnswer(account, '13');
  const standing = standingNotices[resident.standing];
  if (standing !== undefined) return noticeAnswer(account, standing);

  const { record } = resident;
  if (call === 'fetch') {
    return page(consumer.style, [recordContent(consumer, record)], quota.remaining, 'found');
  }
  const verdicts = matchRecord(
    consumer,
    record,
    (key) => (key === 'NIK' ? nik : stringOf(body[key])),
    threshold ?? 100,
  );
  const leaked = Object.fromEntries(consumer.style.leak.map((key) => [key, record[key]]));
  const content = withSuccessCode(consumer.style, { ...verdicts, ...leaked });
  return page(consumer.style, [content], quota.remaining, 'matched');
}

const standingNotices: Readonly<Record<Standing, NoticeCode | undefined>> = {
  active: undefined,
  deceased: '11',
  duplicate: '12',
  inactive: '14',
  unprocessable: '08',
};

function refusalOfCaller(
  { accounts, accessHours, clock }: LookupServer,
  consumer: Consumer,
  keys: RequestKeys,
  body: Readonly<Record<string, unknown>>,
): NoticeCode | undefined {
  const userId = textOf(body[keys.userId]);
  const password = textOf(body[keys.password]);
  const address = keys.ipUser === null ? consumer.ipUser : textOf(body[keys.ipUser]);
  if (userId === '' || password === '' || address === '') return '09';
  if (userId !== consumer.userId || password !== consumer.password) return '03';
  if (!accounts.some((account) => account.consumer.ipUser === address)) return '10';
  if (address !== consumer.ipUser) return '04';
  if (!consumer.institutionActive) return '16';
  if (!consumer.userActive) return '17';
  if (accessHours !== undefined && !clock.isWithin(accessHours)) return '06';
  return undefined;
}

function watchPacing(
  { clock, blockAfterFlags }: LookupServer,
  { consumer, pacing }: Account,
  nik: string,
): void {
  pacing.note(nik, clock.now());
  if (blockAfterFlags !== undefined && pacing.report().flags >= blockAfterFlags) consumer.userActive = false;
}

/** All values are JSON strings (fact sheet 1.4); anything else counts as missing. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Per cent, as string or number (fact sheet 1.5). What the real gateway makes of 0 or 101 is unknown; here both are invalid. */
function thresholdOf(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : stringOf(value);
  if (text === undefined || !/^[0-9]{1,3}$/.test(text)) return undefined;
  const percent = Number(text);
  return percent >= 1 && percent <= 100 ? percent : undefined;
}
