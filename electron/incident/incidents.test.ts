/** An incident from its report to its end: a clock that no weekend stops, notices before it closes, and nobody named. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import { auditLog } from '../audit/index.ts';
import { type Acting, incidentAct, noticeRecipients } from '../contract/index.ts';
import { inquiryLedger } from '../ledger/index.ts';
import { newSigningPair } from '../store/index.ts';
import {
  failureOf,
  manualClock,
  temporaryFolder,
  testStore,
  valueOfResult,
} from '../store/store.test-support.ts';
import { incidents } from './index.ts';

const operator: Acting = { personId: 'simula-ningsih', roles: ['OPERATOR'], counter: 'Loket 1' };
const manager: Acting = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' };
const friday = Date.UTC(2026, 10, 20, 8, 10);
const letter = { number: '045/1/CONTOH/2026', date: '2026-11-20' };
const report = {
  act: 'REPORT',
  kind: 'LEAK',
  number: 'INS-1',
  what: 'Berkas tertinggal di komputer umum.',
  knownOn: '2026-11-20',
  from: '2026-11-19',
  to: '2026-11-20',
} as const;

function opened() {
  const clock = manualClock(friday);
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), clock);
  const audit = auditLog(store, clock, 'installation-1', newSigningPair());
  const agreement = { agreementId: 'tirta-pangan', zone: 'Asia/Jakarta' };
  const room = incidents(store, audit, clock, {
    agreement: () => agreement,
    nameOf: (id) => `name of ${id}`,
  });
  valueOfResult(room.act(report, operator));
  const first = () => valueOfResult(room.list(manager))[0];
  return { clock, store, audit, room, first, incidentId: first()?.incidentId ?? '' };
}

test('a breach has 72 clock hours from when it was confirmed, weekend or not, until everybody was told', () => {
  const { room, first, incidentId } = opened();
  expect(valueOfResult(room.breaches())).toEqual([]);
  valueOfResult(room.act({ act: 'CONFIRM_BREACH', incidentId }, manager));
  const dueAt = Date.UTC(2026, 10, 23, 8, 10);
  expect(valueOfResult(room.breaches())).toEqual([{ incidentId, agreementId: 'tirta-pangan', dueAt }]);
  expect(failureOf(room.act({ act: 'CLOSE', incidentId, closing: 'x' }, manager))?.code).toBe('STEP_ORDER');
  for (const recipient of noticeRecipients) {
    valueOfResult(room.act({ act: 'RECORD_NOTICE', incidentId, recipient, letter }, manager));
  }
  expect(valueOfResult(room.breaches())).toEqual([]);
  valueOfResult(room.act({ act: 'CLOSE', incidentId, closing: 'Berkas dihapus.' }, manager));
  expect(first()).toMatchObject({ closing: 'Berkas dihapus.', acts: [] });
  expect(valueOfResult(room.counts('tirta-pangan', friday, friday))).toEqual({ incidents: 1, notices: 3 });
});

test('affected persons are counted once each by their keyed hash, in the days it was about', () => {
  const { store, first } = opened();
  const ledger = inquiryLedger(store);
  for (const [index, [hash, hoursAgo]] of (
    [
      ['a', 1],
      ['a', 2],
      ['b', 3],
      ['c', 80],
    ] as const
  ).entries()) {
    const at = friday - hoursAgo * 3_600_000;
    const permitId = `permit-${index}`;
    const about = { visitId: `v-${index}`, agreementId: 'tirta-pangan', issuedAt: at, expiresAt: at + 1 };
    valueOfResult(ledger.issue({ permitId, kind: 'INQUIRE', ...about, nikHash: hash.repeat(64) }));
    valueOfResult(ledger.record({ permitId, outcome: 'MATCH', ms: 1, at }));
  }
  expect(first()?.affected).toBe(2);
});

test('anybody reports, manager and head settle, and a number names one incident', () => {
  const { room, incidentId } = opened();
  expect(failureOf(room.act({ act: 'CONFIRM_BREACH', incidentId }, operator))?.code).toBe('NOT_PERMITTED');
  expect(failureOf(room.act(report, operator))?.code).toBe('STEP_ORDER');
  const named = { ...report, what: 'NIK 4001015203880001 tersebar' };
  expect(incidentAct.safeParse(named).success).toBe(false);
});

test('the database keeps the evidence, and closes no breach that nobody was told of', () => {
  const { room, store, incidentId } = opened();
  valueOfResult(room.act({ act: 'CONFIRM_BREACH', incidentId }, manager));
  for (const sql of [
    'DELETE FROM incident',
    "UPDATE incident SET what = 'x'",
    "UPDATE incident SET closed_at = 1, closed_by = 'x', closing = 'x'",
  ]) {
    expect(() => store.transaction((writer) => ok(writer.run(sql)))).toThrow(/evidence stays|was told/);
  }
});
