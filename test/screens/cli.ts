/**
 * `npm run screens [-- --only TEXT] [--in id.light]`: pictures every screen in both languages and themes into test-results/screens, in real
 * Electron on the built pages, and checks each of them. Exits 1 when a check fails, 2 for wrong arguments.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { withApp } from '../electron/launch.ts';
import { album } from './album.ts';
import type { Case } from './case.ts';
import { cases } from './cases.ts';
import { check } from './checks.ts';
import { stage, type Variant } from './stage.ts';
import { walks } from './walks.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'test-results/screens');
const allVariants: readonly Variant[] = (['id', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

/** The window at 100 %. Zoomed to 200 % a page has half as many pixels of its own. */
const full = { width: 1280, height: 800 };

/** Longer than the 300 ms after which progress shows, and than every animation of arrival. */
const settledMs = 450;

const values = asked();
const variants = allVariants.filter(({ language, theme }) =>
  `${language}.${theme}`.includes(values.in ?? ''),
);
const chosen = cases.filter(({ name }) => name.includes(values.only ?? ''));

if (chosen.length === 0 || variants.length === 0) wrongArguments('no screen is called so');

const problems: string[] = [];
/** The case on the screen: what a page throws belongs to it. */
let shown = '';
if (values.only === undefined) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await withApp(
  {
    appFolder: join(import.meta.dirname, 'host'),
    flags: [],
    // The office of the sample agreement keeps western Indonesian time.
    env: { KETUK_PAGES: values.pages ?? join(root, 'dist/renderer'), TZ: 'Asia/Jakarta' },
  },
  async ({ app }) => {
    const page = await app.firstWindow();
    page.on('pageerror', (error) => problems.push(`${shown}: the page threw: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${shown}: the console says: ${message.text()}`);
    });
    for (const one of chosen) {
      for (const variant of variants) problems.push(...(await picture(page, one, variant)));
    }
    shown = 'walks';
    if (values.only === undefined) problems.push(...(await walks(page)));
  },
);

await writeFile(join(folder, 'index.html'), album(chosen, variants));
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.stdout.write(
  `screens: ${chosen.length * variants.length} pictures in ${folder}, ${problems.length} problems\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

async function picture(page: Page, one: Case, variant: Variant): Promise<string[]> {
  const name = `${one.name}.${variant.language}.${variant.theme}`;
  shown = name;
  const { zoom = 1, height = full.height } = one;
  await page.setViewportSize({ width: full.width / zoom, height: height / zoom });
  await stage(page, one, variant);
  await page.waitForTimeout(settledMs);
  if (one.whole === true) await showWhole(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  const found = await check(page, one);
  return found.map((problem) => `${name}: ${problem}`);
}

/** A window as high as the page, so that bars which stick to its edges do not lie over what is in the middle. */
async function showWhole(page: Page): Promise<void> {
  // What is measured by the height of the window grows with it, a little and once.
  for (const _ of ['higher', 'as high as it is']) {
    const size = await page.evaluate(() => ({
      width: window.innerWidth,
      height: document.documentElement.scrollHeight,
    }));
    await page.setViewportSize(size);
  }
}

function asked() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ options: { only: text, in: text, pages: text } }).values;
  } catch (error) {
    return wrongArguments(error instanceof Error ? error.message : String(error));
  }
}

function wrongArguments(why: string): never {
  process.stderr.write(`${why}\nusage: npm run screens [-- [--only TEXT] [--in id.light]]\n`);
  process.exit(2);
}
