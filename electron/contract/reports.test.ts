/** What a period that somebody types may be. */
import { expect, test } from 'vitest';
import { reportPeriod } from './reports.ts';

test.each([
  ['2026-05-01', '2026-05-01', true],
  ['2026-05-01', '2031-04-30', true],
  ['2026-05-02', '2026-05-01', false],
  ['1826-05-01', '2026-05-01', false],
  ['2026-01-01', '9999-12-31', false],
  ['9990-01-01', '9999-12-31', false],
])('from %s to %s: %s', (from, to, isTaken) => {
  expect(reportPeriod.safeParse({ agreementId: 'tirta-pangan', from, to }).success).toBe(isTaken);
});
