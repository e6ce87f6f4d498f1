/** The policy of the counter, clause by clause, on memory ports and a clock that the test owns. */
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { failed } from '../../native/failure.ts';
import { sampleAgreement } from '../agreement/index.ts';
import {
  type AgreementProfile,
  appFailure,
  type InquiryOutcome,
  type NikTrace,
  type PermitAnswer,
} from '../contract/index.ts';
import { createDesk, type Desk, type DeskPorts, memoryPorts, type PermitContext } from './index.ts';
import type { MemoryPorts } from './memory.ts';

const actor = { actor: 'manager-01', counter: 'Loket 1' };
const noon = Date.parse('2026-11-23T12:00:00+07:00');

let now: number;
let ports: MemoryPorts;
let desk: Desk;
let context: PermitContext;

function contextWith(changes: Partial<AgreementProfile> = {}): PermitContext {
  const agreement = { ...sampleAgreement(), ...changes };
  return {
    visitId: 'visit-0001',
    operatorId: 'operator-01',
    counter: 'Loket 1',
    agreement,
    gatewayMethod: 'MATCH',
    serviceCode: agreement.services[0]?.code ?? '',
    registrationNo: 'PB-0001',
  };
}

function deskOn(changes: Partial<DeskPorts> = {}): Desk {
  return createDesk({ ...ports, ...changes });
}

beforeEach(() => {
  now = noon;
  ports = memoryPorts({ now: () => now });
  desk = deskOn();
  context = contextWith();
});

function hmac(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Unrelated to every other trace unless named otherwise. */
function trace(name: string, changes: Partial<NikTrace> = {}): NikTrace {
  return {
    typed: true,
    nik: hmac(`nik ${name}`),
    first12: hmac(`first12 ${name}`),
    regionAndBirth: hmac(`birth ${name}`),
    regionAndSerial: hmac(`serial ${name}`),
    maskedSerial: 1,
    maskedBirthDay: 1,
    repeatedGroups: false,
    ...changes,
  };
}

function read(reader = 'Reader 0', within = context): PermitAnswer {
  return desk.askPermit({ kind: 'READ', reader }, within);
}

let asked = 0;
function inquire(by: NikTrace = trace(`tap ${asked++}`, { typed: false }), within = context): PermitAnswer {
  return desk.askPermit({ kind: 'INQUIRE', method: 'MATCH', trace: by }, within);
}

function codeOf(answer: PermitAnswer): string {
  return answer.granted ? 'GRANTED' : answer.failure.code;
}

/** Asks, and reports this outcome of it. */
function inquireAndNote(outcome: InquiryOutcome, attempts = 1, noticeCode?: string) {
  const answer = inquire();
  if (!answer.granted) throw new Error(answer.failure.code);
  return desk.noteInquiry({
    permitId: answer.permitId,
    outcome,
    differing: [],
    ms: 400,
    attempts,
    ...(noticeCode === undefined ? {} : { noticeCode }),
  });
}

describe('the agreement (R-001, R-002, R-008, R-026, R-048, R-060)', () => {
  test.each([
    ['2026-03-02T00:00:00+07:00', 'GRANTED'],
    ['2026-03-01T23:59:59+07:00', 'AGREEMENT_NOT_IN_FORCE'],
    ['2028-03-02T23:59:59.999+07:00', 'GRANTED'],
    ['2028-03-03T00:00:00+07:00', 'AGREEMENT_NOT_IN_FORCE'],
  ])('at %s the answer is %s', (at, expected) => {
    now = Date.parse(at);
    expect(codeOf(read())).toBe(expected);
    expect(codeOf(inquire())).toBe(expected);
    expect(desk.whyHalted(context.agreement)?.code ?? 'GRANTED').toBe(expected);
  });

  test('an agreement on other data has no counter', () => {
    expect(codeOf(read('Reader 0', contextWith({ kind: 'DATA_INTEROP' })))).toBe('COUNTER_NOT_IN_SCOPE');
  });

  test.each([
    [{ readerPolicy: 'NOT_ALLOWED' as const }, 'READER_NOT_ALLOWED', 'GRANTED'],
    [{ readerPolicy: 'SPECIFICATION_ONLY' as const }, 'READER_NOT_ALLOWED', 'GRANTED'],
    [{ webServiceGrant: undefined }, 'GRANTED', 'METHOD_NOT_GRANTED'],
    [{ accessMethods: ['WEB_PORTAL' as const] }, 'READER_NOT_ALLOWED', 'METHOD_NOT_GRANTED'],
    [{ elements: { CARD_READER: ['NIK' as const] } }, 'GRANTED', 'METHOD_NOT_GRANTED'],
  ])('with %o a read is %s and an inquiry is %s', (changes, reading, inquiring) => {
    const within = contextWith(changes as Partial<AgreementProfile>);
    expect(codeOf(read('Reader 0', within))).toBe(reading);
    expect(codeOf(inquire(undefined, within))).toBe(inquiring);
  });

  test('match does not carry fetch with it', () => {
    const by = trace('fetch', { typed: false });
    expect(codeOf(desk.askPermit({ kind: 'INQUIRE', method: 'FETCH', trace: by }, context))).toBe(
      'METHOD_NOT_GRANTED',
    );
  });

  test('an inquiry names a service of the agreement and a registered case', () => {
    expect(codeOf(inquire(undefined, { ...context, registrationNo: ' ' }))).toBe('VISIT_REQUIRED');
    expect(codeOf(inquire(undefined, { ...context, serviceCode: 'OTHER' }))).toBe('VISIT_REQUIRED');
  });
});

describe('reader, SAM and operator', () => {
  test('the SAM and the operator must be fit, and custody is told which reader and SAM', () => {
    const seen: unknown[] = [];
    desk = deskOn({
      custody: {
        unfit: (...args) => {
          seen.push(args);
          return appFailure('SAM_READER_MISMATCH', 'custody');
        },
      },
    });
    const request = { kind: 'READ', reader: 'Reader 0', samUid: '04A1' } as const;
    expect(codeOf(desk.askPermit(request, context))).toBe('SAM_READER_MISMATCH');
    expect(seen).toEqual([[context.agreement.profileId, 'Reader 0', '04A1']]);
    desk = deskOn({ operators: { unfit: () => appFailure('OPERATOR_NOT_FIT', 'people') } });
    expect(codeOf(read())).toBe('OPERATOR_NOT_FIT');
    expect(codeOf(inquire())).toBe('OPERATOR_NOT_FIT');
  });
});

describe('permits', () => {
  test('a permit is in the audit log and in the books before it is given, and expires', () => {
    const answer = inquire();
    if (!answer.granted) throw new Error(answer.failure.code);
    expect(answer.expiresAt).toBe(now + 30_000);
    expect(ports.audited).toEqual([
      expect.objectContaining({ event: 'PERMIT_GIVEN', permitId: answer.permitId, visitId: 'visit-0001' }),
    ]);
    expect(ports.permits.map(({ permitId }) => permitId)).toEqual([answer.permitId]);
    now += 30_001;
    expect(desk.consume(answer.permitId).ok).toBe(false);
  });

  test('a permit is used once, and its inquiry is reported once', () => {
    const answer = inquire();
    if (!answer.granted) throw new Error(answer.failure.code);
    expect(desk.consume(answer.permitId).ok).toBe(true);
    expect(desk.consume(answer.permitId).ok).toBe(false);
    const fact = { permitId: answer.permitId, outcome: 'MATCH', differing: [], ms: 1, attempts: 1 } as const;
    expect(desk.noteInquiry(fact).ok).toBe(true);
    expect(desk.noteInquiry(fact)).toMatchObject({ ok: false, failure: { code: 'PERMIT_EXPIRED' } });
    expect(desk.noteInquiry({ ...fact, permitId: 'invented' }).ok).toBe(false);
  });

  test('when the audit log cannot be written there is no permit', () => {
    desk = deskOn({ audit: { append: () => failed(appFailure('STORE_DISK_FULL', 'audit')) } });
    expect(codeOf(read())).toBe('STORE_DISK_FULL');
    expect(codeOf(inquire())).toBe('STORE_DISK_FULL');
  });

  test('a refusal is recorded with its reason', () => {
    inquire(undefined, contextWith({ accessMethods: ['CARD_READER'] }));
    expect(ports.audited).toEqual([
      expect.objectContaining({ event: 'PERMIT_REFUSED', failure: 'METHOD_NOT_GRANTED' }),
    ]);
  });
});

describe('the clock (R-002)', () => {
  test('five minutes back are forgiven, more are not, also after a restart', () => {
    expect(codeOf(inquire())).toBe('GRANTED');
    now -= 5 * 60_000;
    expect(codeOf(inquire())).toBe('GRANTED');
    now -= 1;
    expect(codeOf(inquire())).toBe('CLOCK_WENT_BACK');
    desk = deskOn();
    expect(codeOf(inquire())).toBe('CLOCK_WENT_BACK');
  });

  test('a clock that ran ahead and was set right is accepted by a person', () => {
    inquire();
    now -= 3_600_000;
    expect(desk.acceptClock(actor).ok).toBe(true);
    expect(codeOf(inquire())).toBe('GRANTED');
  });
});

describe('brakes', () => {
  test('the emergency stop holds reads and inquiries at once and after a restart (R-122)', () => {
    desk.emergencyStop('INS-2026-01', actor);
    desk = deskOn();
    expect(codeOf(read())).toBe('EMERGENCY_STOP');
    expect(codeOf(inquire())).toBe('EMERGENCY_STOP');
    expect(desk.whyHalted(context.agreement)?.detail).toBe('INS-2026-01');
    desk.liftEmergencyStop(actor);
    expect(codeOf(inquire())).toBe('GRANTED');
  });

  test.each<[InquiryOutcome, string | undefined]>([
    ['AUTH_FAILED', '03'],
    ['IP_NOT_REGISTERED', '04'],
    ['REQUEST_INCOMPLETE', '09'],
    ['IP_NOT_REGISTERED', undefined],
    ['INSTITUTION_INACTIVE', '16'],
    ['USER_ID_INACTIVE', '17'],
  ])('%s (code %s) stops every inquiry until a person reopens, also after a restart', (outcome, code) => {
    expect(inquireAndNote(outcome, 1, code)).toMatchObject({
      value: { stopped: { code: 'LOOKUPS_STOPPED' } },
    });
    desk = deskOn();
    expect(codeOf(inquire())).toBe('LOOKUPS_STOPPED');
    expect(codeOf(read())).toBe('GRANTED');
    expect(desk.lookupsStopped(context.agreement.profileId)?.detail).toBe(outcome);
    desk.reopen(context.agreement.profileId, actor);
    expect(codeOf(inquire())).toBe('GRANTED');
    expect(ports.audited.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['LOOKUPS_STOPPED', 'LOOKUPS_REOPENED']),
    );
  });

  test.each<InquiryOutcome>([
    'MATCH',
    'MISMATCH',
    'FOUND_DECEASED',
    'NOT_FOUND',
    'OUTSIDE_ACCESS_HOURS',
    'REQUEST_INCOMPLETE',
    'UNKNOWN_ANSWER',
    'TECH_FAIL',
  ])('%s stops nothing', (outcome) => {
    inquireAndNote(outcome);
    expect(codeOf(inquire())).toBe('GRANTED');
  });
});

describe('the quota (R-044)', () => {
  const day = '2026-11-23';

  function used(): number {
    const use = ports.quota.use(context.agreement.profileId, day);
    return use.ok ? use.value.used : -1;
  }

  test('hit 201 is refused, also after a restart, until the midnight of the agreement', () => {
    ports.quota.add(context.agreement.profileId, day, 199);
    expect(codeOf(inquire())).toBe('GRANTED');
    desk = deskOn();
    expect(codeOf(inquire())).toBe('QUOTA_EXHAUSTED_LOCAL');
    now = Date.parse('2026-11-23T23:59:59.999+07:00');
    expect(codeOf(inquire())).toBe('QUOTA_EXHAUSTED_LOCAL');
    now += 1;
    expect(codeOf(inquire())).toBe('GRANTED');
  });

  test('every call that left counts, one that never left does not, nor does a refusal', () => {
    inquireAndNote('MATCH', 1);
    expect(used()).toBe(1);
    inquireAndNote('MATCH', 2);
    expect(used()).toBe(3);
    inquireAndNote('TECH_FAIL', 0);
    expect(used()).toBe(3);
    inquire(undefined, { ...context, registrationNo: '' });
    expect(used()).toBe(3);
  });

  test('a visit process that died before it reported has used its hit', () => {
    inquire();
    expect(used()).toBe(1);
  });

  test('what Dukcapil says closes the day, also without a limit', () => {
    context = contextWith({ quota: { dailyHits: 200, unlimitedAfterPoc: true, pocLetter: 'PoC-1' } });
    expect(inquireAndNote('QUOTA_EXHAUSTED')).toMatchObject({ value: { quota: { closed: true } } });
    expect(codeOf(inquire())).toBe('QUOTA_EXHAUSTED_LOCAL');
  });

  test('a PoC letter lifts the limit and its promise alone does not', () => {
    ports.quota.add(context.agreement.profileId, day, 200);
    const quota = { dailyHits: 200, unlimitedAfterPoc: true };
    expect(codeOf(inquire(undefined, contextWith({ quota: { ...quota, pocLetter: 'PoC-1' } })))).toBe(
      'GRANTED',
    );
    expect(codeOf(inquire(undefined, contextWith({ quota: { ...quota, pocLetter: null } })))).toBe(
      'QUOTA_EXHAUSTED_LOCAL',
    );
  });

  test.each([
    [159, 'NONE'],
    [160, 'AT_80'],
    [189, 'AT_80'],
    [190, 'AT_95'],
    [200, 'EXHAUSTED'],
  ])('at %i hits the warning is %s', (hits, warning) => {
    ports.quota.add(context.agreement.profileId, day, hits);
    expect(desk.quotaStanding(context.agreement)).toMatchObject({ value: { warning } });
  });

  test('a counter that holds a share of the quota stops at its share', () => {
    desk = deskOn({ lease: { share: () => 1 } });
    expect(codeOf(inquire())).toBe('GRANTED');
    expect(codeOf(inquire())).toBe('QUOTA_EXHAUSTED_LOCAL');
  });
});

describe('pacing (R-040…R-042)', () => {
  test('a typed inquiry keeps twenty seconds from the one before and says until when', () => {
    expect(codeOf(inquire(trace('a')))).toBe('GRANTED');
    now += 8000;
    expect(inquire(trace('b'))).toMatchObject({
      failure: { code: 'NIK_TOO_FAST' },
      waitUntil: noon + 20_000,
    });
    now = noon + 20_000;
    expect(codeOf(inquire(trace('b')))).toBe('GRANTED');
  });

  test('attempts count, also refused ones: the seventh within five minutes waits for the first to leave', () => {
    for (let i = 0; i < 6; i += 1) {
      inquire(trace(`n${i}`));
      now += 20_000;
    }
    expect(inquire(trace('n6'))).toMatchObject({
      failure: { code: 'NIK_TOO_FAST' },
      waitUntil: noon + 300_000,
    });
  });

  test('another operator is not held back, and taps are not NIK entry', () => {
    inquire(trace('a'));
    expect(codeOf(inquire(trace('b'), { ...context, operatorId: 'operator-02' }))).toBe('GRANTED');
    expect(codeOf(inquire(trace('c', { typed: false })))).toBe('GRANTED');
  });

  test('two taps on one reader keep five seconds, unless the first read failed', () => {
    expect(codeOf(read())).toBe('GRANTED');
    now += 4999;
    expect(read()).toMatchObject({ failure: { code: 'NIK_TOO_FAST' }, waitUntil: noon + 5000 });
    expect(codeOf(read('Reader 1'))).toBe('GRANTED');
    desk.noteRead('visit-0001', 'FAILED');
    expect(codeOf(read('Reader 1'))).toBe('GRANTED');
    now += 1;
    expect(codeOf(read())).toBe('GRANTED');
  });

  test('a held NIK goes through once a manager approved it, and only in its visit', () => {
    const twin = { first12: hmac('twins') };
    inquire(trace('a', { ...twin, maskedSerial: 7 }));
    now += 30_000;
    const second = trace('b', { ...twin, maskedSerial: 8 });
    expect(codeOf(inquire(second))).toBe('NIK_SEQUENTIAL');
    expect(ports.quota.use(context.agreement.profileId, '2026-11-23')).toMatchObject({ value: { used: 1 } });
    expect(desk.approveHeld('visit-0001', actor).ok).toBe(true);
    expect(codeOf(inquire(second, { ...context, visitId: 'visit-0002' }))).toBe('NIK_SEQUENTIAL');
    expect(codeOf(inquire(second))).toBe('GRANTED');
    expect(desk.approveHeld('visit-0003', actor).ok).toBe(false);
  });

  test('the fifth guess in ten minutes is held', () => {
    for (let i = 0; i < 4; i += 1) {
      const answer = inquire(trace(`guess ${i}`));
      if (!answer.granted) throw new Error(answer.failure.code);
      const { permitId } = answer;
      desk.noteInquiry({ permitId, outcome: 'NOT_FOUND', differing: [], ms: 1, attempts: 1 });
      now += 60_000;
    }
    expect(codeOf(inquire(trace('guess 4')))).toBe('NIK_PATTERNED');
    now += 600_000;
    expect(codeOf(inquire(trace('guess 5')))).toBe('GRANTED');
  });
});
