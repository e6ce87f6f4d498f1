/** What is owed to Dukcapil after the end: cards that are not back, by when, and whether that day has passed. */
import type { CustodyAgreement } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import type { Books } from './books.ts';

/** Cards that were personalised or may be, and how many of them Dukcapil does not have back. */
export function leftoversOf(books: Books, reader: Reader, agreementId: string) {
  const owed = books
    .cardsOf(reader, agreementId)
    .filter(({ serial, status }) => serial !== null || status === 'PERSO_REQUESTED');
  const open = owed.filter(({ status }) => status !== 'RETURNED' && status !== 'WRITTEN_OFF');
  return { all: owed.length, open: open.length };
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
