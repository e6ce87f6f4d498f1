/** Data balikan that is owed now, by its age: what waits for its turn, and what waits for a person. Only open items are looked at. */
import { addDays, type Day, startOfDay } from '../calendar/index.ts';
import { backlogAges, type MorningView } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';

/** The youngest day of each age, in days before today; what is older than the last has no other. */
const youngestDay = { TODAY: 0, DAYS_3: 3, WEEK: 7 } as const;

/** @param today in the zone of the agreement */
export function backlogByAge(
  reader: Reader,
  agreementId: string,
  today: Day,
  zone: string,
): MorningView['backlog'] {
  const begins = (daysAgo: number) => startOfDay(addDays(today, -daysAgo), zone);
  const rows = reader.all(
    `SELECT CASE WHEN created_at >= ? THEN 0 WHEN created_at >= ? THEN 1 WHEN created_at >= ? THEN 2 ELSE 3 END AS age,
       count(*) FILTER (WHERE status IN ('QUEUED', 'SENDING')) AS waiting,
       count(*) FILTER (WHERE status IN ('REJECTED', 'PARKED')) AS held
     FROM outbox_item INDEXED BY outbox_open_by_time WHERE status NOT IN ('ACKNOWLEDGED', 'HANDED_OVER') AND agreement_id = ? GROUP BY age`,
    begins(youngestDay.TODAY),
    begins(youngestDay.DAYS_3),
    begins(youngestDay.WEEK),
    agreementId,
  );
  return backlogAges.map((age, index) => {
    const found = rows.find((row) => Number(row.age) === index);
    return { age, waiting: Number(found?.waiting ?? 0), held: Number(found?.held ?? 0) };
  });
}
