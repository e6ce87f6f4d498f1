/** The last days of an agreement for the morning view: visits, inquiries and answers, day by day, out of the hourly counts. */
import { ok, type Result } from '../../native/failure.ts';
import { addDays, type Day, endOfDay, localDay, startOfDay } from '../calendar/index.ts';
import type { MorningView } from '../contract/index.ts';
import type { ReadStore } from '../store/index.ts';
import { backlogByAge } from './backlog.ts';
import type { Tally } from './tally.ts';
import { hitsBetween, visitsBetween } from './visit-counts.ts';

const recentDays = 14;

interface Agreement {
  readonly agreementId: string;
  readonly zone: string;
  readonly dailyHits: number | null;
}

/** @param today the last of the days */
export function recent(
  store: ReadStore,
  tally: Tally,
  { agreementId, zone, dailyHits }: Agreement,
  today: Day,
): Result<MorningView> {
  const days = Array.from({ length: recentDays }, (_, ago) => addDays(today, ago - recentDays + 1));
  const from = days[0] ?? today;
  const [first, last] = [startOfDay(from, zone), endOfDay(today, zone)];
  const counted = tally.between(agreementId, first, last + 1, 'INQUIRED');
  if (!counted.ok) return counted;
  const books = store.read((reader) => ({
    visits: visitsBetween(reader, agreementId, from, today),
    hits: hitsBetween(reader, agreementId, from, today),
    backlog: backlogByAge(reader, agreementId, today, zone),
  }));
  if (!books.ok) return books;
  const { visits, hits, backlog } = books.value;
  const asked = counted.value.map(({ hour, of, n }) => ({ day: localDay(hour, zone), outcome: of, n }));
  const sum = (of: readonly { readonly n: number }[]) => of.reduce((all, { n }) => all + n, 0);
  const outcomes = [...new Set(asked.map(({ outcome }) => outcome))];
  return ok({
    dailyHits,
    days: days.map((day) => {
      const { n: used = 0, closed = false } = hits.find((one) => one.day === day) ?? {};
      const ofDay = visits.filter((one) => one.day === day);
      return {
        day,
        served: sum(ofDay.filter(({ served }) => served)),
        notServed: sum(ofDay.filter(({ served }) => !served)),
        inquiries: sum(asked.filter((one) => one.day === day)),
        hits: used,
        closed,
      };
    }),
    answers: outcomes
      .map((outcome) => ({ outcome, n: sum(asked.filter((one) => one.outcome === outcome)) }))
      .sort((a, b) => b.n - a.n),
    backlog,
  });
}
