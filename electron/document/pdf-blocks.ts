/** Content to the building blocks of pdfmake: one function per kind of block, measures in points. */
import type { PaperAnnex, PaperBlock, PaperModel, PaperSignature, PaperText } from '../contract/index.ts';
import { checkpointOf } from './pdf-checkpoint.ts';

type LetterHead = Extract<PaperModel['head'], { kind: 'letter' }>;

export const points = (centimetres: number) => (centimetres * 72) / 2.54;
/** A4, left 3 cm, others 2.5 cm (domain 5.0). */
const width = 595.28 - points(3) - points(2.5);
const widthOnItsSide = 841.89 - points(3) - points(2.5);

const black = '#000000';
const fourLines = 56;
const noMargin = [0, 0, 0, 0];

const longestWord = 40;

/**
 * A number of a letter or a double word such as `Undang-Undang` is one word: justified text would otherwise be spread at each
 * stroke and hyphen within it.
 */
export function runsOf(text: PaperText): object[] {
  return text.flatMap(({ text: words, style }) =>
    words
      .split(/(\S*[/-]\S*)/)
      .filter((part) => part !== '')
      .map((part) => ({
        text: part,
        ...(/\S[/-]\S/.test(part) && part.length <= longestWord ? { noWrap: true } : {}),
        ...(style === 'bold' ? { bold: true } : {}),
        ...(style === 'italic' ? { italics: true } : {}),
      })),
  );
}

/** A hand stands on no page alone: the sentence before it, and the note under it, go with it. */
export function contentOf(blocks: readonly PaperBlock[], across = width): object[] {
  const drawn = blocks.map((block, at) => {
    if (isHeading(blocks, at)) return [];
    const itself = blockOf(block, across);
    const heading = isHeading(blocks, at - 1) ? blocks[at - 1] : undefined;
    return heading === undefined ? itself : { stack: [blockOf(heading, across), itself], unbreakable: true };
  });
  const hands = blocks.findIndex(({ kind }) => kind === 'signatures');
  if (hands < 1) return drawn;
  const witness = blocks.findIndex(({ kind }) => kind === 'checkpoint');
  const end = witness < 0 ? drawn.length : witness;
  const closing = { stack: drawn.slice(hands - 1, end), unbreakable: true };
  return [...drawn.slice(0, hands - 1), closing, ...drawn.slice(end)];
}

const shortTable = 8;

/** The line over a table that is short enough to stand on one page with it. */
function isHeading(blocks: readonly PaperBlock[], at: number): boolean {
  const next = blocks[at + 1];
  return blocks[at]?.kind === 'text' && next?.kind === 'table' && next.rows.length <= shortTable;
}

/** On pages of its own; what follows an annex on its side stands upright only because it says so. */
export function annexOf({ landscape, blocks }: PaperAnnex): object {
  return {
    stack: contentOf(blocks, landscape ? widthOnItsSide : width),
    pageBreak: 'before',
    pageOrientation: landscape ? 'landscape' : 'portrait',
  };
}

function blockOf(block: PaperBlock, across: number): object {
  switch (block.kind) {
    case 'title':
      return {
        stack: block.lines.map((line, at) => ({
          text: runsOf(line),
          bold: !isNumber(line),
          marginTop: at && 2,
        })),
        alignment: 'center',
        margin: [0, 4, 0, 14],
      };
    case 'text':
      return { text: runsOf(block.text), alignment: 'justify', margin: [0, 0, 0, 8] };
    case 'note':
      return { text: runsOf(block.text), fontSize: 9, margin: [0, 14, 0, 0] };
    case 'centre':
      return { text: runsOf(block.text), alignment: 'center', margin: [0, 14, 0, 0] };
    case 'right':
      return { text: runsOf(block.text), alignment: 'right', margin: [0, 0, 0, 10] };
    case 'lines':
      return { stack: block.lines.map((line) => ({ text: runsOf(line) })), margin: [0, 8, 0, 12] };
    case 'facts':
      return facts(block);
    case 'clauses':
      return {
        ol: block.items.map((item) => ({ text: runsOf(item), alignment: 'justify', margin: [4, 0, 0, 4] })),
        margin: [0, 0, 0, 8],
      };
    case 'table':
      return table(block, across);
    case 'signatures':
      return signatures(block);
    case 'checkpoint':
      return checkpointOf(block.text);
  }
}

function isNumber([first]: PaperText): boolean {
  return first?.text.startsWith('Nomor:') === true;
}

function facts({ rows, dense }: Extract<PaperBlock, { kind: 'facts' }>): object {
  const widest = Math.max(...rows.map(({ label }) => label.length));
  const labels = dense ? 120 : widest > 20 ? 180 : 110;
  return {
    table: {
      widths: [labels, 6, '*'],
      body: rows.map(({ label, value }) => [
        // Spaces at the beginning of a label set it under the one above; a paragraph would drop them.
        { text: label, preserveLeadingSpaces: true },
        ':',
        { text: runsOf(value) },
      ]),
    },
    layout: { defaultBorder: false, paddingLeft: () => 0, paddingTop: () => 1, paddingBottom: () => 1 },
    ...(dense ? { fontSize: 9.5 } : {}),
    margin: [0, 0, 0, 8],
  };
}

function table(
  { widths, head, rows, dense }: Extract<PaperBlock, { kind: 'table' }>,
  across: number,
): object {
  const all = widths.reduce((sum, one) => sum + one, 0);
  const beside = dense ? 2.5 : 4;
  const padding = beside * 2 + 0.5;
  const cells = (row: readonly string[], more: object) => row.map((text) => ({ text, ...more }));
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: widths.map((one) => (across * one) / all - padding),
      body: [cells(head, { bold: true, alignment: 'center' }), ...rows.map((row) => cells(row, {}))],
    },
    layout: { ...ruled, paddingLeft: () => beside, paddingRight: () => beside },
    ...(dense ? { fontSize: 7.5, lineHeight: 1.05 } : { fontSize: 9 }),
    margin: [0, 2, 0, 10],
  };
}

const ruled = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/** One hand stands on the right half of the paper. */
function signatures({ columns, centred }: Extract<PaperBlock, { kind: 'signatures' }>): object {
  const hands = columns.map((column) => ({ width: '*', stack: hand(column), alignment: 'center' }));
  return {
    columns: hands.length === 1 && !centred ? [{ width: '*', text: '' }, ...hands] : hands,
    columnGap: 20,
    margin: [0, 8, 0, 0],
  };
}

function hand({ above, stampDuty, name, below }: PaperSignature): object[] {
  return [
    ...above.map((line) => ({ text: runsOf(line) })),
    stampDuty ? stampBox : { text: '', margin: [0, fourLines, 0, 0] },
    { text: name, bold: true, ...(name.startsWith('.') ? {} : { decoration: 'underline' }) },
    ...below.map((line) => ({ text: line })),
  ];
}

const stampBox = {
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
};

/** Who writes, over the double rule of an official letter. */
/** Widest and highest an emblem stands, and as much stays free on the other side, so that the words keep the middle of the page. */
const emblemSize = [56, 64] as const;

export function letterheadOf({ letterhead, emblem }: LetterHead): object {
  const { government, district, office, address, contact } = letterhead;
  const line = (text: string, more: object) => ({ text, alignment: 'center', ...more });
  const lines = [
    line(government.toLocaleUpperCase('id'), { fontSize: 13 }),
    ...(district === '' ? [] : [line(district.toLocaleUpperCase('id'), { fontSize: 13 })]),
    line(office.toLocaleUpperCase('id'), { fontSize: 15, bold: true }),
    line(address, { fontSize: 9.5 }),
    ...(contact === '' ? [] : [line(contact, { fontSize: 9.5 })]),
  ];
  const [across] = emblemSize;
  const beside = {
    columns: [{ image: emblem, fit: emblemSize, width: across }, lines, { text: '', width: across }],
  };
  return {
    stack: [
      ...(emblem === undefined ? lines : [beside]),
      { canvas: [rule(0, 2.25), rule(3, 0.75)], margin: [0, 5, 0, 12] },
    ],
    lineHeight: 1.05,
  };
}

function rule(y: number, lineWidth: number): object {
  return { type: 'line', x1: 0, y1: y, x2: width, y2: y, lineWidth, lineColor: black };
}

/** The box at the head of every page of an official form; its last line counts the pages. */
export function formHead({ head, marking }: PaperModel, page: number, pages: number): object | undefined {
  if (head.kind !== 'form') return undefined;
  const rows = [...head.facts, { label: 'Halaman', value: `${page} dari ${pages}` }];
  return {
    margin: [points(3), points(1), points(2.5), 0],
    fontSize: 8,
    lineHeight: 1.05,
    stack: [
      ...marking.map((text) => ({ text, bold: true, alignment: 'right' })),
      {
        margin: [0, 4, 0, 0],
        table: {
          widths: [92, '*', 62, 134],
          body: rows.map(({ label, value }, at) => [
            at === 0
              ? { text: head.office, rowSpan: rows.length, alignment: 'center', margin: [0, 12, 0, 0] }
              : {},
            at === 0
              ? {
                  text: head.title,
                  rowSpan: rows.length,
                  bold: true,
                  fontSize: 10,
                  alignment: 'center',
                  margin: [0, 16, 0, 0],
                }
              : {},
            { text: label, margin: noMargin },
            { text: value, margin: noMargin },
          ]),
        },
        layout: ruled,
      },
    ],
  };
}
