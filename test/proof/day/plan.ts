/** The day of an office, drawn by a seed and kept as data: who comes when, how their visit goes, and what befalls the counter between. */
import { type Dice, diceOf } from '../dice.ts';

/** Visits as they begin at any counter, with their share of an ordinary day in parts of a hundred. */
const ordinary = {
  'consent given': 34,
  'consent refused': 24,
  'moved away': 6,
  'comes back': 4,
  'record to be put right': 6,
  'card pulled': 5,
  'another face': 4,
  'second officer': 4,
  'chip unreadable': 5,
  leaves: 4,
  'visit process dies': 2,
  'bank card': 2,
} as const;

/** Visits that something happens to once a day. */
const once = ['power cut in a visit', 'power cut on the way', 'emergency stop', 'aid refused'] as const;

export type Ending = keyof typeof ordinary | (typeof once)[number];

/** What befalls the counter while nobody is served. */
export const troubles = [
  'gateway fails',
  'gateway is back',
  'balikan fails',
  'balikan is back',
  'answers are lost',
  'sent before',
  'SAM pulled',
  'card service restarts',
  'clock set back',
  'access asked for',
  'consent withdrawn',
  'refusal corrected',
  'quota used up',
  'balikan fails till evening',
] as const;
export type Trouble = (typeof troubles)[number];

/** How a service of Dukcapil is out of reach. */
export const outages = ['refuse', 'stall', 'reset', 'html-500', 'truncated'] as const;
export type Outage = (typeof outages)[number];

export interface Visit {
  readonly kind: 'visit';
  /** From 1. */
  readonly no: number;
  /** Seconds since the counter opened. */
  readonly at: number;
  readonly ending: Ending;
  /** Of everything that is by chance within the visit, its resident first. */
  readonly seed: number;
}

export interface Befalling {
  readonly kind: 'trouble';
  readonly trouble: Trouble;
  readonly how: Outage;
  readonly seed: number;
}

export interface Day {
  readonly happenings: readonly (Visit | Befalling)[];
  readonly visits: number;
  /** Hits that the agreement grants: enough for most of the day and not for all of it. */
  readonly dailyHits: number;
}

/** Fewer, and there is no room for one of each. */
export const fewestVisits = 12;
export const dayOpens = '2026-11-24T08:00:00+07:00';
/** Two hundred visits in four hours; a shorter day is as busy. */
const secondsEach = 72;

/** When something happens, in parts of the day. What needs something before it comes after it, also on the shortest day. */
const places: readonly (readonly [at: number, what: Trouble | (typeof once)[number]])[] = [
  [0.08, 'power cut in a visit'],
  [0.15, 'SAM pulled'],
  [0.2, 'answers are lost'],
  [0.25, 'power cut on the way'],
  [0.34, 'gateway fails'],
  [0.38, 'sent before'],
  [0.42, 'gateway is back'],
  [0.43, 'access asked for'],
  [0.45, 'balikan fails'],
  [0.5, 'emergency stop'],
  [0.55, 'card service restarts'],
  [0.6, 'balikan is back'],
  [0.67, 'aid refused'],
  [0.7, 'clock set back'],
  [0.72, 'consent withdrawn'],
  [0.8, 'refusal corrected'],
  [0.86, 'quota used up'],
  [0.92, 'balikan fails till evening'],
];

export function planDay(seed: number, count: number): Day {
  const visits = Math.max(count, fewestVisits);
  const dice = diceOf(seed);
  const set = places.map(([at, what]) => ({ what, before: Math.max(1, Math.floor(at * visits)) }));
  const happenings: (Visit | Befalling)[] = [];
  for (let index = 0; index < visits; index += 1) {
    const due = set.filter(({ before }) => before === index).map(({ what }) => what);
    happenings.push(...due.filter(isTrouble).map((trouble) => befalling(trouble, dice)));
    const ending = due.find(isOnce) ?? ordinaryEnding(index, visits, dice);
    const at = Math.round(secondsEach * (index + dice.number(900) / 1000));
    happenings.push({ kind: 'visit', no: index + 1, at, ending, seed: seedOf(seed, index) });
  }
  return { happenings, visits, dailyHits: Math.max(4, Math.floor(visits * 0.78)) };
}

function isTrouble(what: Trouble | (typeof once)[number]): what is Trouble {
  return (troubles as readonly string[]).includes(what);
}

function isOnce(what: Trouble | (typeof once)[number]): what is (typeof once)[number] {
  return !isTrouble(what);
}

function befalling(trouble: Trouble, dice: Dice): Befalling {
  return { kind: 'trouble', trouble, how: dice.pick(outages), seed: dice.number(1_000_000) };
}

/** However short the day: the first agree, so that there is something to ask for and to withdraw, and the last leaves something open. */
function ordinaryEnding(index: number, visits: number, dice: Dice): Ending {
  if (index < 3) return 'consent given';
  if (index === visits - 1) return 'consent refused';
  const shares = Object.entries(ordinary) as [keyof typeof ordinary, number][];
  let left = dice.number(shares.reduce((sum, [, share]) => sum + share, 0));
  for (const [ending, share] of shares) {
    left -= share;
    if (left < 0) return ending;
  }
  return 'consent given';
}

/** Ten digits at most, because the seed of a resident becomes a part of the name. */
function seedOf(seed: number, index: number): number {
  return (seed % 1_000_000) * 1000 + index + 1;
}
