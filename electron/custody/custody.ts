/**
 * The room of SAM custody: every SAM card and every reader from purchase to BAST, accounted for to the last one (domain 4.2). Each act
 * is one durable transaction with its events and audit entries, and none is written that leaves a card unaccounted for.
 */
import { randomUUID } from 'node:crypto';
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import {
  type Acting,
  appFailure,
  type CustodyAct,
  type CustodyEntry,
  type CustodyView,
  may,
  type ProposalRow,
  type SamTestFinding,
  samRules,
} from '../contract/index.ts';
import type { Clock, Reader, Store, Writer } from '../store/index.ts';
import { type CardAct, eventOf, isCardAct } from './act.ts';
import { arriving } from './arriving.ts';
import { atCounter, type SamAtCounter } from './at-counter.ts';
import { booksOf, nameOf, outOfOrder, type Reference } from './books.ts';
import { configurationIn, configurationSeal } from './configuration.ts';
import { historyOf } from './history.ts';
import { type Inventory, inventoryOf } from './inventory.ts';
import { leaving } from './leaving.ts';
import { leftoversOf, noticesOf, readersLeftOf } from './owed.ts';
import type { CustodyPorts, SamProposal } from './ports.ts';
import { reconciled } from './reconcile.ts';
import { type ReturningConfiguration, returningConfiguration } from './returning-configuration.ts';
import { serving } from './serving.ts';
import { type Stay, staysOf } from './stays.ts';
import type { CardRow } from './tables.ts';
import { type SamUnderTest, testing } from './testing.ts';
import { custodyView } from './view.ts';

export interface Custody {
  /** Gives the id of what was made or changed first. @param id of an order or a reader that is made */
  act(act: CustodyAct, acting: Acting, id?: string): Result<string>;
  /** @param bytes of the file that came with the card (docs/sam-configuration.md) */
  importConfiguration(samId: string, bytes: Uint8Array, acting: Acting): Result<unknown>;
  /** What the device test of this card is given; the one other process that its configuration is opened for. */
  underTest(samId: string, acting: Acting): Result<SamUnderTest>;
  /** Why no reader may be opened under this agreement now, be it for a test. */
  unfitToTest(agreementId: string): Failure | undefined;
  /** Gives whether the card passed. */
  recordTest(samId: string, finding: SamTestFinding, acting: Acting): Result<{ readonly passed: boolean }>;
  /** The way of a configuration back to Dukcapil. */
  readonly returns: ReturningConfiguration;
  /** The effect of a proposal that was confirmed; joins the transaction that writes the decision. */
  confirm(proposal: SamProposal, acting: Acting): Result<unknown>;
  /** How a proposal reads to who confirms it. */
  describe(proposal: SamProposal): Pick<ProposalRow, 'subject' | 'changes'>;
  /** @param agreementId of one agreement only */
  view(acting: Acting, agreementId?: string): Result<CustodyView>;
  /** What happened to the card, newest first. */
  history(samId: string): Result<readonly CustodyEntry[]>;
  /** Every card and reader of an agreement, with what a BAST states of it. */
  inventory(agreementId: string): Result<Inventory>;
  /** Some of its cards read now. */
  anyActive(agreementId: string): Result<boolean>;
  /** The agreement is suspended or over: its cards stop, in the caller's transaction. Gives how many. */
  stopAll(agreementId: string): Result<number>;
  /** Cards that were personalised or may be, and how many of them Dukcapil does not have back. */
  leftovers(agreementId: string): Result<{ readonly all: number; readonly open: number }>;
  /** Readers of the agreement, and how many of them were not made inactive. */
  readersLeft(agreementId: string): Result<{ readonly all: number; readonly open: number }>;
  /** Where the readers of the agreement stood, oldest first. */
  stays(agreementId: string): Result<readonly Stay[]>;
  /** Cards that are lost or damaged and not written off. */
  notices(): Result<readonly Failure[]>;
  /**
   * Why this SAM must not read in this reader now. `undefined` also where the books know neither the card nor any card
   * that was ever active: `keepsInventory` says so.
   */
  unfit(agreementId: string, terminal: string, uid: string | undefined): Failure | undefined;
  /** A card of this agreement was activated through the books, which from then on say alone what may read. */
  keepsInventory(agreementId: string): Result<boolean>;
  /** Why no card may read at this counter now; `undefined` where one may, or where the books keep none. */
  refusedHere(agreementId: string): Failure | undefined;
  /** Why this counter keeps its name: a reader is on record under it, and would be at no counter any more. */
  holdsName(): Failure | undefined;
  /** What opens the card in use at this counter. */
  samHere(agreementId: string): Result<SamAtCounter | undefined>;
}

const SYSTEM_COUNTER = '-';

/** @param master 32 bytes, from which the key that seals configurations is derived */
export function custody(
  store: Store,
  audit: AuditLog,
  clock: Clock,
  master: Uint8Array,
  ports: CustodyPorts,
): Custody {
  const books = booksOf(store, audit, clock, ports, configurationSeal(master));
  const arrival = arriving(books);
  const service = serving(books);
  const departure = leaving(books);
  const tests = testing(books);
  const here = atCounter(books);
  const returns = returningConfiguration(books);

  function activeOf(reader: Reader, agreementId: string): readonly CardRow[] {
    const active = "WHERE agreement_id = ? AND status = 'ACTIVE'";
    return books.tables.cards.select(reader, active, agreementId);
  }

  function mayDo(act: CustodyAct, { roles }: Acting): boolean {
    return may(roles, isCardAct(act) ? samRules[eventOf[act.act]].action : 'MANAGE_DEVICES');
  }

  function act(asked: CustodyAct, acting: Acting, id: string = randomUUID()): Result<string> {
    if (!mayDo(asked, acting)) return failed(appFailure('NOT_PERMITTED', `custody.${asked.act}`));
    return store.transaction((writer) => {
      if (isCardAct(asked)) return eachCard(writer, asked, acting);
      switch (asked.act) {
        case 'PROCURE': {
          const made = arrival.procure(writer, asked, acting, id);
          const whole = made.ok ? reconciled(writer, asked.agreementId) : made;
          return whole.ok ? made : whole;
        }
        case 'REGISTER_READER':
          return arrival.registerReader(writer, asked, acting, id);
        case 'MOVE_READER':
          return arrival.moveReader(writer, asked, acting);
        case 'DEACTIVATE_READER': {
          const reader = books.tables.readers.find(writer, asked.readerId);
          if (reader === undefined) return outOfOrder('no such reader');
          const wrong = books.outsideAgreement(reader.agreement_id, asked.letter.date);
          if (wrong !== undefined) return failed(wrong);
          const moved = books.moveReader(writer, reader, 'DEACTIVATE', acting, { letter: asked.letter });
          return moved.ok ? ok(asked.readerId) : moved;
        }
      }
    });
  }

  /** All the cards of a letter, or none. */
  function eachCard(writer: Writer, asked: CardAct, acting: Acting): Result<string> {
    const samIds = 'samIds' in asked ? asked.samIds : [asked.samId];
    const touched = new Set<string>();
    for (const samId of samIds) {
      const row = books.card(writer, samId);
      if (row === undefined) return outOfOrder('no such SAM card');
      touched.add(row.agreement_id);
      const done = cardStep(writer, row, asked, acting);
      if (!done.ok) return done;
    }
    for (const agreementId of touched) {
      const whole = reconciled(writer, agreementId);
      if (!whole.ok) return whole;
    }
    return ok(samIds[0] ?? '');
  }

  function cardStep(writer: Writer, row: CardRow, asked: CardAct, acting: Acting): Result<unknown> {
    if (!samRules[eventOf[asked.act]].from.some((status) => status === row.status)) {
      return outOfOrder(`${asked.act} of a SAM card in ${row.status}`);
    }
    switch (asked.act) {
      case 'REQUEST_PERSO':
        return arrival.requestPersonalisation(writer, row, asked, acting);
      case 'REJECT':
        return books.move(writer, row, 'REJECT', acting, {
          reference: { letter: asked.letter, reason: asked.reason },
          on: asked.letter.date,
          change: { rejected: 1 },
        });
      case 'RECEIVE':
        return arrival.receive(writer, row, asked, acting);
      case 'PAIR':
        return arrival.pair(writer, row, asked, acting);
      case 'PROPOSE_ACTIVATION':
        return service.proposeActivation(writer, row, acting);
      case 'SUSPEND':
        return service.suspend(writer, row, asked.reason, acting);
      case 'RESUME':
        return service.resume(writer, row, asked, acting);
      case 'REPORT_LOST':
        return service.reportLost(writer, row, asked, acting);
      case 'PROPOSE_DEACTIVATION':
        return departure.proposeDeactivation(row, asked, acting);
      case 'CONFIRM_DEACTIVATION':
        return departure.deactivated(writer, row, asked, acting);
      case 'HAND_IN':
        return departure.handIn(writer, row, asked, acting);
      case 'WRITE_OFF':
        return departure.writeOff(writer, row, asked, acting);
    }
  }

  /** Runs a step of one card and sees that every card is still accounted for. */
  function onCard<T>(samId: string, step: (writer: Writer, row: CardRow) => Result<T>): Result<T> {
    return store.transaction((writer) => {
      const row = books.card(writer, samId);
      if (row === undefined) return outOfOrder('no such SAM card');
      const done = step(writer, row);
      const whole = done.ok ? reconciled(writer, row.agreement_id) : done;
      return whole.ok ? done : whole;
    });
  }

  return {
    act,

    importConfiguration(samId, bytes, acting) {
      if (!may(acting.roles, samRules.IMPORT_CONFIG.action)) {
        return failed(appFailure('NOT_PERMITTED', 'custody.IMPORT_CONFIG'));
      }
      const file = configurationIn(bytes);
      if (!file.ok) return file;
      return onCard(samId, (writer, row) => arrival.importConfiguration(writer, row, file.value, acting));
    },

    underTest(samId, acting) {
      if (!may(acting.roles, samRules.TEST.action)) {
        return failed(appFailure('NOT_PERMITTED', 'custody.TEST'));
      }
      const read = store.read((reader) => tests.underTest(reader, samId));
      return read.ok ? read.value : read;
    },

    unfitToTest: tests.unfitToTest,

    returns: {
      ...returns,
      returnTo: (place, asked, acting) =>
        may(acting.roles, samRules.RETURN_CONFIG.action)
          ? returns.returnTo(place, asked, acting)
          : failed(appFailure('NOT_PERMITTED', 'custody.RETURN_CONFIG')),
    },

    recordTest: (samId, finding, acting) =>
      may(acting.roles, samRules.TEST.action)
        ? onCard(samId, (writer, row) => tests.record(writer, row, finding, acting))
        : failed(appFailure('NOT_PERMITTED', 'custody.TEST')),

    confirm: (proposal, acting) =>
      onCard(proposal.subjectId, (writer, row) =>
        proposal.kind === 'SAM_ACTIVATION'
          ? service.confirmActivation(writer, row, proposal, acting)
          : departure.confirmDeactivation(writer, row, proposal, acting),
      ),

    describe(proposal) {
      const read = store.read((reader) => books.card(reader, proposal.subjectId));
      const row = read.ok ? read.value : undefined;
      const to = proposal.kind === 'SAM_ACTIVATION' ? 'ACTIVE' : 'DEACT_REQUESTED';
      const said = saidBy(JSON.parse(proposal.body) as Reference);
      return {
        subject: row === undefined ? proposal.subjectId : nameOf(row),
        changes: [{ field: 'samStatus', from: row?.status ?? '', to }, ...said],
      };
    },

    view: (acting, agreementId) => store.read((reader) => custodyView(books, reader, acting, agreementId)),

    history: (samId) =>
      store.transaction((writer) => {
        const row = books.card(writer, samId);
        return row === undefined ? outOfOrder('no such SAM card') : ok(historyOf(books, writer, row));
      }),
    inventory: (agreementId) => store.read((reader) => inventoryOf(books, reader, agreementId)),

    anyActive: (agreementId) => store.read((reader) => activeOf(reader, agreementId).length > 0),

    stopAll: (agreementId) =>
      store.transaction((writer): Result<number> => {
        const rows = activeOf(writer, agreementId);
        const system: Acting = { personId: 'SYSTEM', roles: [], counter: SYSTEM_COUNTER };
        for (const row of rows) {
          const stopped = service.suspend(writer, row, 'AGREEMENT_STOPPED', system);
          if (!stopped.ok) return stopped;
        }
        const whole = rows.length === 0 ? ok(undefined) : reconciled(writer, agreementId);
        return whole.ok ? ok(rows.length) : whole;
      }),

    leftovers: (agreementId) => store.read((reader) => leftoversOf(books, reader, agreementId)),

    readersLeft: (agreementId) => store.read((reader) => readersLeftOf(books, reader, agreementId)),

    stays: (agreementId) => store.read((reader) => staysOf(books, reader, agreementId)),

    notices: () => store.read((reader) => noticesOf(books, reader)),

    unfit(agreementId, terminal, uid) {
      const read = store.read((reader) => here.unfit(reader, agreementId, terminal, uid));
      return read.ok ? read.value : read.failure;
    },

    keepsInventory: (agreementId) => store.read((reader) => here.everActive(reader, agreementId)),

    refusedHere(agreementId) {
      const read = store.read((reader) => here.refused(reader, agreementId));
      return read.ok ? read.value : read.failure;
    },

    holdsName() {
      const read = store.read((reader) => here.reader(reader));
      if (!read.ok) return read.failure;
      if (read.value === undefined) return undefined;
      const words = { nomor: read.value.serial, loket: read.value.counter };
      return appFailure('COUNTER_HAS_READER', 'custody', undefined, words);
    },

    samHere: (agreementId) => store.read((reader) => here.sam(reader, agreementId)),
  };
}

/** What of a proposal is read before it is confirmed: the place the card is to read in, or why it is given up and by which letter. */
function saidBy({ reader, counter, cause, letter }: Reference): ProposalRow['changes'] {
  const { number, date } = (letter ?? {}) as Reference;
  const said = { reader, counter, cause, letter: number, letterDate: date };
  return Object.entries(said).flatMap(([field, value]) =>
    typeof value === 'string' ? [{ field, from: '', to: value }] : [],
  );
}
