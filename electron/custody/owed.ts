/** What is owed to Dukcapil after the end: cards that are not back, by when, and whether that day has passed. */
import type { Failure } from '../../native/failure.ts';
import { appFailure, type CustodyAgreement, settledStatuses } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import { type Books, nameOf } from './books.ts';

/** Cards that were personalised or may be, and how many of them Dukcapil does not have back. */
export function leftoversOf(books: Books, reader: Reader, agreementId: string) {
  const owed = books
    .cardsOf(reader, agreementId)
    .filter(({ serial, status }) => serial !== null || status === 'PERSO_REQUESTED');
  const open = owed.filter(({ status }) => !settledStatuses.has(status));
  return { all: owed.length, open: open.length };
}

/** A reader stays with the institution and is made inactive. */
export function readersLeftOf({ tables }: Books, reader: Reader, agreementId: string) {
  const devices = tables.readers.select(reader, 'WHERE agreement_id = ?', agreementId);
  return { all: devices.length, open: devices.filter(({ status }) => status !== 'DEACTIVATED').length };
}

/** `undefined` while the agreement runs, or when nothing is owed. */
export function owedOf(books: Books, reader: Reader, agreementId: string): CustodyAgreement['owed'] {
  const facts = books.ports.agreement(agreementId);
  if (facts?.ended !== true) return null;
  const { open: cards } = leftoversOf(books, reader, agreementId);
  if (cards === 0) return null;
  const due = books.ports.returnDue(agreementId) ?? null;
  return { cards, due, late: due !== null && facts.today > due };
}

/** What whoever looks after the cards is told until it is settled; what is due by a day stands in the agenda. */
export function noticesOf(books: Books, reader: Reader): readonly Failure[] {
  return books.tables.cards
    .select(reader, "WHERE status = 'LOST_OR_DAMAGED' ORDER BY rowid")
    .map((card) => appFailure('SAM_LOST', 'custody', undefined, { nomor: nameOf(card) }));
}
