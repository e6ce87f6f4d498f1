/** Where a paper is signed: the columns of the hands, and how much of the paper's end is kept on one page with them. */
import type { PaperBlock, PaperSignature } from '../contract/index.ts';
import { lineHeight, linesIn, linesOfName, plainOf, type Room, runsOf } from './pdf-text.ts';

type Signatures = Extract<PaperBlock, { kind: 'signatures' }>;

const fourLines = 56;
const betweenHands = 20;

/** One hand stands on the right half of the paper, unless it stands in the middle. */
export function signaturesOf(block: Signatures, across: number): object {
  const { columns, centred } = block;
  const width = handWidth(block, across);
  const hands = columns.map((column) => ({ width, stack: handOf(column, width), alignment: 'center' }));
  const alone = columns.length === 1 && !centred;
  return {
    columns: alone ? [{ width, text: '' }, ...hands] : hands,
    columnGap: betweenHands,
    margin: [0, 8, 0, 0],
  };
}

function handWidth({ columns, centred }: Signatures, across: number): number {
  const beside = columns.length === 1 && !centred ? 2 : columns.length;
  return (across - (beside - 1) * betweenHands) / beside;
}

function handOf({ above, stampDuty, name, below }: PaperSignature, width: number): object[] {
  return [
    ...above.map((line) => ({ text: runsOf(line, width) })),
    stampDuty ? stampBox() : { text: '', margin: [0, fourLines, 0, 0] },
    { text: name, bold: true, ...(name.startsWith('.') ? {} : { decoration: 'underline' }) },
    ...below.map((line) => ({ text: line })),
  ];
}

const stampBox = () => ({
  columns: [
    { width: '*', text: '' },
    {
      width: 84,
      table: {
        widths: [72],
        heights: [42],
        body: [[{ text: 'Meterai\nRp10.000', fontSize: 9, alignment: 'center', margin: [0, 9, 0, 0] }]],
      },
      layout: {
        hLineWidth: () => 0.75,
        vLineWidth: () => 0.75,
        hLineStyle: () => ({ dash: { length: 1.5, space: 2 } }),
        vLineStyle: () => ({ dash: { length: 1.5, space: 2 } }),
      },
    },
    { width: '*', text: '' },
  ],
  margin: [0, 8, 0, 8],
});

/**
 * The end of a paper, in parts that each stand on one page: no hand without the sentence before it, no checkpoint without what it is a
 * witness of. All of it is one part, unless names and lists are so long that no page could hold it.
 */
export function closingParts(blocks: readonly PaperBlock[], room: Room): readonly PaperBlock[][] {
  const heights = blocks.map((block) => heightOf(block, room.across));
  if (heights.reduce((sum, height) => sum + height, 0) <= room.down) return [[...blocks]];
  return blocks.reduce<PaperBlock[][]>((parts, block, at) => {
    const before = blocks[at - 1];
    const goesOn =
      block.kind === 'checkpoint' || (block.kind === 'signatures' && before?.kind !== 'signatures');
    if (goesOn && before !== undefined) parts.at(-1)?.push(block);
    else parts.push([block]);
    return parts;
  }, []);
}

const tooHigh = Number.POSITIVE_INFINITY;

/** At most; what may be higher than a page is `tooHigh` at once. */
function heightOf(block: PaperBlock, across: number): number {
  const rows = (text: Parameters<typeof plainOf>[0]) => linesIn(plainOf(text), across) * lineHeight;
  switch (block.kind) {
    case 'text':
    case 'note':
    case 'centre':
    case 'right':
      return rows(block.text) + 14;
    case 'lines':
      return block.lines.reduce((sum, line) => sum + rows(line), 20);
    case 'signatures':
      return Math.max(...block.columns.map((hand) => heightOfHand(hand, handWidth(block, across)))) + 8;
    case 'checkpoint':
      return 112;
    default:
      return tooHigh;
  }
}

function heightOfHand({ above, stampDuty, name, below }: PaperSignature, width: number): number {
  const lines = [...above.map(plainOf), ...below].reduce((sum, line) => sum + linesIn(line, width), 0);
  return (lines + linesOfName(name, width)) * lineHeight + (stampDuty ? 72 : fourLines);
}
