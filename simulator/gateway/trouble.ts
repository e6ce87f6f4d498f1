/** The trouble that a test or a trainer asks for: what kinds there are, and which one strikes the next request. */
import type { NoticeCode } from './notices.ts';

export type Service = 'lookup' | 'balikan';

/** Before: the server never saw the request. After: it did its work – counted the hit, took the record – and the answer is lost. */
export type Moment = 'before' | 'after';

/** Trouble of the line, in force until another trouble or `none`. */
export type LineTrouble =
  | { readonly kind: 'refuse' } // nobody listens: connection refused
  | { readonly kind: 'mute' } // connections are taken and never answered, not even by a TLS greeting
  | { readonly kind: 'wrong-certificate' }; // another server seems to sit there

/** Trouble that comes instead of the answer, from either server. */
type CommonReplacingTrouble =
  | { readonly kind: 'stall' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'html-500' }
  | { readonly kind: 'text-500' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'redirect' } // to an address that nobody has
  | { readonly kind: 'garbage' } // 200 with nonsense
  | { readonly kind: 'empty-body' };

type LookupTrouble =
  | { readonly kind: 'empty-content' }
  | { readonly kind: 'notice'; readonly code: NoticeCode }
  | { readonly kind: 'unknown-notice' };

type BalikanTrouble =
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'other-count' } // a yes that counts other than was sent
  | { readonly kind: 'other-records' }; // a yes to somebody else's records

export type ReplacingTrouble = (CommonReplacingTrouble | LookupTrouble | BalikanTrouble) & Strike;

/** Trouble that spoils a true answer on its way. */
export type SpoilingTrouble =
  | { readonly kind: 'truncated' } // a whole HTTP answer with half a JSON text
  | { readonly kind: 'cut-off' } // the connection ends in the middle of the answer
  | { readonly kind: 'drip'; readonly everyMs?: number } // one byte at a time
  | { readonly kind: 'oversized'; readonly bytes?: number }; // blanks before a valid answer

interface Strike {
  /** Requests it strikes; all until it is taken back, unless given. */
  readonly times?: number;
  readonly moment?: Moment;
}

/** Which service is meant is `lookup` unless named. */
export type Trouble =
  | (LineTrouble & { readonly service?: Service })
  | (CommonReplacingTrouble & Strike & { readonly service?: Service })
  | (LookupTrouble & Strike & { readonly service?: 'lookup' })
  | (BalikanTrouble & Strike & { readonly service: 'balikan' })
  | (SpoilingTrouble & { readonly service?: Service; readonly times?: number });

/** The end of trouble, on both services unless one is named. */
export interface NoTrouble {
  readonly kind: 'none';
  readonly service?: Service;
}

export type RequestTrouble = ReplacingTrouble | (SpoilingTrouble & { readonly times?: number });

const lineKinds: ReadonlySet<string> = new Set(['refuse', 'mute', 'wrong-certificate']);
const spoilingKinds: ReadonlySet<string> = new Set(['truncated', 'cut-off', 'drip', 'oversized']);

export function isLineTrouble(trouble: Trouble): trouble is LineTrouble & { readonly service?: Service } {
  return lineKinds.has(trouble.kind);
}

export function isSpoiling(
  trouble: RequestTrouble,
): trouble is SpoilingTrouble & { readonly times?: number } {
  return spoilingKinds.has(trouble.kind);
}

/** The trouble of one service: one at a time, for a number of requests or until it is taken back. */
export class TroubleQueue {
  #current: RequestTrouble | undefined;
  #left = 0;

  set(trouble: RequestTrouble | undefined): void {
    this.#current = trouble;
    this.#left = trouble?.times ?? Number.POSITIVE_INFINITY;
  }

  /** What strikes the request that has just arrived. */
  take(): RequestTrouble | undefined {
    const trouble = this.#current;
    if (trouble === undefined) return undefined;
    this.#left -= 1;
    if (this.#left <= 0) this.#current = undefined;
    return trouble;
  }
}
