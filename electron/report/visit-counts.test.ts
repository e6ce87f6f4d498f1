/** What a stretch of days is counted to hold, also after a morning on which the clock was weeks ahead. */
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import { addDays, type Day, localDay, startOfDay } from '../calendar/index.ts';
import { manualClock, temporaryFolder, testStore, valueOfResult } from '../store/store.test-support.ts';
import { balikanBetween, visitsBetween } from './visit-counts.ts';

const zone = 'Asia/Jakarta';
const nine = 9 * 3_600_000;
const insertVisit = `INSERT INTO visit (visit_id, agreement_id, profile_version, service_code, registration_no, operator_id, counter,
  day, verified, recorded_at, mac) VALUES (?, ?, 1, 'BENIH', 'L1', 'x', 'Loket 1', ?, 1, ?, x'00')`;
const insertItem = `INSERT INTO outbox_item (item_id, visit_id, agreement_id, profile_version, service_code, registration_no, nik_hash,
  status, envelope, attempts, created_at, next_attempt_at, duplicate, mac)
  VALUES (?, ?, ?, 1, 'BENIH', 'L1', '${'ab'.repeat(32)}', 'QUEUED', x'00', 0, ?, 1, 0, x'00')`;

function books() {
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), manualClock(0));
  let no = 0;
  let agreementId = 'PKS-0';
  return {
    store,
    /** The books of another agreement, in which nothing stands yet. */
    nextAgreement() {
      agreementId = `PKS-${no + 1}`;
    },
    /** So many services of one morning, each with its item, whatever the calendar says about the order of mornings. */
    morning(day: Day, services: number) {
      const written = store.transaction((writer) => {
        for (let n = 0; n < services; n += 1) {
          const [visitId, at] = [`kunjungan-${++no}`, startOfDay(day, zone) + nine + n];
          writer.run(insertVisit, visitId, agreementId, localDay(at, zone), at);
          writer.run(insertItem, `butir-${no}`, visitId, agreementId, at);
        }
        return ok(undefined);
      });
      valueOfResult(written);
    },
    counts(from: Day, to: Day) {
      const sum = (rows: readonly { readonly n: number }[]) => rows.reduce((all, { n }) => all + n, 0);
      return valueOfResult(
        store.read((reader) => ({
          visits: sum(visitsBetween(reader, agreementId, from, to)),
          items: sum(balikanBetween(reader, agreementId, from, to, zone)),
        })),
      );
    },
  };
}

test('a morning on which the clock was weeks ahead takes nothing from its own month, and gives the other only itself', () => {
  const { morning, counts } = books();
  for (let day = 1; day <= 9; day += 1) morning(`2026-06-0${day}`, 11);
  morning('2026-07-04', 3);
  for (let day = 11; day <= 20; day += 1) morning(`2026-06-${day}`, 10);
  expect(counts('2026-06-01', '2026-06-30')).toEqual({ visits: 199, items: 199 });
  expect(counts('2026-07-01', '2026-07-31')).toEqual({ visits: 3, items: 3 });
});

test('every stretch of days holds what its mornings had, in whatever order the clock let them come', () => {
  const first = '2026-06-01';
  const mornings = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 3 })), { maxLength: 25 });
  const { nextAgreement, morning, counts } = books();
  fc.assert(
    fc.property(mornings, fc.nat(40), fc.nat(40), (came, one, other) => {
      nextAgreement();
      for (const [offset, services] of came) morning(addDays(first, offset), services);
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const within = came.filter(([offset]) => offset >= from && offset <= to);
      const n = within.reduce((all, [, services]) => all + services, 0);
      expect(counts(addDays(first, from), addDays(first, to))).toEqual({ visits: n, items: n });
    }),
    { numRuns: 40 },
  );
});

test('both are found by their day and time, and not by a walk through all there ever were', () => {
  const { store } = books();
  const plan = (sql: string) =>
    String(
      valueOfResult(store.read((reader) => reader.get(`EXPLAIN QUERY PLAN SELECT count(*) ${sql}`)))?.detail,
    );
  expect(plan("FROM visit WHERE agreement_id = 'a' AND day BETWEEN 'b' AND 'c'")).toContain('visit_by_day');
  expect(plan("FROM outbox_item WHERE agreement_id = 'a' AND created_at BETWEEN 1 AND 2")).toContain(
    'outbox_by_time',
  );
});
