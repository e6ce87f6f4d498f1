/**
 * From the launch to the first screen, as a person would stop it: the program at a counter, over a program that only opens an empty
 * window, in the same runtime. Every launch is cold for the process and warm for the disk; they take turns.
 */
import { join } from 'node:path';
import { build } from '../../scripts/build.mjs';
import { root } from '../../scripts/folders.mjs';
import { withCounter } from './counter-file.ts';
import type { Measured } from './figures.ts';
import { withHistory } from './history.ts';
import { median } from './statistics.ts';
import { emptyWindow, type Program, withWindow } from './window.ts';

const LAUNCHES = 7;

export async function measureStart(): Promise<Measured> {
  await build();
  return withCounter(async ({ folder, flags }) => {
    const practice = join(folder, 'practice');
    const old = join(folder, 'history');
    await withHistory(old);
    const programs = {
      empty: emptyWindow(folder),
      ketuk: { name: 'Ketuk', appFolder: root, flags: flags('ketuk') },
      training: {
        name: 'Ketuk in training mode',
        appFolder: root,
        flags: ['--training', `--data=${practice}`, `--user-data-dir=${practice}`],
      },
      history: {
        name: 'Ketuk with years behind it',
        appFolder: root,
        flags: ['--training', `--data=${old}`, `--user-data-dir=${old}`],
      },
    } satisfies Record<string, Program>;
    const times = {
      empty: [] as number[],
      ketuk: [] as number[],
      training: [] as number[],
      history: [] as number[],
    };
    const sides = ['empty', 'ketuk', 'training', 'history'] as const;
    for (let round = 0; round <= LAUNCHES; round++) {
      for (const side of sides) {
        const drawnMs = await withWindow(programs[side], async (window) => window.drawnMs);
        // The first launch makes keys and database and fills the caches of the disk.
        if (round > 0) times[side].push(drawnMs);
      }
    }
    // Of each round its own ratio: the launches of a round meet the same machine.
    const ratio = (side: keyof typeof times, over: keyof typeof times) =>
      median(times[side].map((ms, round) => ms / (times[over][round] ?? Number.NaN)));
    return {
      figures: {
        'start.ratioToEmptyWindow': ratio('ketuk', 'empty'),
        'start.historyRatio': ratio('history', 'training'),
      },
      raw: {
        'start.launches': LAUNCHES,
        'start.ketukMs': median(times.ketuk),
        'start.emptyWindowMs': median(times.empty),
        'start.trainingMs': median(times.training),
        'start.trainingRatioToEmptyWindow': ratio('training', 'empty'),
        'start.historyMs': median(times.history),
      },
    };
  });
}
