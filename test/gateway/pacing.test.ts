/** Typed NIKs against the pacing rules, through the traces that main really gets (R-040…R-042; domain 8.4 scenario 7). */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { sampleAgreement } from '../../electron/agreement/index.ts';
import { createDesk, type Desk, memoryPorts } from '../../electron/desk/index.ts';
import { traceOf } from '../../electron/gateway/index.ts';

const noon = Date.parse('2026-11-23T12:00:00+07:00');
const traceKey = randomBytes(32);

let now: number;
let desk: Desk;

beforeEach(() => {
  now = noon;
  desk = createDesk(memoryPorts({ now: () => now }));
});

function type(nik: string, typed = true): string {
  const agreement = sampleAgreement();
  const answer = desk.askPermit(
    { kind: 'INQUIRE', method: 'MATCH', trace: traceOf(nik, traceKey, typed) },
    {
      visitId: 'visit-0001',
      operatorId: 'operator-01',
      counter: 'Loket 1',
      agreement,
      gatewayMethod: 'MATCH',
      serviceCode: agreement.services[0]?.code ?? '',
      registrationNo: 'PB-0001',
    },
  );
  return answer.granted ? 'GRANTED' : answer.failure.code;
}

/** Types these one after the other, far enough apart for R-042; gives the answer to the last. */
function lastOf(niks: readonly string[], gapMs = 60_000): string {
  let answer = '';
  for (const nik of niks) {
    answer = type(nik);
    now += gapMs;
  }
  return answer;
}

describe('sequences', () => {
  test('scenario 7: the neighbour of R1 is held, and what comes eight seconds later is too fast', () => {
    expect(type('4001015203880001')).toBe('GRANTED');
    now += 60_000;
    expect(type('4001015203880002')).toBe('NIK_SEQUENTIAL');
    const manager = { personId: 'manager-01', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' } as const;
    expect(desk.approveHeld('visit-0001', manager, 'anak kembar').ok).toBe(true);
    expect(type('4001015203880002')).toBe('GRANTED');
    now += 8000;
    expect(type('4002010511010003')).toBe('NIK_TOO_FAST');
  });

  test.each([
    [['4001015203880001', '4001015203880004'], 'NIK_SEQUENTIAL'],
    [['4001015203880004', '4001015203880001'], 'NIK_SEQUENTIAL'],
    [['4001015203880001', '4001015203880005'], 'GRANTED'],
    [['4001015203880001', '4001015203880001'], 'GRANTED'],
    [['4001015203880010', '4001015203880020', '4001015203880030'], 'NIK_SEQUENTIAL'],
    [['4001015203880010', '4001015203880030', '4001015203880020'], 'NIK_SEQUENTIAL'],
    [['4001015203880001', '4002010511010003', '4001027112750002'], 'GRANTED'],
  ])('%j ends in %s', (niks, expected) => {
    expect(lastOf(niks)).toBe(expected);
  });

  test('after an hour a neighbour is no sequence any more', () => {
    expect(lastOf(['4001015203880001', '4001015203880002'], 3_600_000)).toBe('GRANTED');
  });
});

describe('patterns', () => {
  test.each([
    ['one region and birth date', ['4001015203880010', '4001015203880025', '4001015203880090']],
    ['one birth date, men and women', ['4001015203880010', '4001011203880025', '4001015203880090']],
    ['days in equal steps', ['4001010103880001', '4001010803880001', '4001011503880001']],
    [
      'days in equal steps over the end of a month',
      ['4001013001880001', '4001013101880001', '4001010102880001'],
    ],
    ['repeated groups', ['4001011111111111']],
  ])('%s is held', (_, niks) => {
    expect(lastOf(niks)).toBe('NIK_PATTERNED');
  });

  test('taps are not NIK entry: a family at the counter with its cards is served', () => {
    for (const nik of ['4001015203880001', '4001015203880002', '4001015203880003']) {
      expect(type(nik, false)).toBe('GRANTED');
    }
  });
});

test('no three NIKs in equal steps of the serial pass, whatever the region, the birth date and the order', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^40[0-9]{4}$/),
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      (region, first, step, order) => {
        desk = createDesk(memoryPorts({ now: () => now }));
        const niks = order.map((i) => `${region}520388${String(first + i * step).padStart(4, '0')}`);
        expect(niks.map((nik) => lastOf([nik]))).toContain('NIK_SEQUENTIAL');
      },
    ),
  );
});
