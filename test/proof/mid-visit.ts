/**
 * The control of every search for a resident: without it, a search that never finds anything would pass. In the middle of a visit it must
 * find them in the two processes that may know them, and in no other: not main, not the browser's helpers.
 */
import { type Needle, scanProcess } from './memory-scan.ts';

export function showThatSearchFinds(needles: readonly Needle[], pids: readonly number[]): void {
  const found = [...new Set(pids.flatMap((pid) => scanProcess(pid, needles)).map(({ where }) => where))];
  const inVisit = found.filter((where) => where.includes('NodeService'));
  const onPage = found.filter((where) => where.startsWith('renderer'));
  if (found.length > inVisit.length + onPage.length) {
    throw new Error(`in the middle of the visit the resident was found in ${found.join(', ')}`);
  }
  if (inVisit.length === 0 || onPage.length === 0) {
    throw new Error(
      `the search misses a resident who is on the screen; it found them in: ${found.join(', ')}`,
    );
  }
}
