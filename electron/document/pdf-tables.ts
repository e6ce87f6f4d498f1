/** Rows on a page: facts beside their labels, and tables under a head that is repeated on every page they take. */
import type { PaperBlock, PaperText } from '../contract/index.ts';
import { lineHeight, linesIn, plainOf, runsOf } from './pdf-text.ts';

/** A row stands on one page, unless somebody wrote an essay into it. */
const essay = 15;

/** In points. A table up to this stands on one page, so that no sum stands alone on the next. */
const small = 400;

export const ruled = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

const beforeColon = 6;
const besideCells = 4;

/** Widths are fixed: a column that gives way to a word without a space would push the others off the page. */
export function factsOf({ rows, dense }: Extract<PaperBlock, { kind: 'facts' }>, across: number): object {
  const widest = Math.max(...rows.map(({ label }) => label.length));
  const labels = dense ? 120 : widest > 20 ? 180 : 110;
  const values = across - labels - beforeColon - 3 * besideCells;
  return {
    table: {
      widths: [labels, beforeColon, values],
      dontBreakRows: rows.every(({ value }) => linesIn(plainOf(value), values) <= essay),
      body: rows.map(({ label, value }) => [
        // Spaces at the beginning of a label set it under the one above; a paragraph would drop them.
        { text: label, preserveLeadingSpaces: true },
        ':',
        { text: runsOf(value, values) },
      ]),
    },
    layout: { defaultBorder: false, paddingLeft: () => 0, paddingTop: () => 1, paddingBottom: () => 1 },
    ...(dense ? { fontSize: 9.5 } : {}),
    margin: [0, 0, 0, 8],
  };
}

/** At most. */
export function heightOfFacts({ rows }: Extract<PaperBlock, { kind: 'facts' }>, across: number): number {
  return rows.reduce((sum, { value }) => sum + linesIn(plainOf(value), across - 200) * lineHeight + 2, 8);
}

type Table = Extract<PaperBlock, { kind: 'table' }>;

/** @param heading over the head, and repeated with it */
export function tableOf(block: Table, across: number, heading?: PaperText): object {
  const { head, rows, foot, dense } = block;
  const beside = besideWords(block);
  const widths = widthsOf(block, across);
  const spanning = (text: PaperText, more: object) => [
    { text: runsOf(text, across), colSpan: widths.length, ...more },
    ...widths.slice(1).map(() => ({})),
  ];
  const size = dense ? { fontSize: 7.5, lineHeight: 1.05 } : { fontSize: 9 };
  const unruled = { border: [false, false, false, false], fontSize: 11, margin: [-beside, 0, 0, 3] };
  return {
    table: {
      headerRows: heading === undefined ? 1 : 2,
      keepWithHeaderRows: heightOfTable(block, across) <= small ? rows.length : 1,
      dontBreakRows: rows.every((row) => linesOfRow(row, widths) <= 2 * essay),
      widths,
      body: [
        ...(heading === undefined ? [] : [spanning(heading, unruled)]),
        head.map((text) => ({ text, bold: true, alignment: 'center' })),
        ...rows.map((row) => row.map((text, at) => ({ text, ...(isCount(rows, at) ? inFigures : {}) }))),
        ...(foot === undefined ? [] : [spanning(foot, { fontSize: size.fontSize + 1 })]),
      ],
    },
    layout: {
      ...ruled,
      ...(heading === undefined ? {} : { hLineWidth: (at: number) => (at === 0 ? 0 : 0.5) }),
      paddingLeft: () => beside,
      paddingRight: () => beside,
    },
    ...size,
    margin: [0, 2, 0, 10],
  };
}

function besideWords({ dense }: Table): number {
  return dense ? 2.5 : 4;
}

function widthsOf(block: Table, across: number): number[] {
  const all = block.widths.reduce((sum, one) => sum + one, 0);
  return block.widths.map((one) => (across * one) / all - besideWords(block) * 2 - 0.5);
}

function linesOfRow(row: readonly string[], widths: readonly number[]): number {
  return Math.max(...row.map((text, at) => linesIn(text, widths[at] ?? 0)));
}

/** At most. */
export function heightOfTable(block: Table, across: number): number {
  const widths = widthsOf(block, across);
  const lines = [block.head, ...block.rows].map((row) => linesOfRow(row, widths));
  return lines.reduce((sum, count) => sum + count * 12 + 7, block.foot === undefined ? 0 : 20);
}

const inFigures = { alignment: 'right' };

/** Figures stand under each other by their last digit. */
function isCount(rows: Table['rows'], at: number): boolean {
  return rows.every((row) => /^([\d.]+(,\d+)?%?|–)$/.test(row[at] ?? ''));
}
