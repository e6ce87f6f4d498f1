/** For tests of custody: the room on a real database with real approvals, an agreement that can be ended, and a card's whole way. */
import { join } from 'node:path';
import { ok, type Result } from '../../native/failure.ts';
import { approvals } from '../approval/index.ts';
import { auditLog } from '../audit/index.ts';
import type { Acting, CustodyAct, Role, SamTestFinding } from '../contract/index.ts';
import { newSigningPair, type Store } from '../store/index.ts';
import { manualClock, temporaryFolder, testStore, valueOfResult } from '../store/store.test-support.ts';
import { custody } from './index.ts';
import type { Medium, SamProposalKind } from './ports.ts';

export const officer = person('coba-hartono', 'SAM_OFFICER');
export const manager = person('uji-widodo', 'ACCESS_MANAGER');
export const operator = person('simula-ningsih', 'OPERATOR');
export const auditor = person('misal-lestari', 'AUDITOR');

function person(personId: string, ...roles: Role[]): Acting {
  return { personId, roles, counter: 'Loket 1' };
}

export const PKS = 'tirta-pangan';
export const dated = (date: string) => ({ number: `400.12/${date}/CONTOH`, date });
export const document = dated('2026-03-02');
export const procurement = {
  act: 'PROCURE',
  agreementId: PKS,
  count: 1,
  vendor: 'Vendor Contoh',
  document,
} as const;
export const request = {
  act: 'REQUEST_PERSO',
  letter: dated('2026-03-03'),
  ticket: 'SIFILMA-CONTOH-1',
  ticketOn: '2026-03-04',
} as const;
/** A signed BAST that lists the first cards there are; its id says its day. */
export const signedBast = (signedOn: string) => ({
  paperId: `bast-${signedOn}`,
  agreementId: PKS,
  number: `400.12/${signedOn}/CONTOH`,
  signedOn,
  cards: [1, 2, 3].map(serialOf),
});

/** To a medium, as it is recorded at the end of an agreement. */
export const returned = { medium: 'USB tersegel', on: '2026-05-04', receivedBy: 'Dinas Dukcapil (contoh)' };
export const place = { path: '/media/usb/sam-contoh.txt', fileName: 'sam-contoh.txt' };

export const handIn = {
  act: 'HAND_IN',
  bast: 'bast-2026-05-11',
  shipment: dated('2026-05-12'),
  receipt: dated('2026-05-13'),
  receivedBy: 'Dinas Dukcapil (contoh)',
} as const;

export function configurationFile(number: number, change: Readonly<Record<string, string>> = {}) {
  const fields = {
    SERIAL: serialOf(number),
    PCID: number.toString(16).padStart(32, '0'),
    CONF: 'ab'.repeat(32),
    UID: uidOf(number),
    ...change,
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== '');
  return Buffer.from(`# CONTOH\n${lines.map(([name, value]) => `${name}: ${value}\n`).join('')}`);
}

export const serialOf = (number: number) => `SAM-CONTOH-${String(number).padStart(4, '0')}`;
export const uidOf = (number: number) => number.toString(16).padStart(14, '0');

export function openWorld() {
  const clock = manualClock(Date.UTC(2026, 5, 1, 2));
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), clock);
  const audit = auditLog(store, clock, 'installation-1', newSigningPair());
  const decisions = approvals(store, audit, clock, (personId) => personId);
  const around = {
    inForce: true,
    ended: false,
    allowsReader: true,
    counter: 'Loket 1',
    returnDue: '2026-06-15',
    handovers: [signedBast('2026-05-11')],
  };
  /** Incidents that a lost card was put on record under. */
  const lost: string[] = [];
  const onMedium = new Map<string, Uint8Array>();
  const medium: Medium = {
    write(path, bytes) {
      onMedium.set(path, Uint8Array.from(bytes));
      return ok(undefined);
    },
    read: (path) => ok(Uint8Array.from(onMedium.get(path) ?? [])),
    present: (path) => ok(onMedium.get(path)),
  };
  /** The room as a start of the program opens it, on the same database. */
  const openRoom = (over: Store = store, on: Medium = medium, key = 7) =>
    custody(over, audit, clock, new Uint8Array(32).fill(key), {
      agreement: (agreementId) =>
        agreementId === 'none'
          ? undefined
          : {
              ...around,
              number: '470.1/0007/CONTOH/2026',
              signedOn: '2026-03-02',
              lastDay: '2028-03-02',
              today: '2026-06-01',
            },
      agreementIds: () => [PKS],
      returnDue: () => around.returnDue,
      waiting: () =>
        valueOfResult(decisions.open()).map(({ kind, subjectId: samId, proposedBy }) => ({
          kind: kind as SamProposalKind,
          samId,
          proposedBy,
        })),
      nameOf: (personId) => personId,
      propose: (kind, subjectId, body, acting) => decisions.propose({ kind, subjectId, body }, acting),
      withdrawProposals: (samId, acting) => decisions.withdrawAll(samId, acting),
      lost: (card) => {
        lost.push(card.incident);
        return ok(undefined);
      },
      signedHandovers: () => around.handovers,
      counter: () => around.counter,
      medium: on,
      forgetNow: () => store.forgetNow(),
    });
  const room = openRoom();

  /** Confirms the latest that waits about SAM cards. */
  function decide(acting: Acting): Result<unknown> {
    const proposal = valueOfResult(decisions.open()).at(-1);
    if (proposal === undefined) throw new Error('nothing waits');
    const { proposalId, sha256 } = proposal;
    const kind = proposal.kind as SamProposalKind;
    return decisions.decide({ proposalId, sha256, decision: 'CONFIRM', note: '' }, acting, () =>
      room.confirm({ ...proposal, kind }, acting),
    );
  }

  const act = (asked: CustodyAct, acting: Acting = officer) => room.act(asked, acting);
  const done = (asked: CustodyAct, acting: Acting = officer) => valueOfResult(act(asked, acting));
  const card = (samId: string, acting: Acting = officer) => {
    const found = valueOfResult(room.view(acting)).cards.find((row) => row.samId === samId);
    if (found === undefined) throw new Error(`no card ${samId}`);
    return found;
  };
  let made = 0;

  /** Bought, personalised and configured; ids are `order-N-1`, serials by number. */
  function configured(): string {
    made += 1;
    const order = done({ ...procurement }, officer);
    const samId = `${order}-1`;
    done({ ...request, samIds: [samId] });
    done({ act: 'RECEIVE', samId, letter: dated('2026-03-20'), serial: serialOf(made) });
    valueOfResult(room.importConfiguration(samId, configurationFile(made), officer));
    return samId;
  }

  function reader(number: number): string {
    return done({
      act: 'REGISTER_READER',
      agreementId: PKS,
      serial: `RDR-CONTOH-${number}`,
      model: 'Contoh 1281',
      terminal: 'Pembaca Contoh 00 00',
      counter: `Loket ${number}`,
    });
  }

  /** A device test that went well, or as told. */
  function test(samId: string, found: Partial<SamTestFinding> = {}): void {
    const well = { passed: true, openRefused: false, failures: [], terminal: 'Pembaca Contoh 00 00' };
    valueOfResult(room.recordTest(samId, { ...well, ...found }, officer));
  }

  /** In a reader of its own, at work. */
  function active(): string {
    const samId = configured();
    test(samId);
    done({ act: 'PAIR', samId, readerId: reader(made) });
    done({ act: 'PROPOSE_ACTIVATION', samId });
    valueOfResult(decide(manager));
    return samId;
  }

  return {
    openRoom,
    medium,
    onMedium,
    lost,
    clock,
    store,
    audit,
    around,
    room,
    decisions,
    decide,
    act,
    done,
    card,
    configured,
    test,
    reader,
    active,
  };
}
export type World = ReturnType<typeof openWorld>;
