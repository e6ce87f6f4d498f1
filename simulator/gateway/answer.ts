/**
 * The answers of the lookup: the page envelope of gateway fact sheet 2.1 around a record, a notice, or nothing; and the HTML
 * pages that the servers in front of it show when a request never reached it.
 */
import type { AnswerStyle, Consumer } from './consumer.ts';
import { countKeys, type ElementKey, identityKeys } from './elements.ts';
import { BareNumber, type Json, writeJson } from './json.ts';
import { type NoticeCode, noticeText } from './notices.ts';
import type { CivilRecord } from './population.ts';

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** What the gateway decided, for the test's eyes: `found`, `matched`, a notice code, `accepted`, `duplicate` … */
  readonly outcome: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const json = 'application/json;charset=UTF-8';

export function page(
  style: AnswerStyle,
  content: readonly Json[],
  remaining: number,
  outcome: string,
): Answer {
  const envelope: Record<string, Json> = {
    content,
    lastPage: true,
    numberOfElements: content.length,
    sort: null,
    totalElements: content.length,
    firstPage: true,
    number: 0,
    size: 1,
    ...(style.quotaLimiter ? { quotaLimiter: remaining } : {}),
  };
  // A business answer is HTTP 200 whatever it says (fact sheet 0.2).
  return { status: 200, contentType: json, body: writeJson(envelope), outcome };
}

/** The granted elements of a record, and the ones that leak. */
export function recordContent({ grant, style }: Consumer, record: CivilRecord): Json {
  const keys = [...new Set([...grant, ...style.leak])];
  return withSuccessCode(
    style,
    Object.fromEntries(keys.map((key) => [key, written(style, key, record[key])])),
  );
}

export function withSuccessCode(style: AnswerStyle, content: Record<string, Json>): Json {
  return style.successCode === 'none' ? content : { RESPONSE_CODE: style.successCode, ...content };
}

function written(style: AnswerStyle, key: ElementKey, value: string): Json {
  if (value === '') return null;
  if (identityKeys.has(key) && style.identityNumbers === 'number') return new BareNumber(value);
  if (countKeys.has(key) && style.otherNumbers === 'number') return new BareNumber(String(Number(value)));
  return value;
}

export function noticeContent(style: AnswerStyle, code: NoticeCode): Json {
  // The old plain text of the gap at 02 has only been seen without a code.
  return textContent(style, noticeText(code, style.wording), code === '02' ? undefined : code);
}

export function textContent(style: AnswerStyle, text: string, code: string | undefined): Json {
  return {
    ...(code !== undefined && style.noticeCode ? { RESPONSE_CODE: code } : {}),
    ...(style.noticeKey === 'RESPONSE_DESC' ? { RESPONSE: text } : {}),
    [style.noticeKey]: text,
  };
}

export function htmlPage(status: number, title: string, outcome = String(status)): Answer {
  return {
    status,
    contentType: 'text/html;charset=utf-8',
    body: `<!doctype html><html lang="en"><head><title>HTTP Status ${status} – ${title}</title></head><body><h1>HTTP Status ${status} – ${title}</h1></body></html>`,
    outcome,
  };
}

export function jsonAnswer(status: number, body: Json, outcome: string): Answer {
  return { status, contentType: 'application/json', body: writeJson(body), outcome };
}
