/** The agreement of a case as the clock and Dukcapil move it: suspended and resumed, extended, bridged, run out, revoked (domain 4.1). */
import type { Random } from './random.ts';

/** `BRIDGED`: by the portal alone, so that no SAM card reads. */
const ways = {
  RUNNING: [
    'SUSPENDED',
    'SUSPENDED',
    'BRIDGED',
    'BRIDGED_WITH_SAM',
    'BRIDGED_WITH_SAM',
    'EXPIRED',
    'REVOKED',
  ],
  SUSPENDED: ['RUNNING', 'RUNNING', 'RUNNING', 'RUNNING', 'EXPIRED', 'REVOKED'],
  BRIDGED: ['RUNNING', 'RUNNING', 'RUNNING', 'EXPIRED', 'REVOKED'],
  BRIDGED_WITH_SAM: ['RUNNING', 'RUNNING', 'RUNNING', 'SUSPENDED', 'EXPIRED'],
  EXPIRED: [],
  REVOKED: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Course = keyof typeof ways;
export const courses = Object.keys(ways) as readonly Course[];

/** At this moment; a case moves it. */
export interface Around {
  course: Course;
  lastDay: string;
  today: string;
}

/** The agreement was signed, and the cards were bought. */
export const firstDay = '2026-01-02';

export const newAround = (): Around => ({ course: 'RUNNING', lastDay: '2028-03-02', today: firstDay });

/** SAM cards may read. */
export const reads = ({ course }: Around) => course === 'RUNNING' || course === 'BRIDGED_WITH_SAM';
export const isOver = ({ course }: Around) => course === 'EXPIRED' || course === 'REVOKED';

/** Gives what became of it; `undefined` where it is over. */
export function moveOn(around: Around, random: Random): Course | 'EXTENDED' | undefined {
  const open: readonly Course[] = ways[around.course];
  if (open.length === 0) return undefined;
  const isBridged = around.course.startsWith('BRIDGED');
  around.course = random.of(open);
  if (!isBridged || around.course !== 'RUNNING') return around.course;
  around.lastDay = `${Number(around.lastDay.slice(0, 4)) + 2}${around.lastDay.slice(4)}`;
  return 'EXTENDED';
}

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
