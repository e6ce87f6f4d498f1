import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openRecord } from '../record/index.ts';
import { ready } from '../sealing/index.ts';
import { failureOf, testStore, valueOfResult } from '../store/store.test-support.ts';
import { inquiryLedger, quotaLedger, visitLedger } from './index.ts';
import { assemble, freshInstallation, served, servedAndKept, serviceContext } from './ledger.test-support.ts';

beforeAll(ready);

const events = (all: ReturnType<typeof assemble>) =>
  valueOfResult(all.audit.list(100))
    .map(({ event }) => event)
    .reverse();
const officer = { actor: 'operator-1', counter: 'Loket 1' };

describe('recording a service', () => {
  test('makes facts, data balikan, consent, record and audit entries durable together', () => {
    const { path, ...all } = freshInstallation();
    const fact = servedAndKept(all);
    valueOfResult(all.record(fact, serviceContext));
    all.store.close();
    const again = assemble(testStore(path, all.clock), all.clock);
    expect(events(again)).toEqual(['SERVICE_RECORDED', 'CONSENT_RECORDED', 'KEPT_STORED', 'BALIKAN_QUEUED']);
    expect(valueOfResult(again.outbox.counts()).waiting).toBe(1);
    const [row] = valueOfResult(again.kept.list(10));
    expect(row).toMatchObject({
      maskedNik: '400101******0001',
      elements: ['FULL_NAME'],
      retainedUntil: '2028-01-05',
    });
    const order = valueOfResult(again.kept.open(row?.recordId ?? '', officer));
    expect(openRecord(order)).toMatchObject({ values: [{ part: 'FULL_NAME', value: 'SITI UJI' }] });
    expect(events(again).at(-1)).toBe('KEPT_OPENED');
  });

  test('asked for twice happens once; with other facts it is STEP_ORDER', () => {
    const all = freshInstallation();
    const fact = served();
    valueOfResult(all.record(fact, serviceContext));
    valueOfResult(all.record(fact, serviceContext));
    expect(valueOfResult(all.outbox.counts()).waiting).toBe(1);
    expect(events(all).length).toBe(2);
    expect(failureOf(all.record({ ...fact, outcome: 'NOT_FOUND' }, serviceContext))?.code).toBe('STEP_ORDER');
  });

  test('without the data balikan that is owed does not happen', () => {
    const all = freshInstallation();
    const { balikan: _, ...fact } = served();
    expect(failureOf(all.record(fact, serviceContext))?.code).toBe('STEP_ORDER');
    valueOfResult(all.record(fact, { ...serviceContext, balikanRequired: false }));
    expect(events(all)).toEqual(['SERVICE_RECORDED']);
  });

  test('that finds the disk full leaves nothing, and the very same request works once there is room', () => {
    const all = freshInstallation();
    const fact = servedAndKept(all);
    const pages = valueOfResult(all.store.read((reader) => reader.get('PRAGMA page_count')))?.page_count;
    valueOfResult(all.store.read((reader) => reader.get(`PRAGMA max_page_count=${pages}`)));
    const large = { ...fact, ...(fact.kept && { kept: { ...fact.kept, envelope: 'AAAA'.repeat(20_000) } }) };
    expect(failureOf(all.record(large, serviceContext))?.code).toBe('STORE_DISK_FULL');
    expect([events(all), valueOfResult(all.outbox.counts()).waiting]).toEqual([[], 0]);
    valueOfResult(all.store.read((reader) => reader.get('PRAGMA max_page_count=100000')));
    valueOfResult(all.record(fact, serviceContext));
    expect(valueOfResult(all.kept.count())).toBe(1);
  });
});

describe('nothing is kept', () => {
  const refusals = [
    ['without consent', 'STORE_NOT_ALLOWED_YET', { consent: undefined }],
    ['when consent was refused', 'STORE_NOT_ALLOWED_YET', { decision: 'REFUSED' }],
    ['without evidence', 'CONSENT_EVIDENCE_REQUIRED', { evidence: undefined }],
    ['without a place where the evidence lies', 'CONSENT_EVIDENCE_REQUIRED', { evidenceRef: ' ' }],
    ['without an end', 'RETENTION_REQUIRED', { retainedUntil: undefined }],
    ['when the gateway did not say yes', 'STORE_NOT_ALLOWED_YET', { outcome: 'MISMATCH' }],
    ['when the visit is unverified', 'STORE_NOT_ALLOWED_YET', { verified: false }],
  ] as const;

  test.each(refusals)('%s', (_, code, change) => {
    const all = freshInstallation();
    const { consent, ...fact } = servedAndKept(all);
    const changed = {
      ...fact,
      ...change,
      ...('consent' in change ? {} : { consent: { ...consent, ...change } }),
    } as unknown as typeof fact;
    expect(failureOf(all.record(changed, serviceContext))?.code).toBe(code);
    expect([valueOfResult(all.kept.count()), events(all)]).toEqual([0, []]);
  });

  test('under a key that was not made for this visit', () => {
    const all = freshInstallation();
    const fact = servedAndKept(all);
    all.kept.dropRecordKey(fact.visitId);
    expect(failureOf(all.record(fact, serviceContext))?.code).toBe('STEP_ORDER');
  });

  test('even by someone who writes to the database directly', () => {
    const all = freshInstallation();
    valueOfResult(all.record(servedAndKept(all), serviceContext));
    const refused = servedAndKept(all);
    const { kept: _, ...rest } = refused;
    const consent = {
      ...refused.consent,
      decision: 'REFUSED',
      elements: [],
    } as unknown as typeof refused.consent;
    valueOfResult(all.record({ ...rest, ...(consent && { consent }) }, serviceContext));
    const copy = `INSERT INTO kept SELECT 'other-record', (SELECT consent_id FROM consent WHERE decision = 'REFUSED'), visit_id,
      masked_nik, nik_hash, envelope, wrapped_key, retained_until, stored_at, mac FROM kept`;
    for (const sql of [copy, "UPDATE kept SET retained_until = '2099-01-01'", 'DELETE FROM consent']) {
      expect(() => all.store.transaction((writer) => ({ ok: true, value: writer.run(sql) })), sql).toThrow();
    }
  });
});

describe('the end of keeping', () => {
  test('by date erases what has ended and nothing else', () => {
    const all = freshInstallation();
    for (const end of ['2026-06-30', '2026-07-01', '2028-01-05']) {
      valueOfResult(all.record(servedAndKept(all, end), serviceContext));
    }
    expect(valueOfResult(all.kept.eraseEnded(Date.UTC(2026, 6, 1, 5)))).toBe(1);
    expect(
      valueOfResult(all.kept.list(10))
        .map(({ retainedUntil }) => retainedUntil)
        .sort(),
    ).toEqual(['2026-07-01', '2028-01-05']);
  });
});

describe('the ledgers of the desk', () => {
  test('reserve a hit before it is used, up to the limit, per day and agreement, over a restart', () => {
    const { path, ...all } = freshInstallation();
    const quota = quotaLedger(all.store);
    for (let hit = 1; hit <= 3; hit++) {
      expect(valueOfResult(quota.reserve('PKS-A', '2026-01-05', 3)).used).toBe(hit);
    }
    all.store.close();
    const again = quotaLedger(testStore(path, all.clock));
    expect(failureOf(again.reserve('PKS-A', '2026-01-05', 3))?.code).toBe('QUOTA_EXHAUSTED_LOCAL');
    expect(valueOfResult(again.reserve('PKS-A', '2026-01-06', 3)).used).toBe(1);
    expect(valueOfResult(again.reserve('PKS-B', '2026-01-05', 3)).used).toBe(1);
    valueOfResult(again.release('PKS-A', '2026-01-05'));
    expect(valueOfResult(again.reserve('PKS-A', '2026-01-05', 3)).used).toBe(3);
  });

  test('hold back after the gateway said that the quota is used up, even when unlimited', () => {
    const quota = quotaLedger(freshInstallation().store);
    valueOfResult(quota.markExhausted('PKS-A', '2026-01-05'));
    expect(failureOf(quota.reserve('PKS-A', '2026-01-05', null))?.code).toBe('QUOTA_EXHAUSTED_LOCAL');
    expect(valueOfResult(quota.read('PKS-A', '2026-01-05'))).toEqual({ used: 0, exhaustedOfficially: true });
  });

  test('let a permit be used once, by its own visit', () => {
    const inquiries = inquiryLedger(freshInstallation().store);
    const permit = {
      kind: 'READ',
      visitId: 'visit-0001',
      agreementId: 'PKS-A',
      issuedAt: 100,
      expiresAt: 200,
    } as const;
    for (const permitId of ['permit-1', 'permit-2']) valueOfResult(inquiries.issue({ ...permit, permitId }));
    expect(failureOf(inquiries.use('permit-1', 'visit-0002', 150, 'OK'))?.code).toBe('PERMIT_EXPIRED');
    expect(failureOf(inquiries.use('permit-9', 'visit-0001', 150, 'OK'))?.code).toBe('PERMIT_EXPIRED');
    expect(inquiries.use('permit-1', 'visit-0001', 150, 'OK').ok).toBe(true);
    expect(failureOf(inquiries.use('permit-1', 'visit-0001', 150, 'OK'))?.code).toBe('PERMIT_EXPIRED');
  });

  test('note one inquiry per permit, with the keyed hash and nothing else of the person', () => {
    const inquiries = inquiryLedger(freshInstallation().store);
    const permit = {
      kind: 'INQUIRE',
      visitId: 'visit-0001',
      agreementId: 'PKS-A',
      nikHash: 'ab'.repeat(32),
    } as const;
    valueOfResult(inquiries.issue({ ...permit, permitId: 'permit-1', issuedAt: 1, expiresAt: 2 }));
    const fact = { permitId: 'permit-1', outcome: 'MATCH', ms: 12.6, at: 50 } as const;
    valueOfResult(inquiries.record(fact));
    expect(failureOf(inquiries.record(fact))?.code).toBe('PERMIT_EXPIRED');
    expect(valueOfResult(inquiries.since('PKS-A', 50))).toEqual([
      { ...fact, ms: 13, visitId: 'visit-0001', nikHash: permit.nikHash },
    ]);
    expect(valueOfResult(inquiries.since('PKS-A', 51))).toEqual([]);
  });

  test('count the day: served needs a recorded service', () => {
    const all = freshInstallation();
    const visits = visitLedger(all.store);
    const fact = served();
    const setting = (visitId: string, day = '2026-01-05') => ({ ...fact, ...serviceContext, visitId, day });
    expect(failureOf(visits.close(setting(fact.visitId), 'CLOSED_SERVED', 1))?.code).toBe('STEP_ORDER');
    valueOfResult(visits.close(setting(randomUUID(), '2026-01-04'), 'CLOSED_NO_SERVICE', 1));
    valueOfResult(all.record(fact, serviceContext));
    valueOfResult(visits.close(setting(fact.visitId), 'CLOSED_SERVED', 2));
    valueOfResult(visits.close(setting(fact.visitId), 'CLOSED_SERVED', 3));
    valueOfResult(visits.close(setting(randomUUID()), 'CLOSED_NO_SERVICE', 4));
    valueOfResult(visits.close(setting(randomUUID()), 'CANCELLED', 5));
    expect(valueOfResult(visits.today('2026-01-05'))).toEqual({ served: 1, closedWithoutService: 1 });
    expect(valueOfResult(visits.today('2026-01-04'))).toEqual({ served: 0, closedWithoutService: 1 });
    expect(valueOfResult(visits.today('2026-01-06'))).toEqual({ served: 0, closedWithoutService: 0 });
  });

  test.each([
    ['the visit process died before it could say so', false],
    ['the whole program was killed before it heard so', true],
  ])('a recorded service is a served visit, also when %s', (_, killed) => {
    const all = freshInstallation();
    const visits = visitLedger(all.store);
    const fact = served();
    valueOfResult(all.record(fact, serviceContext));
    if (killed) valueOfResult(visits.recover(1));
    else valueOfResult(visits.close({ ...fact, ...serviceContext }, 'CANCELLED', 1));
    expect(valueOfResult(visits.today(serviceContext.day)).served).toBe(1);
  });
});
