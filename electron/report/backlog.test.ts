/** What is owed, by age: counted of this agreement alone, in days of its zone, and gone once Dukcapil has it. */
import { beforeAll, expect, test } from 'vitest';
import { freshInstallation, served, serviceContext } from '../ledger/ledger.test-support.ts';
import { ready } from '../sealing/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { backlogByAge } from './backlog.ts';

beforeAll(ready);

test('what is owed grows older day by day, and is told from what waits for a person', () => {
  const all = freshInstallation();
  const start = Date.parse('2026-01-05T23:30:00+07:00');
  all.clock.set(start);
  for (const agreementId of ['PKS-A', 'PKS-A', 'PKS-A', 'PKS-B']) {
    valueOfResult(all.record(served({ agreementId }), serviceContext));
  }
  const on = (today: string) =>
    valueOfResult(all.store.read((reader) => backlogByAge(reader, 'PKS-A', today, 'Asia/Jakarta'))).map(
      ({ waiting, held }) => `${waiting}+${held}`,
    );
  for (const outcome of [
    { kind: 'ACKNOWLEDGED', duplicate: false, ms: 12 },
    { kind: 'REJECTED', reason: 'kode', status: 422 },
  ] as const) {
    const [item] = valueOfResult(all.outbox.pick('PKS-A', 1));
    valueOfResult(all.outbox.settle(item?.itemId ?? '', outcome));
  }
  expect(on('2026-01-05')).toEqual(['1+1', '0+0', '0+0', '0+0']);
  expect(on('2026-01-06')).toEqual(['0+0', '1+1', '0+0', '0+0']);
  expect(on('2026-01-09')).toEqual(['0+0', '0+0', '1+1', '0+0']);
  expect(on('2026-01-13')).toEqual(['0+0', '0+0', '0+0', '1+1']);
});
