/** The device test of a SAM card: what opens the card under test, and how its tests ended (R-062…R-064). */
import { failed, ok, type Result } from '../../native/failure.ts';
import { type Acting, appFailure, nextSamStatus, type SamTestFinding } from '../contract/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import { type Books, nameOf, outOfOrder } from './books.ts';
import type { CardRow, ReaderRow, TestRow } from './tables.ts';

/** What the device test of one card is given. */
export interface SamUnderTest {
  readonly name: string;
  readonly sam: { readonly pcid: string; readonly conf: string; readonly uid?: string };
  /** The last test of it ended with an OPEN that was refused. */
  readonly openWasRefused: boolean;
}

export function testing(books: Books) {
  const { tables, ports, clock, seal } = books;

  /** Why no reader may be opened under this agreement now, be it for a test. */
  function unfitToTest(agreementId: string) {
    const facts = ports.agreement(agreementId);
    if (facts?.inForce !== true) return appFailure('AGREEMENT_NOT_IN_FORCE', 'device test');
    return facts.allowsReader ? undefined : appFailure('READER_NOT_ALLOWED', 'device test');
  }

  function underTest(reader: Reader, samId: string): Result<SamUnderTest> {
    const row = books.card(reader, samId);
    if (row === undefined) return outOfOrder('no such SAM card');
    if (nextSamStatus(row.status, 'TEST') === undefined)
      return outOfOrder(`TEST of a SAM card in ${row.status}`);
    const unfit = unfitToTest(row.agreement_id);
    if (unfit !== undefined) return failed(unfit);
    const kept = tables.configurations.find(reader, samId);
    const opened = kept === undefined ? undefined : seal.open(samId, kept.sealed);
    if (opened === undefined) {
      const words = { nomor: nameOf(row), daftar: 'berkas konfigurasi' };
      return failed(appFailure('SAM_NOT_PREPARED', 'device test', 'configuration', words));
    }
    return ok({
      name: nameOf(row),
      sam: { ...opened, ...(row.uid === null ? {} : { uid: row.uid }) },
      openWasRefused: latestTest(books, reader, samId)?.open_refused === 1,
    });
  }

  /** Gives whether the card passed: a SAM whose identifier is another card's did not, whatever it did. */
  function record(
    writer: Writer,
    row: CardRow,
    { passed, openRefused, failures, terminal, uid: read }: SamTestFinding,
    acting: Acting,
  ): Result<{ readonly passed: boolean }> {
    if (nextSamStatus(row.status, 'TEST') === undefined)
      return outOfOrder(`TEST of a SAM card in ${row.status}`);
    const uid = read?.replaceAll(' ', '').toLowerCase();
    if (uid !== undefined && !/^[0-9a-f]{14}$/.test(uid)) return outOfOrder('a UID of another length');
    const isAnothers = uid !== undefined && books.anotherHasUid(writer, row, uid);
    const found = isAnothers ? [...failures, 'SAM_FILE_OF_ANOTHER'] : failures;
    const hasPassed = passed && !isAnothers;
    if (hasPassed && (row.config_sha256 === null || (row.uid === null && uid === undefined)))
      return outOfOrder('a passed TEST of a SAM card that nothing opens or identifies');
    // Only of a card that its own configuration opened: whatever else was in the reader gives no card its name.
    if (hasPassed && uid !== undefined && row.uid === null) {
      tables.cards.update(writer, { ...row, uid, changed_at: clock.now() });
    }
    tables.tests.insert(writer, {
      seq: Number(writer.get('SELECT coalesce(max(seq), 0) + 1 AS next FROM sam_test')?.next),
      sam_id: row.sam_id,
      at: clock.now(),
      tested_by: acting.personId,
      passed: hasPassed ? 1 : 0,
      open_refused: openRefused ? 1 : 0,
      terminal: terminal ?? null,
      counter: acting.counter,
      failures: JSON.stringify(found),
    });
    const { sam_id: samId, agreement_id: agreementId, status } = row;
    const step = { id: samId, agreementId, from: status, to: status };
    const reference = { passed: hasPassed, failures: found, terminal: terminal ?? '' };
    const audited = { event: 'DEVICES_TESTED', samId, passed: hasPassed, failures: found } as const;
    const noted = books.note(writer, acting, step, 'TEST', reference, audited);
    return noted.ok ? ok({ passed: hasPassed }) : noted;
  }

  return { unfitToTest, underTest, record };
}

/** A card is put to work only when its latest test went well, and in the very reader it is paired with (ADR 0019). */
export function hasPassedTest(
  books: Books,
  reader: Reader,
  samId: string,
  device: Pick<ReaderRow, 'terminal'> | undefined,
): boolean {
  return countsFor(latestTest(books, reader, samId), device);
}

/** @param device that the card is paired with; before it is, a test in any reader counts */
export function countsFor(
  test: Pick<TestRow, 'passed' | 'terminal'> | undefined,
  device: Pick<ReaderRow, 'terminal'> | undefined,
): boolean {
  if (test?.passed !== 1) return false;
  return device === undefined || test.terminal === null || test.terminal === device.terminal;
}

/** The latest test of every card that has one. */
export function latestTests(
  { tables }: Books,
  reader: Reader,
  agreementId?: string,
): ReadonlyMap<string, TestRow> {
  const cards = agreementId === undefined ? '' : 'JOIN sam_card USING (sam_id) WHERE agreement_id = ?';
  const latest = `WHERE seq IN (SELECT max(seq) FROM sam_test ${cards} GROUP BY sam_id)`;
  const values = agreementId === undefined ? [] : [agreementId];
  const tests = tables.tests.select(reader, latest, ...values);
  return new Map(tests.map((test) => [test.sam_id, test]));
}

function latestTest({ tables }: Books, reader: Reader, samId: string): TestRow | undefined {
  return tables.tests.select(reader, 'WHERE sam_id = ? ORDER BY seq DESC LIMIT 1', samId)[0];
}
