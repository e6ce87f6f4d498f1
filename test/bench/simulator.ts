/**
 * The simulated chip and SAM in a process of their own, in the virtual reader of the private `pcscd`: what is measured shares
 * neither an event loop nor a heap with what plays the card.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { end } from '../../scripts/processes.mjs';
import type { TimingProfile } from '../../simulator/index.ts';
import { CannotMeasure } from './cannot-measure.ts';

const announcement = z.object({ ready: z.literal(true), pcid: z.string(), conf: z.string() });

export interface Simulator {
  readonly pcid: string;
  readonly conf: string;
  /** `insert`, `remove`, `sam-insert`, `sam-remove`, … act at once. */
  tell(line: string): void;
}

export async function withSimulator<T>(
  timing: TimingProfile,
  use: (simulator: Simulator) => Promise<T>,
): Promise<T> {
  const program = join(import.meta.dirname, '..', '..', 'simulator', 'cli.ts');
  const child = spawn(process.execPath, [...process.execArgv, program, 'card', '--timing', timing], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const { pcid, conf } = announcement.parse(await announced(child, 'the simulated card'));
    return await use({ pcid, conf, tell: (line) => child.stdin.write(`${line}\n`) });
  } finally {
    child.stdin.end();
    await end(child);
  }
}

/** What a simulator says on its first line when it is up. */
export async function announced(child: ChildProcess, name: string): Promise<unknown> {
  const line = await firstLine(child);
  if (line === undefined) throw new CannotMeasure(`${name} did not start; its message is above`);
  return JSON.parse(line);
}

/** The first line on a child's standard output; `undefined` when it ends without one. */
async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (child.stdout === null) return undefined;
  const lines = createInterface({ input: child.stdout });
  const line = once(lines, 'line').then(([text]) => String(text));
  return Promise.race([line, once(child, 'exit').then(() => undefined)]);
}
