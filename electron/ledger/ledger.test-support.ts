/** For tests: everything durable of one installation, assembled over a real database, and facts of invented visits. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { auditLog } from '../audit/index.ts';
import { consentBooks, keptRecords, residentRequests } from '../consent/index.ts';
import type { ServiceFact } from '../contract/index.ts';
import { outbox } from '../outbox/index.ts';
import { maskNik, newKeyPair, nikHash, seal, sealWired, toBase64 } from '../sealing/index.ts';
import { newSigningPair, type OpenStore, stateTable } from '../store/index.ts';
import { type ManualClock, manualClock, temporaryFolder, testStore } from '../store/store.test-support.ts';
import { type ServiceContext, serviceRecorder } from './index.ts';

const PEPPER = new Uint8Array(32).fill(0x50);
const MASTER = new Uint8Array(32).fill(0x4d);
const SIGNER = newSigningPair();
export const OUTBOX_PAIR = newKeyPair();
export const NIK = '4001011708950001';

export const serviceContext: ServiceContext = {
  operatorId: 'operator-1',
  counter: 'Loket 1',
  day: '2026-01-05',
  timeZone: 'Asia/Jakarta',
  purpose: 'Penyaluran bantuan',
  balikanRequired: true,
};

export function assemble(store: OpenStore, clock: ManualClock) {
  const audit = auditLog(store, clock, 'installation-1', SIGNER);
  const state = stateTable(store, clock);
  const owed = outbox(store, state, audit, clock);
  const consents = consentBooks(store, audit, clock);
  const kept = keptRecords(store, audit, clock, consents, MASTER);
  const requests = residentRequests(store, audit, clock, consents);
  const record = serviceRecorder({ store, clock, audit, outbox: owed, kept });
  return { store, clock, audit, state, outbox: owed, kept, requests, record };
}
export type Assembled = ReturnType<typeof assemble>;

export function freshInstallation() {
  const path = join(temporaryFolder(), 'ketuk.db');
  const clock = manualClock();
  return { path, ...assemble(testStore(path, clock), clock) };
}

/** A served visit that owes data balikan. Needs sealing's `ready`. */
export function served(change: Partial<ServiceFact> = {}): ServiceFact {
  const content = JSON.stringify({ nik: NIK, param: { JENIS_BANTUAN: 'Beras' } });
  return {
    visitId: randomUUID(),
    agreementId: 'PKS-A',
    profileVersion: 1,
    serviceCode: 'BANSOS',
    registrationNo: 'L1-20260105-0001',
    outcome: 'MATCH',
    verified: true,
    balikan: {
      itemId: randomUUID(),
      envelope: toBase64(seal(OUTBOX_PAIR.publicKey, Buffer.from(content))),
      nikHash: nikHash(PEPPER, NIK),
    },
    ...change,
  };
}

/** The same with a consent and the record kept because of it, sealed to a key that `kept` made for this visit. */
export function servedAndKept(assembled: Assembled, retainedUntil = '2028-01-05'): ServiceFact {
  const fact = served();
  const { recordId, publicKey } = assembled.kept.newRecordKey(fact.visitId);
  const content = JSON.stringify({ values: [{ part: 'FULL_NAME', value: 'SITI UJI' }] });
  return {
    ...fact,
    consent: {
      consentId: randomUUID(),
      receiptNo: `BP-${recordId.slice(0, 8)}`,
      decision: 'GRANTED',
      elements: ['FULL_NAME'],
      retainedUntil,
      noticeVersion: 'v1',
      noticeHash: 'ab'.repeat(32),
      language: 'id',
      evidence: 'PAPER_SIGNATURE',
      evidenceRef: `BP-${recordId.slice(0, 8)}`,
      hasCompanion: false,
    },
    kept: {
      recordId,
      envelope: sealWired(publicKey, Buffer.from(content)),
      maskedNik: maskNik(NIK),
      nikHash: nikHash(PEPPER, NIK),
    },
  };
}
