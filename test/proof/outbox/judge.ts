/** Holds what the program was heard to promise, what its books say and what the simulated Dukcapil took against each other. */

import type { Books } from './life.ts';
import type { LedgerEntry } from './world.ts';

export interface Judgement {
  /** Told to be durable and not in the books; in the books as acknowledged and unknown to Dukcapil, or the other way round. */
  readonly lost: readonly string[];
  /** Accepted more than once, or in the books twice. */
  readonly doubled: readonly string[];
  /** Neither acknowledged nor on its way, content that outlived its acknowledgement, or no end at all. */
  readonly stuck: readonly string[];
}

export function judge(
  told: ReadonlySet<string>,
  books: Books | undefined,
  ledger: readonly LedgerEntry[],
): Judgement {
  if (books === undefined) return { lost: [], doubled: [], stuck: ['the program did not come to an end'] };
  const rows = new Map(books.rows.map(({ registrationNo, status }) => [registrationNo, status]));
  const accepted = new Map(ledger.map((entry) => [entry.registration, entry.accepted]));
  const acknowledged = [...rows].filter(([, status]) => status === 'ACKNOWLEDGED').map(([no]) => no);
  return {
    lost: [
      ...[...told].filter((no) => !rows.has(no)),
      ...acknowledged.filter((no) => (accepted.get(no) ?? 0) === 0),
      ...[...accepted.keys()].filter((no) => !rows.has(no)),
      ...(books.logIsWhole ? [] : ['the audit log']),
    ],
    doubled: [
      ...[...accepted].filter(([, times]) => times > 1).map(([no]) => no),
      ...(rows.size === books.rows.length ? [] : ['an item in the books']),
    ],
    stuck: [
      ...[...rows].filter(([, status]) => status !== 'ACKNOWLEDGED').map(([no, status]) => `${no} ${status}`),
      ...(books.envelopes === 0 ? [] : [`${books.envelopes} sealed contents`]),
    ],
  };
}
