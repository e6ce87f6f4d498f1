/**
 * From the launch to the first screen, as a person would stop it: the program at a counter, over a program that only opens an empty
 * window, in the same runtime. With years behind it: to the first screen on which something can be done, keys and database open. Every
 * launch is cold for the process and warm for the disk; they take turns.
 */
import { join } from 'node:path';
import { build } from '../../scripts/build.mjs';
import { root } from '../../scripts/folders.mjs';
import { withCounter } from './counter-file.ts';
import type { Measured } from './figures.ts';
import { withHistory } from './history.ts';
import { median } from './statistics.ts';
import { type DrawnWindow, emptyWindow, type Program, withWindow } from './window.ts';

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
    const sides = ['empty', 'ketuk', 'training', 'history'] as const;
    type Side = (typeof sides)[number];
    const times: Record<Side, DrawnWindow[]> = { empty: [], ketuk: [], training: [], history: [] };
    for (let round = 0; round <= LAUNCHES; round++) {
      for (const side of sides) {
        const window = await withWindow(programs[side], async (drawn) => drawn);
        // The first launch makes keys and database, looks through what was copied, and fills the caches of the disk.
        if (round > 0) times[side].push(window);
      }
    }
    type Until = 'drawnMs' | 'readyMs';
    const ms = (side: Side, until: Until) => median(times[side].map((window) => window[until]));
    // Of each round its own ratio: the launches of a round meet the same machine.
    const ratio = (side: Side, over: Side, until: Until) =>
      median(times[side].map((window, round) => window[until] / (times[over][round]?.[until] ?? Number.NaN)));
    return {
      figures: {
        'start.ratioToEmptyWindow': ratio('ketuk', 'empty', 'drawnMs'),
        'start.historyRatio': ratio('history', 'training', 'readyMs'),
      },
      raw: {
        'start.launches': LAUNCHES,
        'start.ketukMs': ms('ketuk', 'drawnMs'),
        'start.ketukReadyMs': ms('ketuk', 'readyMs'),
        'start.emptyWindowMs': ms('empty', 'drawnMs'),
        'start.trainingMs': ms('training', 'drawnMs'),
        'start.trainingReadyMs': ms('training', 'readyMs'),
        'start.trainingRatioToEmptyWindow': ratio('training', 'empty', 'drawnMs'),
        'start.historyReadyMs': ms('history', 'readyMs'),
      },
    };
  });
}
