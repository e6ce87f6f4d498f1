/** A start of the program that ends in a refusal: what it says on standard error, and its exit code. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from '../../scripts/build.mjs';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';

const root = join(import.meta.dirname, '..', '..');
/** Puts the message box of a refusal on standard error too; there is nobody to press its button. */
const withoutBox = join(import.meta.dirname, 'without-error-box.cjs');
const endsWithinMs = 20_000;

export interface EndedStart {
  readonly code: number | null;
  readonly said: string;
}

export async function startThatEnds(dataFolder: string, flags: readonly string[]): Promise<EndedStart> {
  await build();
  const { executable, args } = await electronRuntime();
  const given = ['-r', withoutBox, ...args, `--user-data-dir=${dataFolder}`, root, ...flags];
  const child = spawn(executable, given, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const patience = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (ended) => resolve(ended));
    });
    return { code, said };
  } finally {
    clearTimeout(patience);
  }
}
