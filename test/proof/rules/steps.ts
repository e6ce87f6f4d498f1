/** What can happen next, as data: so that a walk can be drawn from a seed, shrunk, printed and played again. */
import fc from 'fast-check';
import { VARIANT_NAMES, type VariantName } from '../../../simulator/index.ts';
import { applicants, typedNiks } from './applicants.ts';
import { operators, profiles, staff } from './seeded-office.ts';

const everybody = [...operators, ...Object.values(staff)] as const;
export const gatewayTroubles = [
  'none',
  'notice 11',
  'notice 13',
  'notice 05',
  'notice 03',
  'notice 10',
  'html-500',
  'garbage',
  'empty-body',
  'status 503',
] as const;
export const operatorActs = ['SUSPEND_OPERATOR', 'RESUME_OPERATOR', 'REVOKE_OPERATOR'] as const;
export const agreementActs = ['SUSPEND', 'RESUME', 'TERMINATE', 'BRIDGE', 'ADDENDUM', 'CHOOSE'] as const;

export type Step =
  | { readonly do: 'tap'; readonly who: number; readonly variant?: VariantName; readonly tearAt?: number }
  | { readonly do: 'lift' | 'lock' | 'unlock' | 'signOut' | 'crash' | 'restart' | 'look' }
  /** The ordinary next thing, so many times. */
  | { readonly do: 'goOn'; readonly times: number }
  /** Somebody comes and is served. */
  | { readonly do: 'serve'; readonly who: number; readonly times: number }
  | { readonly do: 'intent'; readonly index: number; readonly forced: boolean }
  /** `patiently`: for the next applicant, after the pause that pacing asks for. */
  | {
      readonly do: 'type';
      readonly nik: number;
      readonly named: boolean;
      readonly reason: number;
      readonly patiently: boolean;
    }
  | { readonly do: 'cosign'; readonly purpose: 'SECOND_OFFICER' | 'EXCEPTION'; readonly who: string }
  | { readonly do: 'answers'; readonly wait: boolean }
  | { readonly do: 'gateway'; readonly trouble: (typeof gatewayTroubles)[number] }
  /** `unseen`: the program has not looked at its clock since. */
  | {
      readonly do: 'time';
      readonly ms: number;
      readonly how: 'passes' | 'sleeps' | 'isSet';
      readonly unseen: boolean;
    }
  /** To so many milliseconds after the midnight that ends the day, or the last day of the agreement. */
  | {
      readonly do: 'midnight';
      readonly of: 'day' | 'agreement';
      readonly after: number;
      readonly unseen: boolean;
    }
  | { readonly do: 'sit'; readonly who: string }
  | {
      readonly do: 'operator';
      readonly act: (typeof operatorActs)[number];
      readonly who: number;
      readonly by: string;
    }
  | {
      readonly do: 'agreement';
      readonly act: (typeof agreementActs)[number];
      readonly which: number;
      readonly by: string;
    }
  | { readonly do: 'emergency'; readonly on: boolean; readonly by: string }
  | { readonly do: 'reopen' | 'acceptClock'; readonly by: string }
  /** So many of the next transactions fail, as on a full disk. */
  | { readonly do: 'disk'; readonly fails: number }
  | { readonly do: 'request'; readonly kind: 'WITHDRAWAL' | 'ACCESS'; readonly nth: number }
  | { readonly do: 'complete' | 'openKept'; readonly nth: number };

export interface Script {
  readonly method: 'MATCH' | 'FETCH';
  readonly agreement: number;
  readonly steps: readonly Step[];
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const who = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.nat(applicants.length - 1) },
);
const neighbours = typedNiks.flatMap((_, place) => (place >= applicants.length ? [place] : []));
/** Often the first applicant's and its neighbours, which pacing is to notice. */
const nik = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, ...neighbours) },
  { weight: 2, arbitrary: fc.nat(typedNiks.length - 1) },
);
const variant = fc.constantFrom(...VARIANT_NAMES);
const seldom = fc.nat(9).map((n) => n === 0);
const by = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(staff.head, staff.manager) },
  { weight: 1, arbitrary: fc.constantFrom(...everybody) },
);
const which = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(profiles.length - 1) },
);
const only = <T extends string>(word: T) => fc.constant(word);
const event = <Shape extends object>(
  weight: number,
  shape: { [K in keyof Shape]: fc.Arbitrary<Shape[K]> },
) => ({
  weight,
  arbitrary: fc.record(shape),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  event(16, { do: only('serve'), who, times: fc.integer({ min: 1, max: 7 }) }),
  event(5, { do: only('tap'), who }),
  event(1, { do: only('tap'), who, variant }),
  event(1, { do: only('tap'), who, tearAt: fc.integer({ min: 5, max: 40 }) }),
  event(10, { do: only('goOn'), times: fc.integer({ min: 1, max: 5 }) }),
  event(12, { do: only('intent'), index: fc.nat(40), forced: seldom }),
  event(8, {
    do: only('type'),
    nik,
    named: fc.boolean(),
    reason: fc.nat(4),
    patiently: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  }),
  event(3, {
    do: only('cosign'),
    purpose: fc.constantFrom('SECOND_OFFICER' as const, 'EXCEPTION' as const),
    who: fc.constantFrom(...everybody),
  }),
  event(8, { do: fc.constantFrom('lift' as const, 'look' as const) }),
  event(3, { do: fc.constantFrom('lock' as const, 'unlock' as const, 'signOut' as const) }),
  event(1, { do: fc.constantFrom('crash' as const, 'restart' as const) }),
  event(3, { do: only('answers'), wait: fc.boolean() }),
  event(3, { do: only('gateway'), trouble: fc.constantFrom(...gatewayTroubles) }),
  event(6, {
    do: only('time'),
    ms: fc.constantFrom(5000, 20_000, minute, 5 * minute, 11 * minute),
    how: only('passes'),
    unseen: fc.boolean(),
  }),
  event(3, {
    do: only('time'),
    ms: fc.constantFrom(2 * hour, day, 4 * day, 9 * day, 40 * day, 366 * day, 800 * day),
    how: fc.constantFrom('sleeps' as const, 'isSet' as const),
    unseen: fc.boolean(),
  }),
  event(2, {
    do: only('time'),
    ms: fc.constantFrom(-10_000, -4 * minute, -hour, -day, -366 * day),
    how: only('isSet'),
    unseen: fc.boolean(),
  }),
  event(3, {
    do: only('midnight'),
    of: fc.constantFrom('day' as const, 'agreement' as const),
    after: fc.constantFrom(-1, 0, 1000),
    unseen: fc.boolean(),
  }),
  event(5, {
    do: only('sit'),
    who: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...operators) },
      { weight: 1, arbitrary: fc.constantFrom(...everybody) },
    ),
  }),
  event(3, {
    do: only('operator'),
    act: fc.constantFrom(...operatorActs),
    who: fc.nat(operators.length - 1),
    by,
  }),
  event(5, { do: only('agreement'), act: fc.constantFrom(...agreementActs), which, by }),
  event(2, { do: only('emergency'), on: fc.boolean(), by }),
  event(2, { do: fc.constantFrom('reopen' as const, 'acceptClock' as const), by }),
  event(2, { do: only('disk'), fails: fc.integer({ min: 1, max: 6 }) }),
  event(2, {
    do: only('request'),
    kind: fc.constantFrom('WITHDRAWAL' as const, 'ACCESS' as const),
    nth: fc.nat(4),
  }),
  event(3, { do: fc.constantFrom('complete' as const, 'openKept' as const), nth: fc.nat(4) }),
);

/** Mostly under the agreement that grants the most, and long enough to come back to what was done before. */
export const scripts: fc.Arbitrary<Script> = fc.record({
  method: fc.constantFrom('MATCH' as const, 'FETCH' as const),
  agreement: which,
  steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
});
