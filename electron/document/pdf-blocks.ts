/** Content to the building blocks of pdfmake: one function per kind of block, and what of them belongs together on a page. */
import type { PaperAnnex, PaperBlock, PaperText } from '../contract/index.ts';
import { checkpointOf, checkpointWidth } from './pdf-checkpoint.ts';
import { closingParts, signaturesOf } from './pdf-hands.ts';
import { factsOf, heightOfFacts, heightOfTable, tableOf } from './pdf-tables.ts';
import { alignmentOf, onItsSide, type Room, runsOf, upright } from './pdf-text.ts';

type Checkpoint = Extract<PaperBlock, { kind: 'checkpoint' }>;

/** A hand stands on no page alone: the sentence before it, and what is under it, go with it. */
export function contentOf(blocks: readonly PaperBlock[], room = upright): object[] {
  const hands = blocks.findIndex(({ kind }) => kind === 'signatures');
  if (hands < 0) return drawn(blocks, room);
  const sentence = isSentence(blocks[hands - 1]) ? hands - 1 : hands;
  const closing = isHeading(blocks[sentence - 1]) ? sentence - 1 : sentence;
  return [
    ...drawn(blocks.slice(0, closing), room),
    ...closingParts(blocks.slice(closing), room).map((part) => ({
      stack: part.map((block) => blockOf(block, room.across)),
      // What is higher than a page would not be printed at all.
      unbreakable: part.length > 1,
    })),
  ];
}

function isSentence(block: PaperBlock | undefined): boolean {
  return block?.kind === 'text' || block?.kind === 'centre' || block?.kind === 'right';
}

/** On pages of its own; what follows an annex on its side stands upright only because it says so. */
export function annexOf({ landscape, blocks }: PaperAnnex): object {
  return {
    stack: contentOf(blocks, landscape ? onItsSide : upright),
    pageBreak: 'before',
    pageOrientation: landscape ? 'landscape' : 'portrait',
  };
}

function drawn(blocks: readonly PaperBlock[], { across }: Room): object[] {
  return blocks.map((block, at) => {
    const [before, after] = [blocks[at - 1], blocks[at + 1]];
    if (after !== undefined && goesWith(block, after, across)) return [];
    if (block.kind === 'centre') return centred(block, before, after, across);
    const itself = before !== undefined && goesWith(before, block, across);
    return itself ? pairOf(before, block, across) : blockOf(block, across);
  });
}

/** Lines that follow each other stay together, and what is read next does not stick to them. */
function centred(
  { text }: Extract<PaperBlock, { kind: 'centre' }>,
  before: PaperBlock | undefined,
  after: PaperBlock | undefined,
  across: number,
): object {
  const above = before?.kind === 'centre' ? 2 : before?.kind === 'title' ? 0 : 14;
  const below = after?.kind === 'text' ? 14 : 0;
  return { text: runsOf(text, across), alignment: 'center', margin: [0, above, 0, below] };
}

/** No heading is left behind by what it is over; a checkpoint stands beside the lines that say what it is an annex of. */
function goesWith(block: PaperBlock, next: PaperBlock, across: number): boolean {
  if (next.kind === 'checkpoint') return block.kind === 'lines' || block.kind === 'text';
  if (block.kind !== 'text') return false;
  if (next.kind === 'table') return isHeading(block) || heightOfTable(next, across) <= short;
  return next.kind === 'facts' && isHeading(block) && heightOfFacts(next, across) <= short;
}

/** Stands on one page with the line over it, whatever that is. */
const short = 250;

function pairOf(first: PaperBlock, second: PaperBlock, across: number): object {
  if (first.kind === 'lines' && second.kind === 'checkpoint') return beside(first, second, across);
  if (first.kind === 'text' && second.kind === 'table' && isHeading(first)) {
    return tableOf(second, across, first.text);
  }
  return { stack: [blockOf(first, across), blockOf(second, across)], unbreakable: true };
}

/** Names what follows and says nothing else. */
function isHeading(block: PaperBlock | undefined): boolean {
  return block?.kind === 'text' && block.text.every(({ style }) => style === 'bold');
}

function beside(lines: PaperBlock, { text }: Checkpoint, across: number): object {
  const width = across - checkpointWidth - 10;
  return {
    columnGap: 10,
    columns: [
      { width, stack: [blockOf(lines, width)] },
      { width: checkpointWidth, stack: [checkpointOf(text, 0)] },
    ],
  };
}

function blockOf(block: PaperBlock, across: number): object {
  switch (block.kind) {
    case 'title':
      return {
        stack: block.lines.map((line, at) => ({
          text: runsOf(line, across),
          bold: !isNumber(line),
          marginTop: at && 2,
        })),
        alignment: 'center',
        margin: [0, 4, 0, 14],
      };
    case 'text':
      return paragraph(block.text, across, [0, 0, 0, 8]);
    case 'note':
      return { text: runsOf(block.text, across), fontSize: 9, margin: [0, 14, 0, 0] };
    case 'centre':
      return centred(block, undefined, undefined, across);
    case 'right':
      return { text: runsOf(block.text, across), alignment: 'right', margin: [0, 0, 0, 10] };
    case 'lines':
      return { stack: block.lines.map((line) => ({ text: runsOf(line, across) })), margin: [0, 8, 0, 12] };
    case 'facts':
      return factsOf(block, across);
    case 'clauses':
      return {
        ol: block.items.map((item) => paragraph(item, across - 30, [4, 0, 0, 4])),
        margin: [0, 0, 0, 8],
      };
    case 'table':
      return tableOf(block, across);
    case 'signatures':
      return signaturesOf(block, across);
    case 'checkpoint':
      return checkpointOf(block.text);
  }
}

function paragraph(text: PaperText, across: number, margin: readonly number[]): object {
  return { text: runsOf(text, across), alignment: alignmentOf(text), margin };
}

function isNumber([first]: PaperText): boolean {
  return first?.text.startsWith('Nomor:') === true;
}
