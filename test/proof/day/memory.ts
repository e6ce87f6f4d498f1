/**
 * How much the program has grown over the day. After every visit, once its processes have ended and main has thrown away its garbage, the
 * proportional set sizes are read (`/proc/PID/smaps_rollup`: a page shared by n processes counts 1/n for each). What may grow is what the
 * processes made themselves; pages of files on the disk come and go with whoever else runs the same program. The medians of the first
 * and the last tenth of each life of the program are compared, after its warm-up; a restart does not hide growth, because what the
 * lives grew by is added up.
 */
import { readFileSync } from 'node:fs';
import type { Counter } from '../../support/counter.ts';
import { commandOf } from '../memory-scan.ts';

/** Visits until caches are filled and code is compiled. */
const warmUp = 15;
/** With fewer behind the warm-up, nothing can be said. */
const fewest = 20;
/** Growth that breaks the promise. */
export const mostPerCent = 5;
const settledWithinMs = 5000;

export interface Sample {
  /** How often the program had been started. */
  readonly life: number;
  readonly main: Size;
  readonly all: Size;
}

/** In kB. */
interface Size {
  readonly whole: number;
  /** Without the pages of files. */
  readonly own: number;
}

export interface Growth {
  readonly ofMain: number;
  readonly ofAll: number;
  /** Visits that were compared. */
  readonly over: number;
}

export async function sampled(counter: Counter, life: number): Promise<Sample> {
  await atRest(counter);
  await counter.app.evaluate(() => {
    const load = process.mainModule?.require.bind(process.mainModule) as NodeJS.Require;
    load('node:v8').setFlagsFromString('--expose-gc');
    load('node:vm').runInNewContext('gc')();
  });
  const [main = nothing, ...others] = counter.pids().map(sizeOf);
  const all = others.reduce(
    (sum, { whole, own }) => ({ whole: sum.whole + whole, own: sum.own + own }),
    main,
  );
  return { life, main, all };
}

/** One visit process that waits, one page, and nothing that sends. */
async function atRest(counter: Counter): Promise<void> {
  const end = Date.now() + settledWithinMs;
  const renderers = () => counter.pids().filter((pid) => commandOf(pid) === 'renderer').length;
  while (Date.now() < end && (counter.helpers().length !== 1 || renderers() !== 1)) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const nothing: Size = { whole: 0, own: 0 };

function sizeOf(pid: number): Size {
  let rollup: string;
  try {
    rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch {
    // It has just ended.
    return nothing;
  }
  const kb = (line: string) => Number(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0);
  return { whole: kb('Pss'), own: kb('Pss_Anon') + kb('Pss_Shmem') };
}

/** In per cent of what the program had after its warm-up; `undefined` after too few visits. */
export function growthOf(samples: readonly Sample[]): Growth | undefined {
  const lives = [...new Set(samples.map(({ life }) => life))]
    .map((life) => samples.filter((sample) => sample.life === life).slice(warmUp))
    .filter((life) => life.length >= fewest);
  if (lives.length === 0) return undefined;
  const grown = (size: (sample: Sample) => Size) =>
    lives.reduce((sum, life) => sum + growth(life.map(size)), 0);
  return {
    ofMain: grown(({ main }) => main),
    ofAll: grown(({ all }) => all),
    over: lives.reduce((sum, life) => sum + life.length, 0),
  };
}

function growth(sizes: readonly Size[]): number {
  const tenth = Math.max(3, Math.round(sizes.length / 10));
  const [first, last] = [sizes.slice(0, tenth), sizes.slice(-tenth)];
  const grown = median(last.map(({ own }) => own)) - median(first.map(({ own }) => own));
  return (grown / median(first.map(({ whole }) => whole))) * 100;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
