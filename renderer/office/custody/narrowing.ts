/** Of three hundred cards or readers those that one looks for, page by page. Pure. */
import type { CardReaderRow, SamCardRow } from '../../../electron/contract/index.ts';

/** Fewer than this are seen at a glance, and nothing has to be searched. */
export const searchedFrom = 20;
const pageLength = 25;

interface Wish {
  readonly text: string;
  /** Of the rows; empty: any. */
  readonly status: string;
}

/** Every word somewhere in what is known of it, however it is written. */
export function narrowed<Row extends { readonly status: string }>(
  rows: readonly Row[],
  { text, status }: Wish,
  known: (row: Row) => readonly (string | null | undefined)[],
): readonly Row[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (status !== '' && row.status !== status) return false;
    const said = known(row).join(' ').toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

export function wordsOfCard({ name, order, ticket, reader, incident }: SamCardRow) {
  return [name, order, ticket, reader?.serial, reader?.counter, incident];
}

export function wordsOfReader({ serial, model, counter, sam }: CardReaderRow) {
  return [serial, model, counter, sam];
}

/** The page asked for, or the last there is. */
export function pageOf<Row>(rows: readonly Row[], wanted: number) {
  const pages = Math.max(Math.ceil(rows.length / pageLength), 1);
  const page = Math.min(wanted, pages - 1);
  const from = page * pageLength;
  return { rows: rows.slice(from, from + pageLength), page, pages, from };
}

/** The states that occur, each with how many are in it, in the order of the life of a card. */
export function statusCounts<Status extends string>(
  rows: readonly { readonly status: Status }[],
  all: readonly Status[],
): readonly { readonly status: Status; readonly count: number }[] {
  const counts = new Map<Status, number>();
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1);
  return all.flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [{ status, count }];
  });
}
