/**
 * The receipt of a consent (domain 5.6) as plain text: two copies, one of which is signed and stays. It is what the page shows, and what
 * prints where no pages can be laid out or the system prints no PDF (docs/decisions/0010-printing-by-the-visit.md).
 */
import { type AskedElement, askedElements } from './asked-elements.ts';
import { consentNotice, type NoticeFacts } from './consent-notice.ts';
import { receiptItems, receiptTexts } from './consent-receipt-words.ts';
import type { ElementPart } from './elements.ts';
import { centred, columns, hanging, labelled, wrapped } from './paper-lines.ts';
import { type Tongue, writtenMoment } from './written.ts';

export interface ReceiptFacts extends NoticeFacts {
  readonly values: readonly { readonly part: ElementPart; readonly value: string; readonly reason: string }[];
  readonly holder: { readonly nik: string; readonly name: string };
  readonly counter: string;
  readonly operator: string;
  /** Epoch milliseconds. */
  readonly askedAt: number;
  readonly timeZone: string;
  readonly training: boolean;
}

/** Both copies, a form feed between them. */
export function consentReceipt(facts: ReceiptFacts, tongue: Tongue): string {
  return receiptTexts[tongue].copies.map((copy) => sheet(facts, tongue, copy)).join('\f');
}

function sheet(facts: ReceiptFacts, tongue: Tongue, copy: string): string {
  const text = receiptTexts[tongue];
  const notice = consentNotice(facts, tongue);
  const { receiptNo, counter, operator, askedAt, timeZone, institution, holder } = facts;
  return [
    ...(facts.training ? [centred(text.training), ''] : []),
    centred(text.title),
    centred(copy),
    '',
    `${text.number}: ${receiptNo}`,
    `${text.time}: ${writtenMoment(askedAt, timeZone, tongue)}   ${text.counter}: ${counter}`,
    '',
    ...wrapped(text.agrees(holder.nik, holder.name, institution)),
    '',
    ...askedElements(facts.values).flatMap((asked) => elementLines(asked, tongue)),
    '',
    ...receiptItems(notice, tongue).flatMap(({ title, words }) => labelled(title, words)),
    ...labelled(text.note, text.voluntary),
    ...labelled('', notice.apart.text),
    '',
    '',
    `    ${text.resident.padEnd(columns / 2)}${text.officer}`,
    '',
    '',
    '',
    `    ${'.'.repeat(28).padEnd(columns / 2)}${operator}`,
    '',
    notice.footer,
    '',
  ].join('\n');
}

function elementLines({ label, value }: AskedElement, tongue: Tongue): string[] {
  return hanging(`  ${label[tongue]}: `, value);
}
