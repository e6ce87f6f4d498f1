/**
 * Visits and data balikan of a stretch of days, counted by the database. Their rows are numbered as they come, so the first of a day is
 * found by halving, and nothing outside the stretch is looked at.
 */
import { addDays, type Day, endOfDay, startOfDay } from '../calendar/index.ts';
import { institutionNotices, technicalNotices } from '../contract/index.ts';
import { type Reader, textFrom } from '../store/index.ts';

export interface VisitCount {
  readonly day: Day;
  readonly service: string;
  readonly outcome: string;
  readonly served: boolean;
  readonly n: number;
}

/** Visits in which data was seen and no service came of it, by the last answer; none where nothing was answered. */
export interface AccessCount {
  readonly outcome: string;
  readonly n: number;
}

export interface BalikanCount {
  readonly status: string;
  readonly n: number;
}

/** The first number whose row is not before what is looked for. */
function firstSeq(
  reader: Reader,
  table: 'visit' | 'outbox_item',
  isBefore: (seq: number) => boolean,
): number {
  let low = 1;
  let high = Number(reader.get(`SELECT coalesce(max(seq), 0) + 1 AS n FROM ${table}`)?.n);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A visit that began before midnight is written down behind it: a day of margin on both sides, and the day itself decides. */
export function visitsBetween(
  reader: Reader,
  agreementId: string,
  from: Day,
  to: Day,
): readonly VisitCount[] {
  const dayAt = 'SELECT CAST(day AS BLOB) AS day FROM visit WHERE seq <= ? ORDER BY seq DESC LIMIT 1';
  const first = (day: Day) =>
    firstSeq(reader, 'visit', (seq) => {
      const found = reader.get(dayAt, seq)?.day;
      return found === undefined || textFrom(found, 'visit') < day;
    });
  const rows = reader.all(
    `SELECT CAST(day AS BLOB) AS on_day, CAST(service_code AS BLOB) AS service,
       CAST(coalesce(outcome, '') AS BLOB) AS came_to, recorded_at IS NOT NULL AS served, count(*) AS n
     FROM visit WHERE seq >= ? AND seq < ? AND agreement_id = ? AND day BETWEEN ? AND ?
       AND coalesce(closed_as, '') <> 'CANCELLED'
     GROUP BY day, service_code, outcome, served ORDER BY day`,
    first(addDays(from, -1)),
    first(addDays(to, 2)),
    agreementId,
    from,
    to,
  );
  return rows.map((row) => ({
    day: textFrom(row.on_day, 'visit'),
    service: textFrom(row.service, 'visit'),
    outcome: textFrom(row.came_to, 'visit'),
    served: row.served === 1,
    n: Number(row.n),
  }));
}

/**
 * By what has become of them until now. An item belongs to the day of its visit, which may have ended behind midnight: on the first day,
 * and on the one behind the last, the visit is asked.
 */
export function balikanBetween(
  reader: Reader,
  agreementId: string,
  from: Day,
  to: Day,
  zone: string,
): readonly BalikanCount[] {
  const made =
    'SELECT CAST(created_at AS INTEGER) AS at FROM outbox_item WHERE seq <= ? ORDER BY seq DESC LIMIT 1';
  const first = (at: number) =>
    firstSeq(reader, 'outbox_item', (seq) => Number(reader.get(made, seq)?.at ?? 0) < at);
  const rows = reader.all(
    `SELECT CAST(status AS BLOB) AS state, count(*) AS n FROM outbox_item
     WHERE seq >= ? AND seq < ? AND agreement_id = ?
       AND (seq >= ? AND seq < ?
         OR (SELECT day FROM visit WHERE visit.visit_id = outbox_item.visit_id) BETWEEN ? AND ?)
     GROUP BY status`,
    first(startOfDay(from, zone)),
    first(endOfDay(addDays(to, 1), zone) + 1),
    agreementId,
    first(endOfDay(from, zone) + 1),
    first(endOfDay(to, zone) + 1),
    from,
    to,
  );
  return rows.map(({ state, n }) => ({ status: textFrom(state, 'outbox'), n: Number(n) }));
}

/** Answers after which nothing of a resident was seen. */
const nothingSeen = [
  'NOT_FOUND',
  'NOT_FOUND_BAD_FORMAT',
  ...institutionNotices,
  ...technicalNotices,
  'TECH_FAIL',
] as const;

/**
 * Accesses without a service (R-100, A-12), by the permits: they are durable before anything is seen, so that a visit counts that was
 * cancelled, or killed with the program, as well. A read counts once it was made; an inquiry whose answer nobody wrote down counts too, for
 * somebody may have seen it. A visit that is still open counts until its service is recorded.
 */
export function accessesWithoutService(
  reader: Reader,
  agreementId: string,
  from: Day,
  to: Day,
  zone: string,
): readonly AccessCount[] {
  const rows = reader.all(
    `SELECT CAST(answer AS BLOB) AS outcome, count(*) AS n FROM (
       SELECT coalesce(asked.outcome, '') AS answer, max(permit.issued_at) AS last
       FROM permit LEFT JOIN inquiry AS asked USING (permit_id)
       WHERE permit.agreement_id = ? AND permit.issued_at >= ? AND permit.issued_at < ?
         AND (permit.kind = 'INQUIRE' OR permit.used_at IS NOT NULL AND coalesce(permit.came_to, 'OK') = 'OK')
         AND coalesce(asked.outcome, '') NOT IN (${nothingSeen.map((outcome) => `'${outcome}'`).join()})
         AND NOT EXISTS (
           SELECT 1 FROM visit WHERE visit.visit_id = permit.visit_id AND visit.recorded_at IS NOT NULL)
       GROUP BY permit.visit_id)
     GROUP BY answer`,
    agreementId,
    startOfDay(from, zone),
    endOfDay(to, zone) + 1,
  );
  return rows.map(({ outcome, n }) => ({ outcome: textFrom(outcome, 'inquiry'), n: Number(n) }));
}
