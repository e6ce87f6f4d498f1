/** Others parse one JSON line from the programs: what `run` adds of its own must never stand on standard output. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureFolder, results, root } from './folders.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(ensureFolder(results), 'run-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = join(root, 'scripts', 'run.mjs');

function program(code: string): string {
  const file = join(folder, 'program.ts');
  writeFileSync(file, code);
  return file;
}

it('passes on arguments, standard input, standard output and the exit code, and adds nothing', () => {
  const file = program(
    'process.stdin.on("data", (chunk: Buffer) => { console.log(JSON.stringify({ args: process.argv.slice(2), said: String(chunk) })); process.exitCode = 7; });',
  );
  const answer = spawnSync(process.execPath, [run, file, '--flag', 'two words'], {
    encoding: 'utf8',
    input: 'hello',
  });
  expect(answer.stdout).toBe('{"args":["--flag","two words"],"said":"hello"}\n');
  expect(answer.status).toBe(7);
});

it('passes on the signal that ends it', async () => {
  const file = program(
    'process.on("SIGTERM", () => { console.log("told"); process.exit(3); }); setInterval(() => {}, 1000); console.log("ready");',
  );
  const child = spawn(process.execPath, [run, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
    if (said === 'ready\n') child.kill('SIGTERM');
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  expect({ said, status }).toEqual({ said: 'ready\ntold\n', status: 3 });
});
