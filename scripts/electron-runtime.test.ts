import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { electronRuntime } from './electron-runtime.mjs';

it('finds a runtime whose version is the one it claims', async () => {
  const { executable, version } = await electronRuntime();
  expect(existsSync(executable)).toBe(true);
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const said = spawnSync(executable, ['-p', 'process.versions.electron'], { env, encoding: 'utf8' });
  expect(said.stdout.trim()).toBe(version);
});

it('asks for no sandbox as root, and only then', async () => {
  const { args } = await electronRuntime();
  expect(args.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
});
