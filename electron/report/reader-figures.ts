/** Table 2 of a report: what was read, checked and kept, by the device it was done with. Pure. */
import type { SemesterReportFields } from '../contract/index.ts';
import { sum, those } from './counting.ts';
import type { Counted } from './tally.ts';

type Reading = SemesterReportFields['readers'][number];

/** A reader by the names it has now, with the counters at which it stood, by the names they had then. */
export interface ListedReader extends Pick<Reading, 'sam' | 'place' | 'status'> {
  readonly reader: string;
  readonly stays: readonly { readonly counter: string; readonly since: number }[];
}

const HOUR = 3_600_000;

/**
 * What was counted at a counter belongs to the reader that came to it last until then, and what is older than any reader on record to the
 * first: a counter that was renamed keeps its past, and a reader that took the place of another does not take over its figures. What
 * belongs to none of them has a row of its own, so that nothing that was read is left out.
 */
export function readersOf(
  listed: readonly ListedReader[],
  counted: readonly Counted[],
  frozen: readonly Reading[] | undefined,
): readonly Reading[] {
  const stays = listed
    .flatMap((one) => one.stays.map(({ counter, since }) => ({ one, counter, since })))
    .sort((a, b) => a.since - b.since);
  const ownerOf = ({ counter, hour }: Counted) => {
    const here = stays.filter((stay) => stay.counter === counter);
    return (here.findLast(({ since }) => since < hour + HOUR) ?? here[0])?.one;
  };
  const owned = counted.map((one) => ({ one, owner: ownerOf(one)?.reader }));
  const devices = (frozen ?? listed).filter(({ reader }) => reader !== null);
  const rows = devices.map(({ reader, sam, place, status }) => ({
    ...{ reader, sam, place, status },
    ...readerCounts(owned.filter(({ owner }) => owner === reader).map(({ one }) => one)),
  }));
  const known = new Set<string | null | undefined>(devices.map(({ reader }) => reader));
  return [...rows, ...withoutDevice(owned.filter(({ owner }) => !known.has(owner)).map(({ one }) => one))];
}

/** By counter, and only where there is something to say. */
function withoutDevice(counted: readonly Counted[]): readonly Reading[] {
  return [...new Set(counted.map(({ counter }) => counter))]
    .sort()
    .map((counter) => ({ counter, counts: readerCounts(counted.filter((one) => one.counter === counter)) }))
    .filter(({ counts }) => Object.values(counts).some((n) => n !== null && n > 0))
    .map(({ counter, counts }) => {
      const place = counter === '-' ? '–' : counter;
      return { reader: null, sam: '–', place, status: '–', ...counts };
    });
}

/** No finger is matched by this program; the holder check is an officer's. */
function readerCounts(counted: readonly Counted[]) {
  return {
    reads: sum(those(counted, 'CARD_READ', 'OK')),
    fingerMatched: null,
    fingerFailed: null,
    checkedByOfficer: sum(those(counted, 'HOLDER_CHECKED')),
    keptWithConsent: sum(those(counted, 'KEPT_STORED')),
    consentRefused: sum(those(counted, 'CONSENT_RECORDED', 'REFUSED')),
    consentWithdrawn: sum(those(counted, 'CONSENT_WITHDRAWN')),
  };
}
