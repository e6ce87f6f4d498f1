/**
 * How long a BAST with 300 SAM cards takes: its content, as the page of papers shows it, and its PDF, from the order to a paper process
 * of its own until the bytes are there.
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
import { CannotMeasure } from './cannot-measure.ts';
import type { Measured } from './figures.ts';
import { median } from './statistics.ts';

const CARDS = 300;
const TIMES = 5;

export async function measureDocument(): Promise<Measured> {
  await build();
  const folder = await mkdtemp(join(tmpdir(), 'ketuk-bench-'));
  try {
    const file = join(folder, 'model.json');
    await writeFile(file, JSON.stringify(composePaper(sampleHandover(CARDS))));
    const pdf = await pdfTimes(file, folder);
    return {
      figures: {
        'document.bast300Ms.preview': median(previewTimes()),
        'document.bast300Ms.pdf': median(pdf.ms),
      },
      raw: { 'document.bast300Bytes': pdf.bytes },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fields to content, and across the border to the page. */
function previewTimes(): number[] {
  const fields = sampleHandover(CARDS);
  return Array.from({ length: TIMES }, () => {
    const begun = performance.now();
    structuredClone(composePaper(fields));
    return performance.now() - begun;
  });
}

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
