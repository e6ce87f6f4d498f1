/** What stands at the head of a page: who writes, the box of an official form, and the marking of a paper that is not for everybody. */
import type { PaperModel } from '../contract/index.ts';
import { ruled } from './pdf-tables.ts';
import { points, upright } from './pdf-text.ts';

type LetterHead = Extract<PaperModel['head'], { kind: 'letter' }>;

const black = '#000000';
const noMargin = [0, 0, 0, 0];
const besideThePage = [points(3), points(1), points(2.5), 0];

/** Widest and highest an emblem stands, and as much stays free on the other side, so that the words keep the middle of the page. */
const emblemSize = [56, 64] as const;

/** Who writes, over the double rule of an official letter. */
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
  return { type: 'line', x1: 0, y1: y, x2: upright.across, y2: y, lineWidth, lineColor: black };
}

/** On every page: one that is copied or lost is still known for what it is. */
export function pageHead(model: PaperModel, page: number, pages: number): object | undefined {
  if (model.head.kind === 'form') return formHead(model.head, model.marking, page, pages);
  if (model.marking.length === 0) return undefined;
  return { margin: besideThePage, fontSize: 10, stack: markingLines(model.marking) };
}

function markingLines(marking: readonly string[]): object[] {
  return marking.map((text) => ({ text, bold: true, alignment: 'right' }));
}

/** The box of an official form; its last line counts the pages. */
function formHead(
  head: Extract<PaperModel['head'], { kind: 'form' }>,
  marking: readonly string[],
  page: number,
  pages: number,
): object {
  const rows = [...head.facts, { label: 'Halaman', value: `${page} dari ${pages}` }];
  return {
    margin: besideThePage,
    fontSize: 8,
    lineHeight: 1.05,
    stack: [
      ...markingLines(marking),
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
