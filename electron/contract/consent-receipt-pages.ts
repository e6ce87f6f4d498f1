/**
 * The receipt of a consent (domain 5.6) as the pages of the one engine: a sheet for the office, to be signed, and one for the resident. Word by
 * word it is the receipt that the page shows.
 */
import { askedElements } from './asked-elements.ts';
import { consentNotice } from './consent-notice.ts';
import type { ReceiptFacts } from './consent-receipt.ts';
import { receiptItems, receiptTexts } from './consent-receipt-words.ts';
import type { PaperBlock, PaperModel, PaperText } from './papers.ts';
import { type Tongue, writtenMoment } from './written.ts';

export function consentReceiptPages(facts: ReceiptFacts, tongue: Tongue): PaperModel {
  const { title, copies } = receiptTexts[tongue];
  const [forOffice, forResident] = copies;
  return {
    kind: 'CONSENT_RECEIPT',
    title,
    language: tongue,
    draft: false,
    marking: [],
    head: { kind: 'none' },
    blocks: sheet(facts, tongue, forOffice),
    annexes: [{ landscape: false, blocks: sheet(facts, tongue, forResident) }],
    initials: [],
  };
}

function sheet(facts: ReceiptFacts, tongue: Tongue, copy: string): readonly PaperBlock[] {
  const text = receiptTexts[tongue];
  const notice = consentNotice(facts, tongue);
  const { receiptNo, counter, operator, askedAt, timeZone, institution, holder } = facts;
  return [
    ...(facts.training
      ? [{ kind: 'centre' as const, text: [{ text: text.training, style: 'bold' as const }] }]
      : []),
    { kind: 'title', lines: [plain(text.title), plain(copy)] },
    {
      kind: 'facts',
      dense: true,
      rows: [
        { label: text.number, value: plain(receiptNo) },
        { label: text.time, value: plain(writtenMoment(askedAt, timeZone, tongue)) },
        { label: text.counter, value: plain(counter) },
      ],
    },
    { kind: 'text', text: plain(text.agrees(holder.nik, holder.name, institution)) },
    {
      kind: 'facts',
      dense: true,
      rows: askedElements(facts.values).map(({ label, value }) => ({
        label: label[tongue],
        value: plain(value),
      })),
    },
    {
      kind: 'facts',
      dense: true,
      rows: receiptItems(notice, tongue).map(({ title, words }) => ({ label: title, value: plain(words) })),
    },
    {
      kind: 'facts',
      dense: true,
      rows: [{ label: text.note, value: plain(`${text.voluntary} ${notice.apart.text}`) }],
    },
    {
      kind: 'signatures',
      centred: false,
      columns: [
        { above: [plain(text.resident)], stampDuty: false, name: '.'.repeat(28), below: [] },
        { above: [plain(text.officer)], stampDuty: false, name: operator, below: [] },
      ],
    },
    { kind: 'note', text: plain(notice.footer) },
  ];
}

function plain(text: string): PaperText {
  return [{ text }];
}
