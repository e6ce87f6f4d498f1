/** The desk under a disk that fails at any write, and under any order of asking, reporting, dying and midnight. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failed, type Result } from '../../native/failure.ts';
import { sampleAgreement } from '../agreement/index.ts';
import { appFailure, type NikTrace } from '../contract/index.ts';
import { createDesk, type DeskPorts, memoryPorts, type PermitContext } from './index.ts';

const noon = Date.parse('2026-11-23T12:00:00+07:00');
const agreement = {
  ...sampleAgreement(),
  quota: { dailyHits: 5, unlimitedAfterPoc: false, pocLetter: null },
};
const context: PermitContext = {
  visitId: 'visit-0001',
  operatorId: 'operator-01',
  counter: 'Loket 1',
  agreement,
  gatewayMethod: 'MATCH',
  serviceCode: agreement.services[0]?.code ?? '',
  registrationNo: 'PB-0001',
};

const reporter = { actor: context.operatorId, counter: context.counter, visitId: context.visitId };

function tapped(number: number): NikTrace {
  const hash = createHash('sha256').update(String(number)).digest('hex');
  return {
    typed: false,
    nik: hash,
    first12: hash,
    regionAndBirth: hash,
    regionAndSerial: hash,
    maskedSerial: 0,
    maskedBirthDay: 0,
    repeatedGroups: false,
  };
}

/** The same ports, of which the n-th write answers that the disk is full. */
function failingAt(n: number, ports: DeskPorts): DeskPorts {
  let writes = 0;
  const write = <T>(work: () => Result<T>): Result<T> => {
    writes += 1;
    return writes === n ? failed(appFailure('STORE_DISK_FULL', 'test')) : work();
  };
  const { state, quota, inquiries, audit } = ports;
  return {
    ...ports,
    state: { ...state, set: (name, value) => write(() => state.set(name, value)) },
    quota: {
      ...quota,
      add: (id, day, hits) => write(() => quota.add(id, day, hits)),
      close: (id, day) => write(() => quota.close(id, day)),
    },
    inquiries: {
      issued: (permit) => write(() => inquiries.issued(permit)),
      used: (...of) => write(() => inquiries.used(...of)),
      inquired: (record) => write(() => inquiries.inquired(record)),
    },
    audit: { append: (by, event) => write(() => audit.append(by, event)) },
  };
}

test('a disk that fails at any write leaves no permit without its books and no hit without its inquiry', () => {
  let refused = 0;
  for (let n = 1; n <= 12; n += 1) {
    const ports = memoryPorts({ now: () => noon });
    const desk = createDesk(failingAt(n, ports));
    const answer = desk.askPermit({ kind: 'INQUIRE', method: 'MATCH', trace: tapped(1) }, context);
    const use = ports.quota.use(agreement.profileId, '2026-11-23');
    const used = use.ok ? use.value.used : -1;
    expect(used).toBe(answer.granted ? 1 : 0);
    expect(ports.permits.length).toBe(answer.granted ? 1 : 0);
    expect(ports.audited.filter(({ event }) => event === 'PERMIT_GIVEN').length).toBe(answer.granted ? 1 : 0);
    if (!answer.granted) {
      refused += 1;
      expect(answer.failure.code).toBe('STORE_DISK_FULL');
      continue;
    }
    const fact = {
      permitId: answer.permitId,
      outcome: 'QUOTA_EXHAUSTED',
      differing: [],
      ms: 1,
      attempts: 2,
    } as const;
    const noted = desk.noteInquiry(fact, reporter);
    expect(ports.records.length).toBe(noted.ok ? 1 : 0);
    // What could not be written is told again, and then it stands once.
    if (!noted.ok) {
      refused += 1;
      expect(desk.noteInquiry(fact, reporter).ok).toBe(true);
    }
    expect(ports.records.length).toBe(1);
    expect(ports.quota.use(agreement.profileId, '2026-11-23')).toMatchObject({
      value: { used: 2, closed: true },
    });
  }
  expect(refused).toBeGreaterThan(5);
});

test('a stop that the disk would not take holds in this run all the same', () => {
  const ports = memoryPorts({ now: () => noon });
  let full = false;
  const desk = createDesk({
    ...ports,
    state: {
      ...ports.state,
      set: (name, value) =>
        full ? failed(appFailure('STORE_DISK_FULL', 'test')) : ports.state.set(name, value),
    },
  });
  const ask = () => desk.askPermit({ kind: 'INQUIRE', method: 'MATCH', trace: tapped(1) }, context);
  const answer = ask();
  if (!answer.granted) throw new Error(answer.failure.code);
  full = true;
  const { permitId } = answer;
  expect(
    desk.noteInquiry({ permitId, outcome: 'AUTH_FAILED', differing: [], ms: 1, attempts: 1 }, reporter).ok,
  ).toBe(false);
  expect(ask()).toMatchObject({ granted: false, failure: { code: 'LOOKUPS_STOPPED' } });
});

const step = fc.oneof(
  fc.record({ do: fc.constant('ask' as const) }),
  fc.record({ do: fc.constant('report' as const), attempts: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ do: fc.constant('restart' as const) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 8 * 3_600_000 }) }),
);

test('in any order of asking, reporting, restarting and waiting no day gives more permits than its quota', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let now = noon;
      const ports = memoryPorts({ now: () => now });
      let desk = createDesk(ports);
      let open: string[] = [];
      for (const [i, each] of steps.entries()) {
        if (each.do === 'ask') {
          const answer = desk.askPermit({ kind: 'INQUIRE', method: 'MATCH', trace: tapped(i) }, context);
          if (answer.granted) open.push(answer.permitId);
          else expect(answer.failure.code).toBe('QUOTA_EXHAUSTED_LOCAL');
        } else if (each.do === 'report') {
          const permitId = open.shift();
          if (permitId === undefined) continue;
          const { attempts } = each;
          desk.noteInquiry({ permitId, outcome: 'TECH_FAIL', differing: [], ms: 1, attempts }, reporter);
        } else if (each.do === 'restart') {
          desk = createDesk(ports);
          open = [];
        } else {
          now += each.ms;
        }
      }
      const givenBack = ports.records.filter(({ attempts }) => attempts === 0);
      const perDay = new Map<string, number>();
      for (const { issuedAt, permitId } of ports.permits) {
        if (givenBack.some((record) => record.permitId === permitId)) continue;
        const day = new Date(issuedAt + 7 * 3_600_000).toISOString().slice(0, 10);
        perDay.set(day, (perDay.get(day) ?? 0) + 1);
      }
      expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(5);
    }),
  );
});
