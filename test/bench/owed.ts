/**
 * An outbox with five years behind it: a million services, each with its item of data balikan, recorded, taken, and acknowledged through
 * the program's own rooms, seals included. Only the audit log is left out: that it may grow is measured elsewhere, and here it would
 * be most of what is written.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { sampleAgreement } from '../../electron/agreement/index.ts';
import type { AuditLog } from '../../electron/audit/index.ts';
import type { ServiceFact } from '../../electron/contract/index.ts';
import { type ServiceContext, serviceRecorder } from '../../electron/ledger/index.ts';
import { type Outbox, outbox } from '../../electron/outbox/index.ts';
import { type Installation, openInstallation } from '../../electron/program/installation.ts';
import { ready } from '../../electron/sealing/index.ts';
import { systemClock, trainingWrapper } from '../../electron/store/index.ts';
import { must } from './cannot-measure.ts';
import { madeOnce } from './history.ts';

export const MILLION = 1_000_000;
/** Items of one transaction, few enough that the log of a transaction stays small. */
const BATCH = 500;
const FIVE_YEARS_MS = 5 * 365 * 86_400_000;
/** A sealed item of data balikan: the JSON of ten fields and the seal. */
const ENVELOPE_BYTES = 480;
const makers = [
  'electron/store',
  'electron/store/migrations',
  'electron/ledger',
  'electron/outbox',
  'test/bench/owed.ts',
];

const agreement = sampleAgreement();
export const agreementId = agreement.profileId;
export const context: ServiceContext = {
  operatorId: 'bench',
  counter: 'Loket 1',
  day: '2026-01-05',
  timeZone: agreement.timeZone,
  purpose: agreement.purpose,
  balikanRequired: true,
};

/** Of the n-th service. */
export const registrationOf = (n: number) => `L1-${String(n).padStart(8, '0')}`;

export function owingFact(n: number): ServiceFact {
  return {
    visitId: randomUUID(),
    agreementId,
    profileVersion: 1,
    serviceCode: 'BENCH',
    registrationNo: registrationOf(n),
    outcome: 'MATCH',
    verified: true,
    balikan: {
      itemId: randomUUID(),
      envelope: randomBytes(ENVELOPE_BYTES).toString('base64'),
      nikHash: randomBytes(32).toString('hex'),
    },
  };
}

export function millionOwed(): Promise<string> {
  return madeOnce('owed', makers, 'a million items of data balikan, which takes some minutes', (folder) =>
    fillOwed(folder, MILLION),
  );
}

/** @param count a multiple of the batch */
export async function fillOwed(folder: string, count: number): Promise<void> {
  await ready();
  let now = Date.now() - FIVE_YEARS_MS;
  const clock = { ...systemClock, now: () => now };
  const installation = must(await openInstallation(folder, trainingWrapper, clock));
  const { store, state, kept, audit } = installation;
  const silent: AuditLog = { ...audit, append: () => ({ ok: true, value: 0 }) };
  const owed = outbox(store, state, silent, clock);
  const record = serviceRecorder({ store, clock, audit: silent, outbox: owed, kept });
  try {
    for (let done = 0; done < count; done += BATCH) {
      now += (FIVE_YEARS_MS / count) * BATCH;
      must(
        store.transaction(() => {
          for (let n = done; n < done + BATCH; n += 1) must(record(owingFact(n), context));
          acknowledgeAll(owed);
          return { ok: true, value: undefined };
        }),
      );
    }
  } finally {
    installation.close();
  }
}

function acknowledgeAll(owed: Outbox): void {
  for (const { itemId } of must(owed.pick(agreementId, BATCH))) {
    must(owed.settle(itemId, { kind: 'ACKNOWLEDGED', duplicate: false, ms: 1 }));
  }
}

export async function openOwed(folder: string): Promise<Installation> {
  return must(await openInstallation(folder, trainingWrapper, systemClock));
}
