/** The inventory as the pages show it: the reconciliation of each agreement, its cards with what comes next, its readers. */
import {
  type Acting,
  type CardReaderRow,
  type CustodyAgreement,
  type CustodyView,
  may,
  maySee,
  nextReaderStatus,
  nextSamStatus,
  type SamCardRow,
  type SamEvent,
  samEvents,
  samRules,
  settledStatuses,
} from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import { type Books, nameOf } from './books.ts';
import { owedOf } from './owed.ts';
import type { CustodyFacts, SamProposalKind, WaitingProposal } from './ports.ts';
import { reconciliation } from './reconcile.ts';
import type { CardRow, ReaderRow } from './tables.ts';
import { countsFor, latestTests } from './testing.ts';

/** What is known besides the row of a card. */
interface Around {
  readonly acting: Acting;
  readonly facts: CustodyFacts | undefined;
  readonly device: ReaderRow | undefined;
  readonly order: string;
  /** Its latest device test went well, and counts for the reader it is in. */
  readonly tested: boolean;
  readonly waiting: WaitingProposal | undefined;
}

const eventProposed: Readonly<Record<SamProposalKind, SamEvent>> = {
  SAM_ACTIVATION: 'ACTIVATE',
  SAM_DEACTIVATION: 'REQUEST_DEACTIVATION',
};

export function custodyView(books: Books, reader: Reader, acting: Acting, agreementId?: string): CustodyView {
  const { tables, ports } = books;
  const [where, values] = agreementId === undefined ? ['', []] : ['WHERE agreement_id = ? ', [agreementId]];
  const all = tables.cards.select(reader, `${where}ORDER BY rowid`, ...values);
  const devices = tables.readers.select(reader, `${where}ORDER BY rowid`, ...values);
  const orders = new Map(tables.orders.select(reader, where, ...values).map((row) => [row.order_id, row]));
  const byId = new Map(devices.map((device) => [device.reader_id, device]));
  const tests = latestTests(books, reader, agreementId);
  const waiting = new Map(ports.waiting().map((proposal) => [proposal.samId, proposal]));
  if (!maySee(acting.roles, 'MANAGE_DEVICES')) return ofThisCounter();
  const withCards = new Set(all.map((card) => card.agreement_id));
  const ids = [...new Set([...ports.agreementIds(), ...withCards])];
  const facts = new Map(ids.map((id) => [id, ports.agreement(id)]));
  return {
    agreements: ids
      .filter((id) => agreementId === undefined || id === agreementId)
      .flatMap((id) => agreementView(books, reader, id, facts.get(id)))
      .filter((row) => row.open || withCards.has(row.agreementId)),
    lines: [...withCards].map((id) => reconciliation(reader, id)),
    cards: all.map((card) => shown(card, facts.get(card.agreement_id))),
    readers: devices.map((row) => readerView(row, all, acting)),
    handovers: [...withCards].flatMap((id) => ports.signedHandovers(id)),
  };

  function shown(card: CardRow, known: CustodyFacts | undefined): SamCardRow {
    const device = card.reader_id === null ? undefined : byId.get(card.reader_id);
    return cardView(card, {
      acting,
      facts: known,
      device,
      order: orders.get(card.order_id)?.document_number ?? '',
      tested: countsFor(tests.get(card.sam_id), device),
      waiting: waiting.get(card.sam_id),
    });
  }

  /** Whoever only serves sees the card of this counter, to report it lost, and nothing else of the inventory. */
  function ofThisCounter(): CustodyView {
    const here = all.filter(({ reader_id: id, status }) => {
      const inUse = status === 'ACTIVE' || status === 'SUSPENDED';
      return inUse && id !== null && books.isHere(byId.get(id)?.counter);
    });
    return {
      agreements: [],
      lines: [],
      cards: here.map((card) => shown(card, ports.agreement(card.agreement_id))),
      readers: [],
      handovers: [],
    };
  }
}

function agreementView(
  books: Books,
  reader: Reader,
  agreementId: string,
  facts: CustodyFacts | undefined,
): CustodyAgreement[] {
  if (facts === undefined) return [];
  const { number, lastDay, ended, allowsReader } = facts;
  const owed = owedOf(books, reader, agreementId);
  return [{ agreementId, number, lastDay, ended, open: allowsReader && !ended, owed: owed ?? null }];
}

function cardView(row: CardRow, around: Around): SamCardRow {
  const { facts, device, order, waiting, acting, tested } = around;
  const next = nextStep(row, facts?.ended ?? true, tested);
  const inReader = device !== undefined && !settledStatuses.has(row.status);
  return {
    samId: row.sam_id,
    agreementId: row.agreement_id,
    name: nameOf(row),
    order,
    status: row.status,
    rejected: row.rejected === 1,
    ticket: row.ticket,
    hasConfiguration: row.config_sha256 !== null,
    hasUid: row.uid !== null,
    reader: inReader ? { serial: device.serial, counter: device.counter } : null,
    incident: row.incident,
    validUntil: facts?.lastDay ?? null,
    next: next === undefined ? null : { event: next, who: 'SAM_OFFICER' },
    waiting: waiting === undefined ? null : { event: eventProposed[waiting.kind], by: waiting.proposedBy },
    events: samEvents.filter((event) => hasPlace(event, row, around) && mayBring(acting, event)),
  };
}

function mayBring({ roles }: Acting, event: SamEvent): boolean {
  return may(roles, samRules[event].action);
}

/** Offered is what main would not refuse for a reason that can be seen beforehand. */
function hasPlace(event: SamEvent, row: CardRow, { facts, waiting, tested }: Around): boolean {
  if (nextSamStatus(row.status, event) === undefined) return false;
  const inForce = facts?.inForce ?? false;
  switch (event) {
    case 'REQUEST_PERSO':
      return inForce;
    case 'IMPORT_CONFIG':
      return row.config_sha256 === null;
    case 'TEST':
      return row.config_sha256 !== null && inForce;
    case 'PAIR':
      return row.config_sha256 !== null && facts?.ended === false;
    case 'ACTIVATE':
      return waiting === undefined && inForce && tested && row.reader_id !== null && row.uid !== null;
    case 'RESUME':
      return waiting === undefined && inForce && tested;
    case 'REQUEST_DEACTIVATION':
      return waiting === undefined;
    default:
      return true;
  }
}

function readerView(row: ReaderRow, cards: readonly CardRow[], { roles }: Acting): CardReaderRow {
  const { reader_id: readerId, agreement_id: agreementId, serial, model, counter, status } = row;
  const inIt = cards.find(
    ({ reader_id: id, status: of }) =>
      id === readerId && (of === 'PERSONALISED' || of === 'ACTIVE' || of === 'SUSPENDED'),
  );
  const mayChange = nextReaderStatus(status, 'DEACTIVATE') !== undefined && may(roles, 'MANAGE_DEVICES');
  return {
    readerId,
    agreementId,
    serial,
    model,
    counter,
    status,
    sam: inIt === undefined ? null : nameOf(inIt),
    mayChange,
  };
}

/** @param ended the agreement is over, so that every way leads back to Dukcapil */
function nextStep(row: CardRow, ended: boolean, tested: boolean): SamEvent | undefined {
  switch (row.status) {
    case 'PROCURED':
      return ended ? undefined : 'REQUEST_PERSO';
    case 'PERSO_REQUESTED':
      return 'RECEIVE';
    case 'PERSONALISED':
      if (ended) return 'REQUEST_DEACTIVATION';
      if (row.config_sha256 === null) return 'IMPORT_CONFIG';
      // The test reads the UID, so that nobody has to type it.
      if (!tested) return 'TEST';
      return row.reader_id === null || row.uid === null ? 'PAIR' : 'ACTIVATE';
    case 'ACTIVE':
      return ended ? 'REQUEST_DEACTIVATION' : undefined;
    case 'SUSPENDED':
      if (ended) return 'REQUEST_DEACTIVATION';
      return tested ? 'RESUME' : 'TEST';
    case 'LOST_OR_DAMAGED':
      return 'WRITE_OFF';
    case 'DEACT_REQUESTED':
      return row.config_sha256 === null ? 'CONFIRM_DEACTIVATION' : 'RETURN_CONFIG';
    case 'CONFIG_RETURNED':
    case 'DEACTIVATED':
      return 'HAND_IN';
    case 'RETURNED':
    case 'WRITTEN_OFF':
      return undefined;
  }
}
