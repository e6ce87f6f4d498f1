import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { ensureFolder, runtimeFolder } from './folders.mjs';
import { withLock } from './lock.mjs';

const name = `test-${process.pid}`;
const file = join(runtimeFolder, `${name}.lock`);
afterEach(() => rmSync(file, { force: true }));

it('lets one in after the other', async () => {
  const order: string[] = [];
  let finishFirst = () => {};
  const first = new Promise<void>((resolve) => {
    finishFirst = resolve;
  });
  const one = withLock(name, async () => {
    order.push('one in');
    await first;
    order.push('one out');
  });
  const two = withLock(name, async () => {
    order.push('two in');
  });
  finishFirst();
  await Promise.all([one, two]);
  expect(order).toEqual(['one in', 'one out', 'two in']);
});

it('opens again when what it guarded has failed', async () => {
  await expect(withLock(name, () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  await expect(withLock(name, async () => 'in')).resolves.toBe('in');
});

it('is taken from a holder that was killed', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  ensureFolder(runtimeFolder);
  writeFileSync(file, `${pid}`);
  await expect(withLock(name, async () => 'in')).resolves.toBe('in');
});
