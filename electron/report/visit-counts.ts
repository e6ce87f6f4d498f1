/**
 * Visits and data balikan of a stretch of days, counted by the database, by their own day and time: in the books they stand as they came,
 * and a clock may have been wrong meanwhile.
 */
import { addDays, type Day, endOfDay, startOfDay } from '../calendar/index.ts';
import { type InquiryOutcome, institutionNotices, technicalNotices } from '../contract/index.ts';
import { type Reader, textFrom } from '../store/index.ts';

export interface VisitCount {
  readonly day: Day;
  readonly service: string;
  readonly outcome: string;
  readonly served: boolean;
  readonly n: number;
}

/** Calls that left, whatever came of them, repetitions included. */
export interface HitCount {
  readonly day: Day;
  readonly n: number;
  /** Dukcapil said that the quota of the day is used up. */
  readonly closed: boolean;
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

export function visitsBetween(
  reader: Reader,
  agreementId: string,
  from: Day,
  to: Day,
): readonly VisitCount[] {
  const rows = reader.all(
    `SELECT CAST(day AS BLOB) AS on_day, CAST(service_code AS BLOB) AS service,
       CAST(coalesce(outcome, '') AS BLOB) AS came_to, recorded_at IS NOT NULL AS served, count(*) AS n
     FROM visit WHERE agreement_id = ? AND day BETWEEN ? AND ? AND coalesce(closed_as, '') <> 'CANCELLED'
     GROUP BY day, service_code, outcome, served ORDER BY day`,
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
  const rows = reader.all(
    `SELECT CAST(status AS BLOB) AS state, count(*) AS n FROM outbox_item
     WHERE agreement_id = ? AND created_at BETWEEN ? AND ?
       AND (created_at > ? AND created_at <= ?
         OR (SELECT day FROM visit WHERE visit.visit_id = outbox_item.visit_id) BETWEEN ? AND ?)
     GROUP BY status`,
    agreementId,
    startOfDay(from, zone),
    endOfDay(addDays(to, 1), zone),
    endOfDay(from, zone),
    endOfDay(to, zone),
    from,
    to,
  );
  return rows.map(({ state, n }) => ({ status: textFrom(state, 'outbox'), n: Number(n) }));
}

/** @returns the days on which a call left for Dukcapil, or on which Dukcapil closed the day; of the book by which calls are refused */
export function hitsBetween(reader: Reader, agreementId: string, from: Day, to: Day): readonly HitCount[] {
  const rows = reader.all(
    `SELECT CAST(day AS BLOB) AS on_day, used, exhausted_officially AS closed FROM quota_day
     WHERE agreement_id = ? AND day BETWEEN ? AND ?`,
    agreementId,
    from,
    to,
  );
  return rows.map(({ on_day, used, closed }) => ({
    day: textFrom(on_day, 'quota'),
    n: Number(used),
    closed: closed === 1,
  }));
}

/** A call that failed is no answer. */
const noAnswer = [...technicalNotices, 'TECH_FAIL'] as const;

/** Where an inquiry ended so, nothing of a resident was seen in it. */
const nothingSeen = ['NOT_FOUND', 'NOT_FOUND_BAD_FORMAT', ...institutionNotices, ...noAnswer] as const;

function sqlList(outcomes: readonly InquiryOutcome[]): string {
  return outcomes.map((outcome) => `'${outcome}'`).join();
}

/**
 * Accesses without a service, by the permits: they are durable before anything is seen, so that a visit counts that was
 * cancelled, or killed with the program, as well. A read counts once it was made; an inquiry whose answer nobody wrote down counts too, for
 * somebody may have seen it. A visit that is still open counts until its service is recorded. Why none came of it says its last answer,
 * also one in which itself nothing was seen: a card was read, and its holder was not found.
 *
 * Most visits were served. Those recorded in these days are left out by two indexes, and only the permits of the others are looked up one
 * by one, which lie scattered over all that there ever were.
 */
export function accessesWithoutService(
  reader: Reader,
  agreementId: string,
  from: Day,
  to: Day,
  zone: string,
): readonly AccessCount[] {
  // With its one `max`, a group takes `answer` from the row that has it; of a visit without an answer every row says ''.
  const rows = reader.all(
    `WITH candidate AS MATERIALIZED (
       SELECT permit_id FROM permit INDEXED BY permit_by_visit
       WHERE agreement_id = ? AND issued_at >= ? AND issued_at < ?
         AND visit_id NOT IN (
           SELECT visit_id FROM visit WHERE agreement_id = ? AND day BETWEEN ? AND ? AND recorded_at IS NOT NULL)),
     step AS (
       SELECT permit.visit_id, permit.issued_at, coalesce(asked.outcome, '') AS came,
         coalesce(asked.outcome, '') NOT IN ('', ${sqlList(noAnswer)}) AS answered,
         CASE permit.kind WHEN 'READ' THEN permit.used_at IS NOT NULL AND coalesce(permit.came_to, 'OK') = 'OK'
           ELSE coalesce(asked.outcome, '') NOT IN (${sqlList(nothingSeen)}) END AS seen
       FROM candidate CROSS JOIN permit USING (permit_id) LEFT JOIN inquiry AS asked USING (permit_id)
       WHERE NOT EXISTS (
         SELECT 1 FROM visit WHERE visit.visit_id = permit.visit_id AND visit.recorded_at IS NOT NULL))
     SELECT CAST(answer AS BLOB) AS outcome, count(*) AS n FROM (
       SELECT iif(answered, came, '') AS answer, max(iif(answered, issued_at, NULL)) AS last
       FROM step GROUP BY visit_id HAVING sum(seen) > 0)
     GROUP BY answer`,
    agreementId,
    startOfDay(from, zone),
    endOfDay(to, zone) + 1,
    agreementId,
    from,
    to,
  );
  return rows.map(({ outcome, n }) => ({ outcome: textFrom(outcome, 'inquiry'), n: Number(n) }));
}
