/** The policy of the counter, clause by clause, on memory ports and a clock that the test owns. */
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { failed, ok } from '../../native/failure.ts';
import { sampleAgreement } from '../agreement/index.ts';
import type { AuditContext } from '../audit/index.ts';
import {
  type Acting,
  type AgreementProfile,
  appFailure,
  type InquiryOutcome,
  type NikTrace,
  type PermitAnswer,
  type Role,
} from '../contract/index.ts';
import {
  createDesk,
  type Desk,
  type DeskPorts,
  memoryPorts,
  type PermitContext,
  quotaWarning,
} from './index.ts';
import type { MemoryPorts } from './memory.ts';

function acting(role: Role, personId = 'person-01'): Acting {
  return { personId, roles: [role], counter: 'Loket 1' };
}

const manager = acting('ACCESS_MANAGER');
const head = acting('ACCESS_RESPONSIBLE');
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

/** Who reports: the process of that visit. */
function visit(visitId = context.visitId): AuditContext {
  return { actor: context.operatorId, counter: context.counter, visitId };
}

function grantedRead(reader?: string): string {
  const answer = read(reader);
  if (!answer.granted) throw new Error(answer.failure.code);
  return answer.permitId;
}

function grantedInquiry(by?: NikTrace): string {
  const answer = inquire(by);
  if (!answer.granted) throw new Error(answer.failure.code);
  return answer.permitId;
}

function eventsNamed(name: string) {
  return ports.audited.filter(({ event }) => event === name);
}

function codeOf(answer: PermitAnswer): string {
  return answer.granted ? 'GRANTED' : answer.failure.code;
}

/** Asks, and reports this outcome of it. */
function inquireAndNote(outcome: InquiryOutcome, attempts = 1, noticeCode?: string) {
  const permitId = grantedInquiry();
  const code = noticeCode === undefined ? {} : { noticeCode };
  return desk.noteInquiry({ permitId, outcome, differing: [], ms: 400, attempts, ...code }, visit());
}

describe('the agreement (R-001, R-002, R-008, R-026, R-048, R-060)', () => {
  test('is asked about what is about to happen, at that instant, and its answer stands', () => {
    const asked: unknown[] = [];
    desk = deskOn({
      agreements: {
        ...ports.agreements,
        unfit: (...args) => {
          asked.push(args);
          return appFailure('AGREEMENT_SUSPENDED', 'agreement');
        },
      },
    });
    expect(codeOf(read())).toBe('AGREEMENT_SUSPENDED');
    expect(codeOf(inquire())).toBe('AGREEMENT_SUSPENDED');
    expect(desk.whyHalted(context.agreement, context.operatorId)?.code).toBe('AGREEMENT_SUSPENDED');
    const { profileId } = context.agreement;
    expect(asked).toEqual([
      [profileId, { kind: 'READ' }, now],
      [profileId, { kind: 'INQUIRE', method: 'MATCH' }, now],
      [profileId, { kind: 'SERVE' }, now],
    ]);
  });

  test('an agreement on other data has no counter', () => {
    const within = contextWith({ kind: 'DATA_INTEROP' });
    expect(codeOf(read('Reader 0', within))).toBe('COUNTER_NOT_IN_SCOPE');
    expect(desk.whyHalted(within.agreement, context.operatorId)?.code).toBe('COUNTER_NOT_IN_SCOPE');
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

  test.each<['MATCH' | 'FETCH' | 'PORTAL', 'MATCH' | 'FETCH' | undefined, Partial<AgreementProfile>, string]>(
    [
      ['FETCH', 'MATCH', {}, 'METHOD_NOT_GRANTED'],
      ['FETCH', 'FETCH', {}, 'GRANTED'],
      ['MATCH', undefined, {}, 'METHOD_NOT_GRANTED'],
      ['PORTAL', undefined, { accessMethods: ['WEB_PORTAL'], elements: { WEB_PORTAL: ['NIK'] } }, 'GRANTED'],
      ['PORTAL', 'MATCH', { accessMethods: ['WEB_PORTAL'], elements: {} }, 'METHOD_NOT_GRANTED'],
      ['PORTAL', 'MATCH', { accessMethods: ['WEB_SERVICE'] }, 'METHOD_NOT_GRANTED'],
    ],
  )('%s over a connection that makes %s, under %o: %s', (method, gatewayMethod, changes, expected) => {
    const within = { ...contextWith(changes), gatewayMethod };
    const by = trace('method', { typed: false });
    expect(codeOf(desk.askPermit({ kind: 'INQUIRE', method, trace: by }, within))).toBe(expected);
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
    expect(desk.whyHalted(context.agreement, context.operatorId)?.code).toBe('OPERATOR_NOT_FIT');
  });
});

describe('permits', () => {
  test('a permit is in the audit log and in the books before it is given, and says until when it is good', () => {
    const answer = inquire();
    expect(answer).toMatchObject({ granted: true, expiresAt: now + 30_000 });
    expect(ports.audited).toEqual([
      expect.objectContaining({ event: 'PERMIT_GIVEN', visitId: 'visit-0001' }),
    ]);
    expect(ports.permits).toHaveLength(1);
  });

  test('a permit is good for one inquiry, of its own visit', () => {
    const permitId = grantedInquiry();
    const fact = { permitId, outcome: 'MATCH', differing: [], ms: 1, attempts: 1 } as const;
    const expired = { ok: false, failure: { code: 'PERMIT_EXPIRED' } };
    expect(desk.noteInquiry(fact, visit('visit-0002'))).toMatchObject(expired);
    expect(desk.noteRead({ permitId, outcome: 'OK', ms: 1 }, visit())).toMatchObject(expired);
    expect(desk.noteInquiry(fact, visit()).ok).toBe(true);
    expect(desk.noteInquiry(fact, visit())).toMatchObject(expired);
    expect(desk.noteInquiry({ ...fact, permitId: 'invented' }, visit())).toMatchObject(expired);
    expect(ports.records).toHaveLength(1);
    expect(eventsNamed('PERMIT_MISUSED')).toMatchObject([
      { permitId, kind: 'INQUIRE', outcome: 'UNKNOWN', visitId: 'visit-0002' },
      { permitId, kind: 'READ', outcome: 'UNKNOWN' },
      { permitId, kind: 'INQUIRE', outcome: 'USED' },
      { permitId: 'invented', kind: 'INQUIRE', outcome: 'UNKNOWN' },
    ]);
  });

  test('a permit is good for one read, which is in the books then', () => {
    const used: unknown[] = [];
    desk = deskOn({ inquiries: { ...ports.inquiries, used: (...args) => ok(void used.push(args)) } });
    const permitId = grantedRead();
    now += 2000;
    const fact = { permitId, outcome: 'OK', ms: 2000 } as const;
    expect(desk.noteRead(fact, visit()).ok).toBe(true);
    expect(desk.noteRead(fact, visit())).toMatchObject({ failure: { code: 'PERMIT_EXPIRED' } });
    expect(used).toEqual([[permitId, 'visit-0001', now, 'OK']]);
    expect(eventsNamed('CARD_READ')).toMatchObject([{ outcome: 'OK', ms: 2000, visitId: 'visit-0001' }]);
    expect(eventsNamed('PERMIT_MISUSED')).toMatchObject([{ permitId, outcome: 'USED' }]);
  });

  test('what begins after the permit has expired is booked, and an anomaly', () => {
    const permitId = grantedInquiry();
    now += 60_000;
    const fact = { permitId, outcome: 'MATCH', differing: [], ms: 1000, attempts: 1 } as const;
    expect(desk.noteInquiry(fact, visit()).ok).toBe(true);
    expect(ports.records).toHaveLength(1);
    expect(eventsNamed('PERMIT_MISUSED')).toMatchObject([{ permitId, outcome: 'LATE' }]);
  });

  test('what began in time may take long', () => {
    const permitId = grantedRead();
    now += 60_000;
    expect(desk.noteRead({ permitId, outcome: 'OK', ms: 59_000 }, visit()).ok).toBe(true);
    expect(eventsNamed('PERMIT_MISUSED')).toEqual([]);
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

  test.each([
    ['an hour', 3_600_000],
    ['a day', 86_400_000],
    ['a year', 366 * 86_400_000],
  ])('%s back halts everything, open visits too, until the head accepts it', (_, back) => {
    inquire();
    now -= back;
    expect(codeOf(read())).toBe('CLOCK_WENT_BACK');
    expect(desk.whyHalted(context.agreement, context.operatorId)?.code).toBe('CLOCK_WENT_BACK');
    expect(desk.acceptClock(manager)).toMatchObject({ failure: { code: 'NOT_PERMITTED' } });
    expect(codeOf(inquire())).toBe('CLOCK_WENT_BACK');
    expect(desk.acceptClock(head).ok).toBe(true);
    expect(eventsNamed('CLOCK_ACCEPTED')).toMatchObject([
      { latest: noon, accepted: now, actor: 'person-01' },
    ]);
    expect(codeOf(inquire())).toBe('GRANTED');
  });

  test('far ahead, as after an empty battery, halts everything until the head accepts it, and a long holiday does not', () => {
    inquire();
    now += 45 * 86_400_000;
    expect(desk.clockFailure()).toBeUndefined();
    now += 46 * 86_400_000;
    expect(desk.clockFailure()?.code).toBe('CLOCK_LEAPT');
    expect(codeOf(read())).toBe('CLOCK_LEAPT');
    // Not believed, and so not remembered: a clock that is set right again needs nobody's word.
    now -= 46 * 86_400_000;
    expect(desk.clockFailure()).toBeUndefined();
    now += 46 * 86_400_000;
    expect(desk.acceptClock(head).ok).toBe(true);
    expect(desk.clockFailure()).toBeUndefined();
  });

  test('after an accepted clock the gap between entries is kept once more, and not for a year', () => {
    inquire(trace('a'));
    now -= 366 * 86_400_000;
    desk.acceptClock(head);
    expect(inquire(trace('b'))).toMatchObject({
      failure: { code: 'NIK_TOO_FAST' },
      waitUntil: now + 20_000,
    });
  });
});

describe('brakes', () => {
  const stop = { reference: 'INS-2026-01', reason: 'laptop hilang' };

  test('the emergency stop holds reads, inquiries and open visits at once and after a restart (R-122)', () => {
    expect(desk.emergencyStop(stop, acting('SAM_OFFICER')).ok).toBe(true);
    desk = deskOn();
    expect(codeOf(read())).toBe('EMERGENCY_STOP');
    expect(codeOf(inquire())).toBe('EMERGENCY_STOP');
    expect(desk.whyHalted(context.agreement, context.operatorId)?.cause.id).toContain('(INS-2026-01)');
    expect(desk.emergency()?.detail).toBe('INS-2026-01');
    expect(eventsNamed('EMERGENCY_STOPPED')).toMatchObject([{ ...stop, actor: 'person-01' }]);
  });

  test('a disk that is full gives no permit and ends no visit', () => {
    const full = () => failed(appFailure('STORE_DISK_FULL', 'state'));
    desk = deskOn({ state: { ...ports.state, set: full } });
    expect(codeOf(read())).toBe('STORE_DISK_FULL');
    expect(desk.whyHalted(context.agreement, context.operatorId)).toBeUndefined();
  });

  test('an emergency stop that the disk would not take holds in this run all the same', () => {
    let full = false;
    const set: DeskPorts['state']['set'] = (name, value) =>
      full ? failed(appFailure('STORE_DISK_FULL', 'state')) : ports.state.set(name, value);
    desk = deskOn({ state: { ...ports.state, set } });
    inquire();
    full = true;
    expect(desk.emergencyStop(stop, manager).ok).toBe(false);
    expect(codeOf(inquire())).toBe('EMERGENCY_STOP');
    expect(desk.whyHalted(context.agreement, context.operatorId)?.code).toBe('EMERGENCY_STOP');
    expect(desk.liftEmergencyStop('X-1', head).ok).toBe(false);
    expect(codeOf(inquire())).toBe('EMERGENCY_STOP');
  });

  test('an operator cannot call the emergency stop, and only the head lifts it, under a reference', () => {
    expect(desk.emergencyStop(stop, acting('OPERATOR'))).toMatchObject({
      failure: { code: 'NOT_PERMITTED' },
    });
    expect(codeOf(inquire())).toBe('GRANTED');
    desk.emergencyStop(stop, manager);
    for (const role of ['ACCESS_MANAGER', 'SAM_OFFICER', 'OPERATOR', 'AUDITOR'] as const) {
      expect(desk.liftEmergencyStop('X-1', acting(role)).ok).toBe(false);
    }
    expect(codeOf(inquire())).toBe('EMERGENCY_STOP');
    expect(desk.liftEmergencyStop('BA-7/2026', head).ok).toBe(true);
    expect(eventsNamed('EMERGENCY_LIFTED')).toMatchObject([{ reference: 'BA-7/2026' }]);
    expect(codeOf(inquire())).toBe('GRANTED');
    desk = deskOn();
    expect(codeOf(inquire())).toBe('GRANTED');
  });

  test('no number of a person comes into the log with a reason or a reference', () => {
    desk.emergencyStop({ reference: '4001015203880001', reason: 'NIK 400101 520388 0001 bocor' }, manager);
    expect(JSON.stringify(ports.audited)).not.toMatch(/\d{12}|520388/);
    expect(eventsNamed('EMERGENCY_STOPPED')).toMatchObject([{ reference: '…', reason: 'NIK … bocor' }]);
  });

  test('"Instansi tidak aktif" suspends the agreement, once (scenario 14)', () => {
    const suspended: string[] = [];
    desk = deskOn({
      agreements: {
        unfit: () => (suspended.length > 0 ? appFailure('AGREEMENT_SUSPENDED', 'agreement') : undefined),
        institutionInactive: (agreementId) => ok(void suspended.push(agreementId)),
      },
    });
    const permits = [grantedInquiry(), grantedInquiry()];
    for (const permitId of permits) {
      const fact = { permitId, outcome: 'INSTITUTION_INACTIVE', differing: [], ms: 1, attempts: 1 } as const;
      expect(desk.noteInquiry(fact, visit()).ok).toBe(true);
    }
    expect(suspended).toEqual([context.agreement.profileId]);
    expect(codeOf(read())).toBe('AGREEMENT_SUSPENDED');
  });

  test.each<[InquiryOutcome, string | undefined]>([
    ['AUTH_FAILED', '03'],
    ['IP_NOT_REGISTERED', '04'],
    ['REQUEST_INCOMPLETE', '09'],
    ['IP_NOT_REGISTERED', undefined],
    ['INSTITUTION_INACTIVE', '16'],
    ['USER_ID_INACTIVE', '17'],
  ])('%s (code %s) stops every inquiry until a person reopens, also after a restart', (outcome, code) => {
    expect(inquireAndNote(outcome, 1, code).ok).toBe(true);
    desk = deskOn();
    expect(codeOf(inquire())).toBe('LOOKUPS_STOPPED');
    expect(codeOf(read())).toBe('GRANTED');
    expect(desk.lookupsStopped(context.agreement.profileId)?.detail).toBe(outcome);
    expect(desk.reopen(context.agreement.profileId, acting('OPERATOR')).ok).toBe(false);
    expect(codeOf(inquire())).toBe('LOOKUPS_STOPPED');
    desk.reopen(context.agreement.profileId, manager);
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

  test('hit 200 is given and 201 refused, also after a restart, until the midnight of the agreement', () => {
    ports.quota.add(context.agreement.profileId, day, 199);
    expect(inquire()).toMatchObject({ granted: true, quota: { used: 200, limit: 200 } });
    desk = deskOn();
    expect(inquire()).toMatchObject({
      failure: { code: 'QUOTA_EXHAUSTED_LOCAL', cause: { id: expect.stringContaining('(200 dari 200)') } },
    });
    now = Date.parse('2026-11-23T23:59:59.999+07:00');
    expect(codeOf(inquire())).toBe('QUOTA_EXHAUSTED_LOCAL');
    now += 1;
    expect(inquire()).toMatchObject({ granted: true, quota: { used: 1, limit: 200 } });
  });

  test('refused calls reserve nothing: a hundred of them after the last leave the count where it was', () => {
    ports.quota.add(context.agreement.profileId, day, 200);
    for (let i = 0; i < 100; i += 1) inquire();
    expect(used()).toBe(200);
  });

  test.each(['Pacific/Kiritimati', 'America/Los_Angeles'])(
    'a computer set to %s has the same day',
    (zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        ports.quota.add(context.agreement.profileId, day, 200);
        for (const time of ['00:00:00', '12:00:00', '23:59:59']) {
          now = Date.parse(`2026-11-23T${time}+07:00`);
          expect(codeOf(inquire())).toBe('QUOTA_EXHAUSTED_LOCAL');
        }
        now = Date.parse('2026-11-24T00:00:00+07:00');
        expect(codeOf(inquire())).toBe('GRANTED');
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );

  test('the day is that of the agreement, and is named so', () => {
    context = contextWith({ timeZone: 'Asia/Jayapura' });
    ports.quota.add(context.agreement.profileId, day, 200);
    now = Date.parse('2026-11-23T23:59:59+09:00');
    expect(inquire()).toMatchObject({ failure: { cause: { id: expect.stringContaining('00.00 WIT.') } } });
    now += 1000;
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
    inquireAndNote('QUOTA_EXHAUSTED');
    desk = deskOn();
    expect(codeOf(inquire())).toBe('QUOTA_EXHAUSTED_LOCAL');
    expect(desk.quotaStanding(contextWith().agreement)).toMatchObject({ value: { used: 200, closed: true } });
    now = Date.parse('2026-11-24T00:00:00+07:00');
    expect(codeOf(inquire())).toBe('GRANTED');
  });

  test('a reservation that is given back twice never makes the count negative', () => {
    const permitId = grantedInquiry();
    const fact = { permitId, outcome: 'TECH_FAIL', differing: [], ms: 1, attempts: 0 } as const;
    desk.noteInquiry(fact, visit());
    desk.noteInquiry(fact, visit());
    expect(used()).toBe(0);
    ports.quota.add(context.agreement.profileId, day, -5);
    expect(used()).toBe(0);
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
    const standing = desk.quotaStanding(context.agreement);
    expect(standing).toMatchObject({ value: { warning } });
    const shown = standing.ok ? quotaWarning(standing.value) : undefined;
    expect(shown?.code).toBe(warning.startsWith('AT') ? 'QUOTA_WARNING' : undefined);
    if (shown !== undefined) expect(shown.cause.id).toBe(`Sisa kuota akses hari ini ${200 - hits} dari 200.`);
  });

  test('a counter that holds 120 of the 200 stops at 120, and is told its share', () => {
    desk = deskOn({ lease: { share: () => 120 } });
    ports.quota.add(context.agreement.profileId, day, 119);
    expect(inquire()).toMatchObject({ granted: true, quota: { used: 120, limit: 120 } });
    expect(codeOf(inquire())).toBe('QUOTA_EXHAUSTED_LOCAL');
  });

  test.each([1000, null])('a lease of %s gives no more than the agreement has', (share) => {
    desk = deskOn({ lease: { share: () => share } });
    ports.quota.add(context.agreement.profileId, day, 200);
    expect(codeOf(inquire())).toBe('QUOTA_EXHAUSTED_LOCAL');
  });

  test('a lease ends with its day: another day has another share', () => {
    desk = deskOn({ lease: { share: (_, of) => (of === day ? 0 : 1) } });
    expect(codeOf(inquire())).toBe('QUOTA_EXHAUSTED_LOCAL');
    now += 86_400_000;
    expect(codeOf(inquire())).toBe('GRANTED');
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
    const permitId = grantedRead('Reader 1');
    desk.noteRead({ permitId, outcome: 'FAILED', failure: 'CARD_REMOVED', ms: 5 }, visit());
    expect(codeOf(read('Reader 1'))).toBe('GRANTED');
    now += 1;
    expect(codeOf(read())).toBe('GRANTED');
  });

  test('the fifth guess in ten minutes is held', () => {
    for (let i = 0; i < 4; i += 1) {
      const permitId = grantedInquiry(trace(`guess ${i}`));
      desk.noteInquiry({ permitId, outcome: 'NOT_FOUND', differing: [], ms: 1, attempts: 1 }, visit());
      now += 60_000;
    }
    expect(codeOf(inquire(trace('guess 4')))).toBe('NIK_PATTERNED');
    now += 600_000;
    expect(codeOf(inquire(trace('guess 5')))).toBe('GRANTED');
  });
});

describe('exceptions (R-040, R-041)', () => {
  const twins = { first12: hmac('twins') };
  const second = trace('b', { ...twins, maskedSerial: 8 });

  beforeEach(() => {
    inquire(trace('a', { ...twins, maskedSerial: 7 }));
    now += 30_000;
    expect(codeOf(inquire(second))).toBe('NIK_SEQUENTIAL');
  });

  test('a held NIK costs no hit, and goes through once a second person approved it, in its visit only', () => {
    expect(ports.quota.use(context.agreement.profileId, '2026-11-23')).toMatchObject({ value: { used: 1 } });
    expect(desk.approveHeld('visit-0001', manager, 'anak kembar').ok).toBe(true);
    expect(eventsNamed('EXCEPTION_APPROVED')).toMatchObject([
      { failure: 'NIK_SEQUENTIAL', operatorId: 'operator-01', actor: 'person-01', reason: 'anak kembar' },
    ]);
    expect(codeOf(inquire(second, { ...context, visitId: 'visit-0002' }))).toBe('NIK_SEQUENTIAL');
    expect(codeOf(inquire(second))).toBe('GRANTED');
  });

  test('the operator who asked cannot approve it, whatever else they are', () => {
    const both: Acting = { ...manager, personId: 'operator-01', roles: ['OPERATOR', 'ACCESS_MANAGER'] };
    expect(desk.approveHeld('visit-0001', both, 'x')).toMatchObject({ failure: { code: 'OWN_PROPOSAL' } });
    expect(codeOf(inquire(second))).toBe('NIK_SEQUENTIAL');
  });

  test.each<Role>(['OPERATOR', 'SAM_OFFICER', 'AUDITOR'])('a person who is %s cannot approve it', (role) => {
    expect(desk.approveHeld('visit-0001', acting(role), 'x')).toMatchObject({
      failure: { code: 'NOT_PERMITTED' },
    });
    expect(codeOf(inquire(second))).toBe('NIK_SEQUENTIAL');
  });

  test('another NIK of the same visit is held anew', () => {
    desk.approveHeld('visit-0001', manager, 'anak kembar');
    expect(codeOf(inquire(trace('c', { ...twins, maskedSerial: 9 })))).toBe('NIK_SEQUENTIAL');
  });

  test('an approved NIK is still an attempt, and keeps its gap', () => {
    desk.approveHeld('visit-0001', manager, 'anak kembar');
    expect(codeOf(inquire(second))).toBe('GRANTED');
    expect(codeOf(inquire(second))).toBe('NIK_TOO_FAST');
  });

  test('nothing held, nothing to approve: in another visit, after the visit, or twice', () => {
    const nothing = { failure: { code: 'STEP_ORDER' } };
    expect(desk.approveHeld('visit-0003', manager, 'x')).toMatchObject(nothing);
    desk.visitEnded('visit-0001');
    expect(desk.approveHeld('visit-0001', manager, 'x')).toMatchObject(nothing);
    inquire(second);
    expect(desk.approveHeld('visit-0001', manager, 'x').ok).toBe(true);
    expect(desk.approveHeld('visit-0001', manager, 'x')).toMatchObject(nothing);
  });

  test('an approval that cannot be written down approves nothing', () => {
    let full = false;
    desk = deskOn({
      audit: {
        append: (by, event) =>
          full ? failed(appFailure('STORE_DISK_FULL', 'audit')) : ports.audit.append(by, event),
      },
    });
    inquire(trace('a', { ...twins, maskedSerial: 7 }));
    now += 30_000;
    inquire(second);
    full = true;
    expect(desk.approveHeld('visit-0001', manager, 'x').ok).toBe(false);
    full = false;
    expect(codeOf(inquire(second))).toBe('NIK_SEQUENTIAL');
  });
});
