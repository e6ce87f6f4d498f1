/** The page of data balikan asks main for no more than it shows, however many items lie behind it. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutboxRow } from '../../electron/contract/index.ts';
import { outboxRows } from '../screens/fixtures.ts';
import { asManager } from '../screens/office-cases.ts';
import { asked, change, stage } from '../screens/stage.ts';
import { type LaunchedApp, launchApp } from './launch.ts';

const root = join(import.meta.dirname, '../..');
const wholePage: readonly OutboxRow[] = Array.from({ length: 50 }, (_, index) => ({
  ...(outboxRows[index % outboxRows.length] as OutboxRow),
  itemId: `item-${index}`,
}));

let launched: LaunchedApp;
let page: Page;

beforeAll(async () => {
  const env = { KETUK_PAGES: join(root, 'dist/renderer') };
  launched = await launchApp({ appFolder: join(root, 'test/screens/host'), flags: [], env });
  page = await launched.app.firstWindow();
});

afterAll(() => launched?.close());

async function opened(rows: readonly OutboxRow[]): Promise<void> {
  const answers = { 'outbox.list': rows };
  const one = { name: 'outbox', page: 'home', hash: '#data-balikan', home: asManager, answers } as const;
  await stage(page, one, { language: 'id', theme: 'light' });
  await page.waitForSelector('main[data-screen=outbox] form');
  const kinds = async () => (await asked(page)).map(({ kind }) => kind);
  await expect.poll(kinds).toEqual(expect.arrayContaining(['outbox.list', 'outbox.handingOver']));
}

/** What the page asks for while `act` has its effect. */
async function askedFor(act: () => Promise<void>, effect: string): Promise<readonly unknown[]> {
  const before = (await asked(page)).length;
  await act();
  await page.waitForSelector(effect);
  return (await asked(page)).slice(before).map(({ kind, value }) => [kind, value ?? null]);
}

async function search(text: string): Promise<void> {
  await page.fill('main form input', text);
  await page.keyboard.press('Enter');
}

const says = (text: string) => `main [role=status]:has-text("${text}")`;
const ofRows = (n: number) => `main tbody:has(tr:nth-child(${n})):not(:has(tr:nth-child(${n + 1})))`;

test('a search is one question, typing is none, and what came of it is said', async () => {
  await opened(outboxRows);
  expect(await askedFor(() => search(' L1-20261122-0001 '), says('6 data balikan ditemukan'))).toEqual([
    ['outbox.list', { limit: 50, registrationNo: 'L1-20261122-0001' }],
  ]);
});

test('a number that nobody has is said to be none, instead of an empty list', async () => {
  await opened([]);
  await search('L1-00000000-0000');
  await page.waitForSelector(says('Tidak ada data balikan dengan nomor registrasi L1-00000000-0000'));
  expect(await page.locator('main').innerText()).not.toContain('Belum ada isi');
});

test('older pages stay when something changes, which is read anew as far as it is shown', async () => {
  await opened(wholePage);
  const older = () => page.click('text="Lebih lama"');
  expect(await askedFor(older, ofRows(100))).toEqual([['outbox.list', { limit: 50, after: 'item-49' }]]);
  const asking = await askedFor(() => change(page), ofRows(50));
  expect(asking).toContainEqual(['outbox.list', { limit: 100 }]);
  expect(asking).toContainEqual(['outbox.handingOver', null]);
});
