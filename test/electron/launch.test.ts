/** The built app opens on the runtime at hand, in a data folder of its own, and leaves nothing behind. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dist } from '../../scripts/folders.mjs';
import { launchApp, withApp } from './launch.ts';

it('opens a window on ketuk:// in a fresh data folder, and is gone afterwards with the folder', async () => {
  const seen = await withApp({}, async ({ app, userData }) => {
    const page = await app.firstWindow();
    expect(await app.evaluate(({ app: main }) => main.getPath('userData'))).toBe(userData);
    return { userData, pid: app.process().pid ?? 0, address: page.url(), mark: await page.title() };
  });
  expect(seen).toMatchObject({ address: expect.stringMatching(/^ketuk:\/\//), mark: 'Ketuk' });
  expect(existsSync(seen.userData)).toBe(false);
  expect(() => process.kill(seen.pid, 0)).toThrow('ESRCH');
});

it('closes the app when the test itself fails', async () => {
  let pid = 0;
  const failing = withApp({}, async ({ app }) => {
    await app.firstWindow();
    pid = app.process().pid ?? 0;
    throw new Error('the test failed');
  });
  await expect(failing).rejects.toThrow('the test failed');
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

it('keeps a data folder it was given, for a second start', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'ketuk-kept-'));
  try {
    const first = await launchApp({ userData });
    await first.app.firstWindow();
    await first.close();
    expect(readdirSync(userData)).not.toEqual([]);
    await withApp({ userData }, ({ app }) => app.firstWindow());
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
});

it('loads next to nothing before its window stands', () => {
  // One import that leads to a library makes it ten times as large, and the officer waits for that.
  expect(statSync(join(dist, 'main.cjs')).size).toBeLessThan(16_000);
});
