/** Fields and template to content: what a paper says, before anybody knows whether it goes to a screen or to a printer. */
import { quantity } from '../calendar/index.ts';
import type { PaperBlock, PaperModel, PaperSignature, PaperText } from '../contract/index.ts';
import type { PaperFields } from './fields.ts';
import {
  type BlockTemplate,
  type Question,
  type SignatureTemplate,
  type Template,
  templateOf,
} from './templates.ts';
import type { Words } from './wording.ts';
import { wordsOf } from './words.ts';

/** Number and revision of the official forms (domain Annex F); the effective date is blank on one of the two seen. */
const formFacts = [
  { label: 'No. Dokumen', value: 'FR.01-SOP-08/DITJEN-DUKCAPIL' },
  { label: 'Revisi', value: '01' },
  { label: 'Tanggal Berlaku', value: '' },
];
const formOffice = 'Direktorat Jenderal Kependudukan dan Pencatatan Sipil';

export function composePaper(fields: PaperFields, template: Template = templateOf(fields.kind)): PaperModel {
  const words = withTyped(wordsOf(fields), fields, template.asks);
  return {
    kind: fields.kind,
    title: template.title,
    language: 'id',
    draft: 'number' in fields && fields.number === null,
    marking: template.marking,
    head:
      template.head === 'LETTERHEAD'
        ? { kind: 'letter', letterhead: fields.letterhead }
        : { kind: 'form', office: formOffice, title: template.formTitle ?? '', facts: formFacts },
    blocks: filledBlocks(template.blocks, words),
    annexes: template.annexes.map(({ landscape, blocks }) => ({
      landscape,
      blocks: filledBlocks(blocks, words),
    })),
    initials: template.initials ?? [],
  };
}

/** What a template asks for: as it was typed, or dots to be written on. */
function withTyped(words: Words, fields: PaperFields, asks: readonly Question[]): Words {
  if (!('details' in fields)) return words;
  const typed = asks.map(({ name, count }) => [name, typedWords(fields.details[name], count)]);
  return { ...words, values: { ...words.values, ...Object.fromEntries(typed) } };
}

function typedWords(typed: string | undefined, count: boolean): string {
  const words = typed?.trim() ?? '';
  if (count && /^\d{1,9}$/.test(words)) return quantity(Number(words));
  return words === '' ? '............' : words;
}

function filledBlocks(blocks: readonly BlockTemplate[], words: Words): readonly PaperBlock[] {
  return blocks.filter(({ when }) => applies(when, words)).flatMap((block) => filledBlock(block, words));
}

function applies(when: string | undefined, { flags }: Words): boolean {
  return when === undefined || wordOf(flags, when);
}

function filledBlock(block: BlockTemplate, words: Words): PaperBlock | [] {
  switch (block.kind) {
    case 'title':
    case 'lines':
      return { kind: block.kind, lines: block.lines.map((line) => filled(line, words)) };
    case 'text':
    case 'note':
    case 'right':
    case 'centre':
      return { kind: block.kind, text: filled(block.text, words) };
    case 'facts':
      return {
        kind: 'facts',
        rows: block.rows.map(([label = '', value = '']) => ({ label, value: filled(value, words) })),
      };
    case 'clauses':
      return { kind: 'clauses', items: clauses(block, words) };
    case 'table': {
      const { widths, head, dense } = block;
      const foot = block.foot === undefined ? {} : { foot: filled(block.foot, words) };
      return { kind: 'table', widths, head, rows: wordOf(words.rows, block.rows), ...foot, dense };
    }
    case 'signatures':
      return {
        kind: 'signatures',
        columns: block.columns.map((column) => signature(column, words)),
        centred: block.centred,
      };
    case 'copies':
      return copies(words);
    case 'checkpoint':
      return { kind: 'checkpoint', text: words.checkpoint };
  }
}

function copies({ copiesTo }: Words): PaperBlock | [] {
  if (copiesTo.length === 0) return [];
  const lines = copiesTo.map((office, at) => `${at + 1}. ${office.normalize('NFC')}`);
  return { kind: 'lines', lines: ['Tembusan:', ...lines].map((text) => [{ text }]) };
}

function clauses({ items }: Extract<BlockTemplate, { kind: 'clauses' }>, words: Words): PaperText[] {
  return items
    .map((item) => (typeof item === 'string' ? { text: item, when: undefined } : item))
    .filter(({ when }) => applies(when, words))
    .map(({ text }) => filled(text, words));
}

function signature(column: SignatureTemplate, words: Words): PaperSignature {
  return {
    above: column.above.map((line) => filled(line, words)),
    stampDuty: column.stampDuty,
    name: plain(column.name, words).toLocaleUpperCase('id'),
    // Who is no civil servant has neither rank nor NIP, and no line for it.
    below: column.below.map((line) => plain(line, words)).filter((line) => line !== ''),
  };
}

/**
 * `*italic*` and `**bold**` are marks of the template. They are found before what people typed is put in, so that an asterisk in a
 * name is an asterisk.
 */
function filled(line: string, words: Words): PaperText {
  return putIn(line, words.phrases, true)
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      const text = (marked: string) => putIn(marked, words.values);
      if (part.startsWith('**')) return { text: text(part.slice(2, -2)), style: 'bold' };
      if (part.startsWith('*')) return { text: text(part.slice(1, -1)), style: 'italic' };
      return { text: text(part) };
    });
}

function plain(line: string, words: Words): string {
  return putIn(line, words.values);
}

function putIn(line: string, values: Readonly<Record<string, string>>, leaveOthers = false): string {
  return line.replace(/\{(\w+)\}/g, (whole, name: string) =>
    leaveOthers && !(name in values) ? whole : wordOf(values, name).normalize('NFC'),
  );
}

function wordOf<T>(values: Readonly<Record<string, T>>, name: string): T {
  const value = values[name];
  // A template of ours that asks for what its paper does not have: a bug, and a hole in a signed paper if it passed.
  if (value === undefined) throw new Error(`no word for {${name}}`);
  return value;
}
