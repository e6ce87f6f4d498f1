/** A paper as plain text, from its head to its last annex, so that its words can be read and compared line by line. */
import type { PaperBlock, PaperModel, PaperSignature, PaperText } from '../contract/index.ts';

export function plainText(model: PaperModel): string {
  const { marking, head, draft, blocks, annexes, initials } = model;
  return [
    ...marking.map((line) => `[${line}]`),
    ...(draft ? ['[KONSEP]'] : []),
    ...headLines(head),
    ...blocks.flatMap(linesOf),
    ...annexes.flatMap((annex) => [
      '',
      `======== ${annex.landscape ? 'lampiran, mendatar' : 'lampiran'} ========`,
      ...annex.blocks.flatMap(linesOf),
    ]),
    ...(initials.length === 0 ? [] : ['', `[kaki halaman] ${initials.join(' / ')}`]),
    '',
  ].join('\n');
}

function headLines(head: PaperModel['head']): readonly string[] {
  if (head.kind === 'none') return [];
  if (head.kind === 'form') {
    return [head.office, head.title, ...head.facts.map(({ label, value }) => `${label}: ${value}`)];
  }
  const { government, district, office, address, contact } = head.letterhead;
  return [government, district, office, address, contact].filter((line) => line !== '');
}

function linesOf(block: PaperBlock): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'lines':
      return ['', ...block.lines.map(plain)];
    case 'text':
    case 'note':
    case 'right':
    case 'centre':
      return ['', plain(block.text)];
    case 'facts':
      return ['', ...block.rows.map(({ label, value }) => `${label}: ${plain(value)}`)];
    case 'clauses':
      return ['', ...block.items.map((item, at) => `${at + 1}. ${plain(item)}`)];
    case 'table':
      return [
        '',
        ...[block.head, ...block.rows].map((cells) => cells.map(inOneLine).join(' | ')),
        ...(block.foot === undefined ? [] : [plain(block.foot)]),
      ];
    case 'signatures':
      return block.columns.flatMap(handLines);
    case 'checkpoint':
      return ['', `[titik periksa] ${block.text === null ? '' : 'KTK2 …'}`];
  }
}

function handLines({ above, stampDuty, name, below }: PaperSignature): readonly string[] {
  return ['', ...above.map(plain), stampDuty ? '[Meterai Rp10.000]' : '', name, ...below];
}

function plain(text: PaperText): string {
  return text.map((run) => run.text).join('');
}

function inOneLine(cell: string): string {
  return cell.replaceAll('\n', ' / ');
}
