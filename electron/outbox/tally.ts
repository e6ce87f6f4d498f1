/** How many items wait, without counting a million rows each time: counted once, then moved along with every commit. */
import type { BalikanStatus } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';

export interface Tally {
  read(reader: Reader): { readonly waiting: number; readonly needsPerson: number };
  /** A committed change of one item; `undefined` for a new one. */
  moved(from: BalikanStatus | undefined, to: BalikanStatus): void;
}

export type OpenStatus = Exclude<BalikanStatus, 'ACKNOWLEDGED' | 'HANDED_OVER'>;

const isWaiting = (status: BalikanStatus | undefined) => status === 'QUEUED' || status === 'SENDING';
const needsPerson = (status: BalikanStatus | undefined) => status === 'REJECTED' || status === 'PARKED';

export function tally(): Tally {
  let counted: { waiting: number; needsPerson: number } | undefined;

  return {
    read(reader) {
      counted ??= {
        waiting: count(reader, 'QUEUED') + count(reader, 'SENDING'),
        needsPerson: count(reader, 'REJECTED') + count(reader, 'PARKED'),
      };
      return counted;
    },
    moved(from, to) {
      if (counted === undefined) return;
      counted.waiting += Number(isWaiting(to)) - Number(isWaiting(from));
      counted.needsPerson += Number(needsPerson(to)) - Number(needsPerson(from));
    },
  };
}

function count(reader: Reader, status: OpenStatus): number {
  return Number(reader.get(`SELECT count(*) AS n FROM outbox_item WHERE ${openWith(status)}`)?.n);
}

/** As the indexes `outbox_open` and `outbox_open_by_time` have it, word for word: SQLite uses a partial index only when it sees the same condition. */
export function openWith(status: OpenStatus): string {
  return `status = '${status}' AND status NOT IN ('ACKNOWLEDGED', 'HANDED_OVER')`;
}
