/** What a form holds while it is being filled in: values by path (`letter.number`, `rows.0.code`), and what is wrong with them. Pure. */

export type Draft = Readonly<Record<string, unknown>>;

/** Why a value does not do. `wrong`: it is there and not of the form asked for. */
export type Problem =
  | { readonly kind: 'required' }
  | { readonly kind: 'tooShort'; readonly n: number }
  | { readonly kind: 'tooLong'; readonly n: number }
  | { readonly kind: 'wrong' }
  /** In the words of main. */
  | { readonly kind: 'said'; readonly id: string; readonly en: string };

/** What a draft is checked by: a schema of the contract, or a check of a page that must not wait for the schemas to load. */
export interface Checker<T> {
  safeParse(
    draft: Draft,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

/** As much of an issue of the schema as is shown. */
export interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function valueAt(draft: Draft, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => memberOf(at, key), draft);
}

function memberOf(at: unknown, key: string): unknown {
  if (Array.isArray(at)) return at[Number(key)];
  return isDraft(at) ? at[key] : undefined;
}

/** `undefined` takes the value away. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  return changed(draft, path.split('.'), value) as Draft;
}

function changed(at: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const next = rest.length === 0 ? value : changed(memberOf(at, key), rest, value);
  if (Array.isArray(at)) return at.with(Number(key), next);
  const known = isDraft(at) ? at : {};
  // A member that was there keeps its place: lists are shown in the order in which they stand.
  if (next !== undefined) return { ...known, [key]: next };
  const { [key]: _, ...others } = known;
  return others;
}

/** Nothing was put in: no text, or an object of which every value is blank. A `false` was put in. */
function blank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || (isDraft(value) && Object.values(value).every(blank));
}

/** What may be left out is left out when it is blank, so that the schema takes it for absent and not for wrong. */
export function withoutBlanks(draft: Draft, optional: readonly string[]): Draft {
  return Object.fromEntries(
    Object.entries(draft).filter(([key, value]) => !(optional.includes(key) && blank(value))),
  );
}

/** The first problem of each path, in the words of a form. */
export function problemsOf(draft: Draft, issues: readonly Issue[]): Readonly<Record<string, Problem>> {
  const problems: Record<string, Problem> = {};
  for (const issue of issues) {
    const path = issue.path.map(String).join('.');
    problems[path] ??= problemOf(valueAt(draft, path), issue);
  }
  return problems;
}

function problemOf(value: unknown, { code, minimum, maximum }: Issue): Problem {
  if (blank(value) || value === false) return { kind: 'required' };
  if (code === 'too_small') return { kind: 'tooShort', n: Number(minimum) };
  if (code === 'too_big') return { kind: 'tooLong', n: Number(maximum) };
  return { kind: 'wrong' };
}
