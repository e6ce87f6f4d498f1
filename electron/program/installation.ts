/**
 * What an installation has on its disk, opened in one go: keys, database, and the ledgers over them. Fails with the one link
 * that is broken – key store, lock, damage, disk – and leaves everything as it found it.
 */
import { mkdirSync } from 'node:fs';
import { ok, type Result } from '../../native/failure.ts';
import { type AuditLog, auditLog } from '../audit/index.ts';
import {
  consentBooks,
  type KeptRecords,
  keptRecords,
  type ResidentRequests,
  residentRequests,
} from '../consent/index.ts';
import {
  type InquiryLedger,
  inquiryLedger,
  type QuotaLedger,
  quotaLedger,
  type RecordService,
  serviceRecorder,
  type VisitLedger,
  visitLedger,
} from '../ledger/index.ts';
import { type Outbox, outbox } from '../outbox/index.ts';
import { type Tally, tally } from '../report/index.ts';
import type { KeyPair } from '../sealing/index.ts';
import {
  type Clock,
  forgetKeyRing,
  type KeyRing,
  type KeyWrapper,
  keyKinds,
  type OpenStore,
  openKeys,
  openStore,
  recoverKeys,
  type StateTable,
  type StoreFailure,
  setAside,
  stateTable,
  trainingWrapper,
} from '../store/index.ts';
import { placesIn } from './places.ts';

export interface Installation {
  readonly keys: KeyRing;
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly counted: Tally;
  readonly outbox: Outbox;
  readonly kept: KeptRecords;
  readonly requests: ResidentRequests;
  readonly quota: QuotaLedger;
  readonly inquiries: InquiryLedger;
  readonly visits: VisitLedger;
  readonly state: StateTable;
  readonly recordService: RecordService;
  close(): void;
}

/** How the keys of the installation in this folder are wrapped; `undefined` where there is none yet. */
export function wrappingsOf(folder: string): readonly string[] | undefined {
  return keyKinds(placesIn(folder).path);
}

/** @param recovery the pair of the institution, for a new installation: its keys are wrapped for it too */
export async function openInstallation(
  folder: string,
  wrapper: KeyWrapper,
  clock: Clock,
  recovery?: KeyPair,
): Promise<Result<Installation, StoreFailure>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const recoveryKey = recovery === undefined ? {} : { recoveryKey: recovery.publicKey };
  return openWith(folder, await openKeys({ ...placesIn(folder), wrapper, ...recoveryKey }), clock);
}

/**
 * Opens what somebody practises on. A trial of Ketuk from before the first release may have left a database that cannot be carried
 * on; nothing in it is owed to anybody, so practice goes on with a new one and the old one stays beside it under another name.
 */
export async function openPractice(
  folder: string,
  clock: Clock,
): Promise<Result<Installation, StoreFailure>> {
  const opened = await openInstallation(folder, trainingWrapper, clock);
  if (opened.ok || opened.failure.code !== 'STORE_TOO_OLD') return opened;
  setAside(placesIn(folder).databasePath);
  return openInstallation(folder, trainingWrapper, clock);
}

/** Opens an installation whose keyring or passphrase is lost, and wraps its keys for this computer anew. */
export async function recoverInstallation(
  folder: string,
  wrapper: KeyWrapper,
  clock: Clock,
  recovery: KeyPair,
): Promise<Result<Installation, StoreFailure>> {
  const opened = openWith(folder, await recoverKeys({ ...placesIn(folder), wrapper }, recovery), clock);
  if (!opened.ok) return opened;
  const noted = opened.value.audit.append({ actor: 'SYSTEM', counter: '-' }, { event: 'KEYS_RECOVERED' });
  if (noted.ok) return opened;
  opened.value.close();
  return noted;
}

function openWith(
  folder: string,
  keys: Result<KeyRing, StoreFailure>,
  clock: Clock,
): Result<Installation, StoreFailure> {
  if (!keys.ok) return keys;
  const { databasePath } = placesIn(folder);
  const store = openStore({ path: databasePath, key: keys.value.database, clock });
  if (!store.ok) {
    forgetKeyRing(keys.value);
    return store;
  }
  return ok(assemble(keys.value, store.value, clock));
}

function assemble(keys: KeyRing, store: OpenStore, clock: Clock): Installation {
  const counted = tally(store);
  const audit = auditLog(store, clock, keys.installationId, keys.audit, counted.note);
  const state = stateTable(store, clock);
  const owed = outbox(store, state, audit, clock);
  const consents = consentBooks(store, audit, clock);
  const kept = keptRecords(store, audit, clock, consents, keys.records);
  return {
    keys,
    store,
    clock,
    audit,
    counted,
    outbox: owed,
    kept,
    requests: residentRequests(store, audit, clock, consents),
    quota: quotaLedger(store),
    inquiries: inquiryLedger(store),
    visits: visitLedger(store),
    state,
    recordService: serviceRecorder({ store, clock, audit, outbox: owed, kept }),
    close: () => {
      store.close();
      forgetKeyRing(keys);
    },
  };
}
