import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failed } from '../../native/failure.ts';
import { sampleAgreement } from '../agreement/index.ts';
import { appFailure, type ServiceFact, type VisitBriefing } from '../contract/index.ts';
import { ready, toBase64 } from '../sealing/index.ts';
import { systemClock, trainingWrapper } from '../store/index.ts';
import { deskFor } from './desk.ts';
import { type Installation, openInstallation } from './installation.ts';
import { CounterPolicy, type CounterSetting } from './policy.ts';

const agreement = sampleAgreement();
const setting: CounterSetting = {
  agreement,
  // A briefing names a connection, and these visits never use theirs.
  connection: () => ({}) as ReturnType<CounterSetting['connection']>,
  training: true,
  officer: { id: 'operator-1', name: 'Simula Ningsih' },
  counter: { name: 'Loket 1', sign: 'L1' },
};

let folder: string;
let installation: Installation;
let policy: CounterPolicy;

function policyOver(over: Installation): CounterPolicy {
  return new CounterPolicy(over, setting, deskFor(over, setting), () => undefined);
}

beforeAll(ready);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ketuk-policy-'));
  const opened = await openInstallation(folder, trainingWrapper, systemClock);
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

describe('the policy of a counter', () => {
  it('writes no visit down for a process that was replaced while it waited', () => {
    const { visitId } = policy.brief(waiting);
    policy.note(visitId, { kind: 'closed', state: 'CANCELLED', cardStillThere: false });
    const rows = installation.store.read((reader) => reader.get('SELECT count(*) AS n FROM visit')?.n);
    expect(rows).toEqual({ ok: true, value: 0 });
  });

  it('counts a visit as served whose process died between saving and saying goodbye', () => {
    const briefing = policy.brief(waiting);
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
    const first = policy.brief(waiting);
    opens(first);
    expect(policy.store(first.visitId, factOf(first))?.code).toBe('STORE_DISK_FULL');
    full = false;
    expect(policy.store(first.visitId, factOf(first))).toBeUndefined();
    expect(policy.brief(waiting).registrationNo).not.toBe(first.registrationNo);
  });

  it('records a refusal also when no service followed it', () => {
    const briefing = policy.brief(waiting);
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
    const briefing = policy.brief(waiting);
    opens(briefing);
    expect(policy.store(briefing.visitId, { ...factOf(briefing), ...change })?.code).toBe('STEP_ORDER');
  });
});
