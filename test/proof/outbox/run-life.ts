/** Runs one life of the program, hears what it says, and kills it when its time has come. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Books, Life, Said } from './life.ts';

export interface Death {
  /** Told to be durable before it died. */
  readonly told: readonly string[];
  readonly failures: readonly string[];
  /** What it was at when it died. */
  readonly last: Said['said'] | 'start';
  readonly wasKilled: boolean;
  /** Of a program that came to its own end. */
  readonly books: Books | undefined;
}

interface Ending {
  /** Kill so long after … */
  readonly afterMs: number;
  /** … it has opened its books; otherwise after it was started. */
  readonly onceOpen: boolean;
}

/** @param under a command that runs the program, e.g. one that makes system calls fail */
export function runLife(
  bundle: string,
  life: Life,
  ending: Ending,
  under: readonly string[] = [],
): Promise<Death> {
  const [command = process.execPath, ...before] = [...under, process.execPath];
  const child = spawn(command, [...before, bundle, JSON.stringify(life)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Whatever runs it dies with it.
    detached: true,
  });
  const told: string[] = [];
  const failures: string[] = [];
  let last: Death['last'] = 'start';
  let books: Books | undefined;
  let timer: NodeJS.Timeout | undefined;
  const kill = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  const killLater = () => {
    timer ??= setTimeout(kill, ending.afterMs);
  };
  if (!ending.onceOpen) killLater();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const said = parsed(line);
    if (said === undefined) return;
    last = said.said;
    if (said.said === 'open') killLater();
    if (said.said === 'told') told.push(said.registrationNo);
    if (said.said === 'failed') failures.push(said.code);
    if (said.said === 'books') books = said.books;
  });
  const heard = new Promise((resolve) => lines.once('close', resolve));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      clearTimeout(timer);
      void heard.then(() => resolve({ told, failures, last, wasKilled: signal === 'SIGKILL', books }));
    });
  });
}

/** The last line may be half a line. */
function parsed(line: string): Said | undefined {
  try {
    return JSON.parse(line) as Said;
  } catch {
    return undefined;
  }
}
