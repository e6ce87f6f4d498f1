/**
 * The figures of a report (domain 5.5), counted from the books: by month, reader and service. What goes in are codes and numbers, and
 * what comes out is held to a schema in which no person has a place.
 */
import { ok, type Result } from '../../native/failure.ts';
import { addDays, addMonths, type Day, endOfDay, startOfDay } from '../calendar/index.ts';
import { type InquiryOutcome, type SemesterReportFields, semesterReportFields } from '../contract/index.ts';
import type { Reader, ReadStore } from '../store/index.ts';
import { sum, those } from './counting.ts';
import { type ListedReader, readersOf } from './reader-figures.ts';
import type { Counted, Tally } from './tally.ts';
import {
  type AccessCount,
  accessesWithoutService,
  type BalikanCount,
  balikanBetween,
  type HitCount,
  hitsBetween,
  type VisitCount,
  visitsBetween,
} from './visit-counts.ts';

export interface Period {
  readonly agreementId: string;
  readonly kind: SemesterReportFields['kind'];
  readonly version: number;
  readonly from: Day;
  readonly to: Day;
  /** Those that the report was frozen with: what is on record of things as they were then is not read off them as they are now. */
  readonly frozen?: SemesterReportFields;
}

/** What other rooms know of an agreement, as numbers and names of things. */
export interface AgreementFigures {
  readonly zone: string;
  /** The day of signing: nothing is counted of the days before it. */
  readonly since: Day;
  /** What the agreement allowed on that day, whatever it allows now; `null`: no limit. */
  readonly dailyHits: (day: Day) => number | null;
  /** By code, of every version in force in these days. */
  readonly services: Readonly<Record<string, string>>;
  readonly readers: readonly ListedReader[];
  /** As of now; the report says how many there were at the end of its days. */
  readonly activeOperators: number;
  readonly userIdBasts: readonly string[];
  readonly iso: SemesterReportFields['security']['iso'];
  readonly incidents: number;
  readonly notices: number;
}

export interface FigureSources {
  readonly store: ReadStore;
  readonly tally: Tally;
  readonly agreement: (agreementId: string, from: Day, to: Day) => Result<AgreementFigures>;
}

interface Month {
  readonly month: string;
  readonly from: Day;
  readonly to: Day;
}

type MonthBooks = ReturnType<typeof booksOf>;

function booksOf(reader: Reader, agreementId: string, month: Month, zone: string) {
  const { from, to } = month;
  return {
    month,
    visits: visitsBetween(reader, agreementId, from, to),
    balikan: balikanBetween(reader, agreementId, from, to, zone),
    unserved: accessesWithoutService(reader, agreementId, from, to, zone),
    hits: hitsBetween(reader, agreementId, from, to),
  };
}

/** The months that the period touches, cut to it. */
function monthsOf(from: Day, to: Day): readonly Month[] {
  const months: Month[] = [];
  for (let start = `${from.slice(0, 7)}-01`; start <= to; start = addMonths(start, 1)) {
    const last = addDays(addMonths(start, 1), -1);
    months.push({ month: start.slice(0, 7), from: start < from ? from : start, to: last > to ? to : last });
  }
  return months;
}

/** Also what was counted while a clock ran ahead. */
const untilNow = Number.MAX_SAFE_INTEGER;

/** In one go: what is frozen is counted as of one moment. */
export function figuresOf(sources: FigureSources, period: Period): Result<SemesterReportFields> {
  const counting = countingOf(sources, period);
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value;
  }
}

/** Month by month, and whoever else waits goes first: somebody who asks about years is in less of a hurry than a tap. */
export async function figuresInSlices(
  sources: FigureSources,
  period: Period,
  pause: () => Promise<void>,
): Promise<Result<SemesterReportFields>> {
  const counting = countingOf(sources, period);
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** Comes to a stop after each month. */
function* countingOf(
  sources: FigureSources,
  period: Period,
): Generator<undefined, Result<SemesterReportFields>, undefined> {
  const { agreementId, from, to, version, kind, frozen } = period;
  const found = sources.agreement(agreementId, from, to);
  if (!found.ok) return found;
  const agreement = found.value;
  const { zone } = agreement;
  // What the last visit still had to record, and the rights that ended with the agreement, come behind its last midnight.
  const counts = kind === 'FINAL' ? addDays(to, 1) : to;
  const counted: Counted[] = [];
  const visits: VisitCount[] = [];
  const byMonth: MonthBooks[] = [];
  for (const month of monthsOf(from, to)) {
    const [first, last] = [startOfDay(month.from, zone), endOfDay(month.to < to ? month.to : counts, zone)];
    const tallied = sources.tally.between(agreementId, first, last + 1);
    if (!tallied.ok) return tallied;
    const books = sources.store.read((reader) => booksOf(reader, agreementId, month, zone));
    if (!books.ok) return books;
    counted.push(...tallied.value);
    visits.push(...books.value.visits);
    byMonth.push(books.value);
    yield;
  }
  const since = sources.tally.between(agreementId, endOfDay(to, zone) + 1, untilNow, 'OPERATOR_MOVED');
  if (!since.ok) return since;
  // Whose rights ended with the agreement lost them at its end, whenever the program came to it.
  const until = those(counted, 'OPERATOR_MOVED').filter(({ hour }) => hour <= endOfDay(to, zone));
  const ended = kind === 'FINAL' ? since.value : [];
  const countedIn = (month: Month) => {
    const [first, last] = [startOfDay(month.from, zone), endOfDay(month.to, zone)];
    return counted.filter(({ hour }) => hour >= first && hour <= last);
  };
  return ok(
    semesterReportFields.parse({
      version,
      kind,
      from,
      to,
      access: byMonth.map(({ month, hits, visits }) => ({
        month: month.month,
        ...accessOf(hits, countedIn(month), visits),
        busiestDayPerMille: busiestDay(hits, month.to, agreement.dailyHits),
      })),
      readers: readersOf(agreement.readers, counted, frozen?.readers),
      services: servicesOf(visits, agreement.services, counted),
      balikan: byMonth.map(({ month, balikan, unserved }) => ({
        month: month.month,
        ...balikanOf(balikan),
        withoutService: sum(unserved),
        reason: reasonsOf(unserved),
      })),
      users: {
        active: agreement.activeOperators - cameToWork(since.value),
        added: sum(moves(until, 'APPROVED>ACTIVE')),
        revoked: sum(moves([...until, ...ended], '>REVOKED')),
        sptjm: sum(those(counted, 'SPTJM_RECORDED')),
        nda: sum(moves(until, '>NDA_SIGNED')),
        userIdBasts: agreement.userIdBasts,
      },
      security: {
        iso: frozen === undefined ? agreement.iso : frozen.security.iso,
        patternExceptions: sum(those(counted, 'EXCEPTION_APPROVED')),
        incidents: agreement.incidents,
        notices: agreement.notices,
      },
    }),
  );
}

function moves(counted: readonly Counted[], move: string): readonly Counted[] {
  return those(counted, 'OPERATOR_MOVED').filter((one) => one.of.endsWith(move));
}

/** How many more are at work through these moves; fewer, where it is below zero. */
function cameToWork(moved: readonly Counted[]): number {
  return sum(moves(moved, '>ACTIVE')) - sum(moved.filter(({ of }) => of.startsWith('ACTIVE>')));
}

/** @param hits calls that left on each day: repetitions are in them, and what never left is not */
function accessOf(hits: readonly HitCount[], counted: readonly Counted[], visits: readonly VisitCount[]) {
  const answered = (...outcomes: readonly string[]) => sum(those(counted, 'INQUIRED', ...outcomes));
  const named = {
    found: answered('FOUND', 'MATCH', 'MISMATCH'),
    deceased: answered('FOUND_DECEASED'),
    duplicate: answered('FOUND_DUPLICATE'),
    notFound: answered('NOT_FOUND'),
    inactive: answered('FOUND_INACTIVE'),
    format: answered('NOT_FOUND_BAD_FORMAT'),
    signInFailed: answered('AUTH_FAILED'),
    quotaUsedUp: answered('QUOTA_EXHAUSTED'),
    accessInactive: answered('INSTITUTION_INACTIVE', 'USER_ID_INACTIVE'),
  };
  const inquiries = sum(hits);
  const told = Object.values(named).reduce((all, n) => all + n, 0);
  const serviceDays = new Set(visits.map(({ day }) => day)).size;
  // A call without an answer is a technical failure, so that the columns add up to the calls.
  return { serviceDays, inquiries, ...named, technical: Math.max(0, inquiries - told) };
}

/** The day nearest to the limit that it had, in tenths of a per cent; null where no day of the month had one. */
function busiestDay(
  hits: readonly HitCount[],
  lastDay: Day,
  limitOn: AgreementFigures['dailyHits'],
): number | null {
  const shares = hits.map(({ day, n }) => shareOf(n, limitOn(day))).filter((share) => share !== null);
  return shares.length === 0 ? shareOf(0, limitOn(lastDay)) : Math.max(...shares);
}

function shareOf(used: number, limit: number | null): number | null {
  return limit === null || limit === 0 ? null : Math.round((used * 1000) / limit);
}

/** Documents are counted with the services they led to; where none was counted at all, before there was such a count, the columns stay open. */
function servicesOf(
  visits: readonly VisitCount[],
  names: Readonly<Record<string, string>>,
  counted: readonly Counted[],
) {
  const shown = [...those(counted, 'SERVED_BY_KTP_EL'), ...those(counted, 'SERVED_BY_IKD')];
  const isCounted = shown.length > 0 || visits.every(({ served }) => !served);
  const by = (what: string, code: string) => (isCounted ? sum(those(counted, what, code)) : null);
  const codes = [...new Set([...Object.keys(names), ...visits.map(({ service }) => service)])].sort();
  return codes.map((code) => {
    const ofService = visits.filter(({ service }) => service === code);
    const came = (...outcomes: readonly string[]) =>
      sum(ofService.filter(({ outcome }) => outcomes.includes(outcome)));
    return {
      service: names[code] ?? code,
      visits: sum(ofService),
      matched: came('MATCH', 'FOUND'),
      differed: came('MISMATCH'),
      served: sum(ofService.filter(({ served }) => served)),
      notServed: sum(ofService.filter(({ served }) => !served)),
      withKtpEl: by('SERVED_BY_KTP_EL', code),
      withIkd: by('SERVED_BY_IKD', code),
    };
  });
}

/** In the language of the report, by the last answer. Of what is not named here data was found, and no service came of it. */
const reasons: readonly (readonly [reason: string, ...outcomes: (InquiryOutcome | '')[]])[] = [
  ['tanpa jawaban', ''],
  ['tidak sesuai', 'MISMATCH'],
  ['meninggal dunia', 'FOUND_DECEASED'],
  ['data ganda', 'FOUND_DUPLICATE'],
  ['tidak terdapat', 'NOT_FOUND'],
  ['nonaktif', 'FOUND_INACTIVE'],
  ['format NIK tidak sesuai', 'NOT_FOUND_BAD_FORMAT'],
  ['gagal login', 'AUTH_FAILED'],
  ['kuota habis', 'QUOTA_EXHAUSTED'],
  ['instansi/User ID nonaktif', 'INSTITUTION_INACTIVE', 'USER_ID_INACTIVE'],
];

function reasonsOf(unserved: readonly AccessCount[]): string {
  const named = reasons.map(([reason, ...outcomes]) => ({
    reason,
    n: sum(unserved.filter(({ outcome }) => outcomes.some((one) => one === outcome))),
  }));
  const others = sum(unserved) - sum(named);
  return [...named, { reason: 'layanan tidak dilanjutkan', n: others }]
    .filter(({ n }) => n > 0)
    .map(({ reason, n }) => `${reason} ${n}`)
    .join('; ');
}

function balikanOf(counts: readonly BalikanCount[]) {
  const by = (...statuses: readonly string[]) =>
    sum(counts.filter(({ status }) => statuses.includes(status)));
  return {
    due: sum(counts),
    sent: by('ACKNOWLEDGED', 'REJECTED', 'HANDED_OVER'),
    acknowledged: by('ACKNOWLEDGED', 'HANDED_OVER'),
    rejected: by('REJECTED'),
    waiting: by('QUEUED', 'SENDING', 'PARKED'),
  };
}
