/** Lists as they were made: which of them hold good still, and which were signed. */
import { type Letter, letter, type PreparedListRow } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import type { MadeListRow, OutboxTables } from './item.ts';
import type { OpenStatus } from './tally.ts';

export interface MadeLists {
  /** Whether everything on it is as it was, and on no later list. */
  holdsGood(reader: Reader, made: MadeListRow, isPushed: boolean): boolean;
  wasSigned(reader: Reader, listId: string): boolean;
  /** Of items of a web service: which stand on a list that somebody may be signing now. */
  outForSignature(reader: Reader, itemIds: readonly string[]): ReadonlySet<string>;
  /** The newest that fit, as many as one looks at. */
  newestThat(
    fits: (made: MadeListRow) => boolean,
    reader: Reader,
    rest: string,
    ...values: readonly string[]
  ): readonly MadeListRow[];
}

const mostShown = 50;

const onLaterList = `
  SELECT 1 FROM prepared_item AS there JOIN prepared_list AS later USING (list_id)
  WHERE there.item_id = here.item_id AND later.seq > (SELECT seq FROM prepared_list WHERE list_id = here.list_id)`;

export function madeLists(tables: OutboxTables): MadeLists {
  // No further than the first thing that is not so: lists that were never signed are many in the end, and each may hold a thousand.
  function holdsGood(reader: Reader, made: MadeListRow, isPushed: boolean): boolean {
    const statuses = statusesFor(isPushed).map((status) => `'${status}'`);
    const outdated = reader.get(
      `SELECT 1 AS found FROM prepared_item AS here LEFT JOIN outbox_item AS item USING (item_id)
       WHERE here.list_id = ? AND (
         coalesce(item.status IN (${statuses.join()}), 0) = 0 OR coalesce(item.revision, 0) <> here.revision
         ${hasLater(reader, made) ? `OR EXISTS (${onLaterList})` : ''})
       LIMIT 1`,
      made.list_id,
    );
    if (outdated !== undefined) return false;
    const listed = reader.get('SELECT count(*) AS n FROM prepared_item WHERE list_id = ?', made.list_id);
    return Number(listed?.n) === made.items;
  }

  const wasSigned: MadeLists['wasSigned'] = (reader, listId) =>
    tables.lists.find(reader, listId) !== undefined;

  return {
    holdsGood,
    wasSigned,

    outForSignature(reader, itemIds) {
      const known = new Map<string, boolean>();
      const isOut = (made: MadeListRow) => {
        const is =
          known.get(made.list_id) ?? (!wasSigned(reader, made.list_id) && holdsGood(reader, made, true));
        known.set(made.list_id, is);
        return is;
      };
      const latest = `WHERE list_id IN (SELECT list_id FROM prepared_item WHERE item_id = ?) ORDER BY seq DESC LIMIT 1`;
      return new Set(itemIds.filter((itemId) => tables.madeLists.select(reader, latest, itemId).some(isOut)));
    },

    // Page by page: those that fit may lie behind any number of lists that were made anew and never signed.
    newestThat(fits, reader, rest, ...values) {
      const found: MadeListRow[] = [];
      for (let skipped = 0; found.length < mostShown; skipped += mostShown) {
        const page = `${rest} ORDER BY seq DESC LIMIT ${mostShown} OFFSET ${skipped}`;
        const made = tables.madeLists.select(reader, page, ...values);
        found.push(...made.filter(fits));
        if (made.length < mostShown) break;
      }
      return found.slice(0, mostShown);
    },
  };
}

/** What was listed over and over stands on all those lists: the last one need not be held against each of them. */
function hasLater(reader: Reader, { list_id: listId, agreement_id: agreementId }: MadeListRow): boolean {
  const later = reader.get(
    `SELECT 1 AS found FROM prepared_list
     WHERE seq > (SELECT seq FROM prepared_list WHERE list_id = ?) AND agreement_id = ? LIMIT 1`,
    listId,
    agreementId,
  );
  return later !== undefined;
}

/** Where there is a web service, only what it refused or never took is handed over. */
export function statusesFor(isPushed: boolean): readonly OpenStatus[] {
  return isPushed ? ['REJECTED', 'PARKED'] : ['QUEUED', 'REJECTED', 'PARKED'];
}

export function preparedRow(made: MadeListRow): PreparedListRow {
  const {
    list_id: listId,
    agreement_id: agreementId,
    number,
    medium,
    items,
    sha256,
    prepared_at: preparedAt,
  } = made;
  const request: Letter | null = made.request === null ? null : letter.parse(JSON.parse(made.request));
  return { listId, agreementId, number, medium, items, sha256, preparedAt, request };
}
