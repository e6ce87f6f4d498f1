/**
 * How long a BAST with 300 SAM cards takes: on the screen, from the way to its page in the real program until its first page is drawn as it
 * will print; and as a PDF, from the order to a paper process of its own until the bytes are there.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { composePaper } from '../../electron/document/index.ts';
import { sampleHandover } from '../../electron/document/papers.test-support.ts';
import { build } from '../../scripts/build.mjs';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { dist } from '../../scripts/folders.mjs';
import { withApp } from '../electron/launch.ts';
import { AppWindow } from '../support/window.ts';
import { CannotMeasure } from './cannot-measure.ts';
import type { Measured } from './figures.ts';
import { officeHandingOver } from './handover.ts';
import { median } from './statistics.ts';

const CARDS = 300;
const TIMES = 5;
/** Nobody finds the paper on the list any faster; what it needs is made ready meanwhile. */
const LOOKING_MS = 1500;

export async function measureDocument(): Promise<Measured> {
  await build();
  const folder = await mkdtemp(join(tmpdir(), 'ketuk-bench-'));
  try {
    const file = join(folder, 'model.json');
    await writeFile(file, JSON.stringify(composePaper(sampleHandover(CARDS))));
    const pdf = await pdfTimes(file, folder);
    const seen = await previewTimes(join(folder, 'office'));
    return {
      figures: {
        'document.bast300Ms.preview': median(seen.map(({ first }) => first)),
        'document.bast300Ms.pdf': median(pdf.ms),
      },
      raw: {
        'document.bast300Bytes': pdf.bytes,
        // Nothing was loaded when the list of papers was opened, and no paper process stood.
        'document.bast300Ms.firstPreview': seen[0]?.first ?? 0,
        'document.bast300Ms.allPages': median(seen.map(({ all }) => all)),
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Seen {
  /** Until the first page is drawn. */
  readonly first: number;
  /** Until all of them stand there. */
  readonly all: number;
}

async function previewTimes(userData: string): Promise<Seen[]> {
  await officeHandingOver(userData, CARDS);
  return withApp({ flags: ['--training'], userData }, async ({ app }) => {
    const window = new AppWindow(app);
    await window.untilText('Mulai melayani');
    await window.ask('session.practise', { personId: 'uji-widodo' });
    const seen: Seen[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      await window.run("location.hash = '#surat'");
      await window.until('the list of papers is shown', "document.querySelector('[data-screen=papers]')");
      await window.run(`new Promise((resolve) => setTimeout(resolve, ${LOOKING_MS}))`);
      seen.push(await window.run<Seen>(lookAtBast, 60_000));
    }
    return seen;
  });
}

const lookAtBast = `new Promise((resolve) => {
  const begun = performance.now();
  let first;
  location.hash = '#surat/BAST_SAM_RETURN/tirta-pangan';
  const look = () => {
    const now = performance.now() - begun;
    if (document.querySelector('main [role=img] canvas') !== null) first ??= now;
    if (document.querySelectorAll('main [role=img]').length > 10) resolve({ first, all: now });
    else requestAnimationFrame(look);
  };
  look();
})`;

async function pdfTimes(file: string, folder: string): Promise<{ ms: number[]; bytes: number }> {
  const { executable, args } = await electronRuntime();
  const app = join(import.meta.dirname, 'paper-app');
  const flags = [`--user-data-dir=${join(folder, 'electron')}`, join(dist, 'paper.cjs'), file, String(TIMES)];
  const { stdout } = await promisify(execFile)(executable, [...args, app, ...flags], { timeout: 120_000 });
  const made = [...stdout.matchAll(/^bench: paper (\S+) (\d+)$/gm)];
  const bytes = Number(made[0]?.[2] ?? 0);
  if (made.length !== TIMES || bytes === 0) throw new CannotMeasure(`no paper was made; it said: ${stdout}`);
  return { ms: made.map(([, ms]) => Number(ms)), bytes };
}
