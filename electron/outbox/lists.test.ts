/** Lists for a hand-over: what may be on one, how long it holds good, and that nothing is handed over but on a signed list. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { SendOutcome } from '../contract/index.ts';
import { type Assembled, freshInstallation, served, serviceContext } from '../ledger/ledger.test-support.ts';
import { ready } from '../sealing/index.ts';
import { failureOf, valueOfResult } from '../store/store.test-support.ts';
import { listNumber, listOf, signedList } from './lists.test-support.ts';

beforeAll(ready);

const manager = { actor: 'uji-widodo', counter: 'Loket 1' };
const rejected: SendOutcome = { kind: 'REJECTED', reason: 'JENIS_BANTUAN', status: 422 };
const acknowledged: SendOutcome = { kind: 'ACKNOWLEDGED', duplicate: false, ms: 1 };

function owe(all: Assembled, change = {}): string {
  const fact = served(change);
  valueOfResult(all.record(fact, serviceContext));
  return fact.balikan?.itemId ?? '';
}

function settled(all: Assembled, outcome: SendOutcome, agreementId = 'PKS-A'): string {
  const itemId = owe(all, { agreementId });
  valueOfResult(all.outbox.pick(agreementId, 1));
  valueOfResult(all.outbox.settle(itemId, outcome));
  return itemId;
}

const statusOf = (all: Assembled, itemId: string) => valueOfResult(all.outbox.find(itemId)).row.status;
const unsigned = (all: Assembled, isPushed = true) =>
  valueOfResult(all.outbox.unsigned(() => isPushed)).map(({ listId }) => listId);
const rowsOf = (all: Assembled, table: string) =>
  valueOfResult(all.store.read((reader) => reader.get(`SELECT count(*) AS n FROM ${table}`)))?.n;

describe('a list that was made', () => {
  test('changes nothing about what is on it, until it is signed; then the NIKs are gone', () => {
    const all = freshInstallation();
    const itemIds = [settled(all, rejected), settled(all, rejected)];
    valueOfResult(all.outbox.park(itemIds[1] ?? '', 'lama', manager));
    const { listId, items } = valueOfResult(listOf(all, undefined));
    expect(items).toBe(2);
    expect(unsigned(all)).toEqual([listId]);
    expect(itemIds.map((itemId) => statusOf(all, itemId))).toEqual(['REJECTED', 'PARKED']);
    valueOfResult(signedList(all, listId));
    expect(itemIds.map((itemId) => statusOf(all, itemId))).toEqual(['HANDED_OVER', 'HANDED_OVER']);
    expect(valueOfResult(all.outbox.find(itemIds[0] ?? '')).list).toMatchObject({ number: listNumber });
    expect(rowsOf(all, 'outbox_item WHERE envelope IS NOT NULL')).toBe(0);
    expect(valueOfResult(all.outbox.counts())).toMatchObject({ waiting: 0, needsPerson: 0 });
    expect(unsigned(all)).toEqual([]);
    const events = valueOfResult(all.audit.list(10)).map(({ event }) => event);
    expect(events.filter((event) => event.startsWith('BALIKAN_LIST'))).toEqual([
      'BALIKAN_LISTED',
      'BALIKAN_LIST_MADE',
    ]);
  });

  test('has what waits only where there is no web service to send it to', () => {
    const all = freshInstallation();
    const itemId = owe(all);
    expect(failureOf(listOf(all, undefined))?.code).toBe('BALIKAN_NOTHING_TO_LIST');
    expect(failureOf(listOf(all, [itemId]))?.code).toBe('STEP_ORDER');
    expect(valueOfResult(all.outbox.toHandOver({ agreementId: 'PKS-A', isPushed: true }))).toBe(0);
    const { listId } = valueOfResult(listOf(all, undefined, false));
    // The agreement got a web service meanwhile: what is on the list will be sent.
    expect(failureOf(signedList(all, listId, true))?.code).toBe('BALIKAN_LIST_OUTDATED');
    valueOfResult(signedList(all, listId, false));
    expect(statusOf(all, itemId)).toBe('HANDED_OVER');
  });

  test('is refused whole when an item is of another agreement, unknown, acknowledged or named twice', () => {
    const all = freshInstallation();
    const [here, there] = [settled(all, rejected), settled(all, rejected, 'PKS-B')];
    const done = settled(all, acknowledged);
    expect(failureOf(listOf(all, [here, there]))?.code).toBe('BALIKAN_WRONG_AGREEMENT');
    for (const other of ['unknown', done, here]) {
      expect(failureOf(listOf(all, [here, other]))?.code, other).toBe('STEP_ORDER');
    }
    expect([rowsOf(all, 'prepared_list'), rowsOf(all, 'prepared_item')]).toEqual([0, 0]);
  });

  test('holds good no longer when something on it is corrected, sent again or acknowledged', () => {
    const all = freshInstallation();
    const itemId = settled(all, rejected);
    const other = settled(all, rejected);
    const { listId } = valueOfResult(listOf(all, undefined));
    const sealed = {
      envelope: Buffer.from('sealed anew'),
      formerHash: 'ab'.repeat(32),
      fields: ['AID_TYPE'],
    };
    valueOfResult(all.outbox.correct({ itemId, revision: 0, ...sealed }, manager));
    expect(unsigned(all)).toEqual([]);
    // Refused again: but what the list says of it is not what is owed now.
    valueOfResult(all.outbox.pick('PKS-A', 1));
    valueOfResult(all.outbox.settle(itemId, rejected));
    expect(failureOf(signedList(all, listId))?.code).toBe('BALIKAN_LIST_OUTDATED');
    expect([statusOf(all, itemId), statusOf(all, other)]).toEqual(['REJECTED', 'REJECTED']);
  });

  test('gives way to a later list with any of the same on it, and is signed once', () => {
    const all = freshInstallation();
    const [one, other] = [settled(all, rejected), settled(all, rejected)];
    const first = valueOfResult(listOf(all, [one, other]));
    const second = valueOfResult(listOf(all, [other]));
    expect(unsigned(all)).toEqual([second.listId]);
    expect(failureOf(signedList(all, first.listId))?.code).toBe('BALIKAN_LIST_OUTDATED');
    valueOfResult(signedList(all, second.listId));
    expect(failureOf(signedList(all, second.listId))?.code).toBe('STEP_ORDER');
    expect(failureOf(signedList(all, 'unknown'))?.code).toBe('STEP_ORDER');
    expect([statusOf(all, one), statusOf(all, other)]).toEqual(['REJECTED', 'HANDED_OVER']);
  });

  test('can be put on a BAST while it holds good and once it is signed, with the days of what is on it', () => {
    const all = freshInstallation();
    const agreement = { agreementId: 'PKS-A', isPushed: true };
    const first = all.clock.now();
    settled(all, rejected);
    all.clock.advance(86_400_000);
    settled(all, rejected);
    const { listId, sha256 } = valueOfResult(listOf(all, undefined));
    const made = { listId, number: listNumber, items: 2, sha256, from: first, to: first + 86_400_000 };
    expect(valueOfResult(all.outbox.forPaper(agreement))).toMatchObject([made]);
    expect(valueOfResult(all.outbox.forPaper({ ...agreement, agreementId: 'PKS-B' }))).toEqual([]);
    const later = valueOfResult(listOf(all, undefined));
    const ids = () => valueOfResult(all.outbox.forPaper(agreement)).map((list) => list.listId);
    expect(ids()).toEqual([later.listId]);
    valueOfResult(signedList(all, later.listId));
    expect(ids()).toEqual([later.listId]);
  });

  test('that an item left while it was being printed goes into no books', () => {
    const all = freshInstallation();
    const itemId = settled(all, rejected);
    const agreement = { agreementId: 'PKS-A', isPushed: true };
    const items = valueOfResult(all.outbox.toList(agreement));
    valueOfResult(all.outbox.park(itemId, 'nanti', manager));
    valueOfResult(all.outbox.retry(itemId, manager));
    const made = { listId: 'daftar', number: listNumber, medium: 'FILE', sha256: 'ab'.repeat(32) } as const;
    const listed = all.outbox.listed({ ...made, agreement, request: null, items }, manager);
    expect(failureOf(listed)?.code).toBe('STEP_ORDER');
    expect(rowsOf(all, 'prepared_list')).toBe(0);
  });

  test('survives a restart, with the letter that asked for it', () => {
    const all = freshInstallation();
    settled(all, rejected);
    const agreement = { agreementId: 'PKS-A', isPushed: true };
    const request = { number: '470/9/CONTOH/2026', date: '2026-01-04' };
    const made = { listId: 'daftar', number: listNumber, medium: 'FILE', sha256: 'cd'.repeat(32) } as const;
    const items = valueOfResult(all.outbox.toList(agreement));
    valueOfResult(all.outbox.listed({ ...made, agreement, request, items }, manager));
    expect(valueOfResult(all.outbox.unsigned(() => true))[0]).toMatchObject({ ...made, request, items: 1 });
  });
});

test('a list that waits for its signature is found behind any number that were made anew since', () => {
  const all = freshInstallation();
  const [kept, again] = [settled(all, rejected), settled(all, rejected)];
  const first = valueOfResult(listOf(all, [kept]));
  const later = Array.from({ length: 60 }, () => valueOfResult(listOf(all, [again])).listId);
  expect(unsigned(all)).toEqual([later.at(-1), first.listId]);
  const agreement = { agreementId: 'PKS-A', isPushed: true };
  const forPaper = () => valueOfResult(all.outbox.forPaper(agreement)).map(({ listId }) => listId);
  expect(forPaper()).toEqual([later.at(-1), first.listId]);
  valueOfResult(signedList(all, first.listId));
  expect([unsigned(all), forPaper()]).toEqual([[later.at(-1)], [later.at(-1), first.listId]]);
}, 20_000);

test('lists that were made and never signed cost no look at what is on them', () => {
  const all = freshInstallation();
  for (let n = 0; n < 300; n += 1) owe(all);
  const quickest = () =>
    Math.min(
      ...Array.from({ length: 9 }, () => {
        const begun = performance.now();
        unsigned(all, false);
        return performance.now() - begun;
      }),
    );
  valueOfResult(listOf(all, undefined, false));
  const once = quickest();
  for (let n = 0; n < 25; n += 1) valueOfResult(listOf(all, undefined, false));
  // Each looked through would take more than twenty-five times as long.
  expect(quickest() / once).toBeLessThan(8);
  expect(unsigned(all, false)).toHaveLength(1);
}, 60_000);

test('a thousand items go onto one list, the oldest first, and are handed over together', () => {
  const all = freshInstallation();
  const itemIds = Array.from({ length: 1010 }, () => {
    all.clock.advance(1000);
    return owe(all);
  });
  const { listId, items } = valueOfResult(listOf(all, undefined, false));
  expect(items).toBe(1000);
  valueOfResult(signedList(all, listId, false));
  expect(statusOf(all, itemIds[999] ?? '')).toBe('HANDED_OVER');
  expect(statusOf(all, itemIds[1000] ?? '')).toBe('QUEUED');
  expect(valueOfResult(all.outbox.toHandOver({ agreementId: 'PKS-A', isPushed: false }))).toBe(10);
}, 60_000);

test('the database refuses a signed list that was never made, and an item that is not on it as it is', () => {
  const all = freshInstallation();
  const [one, other] = [settled(all, rejected), settled(all, rejected)];
  const { listId } = valueOfResult(listOf(all, [one]));
  const signed = (id: string, items: number) =>
    `INSERT INTO outbox_list VALUES ('${id}', 'PKS-A', '${listNumber}', '2026-01-06', 'x', ${items}, 'x', 1, x'00')`;
  const handed = (itemId: string) =>
    `UPDATE outbox_item SET status = 'HANDED_OVER', envelope = NULL, settled_at = 1, list_id = '${listId}' WHERE item_id = '${itemId}'`;
  const attempts = [
    [signed('unmade', 1)],
    [signed(listId, 2)],
    [signed(listId, 1), handed(other)],
    [`UPDATE prepared_list SET sha256 = '${'ef'.repeat(32)}'`],
    ['DELETE FROM prepared_item'],
    [`INSERT INTO prepared_item VALUES ('${listId}', '${settled(all, rejected, 'PKS-B')}', 0, x'00')`],
  ];
  for (const sql of attempts) {
    const tried = () =>
      all.store.transaction((writer) => ({ ok: true, value: sql.map((each) => writer.run(each)) }));
    expect(tried, sql.join()).toThrow();
  }
});
