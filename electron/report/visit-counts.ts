/**
 * Visits and data balikan of a stretch of days, counted by the database. Their rows are numbered as they come, so the first of a day is
 * found by halving, and nothing outside the stretch is looked at.
 */
import { addDays, type Day, endOfDay, startOfDay } from '../calendar/index.ts';
import { type Reader, textFrom } from '../store/index.ts';

export interface VisitCount {
  readonly day: Day;
  readonly service: string;
  readonly outcome: string;
  readonly served: boolean;
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
 * Visits in which Dukcapil answered and that came to no end of their own: the process died, or the power went. What was shown was seen all
 * the same, and is an access without a service.
 */
export function brokenOffBetween(
  reader: Reader,
  agreementId: string,
  from: Day,
  to: Day,
  zone: string,
): number {
  const row = reader.get(
    `SELECT count(DISTINCT inquiry.visit_id) AS n FROM inquiry LEFT JOIN visit ON visit.visit_id = inquiry.visit_id
     WHERE inquiry.agreement_id = ? AND inquiry.at BETWEEN ? AND ? AND inquiry.failure IS NULL
       AND (visit.visit_id IS NULL OR visit.closed_as = 'CANCELLED')`,
    agreementId,
    startOfDay(from, zone),
    endOfDay(to, zone),
  );
  return Number(row?.n);
}

/** By what has become of them until now. */
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
     WHERE seq >= ? AND seq < ? AND agreement_id = ? GROUP BY status`,
    first(startOfDay(from, zone)),
    first(endOfDay(to, zone) + 1),
    agreementId,
  );
  return rows.map(({ state, n }) => ({ status: textFrom(state, 'outbox'), n: Number(n) }));
}
