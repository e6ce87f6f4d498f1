/** For tests: an office with invented people over a real database, papers and proposals included, and passwords that cost nothing. */
import { join } from 'node:path';
import { ok } from '../../native/failure.ts';
import { approvals } from '../approval/index.ts';
import { auditLog } from '../audit/index.ts';
import { addDays } from '../calendar/index.ts';
import type { Acting, Employment, PersonRow, Role } from '../contract/index.ts';
import { scans } from '../document/index.ts';
import { newSigningPair } from '../store/index.ts';
import { manualClock, temporaryFolder, testStore, valueOfResult } from '../store/store.test-support.ts';
import { type AgreementFacts, type Passwords, type People, people } from './index.ts';

const SIGNER = newSigningPair();
export const TODAY = '2026-01-05';
export const letter = { number: '800/0001/CONTOH/2026', date: '2026-01-02' };
export const PKS = 'tirta-pangan';

const facts: AgreementFacts = {
  numbers: { party1: '400.12/0001/CONTOH/2026', party2: '470.1 / 0007 / CONTOH / 2026' },
  timeZone: 'Asia/Jakarta',
  givesAccess: true,
  inForce: true,
  ended: false,
  permanentStaffOnly: true,
  dukcapilApproval: false,
};

/** Reversed is enough to tell a hash from a password. */
export function cheapPasswords(): Passwords & { readonly asked: string[] } {
  const hashOf = (password: string) => `hash:${[...password].reverse().join('')}`;
  const asked: string[] = [];
  return {
    asked,
    decoy: 'decoy',
    hash: (password) => Promise.resolve(ok(hashOf(password))),
    fits(hash, password) {
      asked.push(hash);
      return Promise.resolve(ok(hash === hashOf(password)));
    },
  };
}

export function acting(personId: string, ...roles: Role[]): Acting {
  return { personId, roles, counter: 'Loket 1' };
}
export const it = acting('coba-hartono', 'SAM_OFFICER');
export const head = acting('contoh-pratama', 'ACCESS_RESPONSIBLE');
export const manager = acting('uji-widodo', 'ACCESS_MANAGER');

export function freshOffice(practice = false) {
  const path = join(temporaryFolder(), 'ketuk.db');
  const clock = manualClock();
  const store = testStore(path, clock);
  const audit = auditLog(store, clock, 'installation-1', SIGNER);
  const papers = scans(store, audit, clock);
  const agreements = new Map<string, AgreementFacts>([[PKS, facts]]);
  const passwords = cheapPasswords();
  const decisions = approvals(store, audit, clock, (personId) => room.nameOf(personId));
  const openRoom = (): People =>
    people(store, audit, clock, {
      agreement: (agreementId) => agreements.get(agreementId),
      // Every day works in this calendar.
      workingDayAfter: addDays,
      scans: papers,
      proposals: decisions,
      passwords,
      zone: () => 'Asia/Jakarta',
      counter: () => 'Loket 1',
      practice,
    });
  const room = openRoom();

  return {
    path,
    clock,
    store,
    audit,
    papers,
    agreements,
    passwords,
    decisions,
    room,
    /** As after a restart: the same tables, nobody signed in. */
    openRoom,
    setAgreement(agreementId: string, change: Partial<AgreementFacts>): void {
      agreements.set(agreementId, { ...facts, ...change });
    },
    scan(): string {
      return valueOfResult(papers.pick({ name: 'contoh.pdf', bytes: Buffer.from('%PDF-1.7 %%EOF') })).scanId;
    },
    addPerson(personId: string, employment: Employment = 'PNS'): string {
      const name = personId.replaceAll('-', ' ').toUpperCase();
      const details = { name, position: 'Petugas', employment, employmentNo: '', rank: '' };
      return valueOfResult(room.enact({ act: 'ADD_PERSON', ...details }, it, personId));
    },
    events: () => valueOfResult(audit.list(200)).map(({ event }) => event),
    row(personId: string, as: Acting): PersonRow {
      const found = valueOfResult(room.view(as)).people.find((person) => person.personId === personId);
      if (found === undefined) throw new Error(`${personId} is not in the view`);
      return found;
    },
  };
}
export type FreshOffice = ReturnType<typeof freshOffice>;

/** Everybody of the sample institution, in office since the day before. */
export function staffedOffice(practice = false): FreshOffice {
  const office = freshOffice(practice);
  const { room } = office;
  const from = '2026-01-04';
  for (const personId of ['coba-hartono', 'contoh-pratama', 'uji-widodo', 'simula-ningsih']) {
    office.addPerson(personId);
  }
  valueOfResult(room.enact({ act: 'RECORD_HEAD', personId: head.personId, letter, from, acting: false }, it));
  const appoint = (personId: string, role: 'ACCESS_MANAGER' | 'SAM_OFFICER') =>
    valueOfResult(room.enact({ act: 'APPOINT', personId, role, letter, from }, head));
  appoint(manager.personId, 'ACCESS_MANAGER');
  appoint(it.personId, 'SAM_OFFICER');
  return office;
}

/** An operator at work. Gives the operator's id. */
export function activeOperator(office: FreshOffice, personId = 'simula-ningsih', agreementId = PKS): string {
  const { room } = office;
  const operatorId = proposedOperator(office, personId, agreementId);
  signNda(office, operatorId);
  valueOfResult(room.enact({ act: 'APPROVE_OPERATOR', operatorId }, head));
  if (office.row(personId, it).account === undefined) {
    valueOfResult(room.giveSampleAccount(personId, personId.slice(0, 20), it));
  }
  valueOfResult(room.enact({ act: 'ACTIVATE_OPERATOR', operatorId, trainingNote: 'dilatih' }, manager));
  return operatorId;
}

export function proposedOperator(
  office: FreshOffice,
  personId = 'simula-ningsih',
  agreementId = PKS,
): string {
  return valueOfResult(
    office.room.enact({ act: 'PROPOSE_OPERATOR', personId, agreementId, letter }, manager),
  );
}

export function signNda(office: FreshOffice, operatorId: string): void {
  const nda = { scanId: office.scan(), signedOn: TODAY, stamped: true } as const;
  valueOfResult(office.room.enact({ act: 'RECORD_NDA', operatorId, ...nda }, manager));
}
