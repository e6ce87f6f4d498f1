/**
 * Reads answers of the gateway (gateway fact sheet 2). The verdict is inside `content[0]` and never in the HTTP status; numbers
 * are kept as their digits, because a NIK from Papua exceeds 2^53; what was not granted is dropped unread.
 *
 * Takes text from a stranger and returns a value: it does not throw, and does not guess.
 */
import { isLosslessNumber, parse } from 'lossless-json';
import { type FromGateway, fromGateway } from '../../native/sensitive.ts';
import {
  type AppFailureCode,
  appFailure,
  type ElementPart,
  elementCatalogue,
  elementParts,
  institutionNotices,
  type Notice,
  type ShownVerdict,
} from '../contract/index.ts';
import { recogniseNotice, successCodes } from './notices.ts';
import type { Failed, Found, Judged, Noticed } from './outcome.ts';

type Members = Readonly<Record<string, unknown>>;

/** What one answer says, apart from how it came. */
export interface Answer<Success> {
  readonly said: Success | Noticed | Failed;
  readonly quotaRemaining?: number;
  /** Keys of elements outside the grant that carried something. */
  readonly ungranted: readonly string[];
}

const maxNoticeLength = 300;
const textKeys = ['RESPON', 'RESPONSE', 'RESPONSE_DESC'] as const;
const codeKey = 'RESPONSE_CODE';
const verdictForm = /^(?<word>tidak sesuai|sesuai)(?: ?\((?<score>\d+)\))?$/;

function protocolError(
  code: Extract<AppFailureCode, 'GATEWAY_PROTOCOL' | 'GATEWAY_NOT_JSON'>,
  detail: string,
): Failed {
  return {
    kind: 'FAILED',
    outcome: 'TECH_FAIL',
    of: 'PROTOCOL',
    failure: appFailure(code, 'answer', detail),
  };
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);
}

/** A scalar as text with all its digits; `undefined` for null, objects, lists, booleans and absent members. */
function scalar(members: Members, key: string): string | undefined {
  if (!Object.hasOwn(members, key)) return undefined;
  const value = members[key];
  if (typeof value === 'string') return value;
  return isLosslessNumber(value) ? value.value : undefined;
}

function noticeText(members: Members): string | undefined {
  for (const key of textKeys) {
    const text = scalar(members, key)
      ?.replace(/\p{Cc}+/gu, ' ')
      .trim();
    if (text !== undefined && text !== '') return text.slice(0, maxNoticeLength);
  }
  return undefined;
}

function aboutWhom(notice: Notice): Noticed['about'] {
  if (notice === 'QUOTA_EXHAUSTED') return 'QUOTA';
  if (notice === 'UNKNOWN_ANSWER') return 'UNKNOWN';
  const institution: readonly Notice[] = [
    ...institutionNotices,
    'IP_NOT_REGISTERED',
    'OUTSIDE_ACCESS_HOURS',
    'REQUEST_INCOMPLETE',
  ];
  return institution.includes(notice) ? 'INSTITUTION' : 'RESIDENT';
}

/**
 * The robust rule of the fact sheet (2.2): a notice if there is a code other than 00 or 01, or a text and no data. A text
 * that is a known notice is one even beside data or a success code: then nothing may be shown.
 */
function noticeIn(members: Members, hasData: boolean): Noticed | undefined {
  const given = scalar(members, codeKey)?.trim();
  const code = given === undefined || given === '' ? undefined : given.padStart(2, '0');
  const text = noticeText(members);
  const succeeded = code === undefined || successCodes.has(code);
  const recognised = recogniseNotice(succeeded ? undefined : code, text);
  if (recognised === undefined && succeeded && (hasData || text === undefined)) return undefined;
  const notice = recognised?.notice ?? 'UNKNOWN_ANSWER';
  return {
    kind: 'NOTICE',
    outcome: notice,
    notice,
    about: aboutWhom(notice),
    text: text ?? '',
    ...(code !== undefined && /^\d{2}$/.test(code) ? { code } : {}),
    stopsLookups: recognised?.stopsLookups ?? false,
  };
}

function quotaIn(envelope: Members): { quotaRemaining?: number } {
  const digits = scalar(envelope, 'quotaLimiter');
  return digits !== undefined && /^\d{1,9}$/.test(digits) ? { quotaRemaining: Number(digits) } : {};
}

const partByKey = new Map(elementParts.map((part) => [elementCatalogue[part].gatewayKey, part]));

/** Keys that are neither an envelope's nor granted, and carry anything that `harmless` does not excuse. */
function ungrantedKeys(
  members: Members,
  granted: readonly ElementPart[],
  harmless: (value: unknown) => boolean,
): string[] {
  const envelope: readonly string[] = [codeKey, ...textKeys];
  return Object.keys(members).filter((key) => {
    const part = partByKey.get(key);
    if (envelope.includes(key) || (part !== undefined && granted.includes(part))) return false;
    return members[key] !== null && !harmless(members[key]);
  });
}

interface Content {
  readonly members: Members;
  readonly envelope: Members;
}

function contentOf(body: string): Content | Failed {
  let envelope: unknown;
  try {
    envelope = parse(body);
  } catch {
    return protocolError('GATEWAY_NOT_JSON', `${body.length} characters that are not JSON`);
  }
  if (!isMembers(envelope)) return protocolError('GATEWAY_PROTOCOL', 'no envelope');
  const content = Object.hasOwn(envelope, 'content') ? envelope.content : undefined;
  if (!Array.isArray(content)) return protocolError('GATEWAY_PROTOCOL', 'no content');
  const [members] = content as unknown[];
  if (!isMembers(members)) return protocolError('GATEWAY_PROTOCOL', 'content is empty');
  return { members, envelope };
}

/** Tests "Tidak Sesuai" before "Sesuai", which it contains. `undefined` for anything that is no verdict. */
function verdictOf(part: ElementPart, value: unknown): ShownVerdict | undefined {
  if (typeof value !== 'string') return undefined;
  const match = verdictForm.exec(value.trim().replace(/\s+/g, ' ').toLowerCase());
  if (match === null) return undefined;
  const score = Number(match.groups?.score ?? Number.NaN);
  return {
    part,
    verdict: match.groups?.word === 'tidak sesuai' ? 'BERBEDA' : 'SESUAI',
    ...(score >= 0 && score <= 100 ? { score } : {}),
  };
}

/** Elements that were not sent come back as "Tidak Sesuai" (fact sheet 2.4), which tells nothing about anybody. */
function isVerdict(value: unknown): boolean {
  return verdictOf('NIK', value) !== undefined;
}

function judge(members: Members, sent: readonly ElementPart[]): Judged | Failed {
  const verdicts: ShownVerdict[] = [];
  for (const part of sent) {
    const key = elementCatalogue[part].gatewayKey;
    const verdict = Object.hasOwn(members, key) ? verdictOf(part, members[key]) : undefined;
    // An element that was asked about and not answered is not confirmed, and no fault of the resident either.
    if (verdict === undefined) return protocolError('GATEWAY_PROTOCOL', `no verdict on ${key}`);
    verdicts.push(verdict);
  }
  const equal = verdicts.length > 0 && verdicts.every(({ verdict }) => verdict === 'SESUAI');
  return { kind: 'JUDGED', outcome: equal ? 'MATCH' : 'MISMATCH', verdicts };
}

/** Answer of the match call. Only what was sent is judged. */
export function readMatchAnswer(
  body: string,
  sent: readonly ElementPart[],
  granted: readonly ElementPart[],
): Answer<Judged> {
  const content = contentOf(body);
  if ('kind' in content) return { said: content, ungranted: [] };
  const { members, envelope } = content;
  const hasVerdict = sent.some((part) => isVerdict(members[elementCatalogue[part].gatewayKey]));
  const leaked = elementParts.filter((part) => {
    const value = members[elementCatalogue[part].gatewayKey];
    return value !== undefined && value !== null && !isVerdict(value);
  });
  return {
    said: noticeIn(members, hasVerdict || leaked.length > 0) ?? judge(members, sent),
    ...quotaIn(envelope),
    // The match call returns no population data at all; a value in place of a verdict is outside every grant.
    ungranted: [
      ...leaked.map((part) => elementCatalogue[part].gatewayKey),
      ...ungrantedKeys(members, [...granted, ...elementParts], isVerdict),
    ],
  };
}

/** The gateway writes `YYYY-MM-DD` in fetch answers; shown like the card and the request, `DD-MM-YYYY`. */
function shownForm(part: ElementPart, text: string): string {
  const date = part === 'BIRTH_DATE' ? /^(\d{4})-(\d{2})-(\d{2})/.exec(text) : null;
  return date === null ? text : `${date[3]}-${date[2]}-${date[1]}`;
}

function find(members: Members, nik: string, granted: readonly ElementPart[]): Found | Failed {
  const values = new Map<ElementPart, FromGateway<string>>();
  for (const part of granted) {
    const text = scalar(members, elementCatalogue[part].gatewayKey)?.trim();
    if (text === undefined || text === '') continue;
    if ((part === 'NIK' || part === 'FAMILY_CARD_NO') && !/^\d{16}$/.test(text)) {
      return protocolError('GATEWAY_PROTOCOL', `${elementCatalogue[part].gatewayKey} has lost digits`);
    }
    values.set(part, fromGateway(shownForm(part, text)));
  }
  const answered = scalar(members, elementCatalogue.NIK.gatewayKey)?.trim();
  if (answered !== undefined && answered !== nik) {
    return protocolError('GATEWAY_PROTOCOL', 'answer is about another NIK');
  }
  if (values.size === 0) return protocolError('GATEWAY_PROTOCOL', 'no granted element in the answer');
  return { kind: 'FOUND', outcome: 'FOUND', values };
}

/** Answer of the fetch call about this NIK. */
export function readFetchAnswer(body: string, nik: string, granted: readonly ElementPart[]): Answer<Found> {
  const content = contentOf(body);
  if ('kind' in content) return { said: content, ungranted: [] };
  const { members, envelope } = content;
  const hasData = [...partByKey.keys()].some((key) => scalar(members, key) !== undefined);
  return {
    said: noticeIn(members, hasData) ?? find(members, nik, granted),
    ...quotaIn(envelope),
    ungranted: ungrantedKeys(members, granted, () => false),
  };
}
