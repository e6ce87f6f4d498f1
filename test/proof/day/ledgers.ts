/**
 * Holds the books of the day against each other: what the officer saw, what the office wrote down, what the program shows of it, and what
 * Dukcapil took. Each line of the answer is a duty that is lost: neither met nor in plain sight. Pure.
 */
import type { SimulatedGateway } from '../../../simulator/gateway/index.ts';
import type { Books } from './books.ts';
import type { Entry, Final } from './diary.ts';
import type { Shown } from './evening.ts';

export interface Ledgers {
  readonly diary: readonly Entry[];
  readonly books: Books;
  readonly shown: Shown;
  /** What was in the agenda in the morning, by key; nobody did anything about it. */
  readonly morning: readonly string[];
  readonly dukcapil: {
    readonly ledger: ReturnType<SimulatedGateway['ledger']>;
    /** Inquiries that reached it. */
    readonly asked: number;
  };
  readonly dailyHits: number;
}

export interface Lost {
  /** Of the diary; absent where no visit is meant. */
  readonly visit?: number;
  readonly what: string;
}

const closings: Readonly<Record<Final, readonly string[]>> = {
  SERVED: ['CLOSED_SERVED'],
  NOT_SERVED: ['CLOSED_NO_SERVICE'],
  STOPPED: ['CLOSED_NO_SERVICE', 'CANCELLED'],
  CUT: [],
  NOBODY: [],
};

export function lostIn(ledgers: Ledgers): readonly Lost[] {
  const visits = visitsInBooks(ledgers);
  // Where the visits themselves are not those of the diary, what belongs to which cannot be told.
  if (visits.lost.length > 0) return visits.lost;
  return [
    ...visits.served.flatMap((one) => [...ofBalikan(one, ledgers), ...ofConsent(one, ledgers)]),
    ...ofTotals(ledgers),
    ...ofFigures(ledgers),
    ...ofAgenda(ledgers),
    ...ofReport(ledgers),
  ];
}

interface Served {
  readonly entry: Entry;
  readonly registrationNo: string;
}

/** Visit for visit, in the order in which they came. */
function visitsInBooks({ diary, books }: Ledgers): { lost: readonly Lost[]; served: readonly Served[] } {
  const expected = diary.filter(({ final }) => closings[final].length > 0);
  const served: Served[] = [];
  for (const [index, entry] of expected.entries()) {
    const row = books.visits[index];
    if (row === undefined || !closings[entry.final].includes(row.closedAs ?? '')) {
      const found = row === undefined ? 'nothing' : (row.closedAs ?? 'a visit that never closed');
      return {
        lost: [{ visit: entry.no, what: `${entry.final} in the diary, ${found} in the books` }],
        served,
      };
    }
    if (entry.final === 'SERVED') served.push({ entry, registrationNo: row.registrationNo });
  }
  const more = books.visits.length - expected.length;
  return { lost: more === 0 ? [] : [{ what: `${more} visits in the books that nobody saw` }], served };
}

function ofBalikan({ entry, registrationNo }: Served, { books, dukcapil }: Ledgers): Lost[] {
  const items = books.items.filter((item) => item.registrationNo === registrationNo);
  const taken = dukcapil.ledger.filter(
    ({ nik, registration }) => nik === entry.resident.nik && registration === registrationNo,
  );
  const accepted = taken.reduce((sum, one) => sum + one.accepted, 0);
  const said = (what: string): Lost[] => [{ visit: entry.no, what }];
  const [item, ...more] = items;
  if (item === undefined) return said('the service is recorded and its data balikan is owed by nobody');
  if (more.length > 0) return said('its data balikan is owed twice');
  if (accepted > 1) return said(`its data balikan was accepted ${accepted} times`);
  if (item.status === 'ACKNOWLEDGED' && accepted === 0) {
    return said('its data balikan is acknowledged, and Dukcapil has none');
  }
  return [];
}

function ofConsent({ entry, registrationNo }: Served, { books }: Ledgers): Lost[] {
  const rows = books.consents.filter((consent) => consent.registrationNo === registrationNo);
  const [row, ...more] = rows;
  const expected = entry.consent ?? 'none';
  if (more.length > 0) return [{ visit: entry.no, what: 'two consents' }];
  if ((row?.decision ?? 'none') !== expected) {
    return [
      { visit: entry.no, what: `the answer was ${expected}, the books say ${row?.decision ?? 'none'}` },
    ];
  }
  const kept = row?.kept ?? false;
  return kept === (expected === 'GRANTED')
    ? []
    : [{ visit: entry.no, what: `consent ${expected}, kept: ${kept}` }];
}

function ofTotals({ diary, books, dukcapil, dailyHits, shown }: Ledgers): Lost[] {
  const served = diary.filter(({ final }) => final === 'SERVED');
  const consents = served.filter(({ consent }) => consent !== undefined);
  const known = new Set(books.items.map(({ registrationNo }) => registrationNo));
  const taken = dukcapil.ledger.filter(({ accepted }) => accepted > 0);
  return unless([
    [books.items.length === served.length, `${books.items.length} items for ${served.length} services`],
    [
      books.consents.length === consents.length,
      `${books.consents.length} consents, ${consents.length} asked`,
    ],
    [
      taken.every(({ registration }) => known.has(registration)),
      'Dukcapil has what the office does not know of',
    ],
    [dukcapil.asked <= books.quotaUsed, `${dukcapil.asked} inquiries, ${books.quotaUsed} counted`],
    [books.quotaUsed <= dailyHits, `${books.quotaUsed} hits of ${dailyHits}`],
    [/, whole, /.test(shown.log), `the log: ${shown.log}`],
  ]);
}

/** What waits stands on the start page, to the last item. */
function ofFigures({ diary, books, shown: { home } }: Ledgers): Lost[] {
  const items = (...statuses: readonly string[]) =>
    books.items.filter(({ status }) => statuses.includes(status)).length;
  const ended = (final: Final) => diary.filter((entry) => entry.final === final).length;
  const kept = books.consents.filter((consent) => consent.kept).length;
  return unless([
    [home.outbox.waiting === items('QUEUED', 'SENDING'), `${home.outbox.waiting} shown as waiting`],
    [
      home.outbox.needsPerson === items('REJECTED', 'PARKED'),
      `${home.outbox.needsPerson} shown for a person`,
    ],
    [home.today.served === ended('SERVED'), `${home.today.served} shown as served`],
    [
      home.today.closedWithoutService >= ended('NOT_SERVED'),
      `${home.today.closedWithoutService} without service`,
    ],
    [home.keptCount === kept, `${home.keptCount} shown as kept of ${kept}`],
  ]);
}

const ofTheDay = new Set<string>(['REQUEST', 'INCIDENT', 'BREACH']);

function ofAgenda({ shown: { agenda, requests, incidents }, morning }: Ledgers): Lost[] {
  const stands = new Set(agenda.map(({ key }) => key));
  const expected = [
    ...morning,
    ...requests
      .filter(({ status }) => status === 'OPEN')
      .map(({ requestId }) => `REQUEST:office:${requestId}`),
    ...incidents
      .filter(({ closedAt }) => closedAt === null)
      .map((one) => `${one.confirmedAt === null ? 'INCIDENT' : 'BREACH'}:office:${one.incidentId}`),
  ];
  const open = agenda.filter(({ kind }) => ofTheDay.has(kind));
  return [
    ...expected.filter((key) => !stands.has(key)).map((key) => ({ what: `${key} is not in the agenda` })),
    ...unless([
      [open.length === expected.length - morning.length, `${open.length} new duties in the agenda`],
    ]),
  ];
}

/** Ends of a visit whose card was read, or whose NIK was asked about, and of which no service came. */
const unservedEnds = new Set<string>(['NOT_SERVED', 'STOPPED', 'CUT']);

/** What will be signed at the end of the semester is what happened; whoever was seen and not served is in it as well. */
function ofReport({ diary, books, shown: { report, incidents } }: Ledgers): Lost[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const served = diary.filter(({ final }) => final === 'SERVED').length;
  const acknowledged = books.items.filter(({ status }) => status === 'ACKNOWLEDGED').length;
  const unserved = diary.filter(({ final }) => unservedEnds.has(final));
  const counted: readonly (readonly [what: string, inReport: number, happened: number])[] = [
    ['services', sum(report.services.map((one) => one.served)), served],
    ['data balikan', sum(report.balikan.map((one) => one.due)), served],
    ['acknowledged', sum(report.balikan.map((one) => one.acknowledged)), acknowledged],
    ['accesses without service', sum(report.balikan.map((one) => one.withoutService)), unserved.length],
    ['incidents', report.security.incidents, incidents.length],
  ];
  return counted
    .filter(([, inReport, happened]) => inReport !== happened)
    .map(([what, inReport, happened]) => ({
      what: `the report counts ${inReport} ${what}, there were ${happened}`,
    }));
}

function unless(claims: readonly (readonly [holds: boolean, what: string])[]): Lost[] {
  return claims.filter(([holds]) => !holds).map(([, what]) => ({ what }));
}
