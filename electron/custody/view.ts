/** The inventory as the pages show it: the reconciliation of each agreement, its cards with what comes next, its readers. */
import {
  type Acting,
  type CardReaderRow,
  type CustodyView,
  may,
  nextSamStatus,
  type SamCardRow,
  type SamEvent,
  samEvents,
  samRules,
} from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import { type Books, nameOf } from './books.ts';
import type { CustodyFacts } from './ports.ts';
import { reconciliation } from './reconcile.ts';
import type { CardRow, ReaderRow } from './tables.ts';

export function custodyView(
  { tables, ports }: Books,
  reader: Reader,
  acting: Acting,
  agreementId?: string,
): CustodyView {
  const [where, values] = agreementId === undefined ? ['', []] : ['WHERE agreement_id = ? ', [agreementId]];
  const cards = tables.cards.select(reader, `${where}ORDER BY rowid`, ...values);
  const devices = tables.readers.select(reader, `${where}ORDER BY rowid`, ...values);
  const byId = new Map(devices.map((device) => [device.reader_id, device]));
  const agreementIds = [...new Set(cards.map((card) => card.agreement_id))];
  const facts = new Map(agreementIds.map((id) => [id, ports.agreement(id)]));
  return {
    lines: agreementIds.map((id) => reconciliation(reader, id)),
    cards: cards.map((card) => cardView(card, byId, facts.get(card.agreement_id), acting)),
    readers: devices.map(readerView),
  };
}

function cardView(
  row: CardRow,
  devices: ReadonlyMap<string, ReaderRow>,
  facts: CustodyFacts | undefined,
  { roles }: Acting,
): SamCardRow {
  const device = row.reader_id === null ? undefined : devices.get(row.reader_id);
  const next = nextStep(row, facts?.ended ?? true);
  return {
    samId: row.sam_id,
    agreementId: row.agreement_id,
    name: nameOf(row),
    status: row.status,
    rejected: row.rejected === 1,
    ticket: row.ticket,
    hasConfiguration: row.config_sha256 !== null,
    reader: device === undefined ? null : { serial: device.serial, counter: device.counter },
    incident: row.incident,
    validUntil: facts?.lastDay ?? null,
    next: next === undefined ? null : { event: next, who: 'SAM_OFFICER' },
    events: samEvents.filter(
      (event) => nextSamStatus(row.status, event) !== undefined && may(roles, samRules[event].action),
    ),
  };
}

function readerView({ reader_id: readerId, agreement_id: agreementId, ...row }: ReaderRow): CardReaderRow {
  const { serial, model, counter, status } = row;
  return { readerId, agreementId, serial, model, counter, status };
}

/** @param ended the agreement is over, so that every way leads back to Dukcapil */
function nextStep(row: CardRow, ended: boolean): SamEvent | undefined {
  switch (row.status) {
    case 'PROCURED':
      return ended ? undefined : 'REQUEST_PERSO';
    case 'PERSO_REQUESTED':
      return 'RECEIVE';
    case 'PERSONALISED':
      if (ended) return 'REQUEST_DEACTIVATION';
      if (row.config_sha256 === null) return 'IMPORT_CONFIG';
      return row.reader_id === null || row.uid === null ? 'PAIR' : 'ACTIVATE';
    case 'ACTIVE':
      return ended ? 'REQUEST_DEACTIVATION' : undefined;
    case 'SUSPENDED':
      return ended ? 'REQUEST_DEACTIVATION' : 'RESUME';
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
