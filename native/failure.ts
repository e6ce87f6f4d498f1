/**
 * Failures are values. Each one names the broken link of the chain card – reader – SAM – network – gateway, says why it
 * broke and what to do now, in Indonesian and English (design promise 4). Exceptions are bugs and end their process.
 */

/** The links of the chain, in the order in which a tap meets them. */
export type Link =
  | 'service' // the PC/SC resource manager
  | 'driver'
  | 'reader'
  | 'slot'
  | 'card' // some card: wrong kind, none, two
  | 'this-card' // a KTP-el whose content is at fault
  | 'sam'
  | 'network'
  | 'gateway'
  | 'agreement'
  | 'store'
  | 'program';

/**
 * What trying again can do: `now` – the same action may simply be repeated; `after-cure` – only once the cure was carried
 * out; `later` – time heals it; `never` – final for this card, person or file.
 */
export type Retry = 'now' | 'after-cure' | 'later' | 'never';

export interface LocalText {
  readonly id: string;
  readonly en: string;
}

export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly link: Link;
  readonly cause: LocalText;
  readonly cure: LocalText;
  readonly retry: Retry;
  /** Where in the dialogue it happened, e.g. `READ BINARY 6FF1 +208`. Never a value read from a card or a person. */
  readonly at: string;
  /** What the layer below said, e.g. `SCARD_E_NO_SERVICE` or `SW 6982`. Never a value. */
  readonly detail?: string;
}

export interface FailureEntry {
  readonly link: Link;
  readonly retry: Retry;
  readonly cause: LocalText;
  readonly cure: LocalText;
}

export type Result<T, F extends Failure = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failed<F extends Failure>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}

export type FailureCatalogue<Code extends string> = Readonly<Record<Code, FailureEntry>>;

/**
 * Makes the one function that builds failures of a catalogue, so that no code can be raised that has no text and cure.
 * `words` fill the places of a text that stand in braces, e.g. `{tanggal}`: a date, a name of staff, a count – never a value.
 */
export function failureFactory<Code extends string>(catalogue: FailureCatalogue<Code>) {
  return function failure<C extends Code>(
    code: C,
    at: string,
    detail?: string,
    words: Readonly<Record<string, string>> = {},
  ): Failure<C> {
    const { link, retry, cause, cure } = catalogue[code];
    const filled = (text: LocalText): LocalText => ({ id: fill(text.id, words), en: fill(text.en, words) });
    return {
      code,
      link,
      cause: filled(cause),
      cure: filled(cure),
      retry,
      at,
      ...(detail === undefined ? {} : { detail }),
    };
  };
}

function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => words[name] ?? place);
}
