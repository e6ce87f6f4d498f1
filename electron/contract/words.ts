/** Words that people of the office type for its books and papers. Whoever reads them later is not meant to read a NIK. */
import { z } from 'zod';

/** As the counter shows a NIK, and as people write long numbers down. In other groups there are days and numbers of staff. */
const groupings = [
  '\\d{16}',
  ...[
    [6, 6, 4],
    [4, 4, 4, 4],
    [2, 2, 2, 6, 4],
  ].map(grouped),
];
const nowhereANik = new RegExp(`^(?![\\s\\S]*(?:${groupings.join('|')}))`);

function grouped(sizes: readonly number[]): string {
  return sizes.map((size) => `\\d{${size}}`).join('[\\s.-]');
}

/** Perhaps nothing; a form hands it over as it stands. */
export const optionalWords = (most: number) => z.string().trim().max(most).regex(nowhereANik);

/** On however many lines; never with what looks like a NIK on one of them, or across two. */
export const words = (most: number) => optionalWords(most).min(1);
