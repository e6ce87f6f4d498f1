import { beforeAll, expect, test } from 'vitest';
import { freshInstallation, servedAndKept, serviceContext } from '../ledger/ledger.test-support.ts';
import { ready } from '../sealing/index.ts';
import { valueOfResult } from '../store/store.test-support.ts';
import { keepConsentsInTime } from './consents-in-time.ts';
import type { Installation } from './installation.ts';

beforeAll(ready);

test('at a start after a month everything is erased that ended or was withdrawn meanwhile, and only that', () => {
  const all = freshInstallation();
  const installation = all as unknown as Installation;
  const [withdrawn] = ['2028-01-05', '2026-01-20', '2028-01-05'].map((end) => {
    const fact = servedAndKept(all, end);
    valueOfResult(all.record(fact, serviceContext));
    return fact.consent?.receiptNo ?? '';
  });
  const operator = { personId: 'simula-ningsih', roles: ['OPERATOR'], counter: 'Loket 1' } as const;
  const asked = { act: 'TAKE', kind: 'WITHDRAWAL', channel: 'LETTER', identityChecked: true } as const;
  valueOfResult(all.requests.act({ ...asked, receiptNo: withdrawn ?? '' }, operator));
  expect(keepConsentsInTime(installation, true)).toBe(false);
  expect(valueOfResult(all.kept.count())).toBe(3);
  all.clock.advance(30 * 24 * 3_600_000);
  expect(keepConsentsInTime(installation, false)).toBe(true);
  // The withdrawal; the age of a record counts by a clock that is to be believed.
  expect(valueOfResult(all.kept.count())).toBe(2);
  expect(keepConsentsInTime(installation, true)).toBe(true);
  expect(valueOfResult(all.kept.count())).toBe(1);
  expect(keepConsentsInTime(installation, true)).toBe(false);
});
