/**
 * The desk under any order of asking, reporting, revoking, stopping, setting clocks and restarting: a permit is given only while
 * everything that must hold holds, is in the log before it is given, and is used once.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleAgreement } from '../agreement/index.ts';
import { type Acting, appFailure, type NikTrace, type PermitRequest, type Role } from '../contract/index.ts';
import { createDesk, type Desk, memoryPorts, type PermitContext } from './index.ts';

const noon = Date.parse('2026-11-23T12:00:00+07:00');
const minute = 60_000;
const quota = { dailyHits: 8, unlimitedAfterPoc: false, pocLetter: null };
const agreement = { ...sampleAgreement(), quota };
const visitIds = ['visit-0001', 'visit-0002'] as const;
const roles: readonly Role[] = ['OPERATOR', 'ACCESS_MANAGER', 'ACCESS_RESPONSIBLE', 'SAM_OFFICER', 'AUDITOR'];

const visit = fc.constantFrom(...visitIds);
const person = fc.record({
  role: fc.constantFrom(...roles),
  personId: fc.constantFrom('operator-01', 'person-02'),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('read' as const), visit }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('inquire' as const),
      visit,
      serial: fc.integer({ min: 1, max: 12 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('report' as const), visit, pick: fc.nat(), attempts: fc.nat(2) }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('approve' as const), visit, person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stop' as const), person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lift' as const), person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('acceptClock' as const), person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('agreement' as const), inForce: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('operator' as const), fit: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 3 * minute }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('setClock' as const),
      ms: fc.constantFrom(
        -minute,
        -5 * minute,
        -6 * minute,
        -1440 * minute,
        -366 * 1440 * minute,
        1440 * minute,
      ),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function hmac(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Twelve people of one region and birth date: whoever types two of them in a row is held. */
function typed(serial: number): NikTrace {
  return {
    typed: true,
    nik: hmac(`nik ${serial}`),
    first12: hmac('first12'),
    regionAndBirth: hmac('birth'),
    regionAndSerial: hmac(`serial ${serial}`),
    maskedSerial: serial,
    maskedBirthDay: 1,
    repeatedGroups: false,
  };
}

class World {
  now = noon;
  inForce = true;
  fit = true;
  /** What the model knows of the brakes. */
  stopped = false;
  latest = 0;
  readonly ports = memoryPorts({ now: () => this.now });
  desk: Desk = this.newDesk();
  readonly given: {
    readonly permitId: string;
    readonly visitId: string;
    readonly kind: 'READ' | 'INQUIRE';
  }[] = [];
  readonly reported = new Set<string>();
  /** Permits that this run of the program gave; those of an earlier one are unknown to it. */
  known = new Set<string>();

  newDesk(): Desk {
    return createDesk({
      ...this.ports,
      agreements: {
        ...this.ports.agreements,
        unfit: () => (this.inForce ? undefined : appFailure('AGREEMENT_ENDED', 'agreement')),
      },
      operators: { unfit: () => (this.fit ? undefined : appFailure('OPERATOR_REVOKED', 'people')) },
    });
  }

  ask(visitId: string, request: PermitRequest): void {
    const context: PermitContext = {
      visitId,
      operatorId: 'operator-01',
      counter: 'Loket 1',
      agreement,
      gatewayMethod: 'MATCH',
      serviceCode: agreement.services[0]?.code ?? '',
      registrationNo: 'PB-0001',
    };
    const clockRight = this.now >= this.latest - 5 * minute;
    const answer = this.desk.askPermit(request, context);
    if (clockRight) this.latest = Math.max(this.latest, this.now - minute);
    const mayPass = clockRight && !this.stopped && this.inForce && this.fit;
    if (!mayPass) expect(answer.granted).toBe(false);
    if (!answer.granted) return;
    const entry = this.ports.audited.at(-1);
    expect(entry).toMatchObject({ event: 'PERMIT_GIVEN', permitId: answer.permitId, visitId });
    this.given.push({ permitId: answer.permitId, visitId, kind: request.kind });
    this.known.add(answer.permitId);
  }

  report(visitId: string, pick: number, attempts: number): void {
    const permit = this.given[pick % Math.max(1, this.given.length)];
    if (permit === undefined) return;
    const { permitId } = permit;
    const by = { actor: 'operator-01', counter: 'Loket 1', visitId };
    const noted =
      permit.kind === 'READ'
        ? this.desk.noteRead({ permitId, outcome: 'OK', ms: 1 }, by)
        : this.desk.noteInquiry({ permitId, outcome: 'TECH_FAIL', differing: [], ms: 1, attempts }, by);
    const misused = this.ports.audited.at(-1)?.event === 'PERMIT_MISUSED';
    if (!noted.ok) {
      expect(misused).toBe(true);
      return;
    }
    expect(permit.visitId).toBe(visitId);
    expect(this.known.has(permitId)).toBe(true);
    expect(this.reported.has(permitId)).toBe(false);
    this.reported.add(permitId);
  }

  take(each: Step): void {
    const acting = (who: { role: Role; personId: string }): Acting => ({
      personId: who.personId,
      roles: [who.role],
      counter: 'Loket 1',
    });
    switch (each.do) {
      case 'read':
        this.ask(each.visit, { kind: 'READ', reader: 'Reader 0' });
        return;
      case 'inquire':
        this.ask(each.visit, { kind: 'INQUIRE', method: 'MATCH', trace: typed(each.serial) });
        return;
      case 'report':
        this.report(each.visit, each.pick, each.attempts);
        return;
      case 'approve': {
        const approver = acting(each.person);
        if (!this.desk.approveHeld(each.visit, approver, 'keluarga').ok) return;
        expect(approver.personId).not.toBe('operator-01');
        expect(['ACCESS_MANAGER', 'ACCESS_RESPONSIBLE']).toContain(each.person.role);
        return;
      }
      case 'stop':
        this.stopped ||= this.desk.emergencyStop({ reference: 'INS', reason: 'x' }, acting(each.person)).ok;
        return;
      case 'lift':
        if (!this.desk.liftEmergencyStop('BA', acting(each.person)).ok) return;
        expect(each.person.role).toBe('ACCESS_RESPONSIBLE');
        this.stopped = false;
        return;
      case 'acceptClock':
        if (!this.desk.acceptClock(acting(each.person)).ok) return;
        expect(each.person.role).toBe('ACCESS_RESPONSIBLE');
        this.latest = this.now;
        return;
      case 'agreement':
        this.inForce = each.inForce;
        return;
      case 'operator':
        this.fit = each.fit;
        return;
      case 'restart':
        this.desk = this.newDesk();
        this.known = new Set();
        return;
      case 'wait':
      case 'setClock':
        this.now += each.ms;
    }
  }
}

test('permits are given only while everything holds, and each is used once', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 80 }), (steps) => {
      const world = new World();
      for (const each of steps) world.take(each);
      const used = world.ports.quota.use(agreement.profileId, '2026-11-23');
      expect(used.ok && used.value.used).toBeGreaterThanOrEqual(0);
      const inquiries = world.given.filter(({ kind }) => kind === 'INQUIRE').map(({ permitId }) => permitId);
      expect(world.ports.permits.filter(({ kind }) => kind === 'INQUIRE')).toHaveLength(inquiries.length);
      expect(new Set(world.ports.records.map(({ permitId }) => permitId)).size).toBe(
        world.ports.records.length,
      );
    }),
    { numRuns: 500 },
  );
});
