/** An incident from its report to its end: a clock that no weekend stops, notices before it closes, and nobody named. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import { auditLog } from '../audit/index.ts';
import { type Acting, incidentAct, noticeRecipients } from '../contract/index.ts';
import { inquiryLedger } from '../ledger/index.ts';
import { newSigningPair, type Store } from '../store/index.ts';
import { overhear } from '../store/plans.test-support.ts';
import {
  failureOf,
  manualClock,
  temporaryFolder,
  testStore,
  valueOfResult,
} from '../store/store.test-support.ts';
import { type Incidents, incidents } from './index.ts';

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

test('an incident waits for its decision from its report on: a day, and less of the 72 hours that ran before it', () => {
  const { room, incidentId } = opened();
  const day = 24 * 3_600_000;
  const waits = () => valueOfResult(room.undecided()).map(({ number, decideBy }) => [number, decideBy]);
  const first = ['INS-1', friday + day];
  expect(waits()).toEqual([first]);
  // What became known on the Wednesday has until the end of the Friday; of what began with a stop nobody knew before.
  const known = { ...report, number: 'INS-2', knownOn: '2026-11-18', from: '2026-11-18' } as const;
  valueOfResult(room.act(known, operator));
  valueOfResult(room.stopped({ reference: 'INS-3', reason: 'Layar difoto' }, manager));
  const endOfFriday = Date.parse('2026-11-21T00:00:00+07:00');
  expect(waits()).toEqual([first, ['INS-2', endOfFriday], ['INS-3', friday + day]]);
  valueOfResult(room.act({ act: 'CONFIRM_BREACH', incidentId }, manager));
  const second = valueOfResult(room.undecided())[0]?.incidentId ?? '';
  valueOfResult(room.act({ act: 'CLOSE', incidentId: second, closing: 'Berkas ditemukan.' }, manager));
  expect(waits()).toEqual([['INS-3', friday + day]]);
});

test('a breach that was confirmed while the clock ran ahead has its 72 hours from its report, and not weeks', () => {
  const { clock, room, first, incidentId } = opened();
  clock.set(friday + 40 * 86_400_000);
  valueOfResult(room.act({ act: 'CONFIRM_BREACH', incidentId }, manager));
  clock.set(friday + 60_000);
  const dueAt = friday + 72 * 3_600_000;
  expect(valueOfResult(room.breaches())).toMatchObject([{ incidentId, dueAt }]);
  expect(first()?.dueAt).toBe(dueAt);
});

/** Asked about at this many hours before the Friday on which it begins; a letter for each person. */
function asked(store: Store, ...inquiries: readonly (readonly [string, number])[]): void {
  const ledger = inquiryLedger(store);
  for (const [index, [hash, hoursAgo]] of inquiries.entries()) {
    const at = friday - hoursAgo * 3_600_000;
    const permitId = `permit-${index}`;
    const about = { visitId: `v-${index}`, agreementId: 'tirta-pangan', issuedAt: at, expiresAt: at + 1 };
    valueOfResult(ledger.issue({ permitId, kind: 'INQUIRE', ...about, nikHash: hash.repeat(64) }));
    valueOfResult(ledger.record({ permitId, outcome: 'MATCH', ms: 1, at }));
  }
}

test('affected persons are counted once each by their keyed hash, in the days it was about', () => {
  const { store, first } = opened();
  asked(store, ['a', 1], ['a', 2], ['b', 3], ['c', 80]);
  expect(first()?.affected).toBe(2);
});

describe('who was affected', () => {
  const served = (store: Store, hash: string, at: number, agreementId = 'tirta-pangan') => {
    const [id, nikHash] = [randomUUID(), hash.repeat(64)];
    const sql = [
      `INSERT INTO visit (visit_id, agreement_id, profile_version, service_code, registration_no, operator_id, counter, day, verified, mac)
       VALUES ('${id}', '${agreementId}', 1, 'S', 'L1', 'x', 'x', '2026-11-20', 0, x'00')`,
      `INSERT INTO outbox_item (item_id, visit_id, agreement_id, profile_version, service_code, registration_no, nik_hash, status, envelope,
         attempts, created_at, next_attempt_at, duplicate, mac)
       VALUES ('${id}', '${id}', '${agreementId}', 1, 'S', 'L1', '${nikHash}', 'QUEUED', x'00', 0, ${at}, 0, 0, x'00')`,
    ];
    valueOfResult(store.transaction((writer) => ok(sql.map((each) => writer.run(each)))));
  };

  test('has been served by the card alone, too, and whose answer nobody wrote down', () => {
    const { store, first } = opened();
    asked(store, ['a', 1]);
    served(store, 'a', friday);
    served(store, 'd', friday);
    served(store, 'e', friday - 80 * 3_600_000);
    served(store, 'f', friday, 'PKS-B');
    const about = { visitId: 'v', agreementId: 'tirta-pangan', issuedAt: friday, expiresAt: friday };
    const unanswered = {
      permitId: 'unanswered',
      kind: 'INQUIRE',
      ...about,
      nikHash: 'b'.repeat(64),
    } as const;
    valueOfResult(inquiryLedger(store).issue(unanswered));
    valueOfResult(inquiryLedger(store).issue({ ...about, permitId: 'read', kind: 'READ' }));
    expect(first()).toMatchObject({ affected: 3, reachable: 0 });
  });

  test('is counted anew when somebody came, and only then: of years it takes a while', () => {
    const { store, first } = opened();
    served(store, 'a', friday);
    expect(first()?.affected).toBe(1);
    const statements = overhear(store);
    expect(first()?.affected).toBe(1);
    const counts = () => [...statements].filter((sql) => sql.includes('UNION'));
    expect(counts()).toEqual([]);
    served(store, 'b', friday);
    expect(first()?.affected).toBe(2);
    expect(counts()).toHaveLength(1);
  });
});

test('anybody reports, manager and head settle, and a number names one incident', () => {
  const { room, incidentId } = opened();
  expect(failureOf(room.act({ act: 'CONFIRM_BREACH', incidentId }, operator))?.code).toBe('NOT_PERMITTED');
  expect(failureOf(room.act(report, operator))?.code).toBe('INCIDENT_NUMBER_TAKEN');
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

const lost = {
  samId: 'order-1-1',
  name: 'SAM-CONTOH-0001',
  agreementId: 'tirta-pangan',
  kind: 'STOLEN',
  incident: 'LP-42',
} as const;

test('a SAM card that is lost is an incident by itself, one and the same however often its number is named (R-068)', () => {
  const { room, store } = opened();
  valueOfResult(room.cardLost(lost, operator));
  valueOfResult(room.cardLost(lost, operator));
  valueOfResult(room.cardLost({ ...lost, samId: 'order-1-2', name: 'SAM-CONTOH-0002' }, operator));
  const found = valueOfResult(room.list(manager)).filter(({ number }) => number === 'LP-42');
  expect(found).toMatchObject([
    {
      kind: 'LOST_DEVICE',
      from: '2026-11-20',
      reportedBy: 'name of simula-ningsih',
      acts: ['REPORT', 'CONFIRM_BREACH', 'CLOSE'],
    },
  ]);
  expect(found[0]?.cards.map(({ name }) => name)).toEqual(['SAM-CONTOH-0001', 'SAM-CONTOH-0002']);
  expect(() => store.transaction((writer) => ok(writer.run('DELETE FROM incident_card')))).toThrow(
    /evidence stays/,
  );
});

test('an emergency stop belongs to the incident of its number, which begins with it where there was none (R-122)', () => {
  const { clock, room, store, incidentId } = opened();
  valueOfResult(room.stopped({ reference: 'INS-1', reason: 'Layar difoto' }, manager));
  valueOfResult(room.stopped({ reference: 'INS-2', reason: 'NIK 4001015203880001 tersebar' }, manager));
  clock.set(friday + 3_600_000);
  valueOfResult(room.lifted('800/1', manager));
  const rows = valueOfResult(room.list(manager));
  expect(rows.map(({ number }) => number).sort()).toEqual(['INS-1', 'INS-2']);
  const stopped = { at: friday, by: 'name of uji-widodo', liftedAt: friday + 3_600_000, reference: '800/1' };
  expect(rows.find((row) => row.incidentId === incidentId)).toMatchObject({ kind: 'LEAK', stops: [stopped] });
  expect(rows.find(({ number }) => number === 'INS-2')?.what).not.toContain('4001015203880001');
  const again = 'UPDATE incident_stop SET lifted_at = 1';
  expect(() => store.transaction((writer) => ok(writer.run(again)))).toThrow(/evidence stays/);
});

test('a stop or a loss under the number of an incident that is closed begins the second of that number: the closed one stays as it is', () => {
  const { room, incidentId } = opened();
  valueOfResult(room.act({ act: 'CLOSE', incidentId, closing: 'Berkas dihapus.' }, manager));
  valueOfResult(room.stopped({ reference: 'INS-1', reason: 'Bocor lagi' }, manager));
  valueOfResult(room.cardLost({ ...lost, incident: 'INS-1' }, operator));
  const rows = () => valueOfResult(room.list(manager));
  const second = rows().find(({ number }) => number === 'INS-1 (2)');
  expect(
    rows()
      .map(({ number }) => number)
      .sort(),
  ).toEqual(['INS-1', 'INS-1 (2)']);
  expect(rows().find(({ number }) => number === 'INS-1')).toMatchObject({ stops: [], cards: [], acts: [] });
  expect(second).toMatchObject({
    what: 'Bocor lagi',
    closedAt: null,
    acts: ['REPORT', 'CONFIRM_BREACH', 'CLOSE'],
  });
  expect([second?.stops.length, second?.cards.length]).toEqual([1, 1]);
  valueOfResult(
    room.act({ act: 'CLOSE', incidentId: second?.incidentId ?? '', closing: 'Selesai.' }, manager),
  );
  valueOfResult(room.stopped({ reference: 'INS-1', reason: 'Ketiga kali' }, manager));
  expect(rows().map(({ number }) => number)).toContain('INS-1 (3)');
});

describe('a breach that began with a stop or a lost card', () => {
  const known = { ...report, number: 'INS-9', what: 'Bocor sejak 1 November.', from: '2026-11-01' } as const;
  const begins = {
    'a stop': (room: Incidents) => room.stopped({ reference: 'INS-9', reason: 'kebocoran' }, manager),
    'a lost card': (room: Incidents) => room.cardLost({ ...lost, incident: 'INS-9' }, operator),
  };
  const row = (room: Incidents) => valueOfResult(room.list(manager)).find(({ number }) => number === 'INS-9');

  test.each(Object.entries(begins))(
    'of %s gets its kind and its days from a report under its number, once',
    (_what, begin) => {
      const { room, store, audit } = opened();
      asked(store, ['a', 80], ['b', 100], ['c', 30 * 24]);
      valueOfResult(begin(room));
      expect(row(room)).toMatchObject({ from: '2026-11-20', affected: 0 });
      expect(row(room)?.acts).toContain('REPORT');
      valueOfResult(room.act(known, operator));
      expect(row(room)).toMatchObject({
        kind: 'LEAK',
        what: 'Bocor sejak 1 November.',
        from: '2026-11-01',
        to: '2026-11-20',
        affected: 2,
        acts: ['CONFIRM_BREACH', 'CLOSE'],
      });
      expect(valueOfResult(audit.list(1))[0]).toMatchObject({
        event: 'INCIDENT_MOVED',
        actor: 'simula-ningsih',
      });
      expect(failureOf(room.act(known, operator))?.code).toBe('INCIDENT_NUMBER_TAKEN');
      const again = "UPDATE incident SET affected_from = '2026-01-01'";
      expect(() => store.transaction((writer) => ok(writer.run(again)))).toThrow(/evidence stays/);
    },
  );

  test('gets them also when its clock runs already, and no more once somebody was told', () => {
    const { room } = opened();
    valueOfResult(begins['a stop'](room));
    const incidentId = row(room)?.incidentId ?? '';
    valueOfResult(room.act({ act: 'CONFIRM_BREACH', incidentId }, manager));
    expect(row(room)?.acts).toEqual(['REPORT', 'RECORD_NOTICE']);
    valueOfResult(room.act({ act: 'RECORD_NOTICE', incidentId, recipient: 'DUKCAPIL', letter }, manager));
    expect(row(room)?.acts).toEqual(['RECORD_NOTICE']);
    expect(failureOf(room.act(known, operator))?.code).toBe('INCIDENT_NUMBER_TAKEN');
  });
});

test('nothing settles the clock, and nothing is known, on a day that has not come or before what it follows', () => {
  const { room, incidentId } = opened();
  valueOfResult(room.act({ act: 'CONFIRM_BREACH', incidentId }, manager));
  const told = (date: string) =>
    failureOf(
      room.act(
        { act: 'RECORD_NOTICE', incidentId, recipient: 'AUTHORITY', letter: { number: '1', date } },
        manager,
      ),
    )?.code;
  const reported = (change: object) =>
    failureOf(room.act({ ...report, number: 'INS-8', ...change }, operator))?.code;
  expect([told('2035-01-01'), told('2026-11-21'), told('2026-11-19')]).toEqual([
    'DATE_AHEAD',
    'DATE_AHEAD',
    'DATES_CONTRADICT',
  ]);
  expect(reported({ knownOn: '2031-01-01' })).toBe('DATE_AHEAD');
  expect(reported({ to: '2026-11-21' })).toBe('DATE_AHEAD');
  expect(reported({ to: '2026-11-18' })).toBe('DATES_CONTRADICT');
  expect(reported({ knownOn: '2026-11-18' })).toBe('DATES_CONTRADICT');
  expect(told('2026-11-20')).toBeUndefined();
});
