/** Starts a program with a window and says when its first screens were drawn; ends it, and all its processes, on every path. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { end } from '../../scripts/processes.mjs';
import { CannotMeasure } from './cannot-measure.ts';

/** The first opening of a copied folder looks through all of it (ADR 0022). */
const readyWithinMs = 180_000;

export interface Program {
  readonly name: string;
  readonly appFolder: string;
  readonly flags: readonly string[];
}

export interface DrawnWindow {
  /** From the launch to the first screen. */
  readonly drawnMs: number;
  /** To the first on which something can be done: keys and database are open. */
  readonly readyMs: number;
  readonly pid: number;
}

export async function withWindow<T>(program: Program, use: (window: DrawnWindow) => Promise<T>): Promise<T> {
  const { executable, args } = await electronRuntime();
  const begun = performance.now();
  const child = spawn(executable, [...args, program.appFolder, ...program.flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: `--require=${join(import.meta.dirname, 'window-probe.cjs')}` },
  });
  const complaints: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  try {
    const times = await drawn(child, begun);
    if (times === undefined) throw new CannotMeasure(silent(program, complaints));
    return await use({ ...times, pid: child.pid ?? 0 });
  } finally {
    await end(child);
  }
}

/** `undefined` when the program ended, or took too long, without having drawn what can be worked with. */
async function drawn(child: ChildProcess, begun: number): Promise<Omit<DrawnWindow, 'pid'> | undefined> {
  if (child.stdout === null) return undefined;
  const tooLong = setTimeout(() => child.kill('SIGKILL'), readyWithinMs);
  try {
    const at = new Map<string, number>();
    for await (const line of createInterface({ input: child.stdout })) {
      at.set(line, performance.now() - begun);
      const [drawnMs, readyMs] = [at.get('bench: drawn'), at.get('bench: ready')];
      if (drawnMs !== undefined && readyMs !== undefined) return { drawnMs, readyMs };
    }
    return undefined;
  } finally {
    clearTimeout(tooLong);
  }
}

function silent({ name }: Program, complaints: readonly string[]): string {
  return `${name} drew no first screen; it said: ${complaints.join('').trim().split('\n').slice(-5).join(' / ')}`;
}

/** Chromium's own files go where the bench cleans up. */
export function emptyWindow(folder: string): Program {
  return {
    name: 'the empty window',
    appFolder: join(import.meta.dirname, 'empty-window'),
    flags: [`--user-data-dir=${join(folder, 'empty')}`],
  };
}
