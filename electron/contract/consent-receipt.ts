/**
 * The receipt of a consent (domain 5.6) as plain text: two copies, one of which is signed and stays. Plain text, because it has
 * to become paper without a value of the resident passing a disk or main (docs/decisions/0010-printing-by-the-visit.md).
 */
import { type AskedElement, askedElements } from './asked-elements.ts';
import { type ConsentNotice, consentNotice, type NoticeFacts } from './consent-notice.ts';
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

const texts = {
  id: {
    title: 'BUKTI PERSETUJUAN PENYIMPANAN DATA KTP-el',
    training: 'LATIHAN - BUKAN DOKUMEN RESMI',
    copies: ['Lembar 1: untuk instansi, ditandatangani', 'Lembar 2: untuk penduduk'],
    number: 'Nomor',
    time: 'Tanggal/waktu',
    counter: 'Loket',
    agrees: (nik: string, name: string, institution: string) =>
      `Saya yang bertanda tangan di bawah ini, pemegang KTP-el dengan NIK ${nik}, nama ${name}, MENYETUJUI ${institution} menyimpan data berikut yang dibaca dari cip KTP-el saya dan telah saya periksa:`,
    note: 'Catatan',
    voluntary: 'Persetujuan ini sukarela. Layanan tetap diberikan apabila saya tidak menyetujui.',
    resident: 'Penduduk/wali,',
    officer: 'Petugas,',
  },
  en: {
    title: 'RECEIPT OF CONSENT TO THE KEEPING OF KTP-el DATA',
    training: 'TRAINING - NOT AN OFFICIAL DOCUMENT',
    copies: ['Copy 1: for the office, signed', 'Copy 2: for the resident'],
    number: 'Number',
    time: 'Date and time',
    counter: 'Counter',
    agrees: (nik: string, name: string, institution: string) =>
      `I, the holder of the KTP-el with NIK ${nik}, name ${name}, CONSENT that ${institution} keeps the following data, read from the chip of my KTP-el and checked by me:`,
    note: 'Note',
    voluntary: 'This consent is voluntary. I am served also if I do not consent.',
    resident: 'Resident or guardian,',
    officer: 'Officer,',
  },
} as const;

/** Both copies, a form feed between them. */
export function consentReceipt(facts: ReceiptFacts, tongue: Tongue): string {
  return texts[tongue].copies.map((copy) => sheet(facts, tongue, copy)).join('\f');
}

function sheet(facts: ReceiptFacts, tongue: Tongue, copy: string): string {
  const text = texts[tongue];
  const notice = consentNotice(facts, tongue);
  const { receiptNo, counter, operator, askedAt, timeZone, institution, holder } = facts;
  return [
    ...(facts.training ? [centred(text.training), ''] : []),
    centred(text.title),
    centred(copy),
    '',
    `${text.number}: ${receiptNo}   ${text.counter}: ${counter}`,
    `${text.time}: ${writtenMoment(askedAt, timeZone, tongue)}`,
    '',
    ...wrapped(text.agrees(holder.nik, holder.name, institution)),
    '',
    ...askedElements(facts.values).flatMap((asked) => elementLines(asked, tongue)),
    '',
    ...itemLines(notice).flatMap(({ title, words }) => labelled(title, words)),
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

function elementLines({ label, value, reason }: AskedElement, tongue: Tongue): string[] {
  return [...hanging(`  ${label[tongue]}: `, value), ...hanging('      ', `(${reason})`)];
}

/** What the lines of the elements say already is not said again. */
function itemLines(notice: ConsentNotice) {
  return notice.items
    .filter(({ item }) => item !== 'RELEVANCE' && item !== 'DETAILS')
    .map(({ title, text }) => ({ title, words: text }));
}
