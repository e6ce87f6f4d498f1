/** What the window loads before its first screen, as `scripts/bundle-size.mjs` weighs it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../scripts/build.mjs';
import { firstLoad } from '../../scripts/bundle-size.mjs';
import { dist } from '../../scripts/folders.mjs';
import { CannotMeasure } from './cannot-measure.ts';
import type { Measured } from './figures.ts';

export async function measureRenderer(): Promise<Measured> {
  await build();
  const folder = join(dist, 'renderer');
  if (!existsSync(folder)) throw new CannotMeasure('there are no pages to weigh');
  const files = firstLoad(folder);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    figures: { 'renderer.firstLoadGzipKb': bytes / 1000 },
    raw: { 'renderer.firstLoadFiles': files.length },
  };
}
