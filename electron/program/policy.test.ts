import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failed, ok } from '../../native/failure.ts';
import { sampleAgreement } from '../agreement/index.ts';
import {
  type Acting,
  type AgreementProfile,
  appFailure,
  type ConnectionProfile,
  type FromVisit,
  type InquiryOutcome,
  type NikTrace,
  type ServiceFact,
  type VisitBriefing,
} from '../contract/index.ts';
import type { AgreementPort } from '../desk/index.ts';
import { ready, toBase64 } from '../sealing/index.ts';
import { systemClock, trainingWrapper } from '../store/index.ts';
import type { CounterSetting, Officer } from './counter-setting.ts';
import { type DeskRooms, deskFor } from './desk.ts';
import { type Installation, openInstallation } from './installation.ts';
import { CounterPolicy } from './policy.ts';

const agreement = sampleAgreement();
// A briefing names a connection, and these visits never use theirs.
const connection = {
  gateway: { method: 'MATCH' },
  closedNetwork: [],
  readers: {},
} as unknown as ConnectionProfile;
const operator = { id: 'operator-1', name: 'Simula Ningsih' };
const manager: Acting = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' };
const head: Acting = { personId: 'contoh-pratama', roles: ['ACCESS_RESPONSIBLE'], counter: 'Loket 1' };
const noon = Date.parse('2026-11-23T12:00:00+07:00');

/** Under what the counter serves: each test changes what it is about. */
let present: { agreement?: AgreementProfile; connection?: ConnectionProfile; officer?: Officer };
let now: number;

const setting: CounterSetting = {
  training: true,
  samples: true,
  counter: { name: 'Loket 1', sign: 'L1' },
  agreement: () => present.agreement,
  connection: () => present.connection,
  officer: () => present.officer,
};

let folder: string;
let installation: Installation;
let policy: CounterPolicy;

function policyOver(over: Installation, rooms: DeskRooms = {}): CounterPolicy {
  return new CounterPolicy(over, setting, deskFor(over, setting, rooms), () => undefined);
}

function briefed(): VisitBriefing {
  const answer = policy.brief(waiting);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

function audited(event: string): readonly Record<string, unknown>[] {
  const read = installation.store.read((reader) =>
    reader.all('SELECT CAST(body AS TEXT) AS body FROM audit ORDER BY seq').map(({ body }) => String(body)),
  );
  if (!read.ok) throw new Error(read.failure.code);
  const all = read.value.map((body) => JSON.parse(body) as Record<string, unknown>);
  return all.filter((entry) => entry.event === event);
}

beforeAll(ready);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ketuk-policy-'));
  now = noon;
  present = { agreement, connection, officer: operator };
  const clock = { ...systemClock, now: () => now };
  const opened = await openInstallation(folder, trainingWrapper, clock);
  if (!opened.ok) throw new Error(opened.failure.code);
  installation = opened.value;
  policy = policyOver(installation);
});
afterEach(() => {
  installation.close();
  rmSync(folder, { recursive: true, force: true });
});

const waiting = { ignorePresentCard: false };

function opens({ visitId, serviceCode }: VisitBriefing): void {
  policy.note(visitId, { kind: 'moved', from: 'READY', to: 'OPENED', event: 'OPEN', serviceCode });
}

function factOf({ visitId, serviceCode, registrationNo }: VisitBriefing): ServiceFact {
  return {
    visitId,
    agreementId: agreement.profileId,
    profileVersion: agreement.profileVersion,
    serviceCode,
    registrationNo,
    outcome: 'TECH_FAIL',
    verified: false,
    balikan: {
      itemId: `item-${visitId}`,
      envelope: toBase64(new Uint8Array(64)),
      nikHash: 'a'.repeat(64),
    },
  };
}

function inquiry({ visitId }: VisitBriefing, change: Partial<NikTrace> = {}): string {
  const group = '0'.repeat(64);
  const trace: NikTrace = {
    typed: false,
    nik: group,
    first12: group,
    regionAndBirth: group,
    regionAndSerial: group,
    maskedSerial: 1,
    maskedBirthDay: 1,
    repeatedGroups: false,
    ...change,
  };
  const answer = policy.permit(visitId, { kind: 'INQUIRE', method: 'MATCH', trace });
  if (!answer.granted) throw new Error(answer.failure.code);
  return answer.permitId;
}

function inquired(permitId: string, outcome: InquiryOutcome): Extract<FromVisit, { kind: 'inquired' }> {
  return { kind: 'inquired', permitId, outcome, differing: [], ms: 1, attempts: 1 };
}

describe('the policy of a counter', () => {
  it('writes no visit down for a process that was replaced while it waited', () => {
    const { visitId } = briefed();
    policy.note(visitId, { kind: 'closed', state: 'CANCELLED', cardStillThere: false });
    const rows = installation.store.read((reader) => reader.get('SELECT count(*) AS n FROM visit')?.n);
    expect(rows).toEqual({ ok: true, value: 0 });
  });

  it('counts a visit as served whose process died between saving and saying goodbye', () => {
    const briefing = briefed();
    opens(briefing);
    expect(policy.store(briefing.visitId, factOf(briefing))).toBeUndefined();
    policy.died(briefing.visitId, 'SERVICE_RECORDED');
    const rows = installation.store.read((reader) => reader.get('SELECT closed_as FROM visit')?.closed_as);
    expect(rows).toEqual({ ok: true, value: 'CLOSED_SERVED' });
  });

  it('never gives a number twice under which something is stored, also when the disk refused to note it at first', () => {
    const { state } = installation;
    let full = true;
    const refusing: Installation = {
      ...installation,
      state: {
        get: state.get,
        set: (name, value) =>
          full ? failed(appFailure('STORE_DISK_FULL', 'state')) : state.set(name, value),
      },
    };
    policy = policyOver(refusing);
    const first = briefed();
    opens(first);
    expect(policy.store(first.visitId, factOf(first))?.code).toBe('STORE_DISK_FULL');
    full = false;
    expect(policy.store(first.visitId, factOf(first))).toBeUndefined();
    expect(briefed().registrationNo).not.toBe(first.registrationNo);
  });

  it('records a refusal also when no service followed it', () => {
    const briefing = briefed();
    opens(briefing);
    policy.note(briefing.visitId, {
      kind: 'closed',
      state: 'CLOSED_NO_SERVICE',
      cardStillThere: false,
      refusal: {
        consentId: 'consent-0001',
        receiptNo: briefing.receiptNo,
        decision: 'REFUSED',
        elements: [],
        noticeVersion: 'v1',
        noticeHash: 'b'.repeat(64),
        language: 'id',
        hasCompanion: false,
      },
    });
    const rows = installation.store.read((reader) => reader.get('SELECT decision FROM consent')?.decision);
    expect(rows).toEqual({ ok: true, value: 'REFUSED' });
  });

  it.each([
    ['another registration number', { registrationNo: '4001015203880001' }],
    ['another agreement', { agreementId: 'PKS-LAIN' }],
    ['a service nobody granted', { serviceCode: 'LAIN' }],
  ])('stores nothing under %s', (_, change) => {
    const briefing = briefed();
    opens(briefing);
    expect(policy.store(briefing.visitId, { ...factOf(briefing), ...change })?.code).toBe('STEP_ORDER');
  });
});

describe('a counter that nobody can serve at', () => {
  it.each([
    ['NO_AGREEMENT_CHOSEN', () => ({ connection, officer: operator })],
    ['NO_CONNECTION', () => ({ agreement, officer: operator })],
    ['NOT_SIGNED_IN', () => ({ agreement, connection })],
    [
      'AGREEMENT_ENDED',
      () => ({ agreement: { ...agreement, lastDayInForce: '2026-11-22' }, connection, officer: operator }),
    ],
    [
      'AGREEMENT_NOT_IN_FORCE',
      () => ({ agreement: { ...agreement, signedOn: '2026-11-24' }, connection, officer: operator }),
    ],
  ] as const)('says %s and briefs no visit', (code, standing) => {
    present = standing();
    expect(policy.brief(waiting)).toMatchObject({ ok: false, failure: { code } });
    expect(policy.shut()?.code).toBe(code);
    expect(policy.whyHalted()?.code).toBe(code);
  });

  it('says why to a person who is no operator, and nothing once they are', () => {
    let revoked = true;
    const unfit = () => (revoked ? appFailure('OPERATOR_NOT_FIT', 'people') : undefined);
    policy = policyOver(installation, { operators: { unfit } });
    expect(policy.shut()?.code).toBe('OPERATOR_NOT_FIT');
    revoked = false;
    expect(policy.shut()).toBeUndefined();
  });
});

describe('a visit that is open', () => {
  it('keeps the version it was briefed with, and the next one has the new (scenario 15)', () => {
    const old = briefed();
    opens(old);
    present.agreement = { ...agreement, profileVersion: agreement.profileVersion + 1 };
    expect(policy.whyHalted()).toBeUndefined();
    expect(policy.permit(old.visitId, { kind: 'READ', reader: 'Reader 0' }).granted).toBe(true);
    expect(policy.store(old.visitId, factOf(old))).toBeUndefined();
    expect(audited('SERVICE_RECORDED')).toMatchObject([{ profileVersion: agreement.profileVersion }]);
    expect(briefed().agreement.profileVersion).toBe(agreement.profileVersion + 1);
  });

  it('lets what was already decided be recorded after the hard stop, and nothing else be done (R-002, scenario 10)', () => {
    const briefing = briefed();
    opens(briefing);
    const granted = inquiry(briefing);
    policy.note(briefing.visitId, inquired(granted, 'MATCH'));
    now = Date.parse(`${agreement.lastDayInForce}T23:59:59.999+07:00`);
    // Two years on: somebody looked at the clock.
    expect(deskFor(installation, setting).acceptClock(head).ok).toBe(true);
    expect(policy.whyHalted()).toBeUndefined();
    now += 1;
    expect(policy.whyHalted()?.code).toBe('AGREEMENT_ENDED');
    expect(policy.permit(briefing.visitId, { kind: 'READ', reader: 'Reader 0' })).toMatchObject({
      failure: { code: 'AGREEMENT_ENDED' },
    });
    const fact = { ...factOf(briefing), outcome: 'MATCH', verified: true } as const;
    expect(policy.store(briefing.visitId, fact)).toBeUndefined();
    expect(policy.brief(waiting)).toMatchObject({ failure: { code: 'AGREEMENT_ENDED' } });
  });

  it.each([
    ['the screen is locked', undefined],
    ['somebody else signed in', { id: 'operator-2', name: 'Peraga Santoso' }],
  ])('ends and gets no permit once %s', (_, officer) => {
    const { visitId, ...briefing } = briefed();
    opens({ visitId, ...briefing });
    present = officer === undefined ? { agreement, connection } : { agreement, connection, officer };
    expect(policy.whyHalted()?.code).toBe('SESSION_LOCKED');
    expect(policy.permit(visitId, { kind: 'READ', reader: 'Reader 0' })).toMatchObject({
      failure: { code: 'SESSION_LOCKED' },
    });
    expect(audited('PERMIT_REFUSED')).toMatchObject([{ failure: 'SESSION_LOCKED', actor: operator.id }]);
  });

  it('ends at once when its operator is revoked or an emergency is called (R-018, R-122)', () => {
    let revoked = false;
    const unfit = () => (revoked ? appFailure('OPERATOR_REVOKED', 'people') : undefined);
    const desk = deskFor(installation, setting, { operators: { unfit } });
    policy = new CounterPolicy(installation, setting, desk, () => undefined);
    opens(briefed());
    expect(policy.whyHalted()).toBeUndefined();
    revoked = true;
    expect(policy.whyHalted()?.code).toBe('OPERATOR_REVOKED');
    revoked = false;
    desk.emergencyStop({ reference: 'INS-1', reason: 'x' }, manager);
    expect(policy.whyHalted()?.code).toBe('EMERGENCY_STOP');
  });

  it('stays to show the answer that suspended the agreement, and is the last one (scenario 14)', () => {
    let suspended = false;
    const agreements: AgreementPort = {
      unfit: () => (suspended ? appFailure('AGREEMENT_SUSPENDED', 'agreement') : undefined),
      institutionInactive: () => {
        suspended = true;
        return ok(undefined);
      },
    };
    policy = policyOver(installation, { agreements });
    const briefing = briefed();
    opens(briefing);
    policy.note(briefing.visitId, inquired(inquiry(briefing), 'INSTITUTION_INACTIVE'));
    expect(suspended).toBe(true);
    expect(policy.whyHalted()).toBeUndefined();
    expect(() => inquiry(briefing)).toThrow('AGREEMENT_SUSPENDED');
    policy.note(briefing.visitId, { kind: 'closed', state: 'CLOSED_NO_SERVICE', cardStillThere: false });
    expect(policy.brief(waiting)).toMatchObject({ failure: { code: 'AGREEMENT_SUSPENDED' } });
  });

  it('gets no permit once it is closed, or when it never was', () => {
    const briefing = briefed();
    opens(briefing);
    policy.note(briefing.visitId, { kind: 'closed', state: 'CANCELLED', cardStillThere: false });
    for (const visitId of [briefing.visitId, 'visit-invented']) {
      expect(policy.permit(visitId, { kind: 'READ', reader: 'Reader 0' })).toMatchObject({
        failure: { code: 'VISIT_REQUIRED' },
      });
    }
    expect(policy.store(briefing.visitId, factOf(briefing))?.code).toBe('STEP_ORDER');
  });

  it('is about one NIK, which may be entered once more when Dukcapil does not know it (R-026, R-046)', () => {
    const nik = (digit: string): Partial<NikTrace> => ({ nik: digit.repeat(64) });
    const another = (briefing: VisitBriefing, digit: string) => () => inquiry(briefing, nik(digit));
    const first = briefed();
    opens(first);
    policy.note(first.visitId, inquired(inquiry(first, nik('1')), 'MISMATCH'));
    expect(another(first, '2')).toThrow('ANOTHER_NIK');
    expect(audited('PERMIT_REFUSED')).toMatchObject([{ failure: 'ANOTHER_NIK', visitId: first.visitId }]);
    policy.note(first.visitId, inquired(inquiry(first, nik('1')), 'NOT_FOUND'));
    policy.note(first.visitId, inquired(inquiry(first, nik('2')), 'NOT_FOUND'));
    expect(another(first, '3')).toThrow('ANOTHER_NIK');
    policy.note(first.visitId, { kind: 'closed', state: 'CLOSED_NO_SERVICE', cardStillThere: false });
    const second = briefed();
    opens(second);
    expect(another(second, '3')).not.toThrow();
  });

  it('still has the answer of a call booked that came after it had closed', () => {
    const briefing = briefed();
    opens(briefing);
    const permitId = inquiry(briefing);
    policy.note(briefing.visitId, { kind: 'closed', state: 'CANCELLED', cardStillThere: false });
    policy.note(briefing.visitId, inquired(permitId, 'NOT_FOUND'));
    expect(audited('INQUIRED')).toMatchObject([{ permitId, outcome: 'NOT_FOUND' }]);
    expect(audited('PERMIT_MISUSED')).toEqual([]);
  });

  it('calls nobody verified whom Dukcapil did not confirm in this visit', () => {
    const briefing = briefed();
    opens(briefing);
    const verified = { ...factOf(briefing), outcome: 'MATCH', verified: true } as const;
    expect(policy.store(briefing.visitId, verified)?.code).toBe('STEP_ORDER');
    policy.note(briefing.visitId, inquired(inquiry(briefing), 'NOT_FOUND'));
    expect(policy.store(briefing.visitId, verified)?.code).toBe('STEP_ORDER');
    const permitId = inquiry(briefing);
    const compared: FromVisit = { kind: 'compared', permitId, outcome: 'MATCH', differing: [] };
    policy.note(briefing.visitId, compared);
    expect(policy.store(briefing.visitId, verified)?.code).toBe('STEP_ORDER');
    policy.note(briefing.visitId, inquired(permitId, 'FOUND'));
    // That there is data says nothing before the operator has compared it.
    expect(policy.store(briefing.visitId, verified)?.code).toBe('STEP_ORDER');
    policy.note(briefing.visitId, compared);
    expect(policy.store(briefing.visitId, verified)).toBeUndefined();
    expect(audited('COMPARED')).toMatchObject([{ permitId, outcome: 'MATCH' }]);
    expect(audited('PERMIT_MISUSED')).toMatchObject([{ permitId, outcome: 'USED' }]);
  });
});

describe('a process that waits for somebody', () => {
  const later = 12 * 3_600_000;
  it.each<[string, Partial<typeof present>, number]>([
    ['another version', { agreement: { ...agreement, profileVersion: 9 } }, 0],
    ['another agreement', { agreement: { ...agreement, profileId: 'pks-lain' } }, 0],
    ['another officer', { officer: { ...operator, id: 'operator-2' } }, 0],
    ['another connection', { connection: { ...connection, closedNetwork: ['192.0.2.0/24'] } }, 0],
    ['another day', {}, later],
  ])('is replaced for %s', (_, change, afterMs) => {
    const { visitId } = briefed();
    now += 3_600_000;
    expect(policy.isUpToDate(visitId)).toBe(true);
    present = { ...present, ...change };
    now += afterMs;
    expect(policy.isUpToDate(visitId)).toBe(false);
  });
});

describe('a second person', () => {
  const second: Acting = { personId: 'operator-2', roles: ['OPERATOR'], counter: 'Loket 1' };
  const fit = ['operator-1', 'operator-2'];
  beforeEach(() => {
    policy = policyOver(installation, {
      operators: {
        unfit: (_agreement, id) => (fit.includes(id) ? undefined : appFailure('OPERATOR_NOT_FIT', 'people')),
      },
    });
  });

  it('signs as second officer, and the log names them (R-082)', () => {
    const briefing = briefed();
    opens(briefing);
    const request = { purpose: 'SECOND_OFFICER', acting: second, reason: 'lansia' } as const;
    expect(policy.cosign(briefing.visitId, request)).toEqual({
      ok: true,
      value: { purpose: 'SECOND_OFFICER', officerId: 'operator-2', reason: 'lansia' },
    });
    policy.note(briefing.visitId, { kind: 'holder', verdict: 'SECOND_OFFICER', reason: 'ELDERLY' });
    expect(audited('HOLDER_CHECKED')).toMatchObject([{ secondOfficer: 'operator-2', actor: operator.id }]);
  });

  it.each([
    ['the operator as both', { ...second, personId: operator.id }, 'OWN_PROPOSAL'],
    ['somebody who only watches', { ...second, roles: ['AUDITOR'] } as Acting, 'NOT_PERMITTED'],
    ['an operator of another agreement', { ...second, personId: 'operator-3' }, 'OPERATOR_NOT_FIT'],
  ])('is not %s', (_, acting, code) => {
    const briefing = briefed();
    opens(briefing);
    const request = { purpose: 'SECOND_OFFICER', acting, reason: 'lansia' } as const;
    expect(policy.cosign(briefing.visitId, request)).toMatchObject({ failure: { code } });
    expect(audited('COSIGN_REFUSED')).toMatchObject([{ failure: code, actor: acting.personId }]);
  });

  it('signs for nothing where nobody is served, and for no NIK that is not held', () => {
    const briefing = briefed();
    const request = { purpose: 'SECOND_OFFICER', acting: second, reason: 'x' } as const;
    expect(policy.cosign(briefing.visitId, request)).toMatchObject({ failure: { code: 'VISIT_REQUIRED' } });
    opens(briefing);
    const exception = { purpose: 'EXCEPTION', acting: manager, reason: 'x' } as const;
    expect(policy.cosign(briefing.visitId, exception)).toMatchObject({ failure: { code: 'STEP_ORDER' } });
  });

  it('lets a held NIK through (scenario 7)', () => {
    const before = briefed();
    opens(before);
    inquiry(before, { maskedSerial: 7, nik: 'a'.repeat(64), typed: true });
    policy.note(before.visitId, { kind: 'closed', state: 'CLOSED_NO_SERVICE', cardStillThere: false });
    now += 60_000;
    const briefing = briefed();
    opens(briefing);
    const neighbour = { maskedSerial: 8, nik: 'b'.repeat(64), typed: true };
    expect(() => inquiry(briefing, neighbour)).toThrow('NIK_SEQUENTIAL');
    const request = { purpose: 'EXCEPTION', acting: manager, reason: 'anak kembar' } as const;
    expect(policy.cosign(briefing.visitId, request).ok).toBe(true);
    expect(inquiry(briefing, neighbour)).toEqual(expect.any(String));
  });
});

describe('a permit to read', () => {
  it('is used up in the books by the report of its read, and by no second one', () => {
    const briefing = briefed();
    opens(briefing);
    const answer = policy.permit(briefing.visitId, { kind: 'READ', reader: 'Reader 0' });
    const permitId = answer.granted ? answer.permitId : answer.failure.code;
    for (let i = 0; i < 2; i += 1) {
      policy.note(briefing.visitId, { kind: 'read', permitId, outcome: 'OK', ms: 2000 });
    }
    const rows = installation.store.read((reader) => reader.get('SELECT used_at FROM permit')?.used_at);
    expect(rows).toEqual({ ok: true, value: now });
    expect(audited('CARD_READ')).toHaveLength(1);
    expect(audited('PERMIT_MISUSED')).toMatchObject([{ permitId, outcome: 'USED', actor: operator.id }]);
  });
});

describe('the quota', () => {
  it('warns the access manager when it runs low (R-044)', () => {
    expect(policy.notices).toEqual([]);
    installation.quota.add(agreement.profileId, '2026-11-23', 190);
    expect(policy.notices.map(({ code }) => code)).toEqual(['QUOTA_WARNING']);
  });
});
