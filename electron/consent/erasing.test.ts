/** What the clock erases by itself, and what is erased because nobody can prove a consent. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import {
  type Assembled,
  freshInstallation,
  servedAndKept,
  serviceContext,
} from '../ledger/ledger.test-support.ts';
import { ready } from '../sealing/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';

beforeAll(ready);

const context = { actor: 'simula-ningsih', counter: 'Loket 1' };
const timeZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

function kept(all: Assembled, retainedUntil = '2028-01-05', timeZone = 'Asia/Jakarta') {
  const fact = servedAndKept(all, retainedUntil);
  valueOfResult(all.record(fact, { ...serviceContext, timeZone }));
  return { recordId: fact.kept?.recordId ?? '', consentId: fact.consent?.consentId ?? '' };
}

const ends = (all: Assembled) => valueOfResult(all.kept.list(10)).map(({ retainedUntil }) => retainedUntil);
const erasures = (all: Assembled) =>
  valueOfResult(all.audit.list(50)).filter(({ event }) => event === 'KEPT_ERASED').length;

/** A bit that flipped on the disk: what no statement of ours would do, done behind the triggers' back. */
function damage(all: Assembled, table: 'consent' | 'kept', change: string, where: string): void {
  valueOfResult(
    all.store.transaction((writer) => {
      const triggers = writer.all(
        "SELECT CAST(name AS BLOB) AS name, CAST(sql AS BLOB) AS sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
        table,
      );
      const texts = triggers.map(({ name, sql }) =>
        [name, sql].map((cell) => Buffer.from(cell as Uint8Array).toString()),
      );
      for (const [name] of texts) writer.run(`DROP TRIGGER ${name}`);
      writer.run(`UPDATE ${table} SET ${change} WHERE ${where}`);
      for (const [, sql = ''] of texts) writer.run(sql);
      return ok(undefined);
    }),
  );
}

describe('the end of retention', () => {
  test('comes at midnight in the zone of the agreement, to the millisecond, and not before', () => {
    const all = freshInstallation();
    for (const timeZone of timeZones) kept(all, '2028-02-29', timeZone);
    // 1 March 2028 begins in Jayapura at 15.00 UTC of the day before, in Makassar an hour, in Jakarta two hours later.
    const midnights = [15, 16, 17].map((hour) => Date.UTC(2028, 1, 29, hour));
    for (const midnight of midnights) {
      expect(valueOfResult(all.kept.eraseEnded(midnight - 1))).toBe(0);
      expect(valueOfResult(all.kept.eraseEnded(midnight))).toBe(1);
    }
    expect(ends(all)).toEqual([]);
    expect(erasures(all)).toBe(3);
  });

  test('closes a record that the clock has not come to yet', () => {
    const all = freshInstallation();
    const { recordId } = kept(all, '2026-06-30');
    all.clock.set(Date.UTC(2026, 6, 1));
    expect(failureOf(all.kept.open(recordId, context))?.code).toBe('ENVELOPE_UNREADABLE');
    expect([valueOfResult(all.kept.count()), erasures(all)]).toEqual([0, 1]);
  });
});

describe('a record without a provable consent', () => {
  test.each([
    ['whose consent row is damaged', 'elements = \'["NIK"]\''],
    [
      'whose consent says it was refused',
      "decision = 'REFUSED', elements = '[]', retained_until = NULL, evidence = NULL",
    ],
  ])('%s is shown to nobody, erased when opened, and the reason is said', (_, change) => {
    const all = freshInstallation();
    const { recordId, consentId } = kept(all);
    damage(all, 'consent', change, `consent_id = '${consentId}'`);
    expect(ends(all)).toEqual([]);
    expect(failureOf(all.kept.open(recordId, context))?.code).toBe('CONSENT_PROOF_MISSING');
    expect([valueOfResult(all.kept.count()), erasures(all)]).toEqual([0, 1]);
  });

  test('is found by the clock, among sound ones and more than one look takes in', () => {
    const all = freshInstallation();
    const sound = 30;
    for (let n = 0; n < sound; n += 1) kept(all);
    const [consentGone, rowDamaged] = [kept(all), kept(all)];
    damage(all, 'consent', "purpose = 'lain'", `consent_id = '${consentGone.consentId}'`);
    damage(all, 'kept', "retained_until = '2099-01-01'", `record_id = '${rowDamaged.recordId}'`);
    const looks = Array.from({ length: 4 }, () => valueOfResult(all.kept.eraseUnproven()));
    expect(looks).toEqual([0, 2, 0, 0]);
    expect(all.kept.proofWasMissing()).toBe(true);
    expect([valueOfResult(all.kept.count()), erasures(all)]).toEqual([sound, 2]);
  });
});
