/** The real room of custody on a real database with real approvals; agreement, papers and medium are the campaign's own. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approvals, type Proposal } from '../../../electron/approval/index.ts';
import { auditLog } from '../../../electron/audit/index.ts';
import type { Acting, SignedHandover } from '../../../electron/contract/index.ts';
import { custody, type Medium } from '../../../electron/custody/index.ts';
import { newSigningPair, openStore, type Store } from '../../../electron/store/index.ts';
import { ok, type Result } from '../../../native/failure.ts';
import { type Around, firstDay, isOver, reads } from './agreement.ts';

export const people: readonly Acting[] = [
  { personId: 'coba-hartono', roles: ['SAM_OFFICER'], counter: 'Loket 1' },
  { personId: 'coba-kedua', roles: ['SAM_OFFICER'], counter: 'Loket 1' },
  { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' },
  { personId: 'simula-ningsih', roles: ['OPERATOR'], counter: 'Loket 1' },
  { personId: 'misal-lestari', roles: ['AUDITOR'], counter: 'Loket 1' },
];
export const firstPerson: Acting = people[0] ?? { personId: '', roles: [], counter: '' };

/**
 * In memory where the system has such a folder: what a disk does to a commit is proven by `proof outbox`, and here a hundred thousand
 * lives would wait for it a million times.
 */
const folders = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export function openBooks() {
  const folder = mkdtempSync(join(folders, 'ketuk-custody-'));
  const clock = { now: () => Date.UTC(2026, 5, 1), after: () => () => undefined };
  const store = must(openStore({ path: join(folder, 'ketuk.db'), key: new Uint8Array(32).fill(3), clock }));
  const audit = auditLog(store, clock, 'proof', newSigningPair());
  const decisions = approvals(store, audit, clock, (personId) => personId);
  const around = new Map<string, Around>();
  const copies = new Map<string, Uint8Array>();
  const handovers = new Map<string, readonly SignedHandover[]>();
  /** All that were ever made, by card: some were withdrawn or decided since, and are asked for all the same. */
  const proposals = new Map<string, readonly Proposal[]>();
  /** Where somebody sits down now. */
  const here = { counter: 'Loket 1' };
  const openRoom = (over: Store, on: Medium) =>
    custody(over, audit, clock, new Uint8Array(32).fill(5), {
      agreement(agreementId) {
        const present = around.get(agreementId);
        if (present === undefined) return undefined;
        const { lastDay, today } = present;
        const standing = { inForce: reads(present), ended: isOver(present) };
        return { number: agreementId, allowsReader: true, signedOn: firstDay, lastDay, today, ...standing };
      },
      agreementIds: () => [],
      returnDue: () => undefined,
      waiting: () => [],
      nameOf: (personId) => personId,
      propose(kind, subjectId, body, acting) {
        const proposed = decisions.propose({ kind, subjectId, body }, acting);
        if (proposed.ok) proposals.set(subjectId, [...(proposals.get(subjectId) ?? []), proposed.value]);
        return proposed;
      },
      withdrawProposals: (samId, acting) => decisions.withdrawAll(samId, acting),
      lost: () => ok(undefined),
      signedHandovers: (agreementId) => handovers.get(agreementId) ?? [],
      counter: () => here.counter,
      medium: on,
      forgetNow: () => store.forgetNow(),
    });
  const medium: Medium = {
    write(path, bytes) {
      copies.set(path, Uint8Array.from(bytes));
      return ok(undefined);
    },
    read: (path) => ok(Uint8Array.from(copies.get(path) ?? [])),
    present: (path) => ok(copies.get(path)),
  };
  return {
    store,
    decisions,
    room: openRoom(store, medium),
    openRoom,
    medium,
    copies,
    around,
    handovers,
    proposals,
    here,
    close() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Books = ReturnType<typeof openBooks>;

export const letterOn = (date: string) => ({ number: 'CONTOH/2026', date });
export const serialOf = (samId: string) => `SAM-${samId}`.slice(0, 40);
const secretsOf = (samId: string) => createHash('sha256').update(samId).digest('hex');
export const uidOf = (samId: string) => secretsOf(samId).slice(32, 46);

export function configurationFile(samId: string): Uint8Array {
  const secrets = secretsOf(samId);
  const fields = { SERIAL: serialOf(samId), PCID: secrets.slice(0, 32), CONF: secrets, UID: uidOf(samId) };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  return Buffer.from(lines.join(''));
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} at ${result.failure.at}`);
  return result.value;
}
