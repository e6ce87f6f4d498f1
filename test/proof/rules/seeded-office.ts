/**
 * The office in which every walk begins, entered once through the program's own rooms and then copied: the sample people, and five
 * agreements in force that differ in what they grant.
 */
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleAgreement, sampleProfiles } from '../../../electron/agreement/index.ts';
import { weekdayName } from '../../../electron/calendar/index.ts';
import {
  type Acting,
  type AgreementProfile,
  agreementProfile,
  appFailure,
  type PeopleAct,
} from '../../../electron/contract/index.ts';
import { openSampleOffice, practiceConnection } from '../../../electron/program/sample-office.ts';
import { failed } from '../../../native/failure.ts';
import { WalkClock } from './clock.ts';
import { must, type OpenOffice, openRooms } from './program.ts';

/** A Monday morning on which all five agreements are in force; three of them end before the year does. */
export const firstMorning = Date.parse('2026-11-23T09:00:00+07:00');

export const operators = ['simula-ningsih', 'peraga-santoso'] as const;
export const staff = {
  head: 'contoh-pratama',
  manager: 'uji-widodo',
  samOfficer: 'coba-hartono',
  auditor: 'misal-lestari',
} as const;

export const byHead: Acting = { personId: staff.head, roles: ['ACCESS_RESPONSIBLE'], counter: 'Loket 1' };
export const byManager: Acting = { personId: staff.manager, roles: ['ACCESS_MANAGER'], counter: 'Loket 1' };
const bySamOfficer: Acting = { personId: staff.samOfficer, roles: ['SAM_OFFICER'], counter: 'Loket 1' };

/** A and its quota near its end; B and C with the portal only; D in the east, with little granted; INTEROP without a counter. */
export const profiles: readonly AgreementProfile[] = [firstAgreement(), ...otherAgreements()];

function firstAgreement(): AgreementProfile {
  const sample = sampleAgreement();
  // Three weeks away: a clock that runs further ahead than forty-five days is not believed, and ends nothing.
  const end = '2026-12-15';
  return {
    ...sample,
    term: { rule: 'FIXED_END', end },
    lastDayInForce: end,
    quota: { ...sample.quota, dailyHits: 7 },
  };
}

function otherAgreements(): AgreementProfile[] {
  const [, ...rest] = sampleProfiles().map(({ profile }) => agreementProfile.parse(profile));
  const sample = sampleAgreement();
  const east = agreementProfile.parse({
    ...sample,
    profileId: 'uji-timur',
    numbers: { party1: '400.12/0009/CONTOH/2026', party2: '470.1/0009/CONTOH/2026' },
    parties: {
      ...sample.parties,
      party2: { ...sample.parties.party2, name: 'Dinas Uji Timur', region: '40.09' },
    },
    timeZone: 'Asia/Jayapura',
    term: { rule: 'FIXED_END', end: '2026-12-31' },
    lastDayInForce: '2026-12-31',
    accessMethods: ['WEB_SERVICE', 'CARD_READER'],
    elements: {
      WEB_SERVICE: ['NIK', 'FULL_NAME'],
      CARD_READER: ['NIK', 'FULL_NAME', 'BIRTH_DATE', 'ADDRESS'],
    },
    storableFromCard: [{ element: 'FULL_NAME', reason: 'nama pada daftar hadir' }],
    storageRetention: 'P1M',
    storeAfterManualHolderCheck: true,
    photoForHolderCheck: false,
    readerPolicy: 'ALLOWED',
    quota: { dailyHits: 4, unlimitedAfterPoc: false, pocLetter: null },
  });
  return [...rest, east];
}

/** Gives the folder; walks work on copies of it. */
export async function seedOffice(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ketuk-rules-office-'));
  const rooms = await openRooms(folder, new WalkClock(firstMorning));
  const [first, ...others] = profiles;
  if (first === undefined) throw new Error('no agreement');
  must(
    openSampleOffice(rooms.installation, rooms.office, { agreement: first, connection: practiceConnection }),
  );
  must(
    rooms.installation.store.transaction(() => {
      for (const profile of others) enterAgreement(rooms, profile);
      return { ok: true, value: undefined } as const;
    }),
  );
  rooms.installation.close();
  return folder;
}

export async function copyOf(seeded: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ketuk-rules-'));
  await cp(seeded, folder, { recursive: true });
  return folder;
}

export function scanOf({ office }: Pick<OpenOffice, 'office'>): string {
  const bytes = new TextEncoder().encode('%PDF-1.4\n% CONTOH\n%%EOF\n');
  return must(office.scans.pick({ name: 'contoh.pdf', bytes })).scanId;
}

/** Confirms what waits for this subject, as the head. */
export function confirmOpen({ office }: Pick<OpenOffice, 'office'>, subjectId: string, by: Acting) {
  const open = must(office.approvals.open());
  const proposal = open.find((one) => one.subjectId === subjectId);
  if (proposal === undefined) return undefined;
  const { proposalId, sha256 } = proposal;
  return office.approvals.decide({ proposalId, sha256, decision: 'CONFIRM', note: 'Contoh' }, by, (one) => {
    const { kind } = one;
    // No walk proposes anything else.
    return kind === 'SIGNING' || kind === 'VERSION'
      ? office.agreements.confirm({ ...one, kind }, by)
      : failed(appFailure('STEP_ORDER', 'walk', kind));
  });
}

function enterAgreement(rooms: OpenOffice, profile: AgreementProfile): void {
  const { agreements, people } = rooms.office;
  const { profileId: agreementId, signedOn } = profile;
  const letter = { number: '800/001/CONTOH/2026', date: signedOn };
  const enact = (act: Parameters<typeof people.enact>[0], by: Acting, id?: string) =>
    must(people.enact(act, by, id));
  must(agreements.act({ act: 'DRAFT', profile: { ...profile } }, byManager));
  must(
    agreements.act(
      {
        act: 'PROPOSE_SIGNING',
        agreementId,
        scanId: scanOf(rooms),
        weekday: weekdayName(signedOn),
        place: 'Tirta Contoh',
        ...(profile.approvalLetter === undefined ? { noApprovalLetterReason: 'Contoh' } : {}),
      },
      byManager,
    ),
  );
  const confirmed = confirmOpen(rooms, agreementId, byHead);
  if (confirmed !== undefined) must(confirmed);
  if (profile.kind === 'DUKCAPIL_ACCESS') {
    for (const personId of operators) {
      const operatorId = operatorIdOf(personId, agreementId);
      enact({ act: 'PROPOSE_OPERATOR', personId, agreementId, letter }, byManager, operatorId);
      const nda: PeopleAct = {
        act: 'RECORD_NDA',
        operatorId,
        scanId: scanOf(rooms),
        signedOn,
        stamped: true,
      };
      enact(nda, byManager);
      enact({ act: 'APPROVE_OPERATOR', operatorId, dukcapilLetter: letter }, byHead);
    }
    const agreementNumber = profile.numbers.party2;
    // The head of the sample office took office with its first agreement.
    const since = profiles[0]?.signedOn ?? signedOn;
    const stamped = {
      signedOn: signedOn < since ? since : signedOn,
      stamped: true,
      agreementNumber,
    } as const;
    enact({ act: 'RECORD_SPTJM', agreementId, scanId: scanOf(rooms), ...stamped }, byManager);
    must(agreements.installConnection(agreementId, practiceConnection, bySamOfficer));
    must(agreements.act({ act: 'RECORD_USER_ID', agreementId, letter }, byManager));
  }
  must(agreements.act({ act: 'ACTIVATE', agreementId }, byHead));
  if (profile.kind !== 'DUKCAPIL_ACCESS') return;
  for (const personId of operators) {
    enact(
      { act: 'ACTIVATE_OPERATOR', operatorId: operatorIdOf(personId, agreementId), trainingNote: 'Contoh' },
      byManager,
    );
  }
}

export function operatorIdOf(personId: string, agreementId: string): string {
  return agreementId === profiles[0]?.profileId ? `operator-${personId}` : `op-${agreementId}-${personId}`;
}
