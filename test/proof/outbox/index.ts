/**
 * `proof outbox`: kills the program by SIGKILL at random instants of opening, enqueueing, sending and acknowledging, on a line that loses
 * answers and doubles requests, with a clock that people set; then fails its disk write by write and sync by sync. In the end everything
 * that was told to be durable has been accepted by the simulated Dukcapil once, and nothing waits.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Campaign, Verdict } from '../campaign.ts';
import { type Dice, diceOf } from '../dice.ts';
import { canInject, failTheDisk } from './faults.ts';
import { type Judgement, judge } from './judge.ts';
import type { Life } from './life.ts';
import { type Death, runLife } from './run-life.ts';
import { openWorld, type World } from './world.ts';

/** Kills before the books are compared, and before a fresh installation takes the place of the old. */
const killsPerRound = 40;
const mostAtOnce = 2;
const patienceMs = 60_000;
const dayMs = 86_400_000;
/** Fewer kills than these are a rehearsal: it fails the disk at the first few places only. */
const rehearsal = 200;

interface Round {
  readonly judgement: Judgement;
  readonly steps: readonly string[];
  readonly deaths: readonly Death[];
}

export async function proveOutbox({ count, seed, say }: Campaign): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'ketuk-proof-outbox-'));
  const world = await openWorld(diceOf(seed));
  const rounds: Round[] = [];
  let kills = 0;
  let begun = 0;
  try {
    const next = async (): Promise<void> => {
      while (begun < count) {
        const killing = Math.min(killsPerRound, count - begun);
        const name = `r${begun}`;
        begun += killing;
        rounds.push(await playRound(world, folder, name, killing, diceOf(seed * 1_000_003 + begun)));
        kills += killing;
        say(`outbox: ${kills} of ${count} kills`);
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, next));
    say(coverage(rounds, world));
    const broken = await playFaults(world, folder, count, say);
    return verdict(count, [...rounds, ...broken], say);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function playRound(
  world: World,
  folder: string,
  name: string,
  killing: number,
  dice: Dice,
): Promise<Round> {
  const here = join(folder, name);
  const steps: string[] = [];
  const deaths: Death[] = [];
  const told = new Set<string>();
  const since = Date.now();
  let showed = since;
  for (let number = 0; number < killing; number++) {
    // Somebody sets the clock: a little, or by days.
    if (dice.chance(0.2))
      showed += Math.round((dice.number(2000) / 1000 - 1) * dice.pick([60_000, 2 * dayMs]));
    const life = lifeOf(world, here, `${name}-${number}`, 'serve', { since, showed });
    const onceOpen = dice.chance(0.85);
    const afterMs = dice.number(onceOpen ? 250 : 400);
    const death = await runLife(world.bundle, life, { afterMs, onceOpen });
    deaths.push(death);
    for (const no of death.told) told.add(no);
    steps.push(`killed ${afterMs} ms after ${onceOpen ? 'opening' : 'start'}, at ${death.last}`);
  }
  const end = lifeOf(world, here, `${name}-end`, 'settle', { since, showed });
  const last = await runLife(world.bundle, end, { afterMs: patienceMs, onceOpen: false });
  for (const no of last.told) told.add(no);
  rmSync(here, { recursive: true, force: true });
  return { judgement: judge(told, last.books, world.takenOf(name)), steps, deaths };
}

function lifeOf(
  { endpoint }: World,
  folder: string,
  name: string,
  mode: Life['mode'],
  clock: Life['clock'],
): Life {
  return { folder, endpoint, mode, name, clock, services: mode === 'serve' ? 40 : 1 };
}

/** The disk fails as often as there are places at which it can. */
async function playFaults(
  world: World,
  folder: string,
  count: number,
  say: Campaign['say'],
): Promise<readonly Pick<Round, 'judgement' | 'steps'>[]> {
  if (!canInject()) {
    say('outbox: no disk was made to fail: strace is not here, or may not trace');
    return [];
  }
  // What fails here is the disk alone.
  world.line.isBad = false;
  const clock = { since: Date.now(), showed: Date.now() };
  const ready = join(folder, 'ready');
  const first = { ...lifeOf(world, ready, 'ready', 'settle', clock), services: 0 };
  await runLife(world.bundle, first, { afterMs: patienceMs, onceOpen: false });
  const most = count < rehearsal ? 2 : 10_000;
  const { injected, found } = await failTheDisk(world, folder, ready, most, (here, name, mode) =>
    lifeOf(world, here, name, mode, clock),
  );
  say(`outbox: ${injected} times the disk failed, each time at another write or sync`);
  return found.map(({ case: step, judgement }) => ({ judgement, steps: [step] }));
}

/** What the kills met, and what the line did: a campaign that killed nobody in the middle of something would prove nothing. */
function coverage(rounds: readonly Round[], { line }: World): string {
  const deaths = rounds.flatMap((round) => round.deaths);
  const told = deaths.reduce((sum, death) => sum + death.told.length, 0);
  const at = new Map<string, number>();
  for (const { last } of deaths) at.set(last, (at.get(last) ?? 0) + 1);
  const places = [...at].map(([place, times]) => `${place} ${times}`).join(', ');
  return `outbox: killed at ${places}; ${told} services, ${line.lost()} requests and ${line.dropped()} answers lost, ${line.doubled()} requests doubled`;
}

function verdict(
  count: number,
  cases: readonly Pick<Round, 'judgement' | 'steps'>[],
  say: Campaign['say'],
): Verdict {
  const sum = (kind: keyof Judgement) =>
    cases.reduce((all, { judgement }) => all + judgement[kind].length, 0);
  const [lost, doubled, stuck] = [sum('lost'), sum('doubled'), sum('stuck')];
  const worse = cases
    .filter(({ judgement }) => Object.values(judgement).some((of) => of.length > 0))
    .toSorted((one, other) => one.steps.length - other.steps.length);
  for (const { judgement, steps } of worse.slice(0, 1)) {
    say(['the smallest case:', ...steps, JSON.stringify(judgement)].join('\n  '));
  }
  return {
    held: lost + doubled + stuck === 0,
    figures: { kills: count, lost, doubled, stuck },
  };
}
