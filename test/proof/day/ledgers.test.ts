import { describe, expect, it } from 'vitest';
import { stranger } from '../stranger.ts';
import type { Entry } from './diary.ts';
import { type Ledgers, lostIn } from './ledgers.ts';

const diary: readonly Entry[] = [
  entry(1, 'consent given', { final: 'SERVED', consent: 'GRANTED', met: ['RESULT_MATCH'] }),
  entry(2, 'power cut in a visit', { final: 'CUT', met: ['RESULT_MATCH'] }),
  entry(3, 'another face', { final: 'NOT_SERVED', met: [] }),
  entry(4, 'consent refused', { final: 'SERVED', unverified: true, met: ['RESULT_TECH_FAIL'] }),
];

function entry(
  no: number,
  ending: Entry['ending'],
  rest: Pick<Entry, 'final' | 'met'> & Partial<Entry>,
): Entry {
  return { no, ending, resident: stranger(no), ...rest };
}

/** A day on which all is well: one item acknowledged, one that waits, a withdrawal and a breach in the agenda. */
const wellKept = {
  diary,
  books: {
    visits: [
      { registrationNo: 'L1-1', closedAs: 'CLOSED_SERVED' },
      { registrationNo: 'L1-3', closedAs: 'CLOSED_NO_SERVICE' },
      { registrationNo: 'L1-4', closedAs: 'CLOSED_SERVED' },
    ],
    items: [
      { registrationNo: 'L1-1', status: 'ACKNOWLEDGED' },
      { registrationNo: 'L1-4', status: 'QUEUED' },
    ],
    consents: [{ registrationNo: 'L1-1', decision: 'GRANTED', kept: true }],
    quotaUsed: 3,
  },
  shown: {
    home: {
      outbox: { waiting: 1, needsPerson: 0, oldestAgeMs: 1 },
      today: { served: 2, closedWithoutService: 1 },
      keptCount: 1,
    },
    agenda: [
      { key: 'ISO:tirta-pangan:iso', kind: 'ISO' },
      { key: 'REQUEST:office:r1', kind: 'REQUEST' },
      { key: 'BREACH:office:i1', kind: 'BREACH' },
      { key: 'INCIDENT:office:i2', kind: 'INCIDENT' },
    ],
    requests: [{ requestId: 'r1', status: 'OPEN' }],
    incidents: [
      { incidentId: 'i1', confirmedAt: 1, closedAt: null },
      { incidentId: 'i2', confirmedAt: null, closedAt: null },
    ],
    report: {
      services: [{ served: 2 }],
      balikan: [{ due: 2, acknowledged: 1, withoutService: 2 }],
      security: { incidents: 2 },
    },
    log: 'audit: 40 entries, whole, head 00',
  },
  morning: ['ISO:tirta-pangan:iso'],
  dukcapil: { ledger: [taken(1, 'L1-1', 1)], asked: 3 },
  dailyHits: 10,
} as unknown as Ledgers;

function taken(no: number, registration: string, accepted: number) {
  return { idLembaga: 'x', nik: stranger(no).nik, registration, accepted, duplicates: 0, param: [] };
}

const { books, shown, dukcapil } = wellKept;

describe('the books of a day', () => {
  it('are in order where every duty is met or stands where somebody sees it', () => {
    expect(lostIn(wellKept)).toEqual([]);
  });

  it.each([
    ['an item that nobody owes', { books: { ...books, items: books.items.slice(1) } }, 1],
    ['an item acknowledged by nobody', { dukcapil: { ...dukcapil, ledger: [] } }, 1],
    ['an item accepted twice', { dukcapil: { ...dukcapil, ledger: [taken(1, 'L1-1', 2)] } }, 1],
    ['a visit that never closed', { books: { ...books, visits: books.visits.slice(0, 2) } }, 4],
    ['a refusal that was kept', { diary: [{ ...diary[0], consent: 'REFUSED' }, ...diary.slice(1)] }, 1],
    ['a consent that is gone', { books: { ...books, consents: [] } }, 1],
  ])('tell of %s, and of whose visit', (_what, change, visit) => {
    const [first] = lostIn({ ...wellKept, ...change } as Ledgers);
    expect(first?.visit).toBe(visit);
  });

  it.each([
    [
      'a backlog that is not shown',
      { shown: { ...shown, home: { ...shown.home, outbox: { waiting: 0, needsPerson: 0 } } } },
    ],
    ['a withdrawal that is in no agenda', { shown: { ...shown, agenda: shown.agenda.slice(0, 1) } }],
    ['an incident that nobody is asked about', { shown: { ...shown, agenda: shown.agenda.slice(0, 3) } }],
    ['a duty of the morning that is gone', { shown: { ...shown, agenda: shown.agenda.slice(1) } }],
    ['a log that is not whole', { shown: { ...shown, log: 'audit: entry 7 was changed' } }],
    ['more inquiries than were counted', { dukcapil: { ...dukcapil, asked: 4 } }],
    [
      'an access that the report leaves out',
      { diary: [...diary, entry(5, 'emergency stop', { final: 'CUT', met: ['RESULT_MATCH'] })] },
    ],
  ])('tell of %s', (_what, change) => {
    expect(lostIn({ ...wellKept, ...change } as unknown as Ledgers)).not.toEqual([]);
  });
});
