/** Starts that must not happen: a wrong passphrase, a damaged database, a second program on the same data. Nothing is touched. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appFailure } from '../../electron/contract/index.ts';
import { Counter } from '../support/counter.ts';
import { startThatEnds } from '../support/refused-start.ts';

let counter: Counter;
let database = '';

beforeAll(async () => {
  counter = await Counter.open();
  database = join(counter.dataFolder, 'ketuk.db');
});

afterAll(() => counter?.close());

const hash = () => createHash('sha256').update(readFileSync(database)).digest('hex');

test('a second program on the same data brings the first to the front and ends by itself', async () => {
  const { app } = counter;
  // A display without a window manager has no front; what can be seen is that the window was asked to come there.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window !== undefined) window.focus = () => Object.assign(globalThis, { askedToFront: true });
  });
  const { code } = await startThatEnds(counter.dataFolder, counter.flags);
  expect(code).toBe(0);
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { askedToFront?: boolean }).askedToFront))
    .toBe(true);
});

test('a wrong passphrase is refused in words, and the database is left as it is', async () => {
  await counter.stop();
  const before = hash();
  const wrong = join(counter.world.folder, 'salah.txt');
  writeFileSync(wrong, 'bukan frasa sandi yang benar', { mode: 0o600 });
  const flags = [`--profile=${counter.world.profile}`, `--passphrase-file=${wrong}`];
  const { code, said } = await startThatEnds(counter.dataFolder, flags);
  expect({ code, unchanged: hash() === before }).toEqual({ code: 1, unchanged: true });
  expect(said).toContain('KEYS_UNAVAILABLE');
  expect(said).toContain(appFailure('KEYS_UNAVAILABLE', '').cure.id);
});

test('a damaged database is refused in words, and left as it is', async () => {
  await counter.stop();
  const bytes = readFileSync(database);
  // The head of a page, which is looked at before anything is opened; a value inside one is found when its row is read.
  const page = 4096 * Math.floor(bytes.length / 2 / 4096);
  bytes.fill(0xa5, page, page + 64);
  writeFileSync(database, bytes);
  const before = hash();
  const { code, said } = await startThatEnds(counter.dataFolder, counter.flags);
  expect({ code, unchanged: hash() === before }).toEqual({ code: 1, unchanged: true });
  expect(said).toContain('STORE_DAMAGED');
  expect(said).toContain(appFailure('STORE_DAMAGED', '').cure.id);
});
