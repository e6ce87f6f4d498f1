/** Whose figure a read is: of the device that stood there, and of none where none is on record; it is always somebody's. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ListedReader, readersOf } from './reader-figures.ts';

const HOUR = 3_600_000;
const read = (counter: string, hour: number, n = 1) => ({
  ...{ hour: hour * HOUR, counter, what: 'CARD_READ', of: 'OK', n },
});
const device = (reader: string, ...stays: ListedReader['stays']): ListedReader => ({
  ...{ reader, sam: 'SAM-1', place: stays.at(-1)?.counter ?? '–', status: 'digunakan', stays },
});
const said = (rows: ReturnType<typeof readersOf>) =>
  rows.map(({ reader, place, reads }) => [reader, place, reads]);

describe('where no device is on record', () => {
  test('what was read has a row of its own, by counter, and a device beside it has its own figures only', () => {
    const counted = [read('Loket 2', 9, 3), read('Loket 1', 9, 2), read('Loket 2', 10), read('-', 11)];
    const rows = readersOf([device('RDR-1', { counter: 'Loket 1', since: 0 })], counted, undefined);
    expect(said(rows)).toEqual([
      ['RDR-1', 'Loket 1', 2],
      [null, '–', 1],
      [null, 'Loket 2', 4],
    ]);
    expect(rows[1]).toMatchObject({ sam: '–', status: '–' });
  });

  test('a withdrawal at a desk without a reader is counted, and what no report counts of a reader makes no row', () => {
    const at = { hour: 9 * HOUR, counter: 'Meja depan', of: '', n: 1 };
    const counted = [
      { ...at, what: 'CONSENT_WITHDRAWN' },
      { ...at, counter: 'Ruang TI', what: 'SPTJM_RECORDED' },
    ];
    expect(readersOf([], counted, undefined)).toMatchObject([
      { reader: null, place: 'Meja depan', reads: 0, consentWithdrawn: 1 },
    ]);
  });

  test('a corrected report loses nothing to a device that was registered after it was frozen', () => {
    const counted = [read('Loket 1', 9, 5)];
    const frozen = readersOf([], counted, undefined);
    const since = [device('RDR-1', { counter: 'Loket 1', since: 400 * HOUR })];
    expect(said(frozen)).toEqual([[null, 'Loket 1', 5]]);
    expect(said(readersOf(since, counted, frozen))).toEqual([[null, 'Loket 1', 5]]);
  });
});

test('every read is in exactly one row, whatever stood where and whatever the report was frozen with', () => {
  const counter = fc.constantFrom('Loket 1', 'Loket 2', 'Loket 3', '-');
  const hour = fc.nat(50);
  const reads = fc.array(fc.tuple(counter, hour, fc.integer({ min: 1, max: 9 })), { maxLength: 20 });
  const stay = fc.tuple(counter, hour).map(([at, since]) => ({ counter: at, since: since * HOUR }));
  const devices = fc
    .array(fc.array(stay, { maxLength: 3 }), { maxLength: 4 })
    .map((all) => all.map((stays, no) => device(`RDR-${no}`, ...stays)));
  fc.assert(
    fc.property(reads, devices, fc.option(devices), (came, listed, before) => {
      const counted = came.map(([at, when, n]) => read(at, when, n));
      const frozen = before === null ? undefined : readersOf(before, counted.slice(1), undefined);
      const total = readersOf(listed, counted, frozen).reduce((all, row) => all + row.reads, 0);
      expect(total).toBe(came.reduce((all, [, , n]) => all + n, 0));
    }),
  );
});
