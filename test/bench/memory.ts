/**
 * Memory of all processes of the program at rest, over those of the empty window: the sum of their proportional set sizes, in which a
 * page shared by n processes counts 1/n for each. The program serves a counter: real PC/SC, an open SAM, nobody there.
 */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from '../../scripts/build.mjs';
import { root } from '../../scripts/folders.mjs';
import { CannotMeasure } from './cannot-measure.ts';
import { withCounter } from './counter-file.ts';
import type { Measured } from './figures.ts';
import { median } from './statistics.ts';
import { emptyWindow, type Program, withWindow } from './window.ts';

const RUNS = 3;
/** At rest: start-up is over, and two garbage collections of an idle page have come by. */
const SETTLING_MS = 8000;

interface Footprint {
  readonly kb: number;
  readonly processes: number;
}

export async function measureMemory(): Promise<Measured> {
  await build();
  return withCounter(async ({ folder, flags }) => {
    const ketuk: Program = { name: 'Ketuk', appFolder: root, flags: [...flags('ketuk'), '--page=loket'] };
    const found = { ketuk: [] as Footprint[], empty: [] as Footprint[] };
    for (let run = 0; run < RUNS; run++) {
      found.empty.push(await footprint(emptyWindow(folder)));
      found.ketuk.push(await footprint(ketuk));
    }
    const mb = (side: keyof typeof found) => median(found[side].map(({ kb }) => kb)) / 1024;
    const processes = (side: keyof typeof found) => median(found[side].map((one) => one.processes));
    return {
      figures: { 'memory.ratioToEmptyWindow': mb('ketuk') / mb('empty') },
      raw: {
        'memory.ketukMb': mb('ketuk'),
        'memory.emptyWindowMb': mb('empty'),
        'memory.ketukProcesses': processes('ketuk'),
        'memory.emptyWindowProcesses': processes('empty'),
      },
    };
  });
}

function footprint(program: Program): Promise<Footprint> {
  return withWindow(program, async ({ pid }) => {
    await pause(SETTLING_MS);
    const family = await descendants(pid);
    const sizes = await Promise.all(family.map(proportionalKb));
    const kb = sizes.reduce((sum, size) => sum + size, 0);
    if (kb === 0) throw new CannotMeasure('/proc/*/smaps_rollup tells nothing here');
    for (const [index, one] of family.entries()) {
      process.stderr.write(`bench: ${program.name} ${await described(one)} ${sizes[index]} kB\n`);
    }
    return { kb, processes: family.length };
  });
}

/** A process and all that descend from it. */
async function descendants(ancestor: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(await readIfThere(`/proc/${name}/stat`));
    if (parent !== undefined) parents.set(Number(name), parent);
  }
  const family = [ancestor];
  for (const member of family) {
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  }
  return family;
}

/** Fourth field of `stat`; the second is a name in brackets that may hold anything (proc(5)). */
function parentOf(stat: string): number | undefined {
  const parent = /^\d+ \(.*\) \S (\d+) /s.exec(stat)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

async function proportionalKb(pid: number): Promise<number> {
  const rollup = await readIfThere(`/proc/${pid}/smaps_rollup`);
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
}

/** What kind of Chromium process it is. */
async function described(pid: number): Promise<string> {
  // Chromium rewrites the command lines of what its zygote forks, with spaces between the parts.
  const command = (await readIfThere(`/proc/${pid}/cmdline`)).split(/[\0 ]/);
  const flag = (name: string) => command.find((part) => part.startsWith(`--${name}=`))?.split('=')[1];
  return [flag('type') ?? 'main', flag('utility-sub-type')].filter((part) => part !== undefined).join(' ');
}

/** Empty for a process that has just ended. */
async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return '';
    throw error;
  }
}
