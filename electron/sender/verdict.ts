/**
 * What an answer of the data-balikan server means for one item (gateway fact sheet 5.3): done, to a person, or again later.
 * Only a plain yes is an acknowledgement; everything doubtful is sent again, because a second arrival is answered as a
 * duplicate and a lost one is answered by nobody.
 */
import { type AppFailureCode, appFailure, type SendOutcome } from '../contract/index.ts';
import { contradicts, type Sent } from './contradiction.ts';

/** The outcome without the time it took. */
export type Verdict =
  | { readonly kind: 'ACKNOWLEDGED'; readonly duplicate: boolean }
  | Exclude<SendOutcome, { kind: 'ACKNOWLEDGED' }>;

/** Request time-out and "too many": the server itself says "later" (RFC 9110 §15.5.9, RFC 6585 §4). */
const laterStatus = new Set([408, 425, 429]);

/** The server's message: the `message` member of a JSON object, else the text unless it is a page. */
function messageOf(text: string): string {
  let message = text.trimStart().startsWith('<') ? '' : text;
  try {
    const parsed: unknown = JSON.parse(text);
    message = '';
    if (typeof parsed === 'object' && parsed !== null && 'message' in parsed) {
      message = typeof parsed.message === 'string' ? parsed.message : '';
    }
  } catch {
    // Plain text is an answer this server gives too (fact sheet 5.2).
  }
  return message.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** Nobody takes data balikan at this address (RFC 9110 §15.5.5, §15.5.6, §15.5.11): no fault of the item's. */
const wrongPlaceStatus = new Set([404, 405, 410]);

/**
 * The reason as main may know it: one of ours. The server's own words may name the person, and they would stand in the outbox
 * for years.
 */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/jenis[ _]?bantuan|aid[ _]?type/i, 'JENIS_BANTUAN'],
  [/keterangan|penerima/i, 'KETERANGAN_PENERIMA'],
  [/registrasi/i, 'NOMOR_REGISTRASI'],
  [/lembaga/i, 'LEMBAGA'],
  [/\bnik\b/i, 'NIK'],
  [/lengkap|wajib|required|kosong|parameter/i, 'PARAMETER'],
];

export function reasonOf(message: string): string {
  return reasons.find(([words]) => words.test(message))?.[1] ?? 'OTHER';
}

/** What a person has to cure before anything more is sent there; the rest passes by itself. */
const stopping = new Set<AppFailureCode>(['BALIKAN_TOKEN_REFUSED', 'BALIKAN_ANSWER_UNKNOWN']);

function technical(
  code: 'BALIKAN_SERVER_ERROR' | 'BALIKAN_TOKEN_REFUSED' | 'BALIKAN_ANSWER_UNKNOWN',
  detail: string,
): Verdict {
  const stopQueue = stopping.has(code);
  return { kind: 'TECHNICAL', failure: appFailure(code, 'data balikan', detail), stopQueue };
}

export function verdictOf(status: number, text: string, sent: Sent): Verdict {
  const message = messageOf(text);
  const folded = message.toLowerCase();
  const isYes = status === 200 && folded === 'success';
  const isDuplicate = status >= 400 && status < 500 && folded.includes('sudah pernah dikirim');
  // Of a batch "sent before" may name the one that was; it says nothing of the others, and they are sent one by one.
  const isOfOne = isYes || (isDuplicate && sent.contents.length === 1);
  if (isOfOne && contradicts(text, sent, isYes)) {
    return technical('BALIKAN_ANSWER_UNKNOWN', `HTTP ${status}, about other records`);
  }
  if (isYes) return { kind: 'ACKNOWLEDGED', duplicate: false };
  if (status === 401 || status === 403) return technical('BALIKAN_TOKEN_REFUSED', `HTTP ${status}`);
  if (status >= 400 && status < 500) {
    if (isDuplicate) return { kind: 'ACKNOWLEDGED', duplicate: true };
    if (wrongPlaceStatus.has(status)) return technical('BALIKAN_ANSWER_UNKNOWN', `HTTP ${status}`);
    if (laterStatus.has(status)) return technical('BALIKAN_SERVER_ERROR', `HTTP ${status}`);
    return { kind: 'REJECTED', reason: reasonOf(message), status };
  }
  // Whoever says yes in words of their own is another server, or another version of this one: more would be sent into the blue.
  if (status >= 200 && status < 300) return technical('BALIKAN_ANSWER_UNKNOWN', `HTTP ${status}`);
  return technical('BALIKAN_SERVER_ERROR', `HTTP ${status}`);
}
