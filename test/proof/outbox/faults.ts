/**
 * A disk that fails: under strace the n-th write, or the n-th sync, of a life is refused by the kernel – for every n, until a life is
 * over before its n-th – or all writes from the n-th on, as on a disk that is full. Nothing of it is in the program.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Judgement, judge } from './judge.ts';
import type { Life } from './life.ts';
import { runLife } from './run-life.ts';
import type { World } from './world.ts';

interface Kind {
  readonly name: string;
  readonly inject: (n: number) => string;
  /** Stays so until the program is started again. */
  readonly lasts: boolean;
}

const kinds: readonly Kind[] = [
  { name: 'write', inject: (n) => `inject=pwrite64:error=EIO:when=${n}`, lasts: false },
  { name: 'sync', inject: (n) => `inject=fsync,fdatasync:error=EIO:when=${n}`, lasts: false },
  { name: 'full', inject: (n) => `inject=pwrite64:error=ENOSPC:when=${n}+`, lasts: true },
];
const services = 3;
const patienceMs = 30_000;
const fullForMs = 700;

export interface Faults {
  readonly injected: number;
  readonly found: readonly { readonly case: string; readonly judgement: Judgement }[];
}

/** Whether this computer has strace and lets it trace. */
export function canInject(): boolean {
  const tried = spawnSync('strace', ['-qq', '-o', '/dev/null', '-e', 'inject=fsync:error=EIO', 'true']);
  return tried.status === 0;
}

/**
 * @param ready folder of an installation that was opened once
 * @param most stop at this n; the first ones are those of opening
 */
export async function failTheDisk(
  world: World,
  folder: string,
  ready: string,
  most: number,
  lifeIn: (folder: string, name: string, mode: Life['mode']) => Life,
): Promise<Faults> {
  const found: { case: string; judgement: Judgement }[] = [];
  let injected = 0;

  async function failEveryTime(kind: Kind): Promise<void> {
    for (let n = 1; n <= most; n++) {
      const name = `${kind.name}${n}`;
      const here = join(folder, name);
      cpSync(ready, here, { recursive: true });
      const trace = join(folder, `${name}.strace`);
      const strace = [
        'strace',
        '-f',
        '--seccomp-bpf',
        '-qq',
        '-o',
        trace,
        '-e',
        'trace=pwrite64,fsync,fdatasync',
        '-e',
        kind.inject(n),
      ];
      const mode = kind.lasts ? 'serve' : 'settle';
      const life: Life = { ...lifeIn(here, name, mode), services };
      const ending = { afterMs: kind.lasts ? fullForMs : patienceMs, onceOpen: kind.lasts };
      const death = await runLife(world.bundle, life, ending, strace);
      const isHit = existsSync(trace) && readFileSync(trace, 'utf8').includes('(INJECTED)');
      const after = await runLife(world.bundle, lifeIn(here, `${name}-end`, 'settle'), {
        afterMs: patienceMs,
        onceOpen: false,
      });
      const judgement = judge(new Set([...death.told, ...after.told]), after.books, world.takenOf(name));
      const isWhole = judgement.lost.length + judgement.doubled.length + judgement.stuck.length === 0;
      if (!isWhole) found.push({ case: `${kind.name} number ${n} fails`, judgement });
      rmSync(here, { recursive: true, force: true });
      rmSync(trace, { force: true });
      if (!isHit) break;
      injected += 1;
    }
  }

  await Promise.all(kinds.map(failEveryTime));
  return { injected, found };
}
