/** Requests of residents over a real database and a clock that only the test moves (scenario 13 of domain 8.4). */
import { beforeAll, describe, expect, test } from 'vitest';
import { failed, ok } from '../../native/failure.ts';
import { type Acting, appFailure, type ServiceFact } from '../contract/index.ts';
import {
  type Assembled,
  assemble,
  freshInstallation,
  servedAndKept,
  serviceContext,
} from '../ledger/ledger.test-support.ts';
import { ready } from '../sealing/index.ts';
import { failureOf, testStore, valueOfResult } from '../store/store.test-support.ts';

beforeAll(ready);

const hour = 3_600_000;
/** Friday 6 March 2026, 15.10 WIB. */
const fridayAfternoon = Date.UTC(2026, 2, 6, 8, 10);
const operator: Acting = { personId: 'simula-ningsih', roles: ['OPERATOR'], counter: 'Loket 1' };
const manager: Acting = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' };
const responsible: Acting = { personId: 'contoh-pratama', roles: ['ACCESS_RESPONSIBLE'], counter: 'Loket 1' };
const context = { actor: 'simula-ningsih', counter: 'Loket 1' };

function office() {
  const { path, ...all } = freshInstallation();
  all.clock.set(fridayAfternoon);
  const fact = servedAndKept(all);
  valueOfResult(all.record(fact, serviceContext));
  return { path, all, fact, ...namesOf(fact) };
}

function namesOf(fact: ServiceFact) {
  return {
    receiptNo: fact.consent?.receiptNo ?? '',
    consentId: fact.consent?.consentId ?? '',
    recordId: fact.kept?.recordId ?? '',
  };
}

const asks = (kind: 'WITHDRAWAL' | 'ACCESS', receiptNo: string) =>
  ({ act: 'TAKE', kind, receiptNo, channel: 'COUNTER', identityChecked: true }) as const;

const rows = (all: Assembled) => valueOfResult(all.requests.list(10));
const newest = (all: Assembled, ofKind?: string) =>
  rows(all).find(({ kind }) => ofKind === undefined || kind === ofKind)?.requestId ?? '';
const events = (all: Assembled) =>
  valueOfResult(all.audit.list(50))
    .map(({ event }) => event)
    .reverse();

test('how many are kept under an agreement is told right whoever erases them, and after a change that was taken back', () => {
  const { all, receiptNo } = office();
  const counted = () => ['PKS-A', 'PKS-B'].map((agreementId) => valueOfResult(all.kept.countOf(agreementId)));
  expect(counted()).toEqual([1, 0]);
  all.store.transaction(() => {
    valueOfResult(all.record(servedAndKept(all), serviceContext));
    expect(counted()).toEqual([2, 0]);
    return failed(appFailure('STEP_ORDER', 'test'));
  });
  expect(counted()).toEqual([1, 0]);
  valueOfResult(all.record({ ...servedAndKept(all), agreementId: 'PKS-B' }, serviceContext));
  expect(counted()).toEqual([1, 1]);
  valueOfResult(all.requests.act(asks('WITHDRAWAL', receiptNo), operator));
  valueOfResult(all.requests.settleDue(all.clock.now() + 72 * hour));
  expect(counted()).toEqual([0, 1]);
});

describe('a withdrawal', () => {
  test('on Friday at 15.10 closes the record at once and erases it by itself on Monday at 15.10', () => {
    const { all, receiptNo, recordId } = office();
    valueOfResult(all.requests.act(asks('WITHDRAWAL', receiptNo), operator));
    expect(rows(all)).toMatchObject([
      { kind: 'WITHDRAWAL', status: 'OPEN', receiptNo, recordId, dueAt: fridayAfternoon + 72 * hour },
    ]);
    expect(valueOfResult(all.requests.waiting())).toEqual({
      open: 1,
      nextDueAt: fridayAfternoon + 72 * hour,
    });
    expect(valueOfResult(all.requests.open())).toEqual([
      { requestId: newest(all), kind: 'WITHDRAWAL', dueAt: fridayAfternoon + 72 * hour },
    ]);
    expect(failureOf(all.kept.open(recordId, context))?.code).toBe('CONSENT_WITHDRAWN');
    expect(valueOfResult(all.kept.list(10))[0]?.withdrawnAt).toBe(fridayAfternoon);

    all.clock.advance(72 * hour - 1);
    expect(valueOfResult(all.requests.settleDue(all.clock.now()))).toBe(0);
    expect(valueOfResult(all.kept.count())).toBe(1);
    all.clock.advance(1);
    expect(valueOfResult(all.requests.settleDue(all.clock.now()))).toBe(1);
    expect(valueOfResult(all.kept.count())).toBe(0);
    expect(valueOfResult(all.requests.open())).toEqual([]);
    expect(rows(all)).toMatchObject([
      { status: 'COMPLETED_BY_CLOCK', recordId: null, settledAt: all.clock.now() },
    ]);
    expect(events(all).slice(-5)).toEqual([
      'BALIKAN_QUEUED',
      'REQUEST_TAKEN',
      'CONSENT_WITHDRAWN',
      'KEPT_ERASED',
      'REQUEST_SETTLED',
    ]);
    expect(valueOfResult(all.requests.settleDue(all.clock.now()))).toBe(0);
    // What is owed to Dukcapil is not the resident's to take back.
    expect(valueOfResult(all.outbox.counts()).waiting).toBe(1);
  });

  test('is known for its receipt by number, clocks and who took it, under its agreement alone', () => {
    const { all, receiptNo } = office();
    valueOfResult(all.requests.act(asks('ACCESS', receiptNo), operator));
    valueOfResult(all.requests.act(asks('WITHDRAWAL', receiptNo), operator));
    const agreementId = rows(all)[0]?.agreementId ?? '';
    const dueAt = fridayAfternoon + 72 * hour;
    expect(valueOfResult(all.requests.withdrawals(agreementId))).toEqual([
      {
        requestId: newest(all, 'WITHDRAWAL'),
        receiptNo,
        channel: 'COUNTER',
        receivedAt: fridayAfternoon,
        dueAt,
        takenBy: 'simula-ningsih',
      },
    ]);
    expect(valueOfResult(all.requests.withdrawals('lain'))).toEqual([]);
  });

  test('is carried out at the next start when the program was off for a week', () => {
    const { path, all, receiptNo } = office();
    valueOfResult(all.requests.act(asks('WITHDRAWAL', receiptNo), operator));
    all.store.close();
    all.clock.advance(7 * 24 * hour);
    const again = assemble(testStore(path, all.clock), all.clock);
    expect(valueOfResult(again.requests.settleDue(again.clock.now()))).toBe(1);
    expect(valueOfResult(again.kept.count())).toBe(0);
  });

  test('completed by the access manager erases at once; a second manager is told so', () => {
    const { all, receiptNo, recordId } = office();
    valueOfResult(all.requests.act(asks('WITHDRAWAL', receiptNo), operator));
    const complete = { act: 'COMPLETE', requestId: newest(all), note: 'dihapus' } as const;
    expect(failureOf(all.requests.act(complete, operator))?.code).toBe('NOT_PERMITTED');
    valueOfResult(all.requests.act(complete, manager));
    expect(valueOfResult(all.kept.count())).toBe(0);
    expect(failureOf(all.kept.open(recordId, context))?.code).toBe('ENVELOPE_UNREADABLE');
    expect(failureOf(all.requests.act(complete, manager))?.code).toBe('REQUEST_SETTLED');
    expect(valueOfResult(all.requests.waiting())).toEqual({ open: 0, nextDueAt: null });
  });

  test('is nothing anybody may refuse', () => {
    const { all, receiptNo } = office();
    valueOfResult(all.requests.act(asks('WITHDRAWAL', receiptNo), operator));
    const refuse = { act: 'REFUSE', requestId: newest(all), reason: 'masih diperlukan' } as const;
    expect(failureOf(all.requests.act(refuse, manager))?.code).toBe('STEP_ORDER');
    expect(rows(all)[0]?.status).toBe('OPEN');
  });

  test('needs a consent that was given and not withdrawn before', () => {
    const { all, receiptNo } = office();
    const refused = servedAndKept(all);
    const { kept: _, consent, ...rest } = refused;
    if (consent === undefined) throw new Error('no consent');
    const no = { ...consent, decision: 'REFUSED' as const, elements: [] };
    valueOfResult(all.record({ ...rest, consent: no }, serviceContext));
    for (const unknown of ['BP-TIDAK-ADA', consent.receiptNo]) {
      expect(failureOf(all.requests.act(asks('WITHDRAWAL', unknown), operator))?.code).toBe(
        'RECEIPT_UNKNOWN',
      );
    }
    valueOfResult(all.requests.act(asks('WITHDRAWAL', receiptNo), operator));
    expect(failureOf(all.requests.act(asks('WITHDRAWAL', receiptNo), operator))?.code).toBe(
      'RECEIPT_UNKNOWN',
    );
    expect(failureOf(all.requests.act(asks('WITHDRAWAL', receiptNo), responsible))?.code).toBe(
      'NOT_PERMITTED',
    );
  });
});

describe('an access request', () => {
  const answer = (all: Assembled) => ({
    requestId: newest(all),
    institution: 'Dinas Contoh',
    roles: manager.roles,
  });

  test('opens the record with its processing trail, and every opening names the request', () => {
    const { all, receiptNo, recordId } = office();
    valueOfResult(all.kept.open(recordId, context));
    valueOfResult(all.requests.act(asks('ACCESS', receiptNo), operator));
    const byOperator = { ...answer(all), roles: operator.roles };
    expect(failureOf(all.kept.open(recordId, context, byOperator))?.code).toBe('NOT_PERMITTED');
    const order = valueOfResult(all.kept.open(recordId, context, answer(all)));
    expect(order.answer?.institution).toBe('Dinas Contoh');
    expect(order.answer?.trail.map(({ event }) => event)).toEqual([
      'STORED',
      'OPENED',
      'ACCESS_TAKEN',
      'OPENED',
    ]);
    const complete = { act: 'COMPLETE', requestId: newest(all), note: 'diserahkan tercetak' } as const;
    const before = answer(all);
    valueOfResult(all.requests.act(complete, manager));
    expect(rows(all)).toMatchObject([{ status: 'COMPLETED', note: 'diserahkan tercetak', recordId }]);
    expect(failureOf(all.kept.open(recordId, context, before))?.code).toBe('REQUEST_SETTLED');
  });

  test('is the only way to a record whose consent was withdrawn, until it is erased', () => {
    const { all, receiptNo, recordId } = office();
    valueOfResult(all.requests.act(asks('WITHDRAWAL', receiptNo), operator));
    const withdrawal = newest(all);
    valueOfResult(all.requests.act(asks('ACCESS', receiptNo), operator));
    const access = newest(all, 'ACCESS');
    const institution = 'Dinas Contoh';
    const opened = (requestId: string) =>
      all.kept.open(recordId, context, { requestId, institution, roles: manager.roles });
    expect(failureOf(opened(withdrawal))?.code).toBe('STEP_ORDER');
    expect(failureOf(opened('request-of-nobody'))?.code).toBe('STEP_ORDER');
    valueOfResult(opened(access));
    expect(failureOf(all.requests.act(asks('ACCESS', receiptNo), operator))?.code).toBe('STEP_ORDER');
    valueOfResult(all.requests.act({ act: 'COMPLETE', requestId: withdrawal, note: '-' }, manager));
    expect(failureOf(opened(access))?.code).toBe('ENVELOPE_UNREADABLE');
    valueOfResult(all.requests.act({ act: 'REFUSE', requestId: access, reason: 'sudah dihapus' }, manager));
    expect(failureOf(all.requests.act(asks('ACCESS', receiptNo), operator))?.code).toBe('RECEIPT_UNKNOWN');
  });

  test('waits for a person: the clock answers none', () => {
    const { all, receiptNo } = office();
    valueOfResult(all.requests.act(asks('ACCESS', receiptNo), operator));
    all.clock.advance(100 * hour);
    expect(valueOfResult(all.requests.settleDue(all.clock.now()))).toBe(0);
    expect(rows(all)[0]?.status).toBe('OPEN');
  });
});

describe('the database', () => {
  test('holds to it whatever the program does', () => {
    const { all, receiptNo, consentId } = office();
    valueOfResult(all.requests.act(asks('ACCESS', receiptNo), operator));
    const own = `consent_id = '${consentId}'`;
    const refusals: readonly (readonly [string, string])[] = [
      ['a consent is withdrawn by its resident', `UPDATE consent SET withdrawn_at = 1 WHERE ${own}`],
      ['what is said to be erased is gone', `UPDATE consent SET erased_at = 1 WHERE ${own}`],
      ['never rewritten', `UPDATE consent SET evidence_ref = 'lain' WHERE ${own}`],
      ['never rewritten', `UPDATE consent SET purpose = 'lain' WHERE ${own}`],
      ['never rewritten', `UPDATE consent SET language = 'en' WHERE ${own}`],
      ['never deleted', 'DELETE FROM resident_request'],
      ['never changes', 'UPDATE resident_request SET received_at = 1, due_at = 259200001'],
      ['CHECK', "UPDATE resident_request SET status = 'COMPLETED_BY_CLOCK', settled_at = 1"],
      ['append-only', "UPDATE consent_event SET actor = 'lain'"],
      ['append-only', 'DELETE FROM consent_event'],
    ];
    for (const [reason, sql] of refusals) {
      expect(() => all.store.transaction((writer) => ok(writer.run(sql))), sql).toThrow(reason);
    }
    valueOfResult(all.requests.act(asks('WITHDRAWAL', receiptNo), operator));
    const done = "UPDATE resident_request SET status = 'COMPLETED', settled_at = 1 WHERE kind = 'WITHDRAWAL'";
    expect(() => all.store.transaction((writer) => ok(writer.run(done)))).toThrow('once nothing is kept');
    const requestId = newest(all, 'WITHDRAWAL');
    valueOfResult(all.requests.act({ act: 'COMPLETE', requestId, note: '-' }, manager));
    const reopened =
      "UPDATE resident_request SET status = 'OPEN', settled_at = NULL WHERE kind = 'WITHDRAWAL'";
    expect(() => all.store.transaction((writer) => ok(writer.run(reopened)))).toThrow('never changed');
  });
});
