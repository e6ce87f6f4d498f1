import { expect, it } from 'vitest';
import { cardFailure } from '../../native/failure-catalogue.ts';
import { deviceStepName, reportJson, reportText } from './device-report.ts';
import { type DeviceTestView, deviceTestSteps, fromDeviceTest } from './device-test.ts';

const facts = {
  version: '0.0.0',
  counter: 'Loket 1',
  institution: 'Dinas Contoh',
  timeZone: 'Asia/Jakarta',
  training: false,
};
const failure = { ...cardFailure('SAM_OPEN_REFUSED', 'SAM OPEN', 'SW 6982') };
const view: DeviceTestView = {
  startedAt: Date.UTC(2026, 9, 5, 1, 12),
  by: 'Coba Hartono',
  card: { samId: 'order-1', name: 'SAM-CONTOH-0001' },
  state: 'FAILED',
  step: null,
  outcomes: [
    { step: 'SAM_FOUND', verdict: 'PASSED', ms: 12.4, reader: 'Pembaca Contoh SAM 0' },
    { step: 'SAM_OPEN', verdict: 'FAILED', ms: 103, failure },
    {
      step: 'CARD_LINK',
      verdict: 'PASSED',
      ms: 240,
      link: { perByteMs: 1.744, perExchangeMs: 48.21, exchanges: 12 },
    },
    { step: 'CARD_WITH_SAM', verdict: 'SKIPPED', ms: 0 },
  ],
};

it('says in words what failed, why, and what to do, and names the file beside it by its sum', () => {
  const text = reportText(view, facts, 'ab'.repeat(32), 'id');
  expect(text).toContain('LAPORAN UJI PERANGKAT');
  expect(text).toContain('5 Oktober 2026 08.12 WIB');
  expect(text).toMatch(/Kartu SAM dibuka, satu kali\s+GAGAL \(103 ms\)/);
  expect(text.replaceAll(/\s+/g, ' ')).toContain(failure.cure.id);
  expect(text).toContain('48,21 ms per pertukaran + 1,74 ms per bita (12 pertukaran)');
  expect(text.replaceAll(/\s+/g, '')).toContain('ab'.repeat(32));
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(90);
});

it('is read by programs as well', () => {
  const report = JSON.parse(reportJson(view, facts));
  expect(report).toMatchObject({ result: 'FAILED', samCard: 'SAM-CONTOH-0001', counter: 'Loket 1' });
  expect(report.steps).toHaveLength(4);
  expect(report.steps[1].failure).toEqual({ code: 'SAM_OPEN_REFUSED', at: 'SAM OPEN', detail: 'SW 6982' });
});

it('has a name for every step in both languages, no two alike', () => {
  for (const tongue of ['id', 'en'] as const) {
    expect(new Set(deviceTestSteps.map((step) => deviceStepName(step, tongue))).size).toBe(
      deviceTestSteps.length,
    );
  }
});

it('takes no long number from a process, whatever it calls a reader', () => {
  const outcome = { step: 'SAM_FOUND', verdict: 'PASSED', ms: 1, reader: 'Reader 4001015203880001' };
  const parsed = fromDeviceTest.parse({ kind: 'outcome', outcome });
  expect(JSON.stringify(parsed)).not.toMatch(/\d{9}/);
  expect(fromDeviceTest.safeParse({ kind: 'outcome', outcome: { ...outcome, step: 'NIK' } }).success).toBe(
    false,
  );
});
