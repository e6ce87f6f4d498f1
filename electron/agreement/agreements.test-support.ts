/** For tests of agreements: a room on a real database, people who can be taken away, and the path from draft to ACTIVE. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { ok, type Result } from '../../native/failure.ts';
import { auditLog } from '../audit/index.ts';
import { shippedHolidays, startOfDay, weekdayName, workCalendar } from '../calendar/index.ts';
import {
  type Acting,
  type AgreementAct,
  type AgreementProfile,
  type ConnectionProfile,
  connectionProfile,
  type Role,
} from '../contract/index.ts';
import { newSigningPair } from '../store/index.ts';
import { manualClock, temporaryFolder, testStore, valueOfResult } from '../store/store.test-support.ts';
import { agreements } from './agreements.ts';
import type { AgreementPorts, AgreementProposal, ReportStage } from './ports.ts';
import { sampleProfiles } from './sample.ts';

export const manager = person('uji-widodo', 'ACCESS_MANAGER');
export const head = person('contoh-pratama', 'ACCESS_RESPONSIBLE');
export const officer = person('coba-hartono', 'SAM_OFFICER');
export const operator = person('simula-ningsih', 'OPERATOR');

function person(personId: string, ...roles: Role[]): Acting {
  return { personId, roles, counter: 'Loket 1' };
}

export function noon(day: string): number {
  return startOfDay(day, 'Asia/Jakarta') + 12 * 3_600_000;
}

export function sample(profileId: string): Record<string, unknown> {
  const found = sampleProfiles().find(({ profile }) => profile.profileId === profileId);
  if (found === undefined) throw new Error(`no sample ${profileId}`);
  return structuredClone(found.profile) as Record<string, unknown>;
}

/** What the people and the other rooms would say; a test may change any of it. */
export function surroundings() {
  return {
    head: true,
    manager: true,
    sptjm: true,
    ready: 1,
    unrevoked: 0,
    userIdMayChange: false,
    openBalikan: 0,
    kept: 0,
    sams: { all: 0, open: 0 },
    readers: { all: 0, open: 0 },
    reports: [] as readonly ReportStage[],
    scanMissing: undefined as Result<never> | undefined,
    applicationVersion: '1.4.0',
  };
}

/** The next one of the room, opened on a database of its own. */
export function openWorld(day = '2026-03-02') {
  const clock = manualClock(noon(day));
  const path = join(temporaryFolder(), 'ketuk.db');
  const store = testStore(path, clock);
  const audit = auditLog(store, clock, 'installation-1', newSigningPair());
  const around = surroundings();
  const proposals = new Map<string, AgreementProposal>();
  const revoked: string[] = [];
  const stopped: string[] = [];
  const filed: string[] = [];
  const ports: AgreementPorts = {
    approval: {
      propose: (kind, subjectId, body, { personId }) => {
        const proposalId = `proposal-${proposals.size + 1}`;
        const proposedAt = clock.now();
        proposals.set(proposalId, { kind, subjectId, body, proposedBy: personId, proposedAt });
        return ok({ proposalId });
      },
      withdrawAll: (subjectId) => {
        for (const [id, proposal] of proposals) if (proposal.subjectId === subjectId) proposals.delete(id);
        return ok(undefined);
      },
    },
    scans: {
      file: (scanId, kind) => {
        if (around.scanMissing !== undefined) return around.scanMissing;
        filed.push(`${kind} ${scanId}`);
        return ok(undefined);
      },
    },
    people: {
      responsible: () => (around.head ? { personId: head.personId, name: 'Contoh Pratama' } : undefined),
      manager: () => (around.manager ? { name: 'Uji Widodo' } : undefined),
      sptjmValid: () => around.sptjm,
      readyOperators: () => around.ready,
      unrevokedOperators: () => around.unrevoked,
      revokeAll: (agreementId) => {
        revoked.push(agreementId);
        return ok(undefined);
      },
      userIdMayChange: () => around.userIdMayChange,
      nameOf: (personId) => `name of ${personId}`,
    },
    leftovers: {
      openBalikan: () => around.openBalikan,
      keptRecords: () => around.kept,
      sams: () => around.sams,
      readers: () => around.readers,
      reports: () => around.reports,
    },
    devices: {
      anyActive: (agreementId) => !stopped.includes(agreementId),
      stopAll: (agreementId) => {
        stopped.push(agreementId);
        return ok(undefined);
      },
    },
    workDays: () => workCalendar(shippedHolidays),
    get applicationVersion() {
      return around.applicationVersion;
    },
  };
  const open = () => agreements(store, audit, clock, ports);
  return { clock, store, audit, around, proposals, revoked, stopped, filed, open, room: open() };
}
export type World = ReturnType<typeof openWorld>;

export function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.failure.code;
}

export function act(world: World, asked: AgreementAct, acting: Acting): Result<unknown> {
  return world.room.act(asked, acting);
}

/** Every report that the sample agreement A owes until its last day. */
export const allDelivered: readonly ReportStage[] = (
  ['2026-1', '2026-2', '2027-1', '2027-2', '2028-1'] as const
).map((semester) => ({
  year: Number(semester.slice(0, 4)),
  half: semester.endsWith('1') ? 1 : 2,
  status: 'SUBMITTED',
  letter: `045/${semester}`,
}));

export const letter = { number: '400.12/0099/CONTOH/2026', date: '2026-03-02' };

export const installed: ConnectionProfile = connectionProfile.parse({
  gateway: {
    baseUrl: 'https://192.0.2.1',
    consumerId: 'CONTOH',
    methodName: 'CALL_VERIFY_BY_ELEMEN',
    credentials: { userId: 'contoh', password: 'rahasia', ipUser: '192.0.2.10' },
  },
  closedNetwork: ['192.0.2.0/24'],
});

/** Draft, proposal by the manager, confirmation by the head. */
export function sign(world: World, profile: Record<string, unknown>): string {
  const drafted = valueOfResult(world.room.act({ act: 'DRAFT', profile }, manager));
  const { agreementId } = drafted;
  confirm(world, proposeSigning(world, profile), head);
  return agreementId;
}

export function proposeSigning(world: World, profile: Record<string, unknown>): string {
  const { profileId, signedOn, approvalLetter } = profile as AgreementProfile;
  const proposed = world.room.act(
    {
      act: 'PROPOSE_SIGNING',
      agreementId: profileId,
      scanId: 'scan-pks',
      weekday: weekdayName(signedOn),
      place: 'Kota Contoh',
      ...(approvalLetter === undefined ? { noApprovalLetterReason: 'tidak disyaratkan' } : {}),
    },
    manager,
  );
  return valueOfResult(proposed).proposalId ?? '';
}

export function confirm(world: World, proposalId: string, acting: Acting): void {
  valueOfResult(tryConfirm(world, proposalId, acting));
}

export function tryConfirm(world: World, proposalId: string, acting: Acting): Result<unknown> {
  const proposal = world.proposals.get(proposalId);
  if (proposal === undefined) throw new Error(`no ${proposalId}`);
  return world.room.confirm(proposal, acting);
}

/** All the way to ACTIVE. */
export function activate(world: World, profile: Record<string, unknown>): string {
  const agreementId = sign(world, profile);
  if (profile.kind === 'DUKCAPIL_ACCESS') {
    valueOfResult(world.room.installConnection(agreementId, installed, officer));
    valueOfResult(world.room.act({ act: 'RECORD_USER_ID', agreementId, letter }, manager));
  }
  valueOfResult(world.room.act({ act: 'ACTIVATE', agreementId }, head));
  return agreementId;
}

export function statusOf(world: World, agreementId: string) {
  const row = valueOfResult(world.room.list()).find((each) => each.agreementId === agreementId);
  return row?.status;
}

export function expectStatus(world: World, agreementId: string, status: string): void {
  expect(statusOf(world, agreementId)).toBe(status);
}

/** Sets the clock to an instant and lets the room notice. */
export function goTo(world: World, at: number): void {
  world.clock.set(at);
  valueOfResult(world.room.tick());
}
