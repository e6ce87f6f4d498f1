/**
 * The agenda: everything that is due, derived from what the rooms know and the calendar each time anybody looks. Nothing here is
 * stored, so a new file of holidays, an addendum or a report that was handed in shows at once. Pure.
 */
import {
  addMonths,
  type ComputedDay,
  type Day,
  daysBetween,
  endOfDay,
  localDay,
  reportPeriods,
  type WorkCalendar,
} from '../calendar/index.ts';
import {
  type AgendaEntry,
  type AgendaKind,
  type AgendaStage,
  type AgendaText,
  type AgreementDate,
  inForce,
  isReportOpen,
  type Role,
  whoMovesReport,
} from '../contract/index.ts';
import { type AgreementDuties, kinds, type OfficeDuties, type RecordedDuty } from './duties.ts';

/** A change of head is overdue after as many working days as a change of contacts is (domain A-20). */
const OFFICE_CHANGE_DAYS = 14;
/** What waits for one working day is warned of, what waits for three is escalated. */
const BACKLOG_DAYS = 3;
const HOUR = 3_600_000;

interface Due {
  readonly key: string;
  readonly due: ComputedDay | { readonly at: number } | null;
  readonly words?: AgendaEntry['words'];
  readonly detail?: string;
  /** It cannot be done before this day, which is later than it is due: until it is over nobody is late. */
  readonly lateAfter?: Day;
  /** Where it is not always the same person's. */
  readonly who?: readonly Role[];
  /** It can be done from now on, before the first reminder. */
  readonly opened?: boolean;
}

/** By how urgent it is, and how many of its unit are left. */
type Say =
  | AgendaText
  | ((entry: { readonly stage: AgendaStage; readonly n: number | undefined }) => AgendaText);

/** The most urgent first: what has no date blocks something now and comes before what lies ahead. */
export function agendaEntries(office: OfficeDuties, workDays: WorkCalendar): readonly AgendaEntry[] {
  const entries = [
    ...office.agreements.flatMap((agreement) => ofAgreement(office, agreement, workDays)),
    ...ofOffice(office, workDays),
  ];
  const rank = ({ stage, dueAt }: AgendaEntry) =>
    dueAt ?? (stage === 'AHEAD' ? Number.MAX_VALUE : office.now);
  return entries.sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

function ofAgreement(
  office: OfficeDuties,
  agreement: AgreementDuties,
  workDays: WorkCalendar,
): AgendaEntry[] {
  const { status, profile, agreementId, number } = agreement;
  if (status === 'DRAFT' || status === 'CLOSED') return [];
  const today = localDay(office.now, profile.timeZone);
  const about = { agreementId, number };
  const made = maker(office.now, profile.timeZone, workDays, about);
  const running = inForce.has(status) || status === 'SIGNED' || status === 'SUSPENDED';
  return [
    ...reports(agreement, today, workDays, made),
    ...(running ? [...extension(agreement, made), ...iso(office, agreement, made)] : []),
    ...(running ? [...monitoring(office, agreement, today, made), ...papers(agreement, made)] : []),
    ...(running ? userIds(agreement, made) : []),
    ...contactChanges(office.recorded, agreement, workDays, made),
    ...backlog(office.now, agreement, workDays, made),
    ...(running ? [] : theEnd(agreement, made)),
  ];
}

type Made = ReturnType<typeof maker>;

function maker(now: number, zone: string, workDays: WorkCalendar, about: AgendaEntry['agreement']) {
  const today = localDay(now, zone);
  return (
    kind: AgendaKind,
    say: Say,
    { key, due, words = {}, detail, who, opened = false, lateAfter }: Due,
  ): AgendaEntry => {
    const { thresholds, unit, ...fixed } = kinds[kind];
    const n = due === null ? undefined : 'at' in due ? hoursLeft(now, due.at) : leftOn(due.day, unit);
    const reached = thresholds.filter((threshold) => n !== undefined && n <= threshold).length;
    const isOpen = opened || due === null;
    const lastDay = due !== null && 'day' in due ? (lateAfter ?? due.day) : undefined;
    const over = due !== null && ('at' in due ? due.at <= now : (lastDay ?? due.day) < today);
    // Before a Sunday there is no working day left on Friday evening, and it is not today yet.
    const isToday = lastDay === today;
    const stage: AgendaStage = over
      ? 'OVERDUE'
      : isToday
        ? 'DUE'
        : reached > 0
          ? 'SOON'
          : isOpen
            ? 'OPEN'
            : 'AHEAD';
    // The reminders up to its date are past by then; that it can be done at last is one more.
    const isPossible = lateAfter !== undefined && lateAfter <= today;
    const level = Number(isOpen) + reached + Number(isPossible) + Number(over);
    return {
      ...fixed,
      who: who ?? fixed.who,
      key: [kind, about?.agreementId ?? 'office', key].join(':'),
      kind,
      say: typeof say === 'string' ? say : say({ stage, n }),
      words: { ...(n === undefined ? {} : { sisa: n, hari: Math.abs(n), jam: Math.max(0, n) }), ...words },
      agreement: about,
      detail: detail ?? null,
      due,
      dueAt: due === null ? null : 'at' in due ? due.at : endOfDay(lastDay ?? due.day, zone),
      left: n === undefined || (lateAfter !== undefined && !over && n <= 0) ? null : { unit, n },
      stage,
      level,
    };
  };

  function leftOn(day: Day, unit: string): number {
    return unit === 'DAYS' ? daysBetween(today, day) : workDays.workingDaysUntil(today, day);
  }
}

/** Begun hours: two minutes before the limit there is one hour left, not none. */
function hoursLeft(now: number, at: number): number {
  return Math.ceil((at - now) / HOUR);
}

function reports(agreement: AgreementDuties, today: Day, workDays: WorkCalendar, made: Made): AgendaEntry[] {
  const { profile, accessUntil, end, enteredOn } = agreement;
  if (profile.reports === undefined) return [];
  const { periods: halves, deadlineWorkingDays, anchor } = profile.reports;
  const span = { from: profile.signedOn, until: accessUntil, ended: end !== undefined, enteredOn };
  return reportPeriods(span, { halves, deadlineWorkingDays, anchor }, today, workDays)
    .map((period) => ({ ...period, report: reportOf(agreement, period) }))
    .filter(({ report }) => report === undefined || isReportOpen(report.status))
    .map(({ year, half, due, opensOn, lateAfter, report }) => {
      const waits = lateAfter > due.day;
      const opened = today >= opensOn;
      const semester = half === 1 ? 'I' : 'II';
      const say: Say = ({ stage, n }) => {
        // Late on the weekend behind its last day, and by no working day.
        if (stage === 'OVERDUE') return n === 0 ? 'REPORT_DEADLINE_PASSED' : 'REPORT_OVERDUE';
        if (waits && stage !== 'AHEAD') return 'REPORT_AFTER_PERIOD';
        if (stage === 'SOON' || stage === 'DUE') return 'REPORT_DUE_SOON';
        return opened ? 'REPORT_OPEN' : 'REPORT_AHEAD';
      };
      const words = { semester, tahun: String(year), tanggal: due.day, dibuka: opensOn, mulai: lateAfter };
      const detail = `${agreement.agreementId}-${year}-s${half}`;
      const late = waits ? { lateAfter } : {};
      // Whoever gets it into their hands has seen no reminder of it, and who gets it back none since.
      const passedOn = report === undefined || report.status === 'COLLECTING' ? [] : [report.since];
      const key = [year, half, ...passedOn].join('-');
      return made('REPORT', say, { key, due, words, opened, detail, who: whoMoves(report), ...late });
    });
}

type Report = AgreementDuties['reports'][number];

function reportOf({ reports }: AgreementDuties, period: Pick<Report, 'year' | 'half'>): Report | undefined {
  return reports.find(({ year, half }) => year === period.year && half === period.half);
}

/** By whom it comes one step nearer to Dukcapil; while it collects that is nobody, and it is whose it will be. */
function whoMoves(report: Report | undefined): readonly Role[] {
  const mover =
    report !== undefined && isReportOpen(report.status) ? whoMovesReport(report.status) : 'SYSTEM';
  return mover === 'SYSTEM' ? kinds.REPORT.who : [mover];
}

function dateOf(dates: readonly AgreementDate[], kind: AgreementDate['kind']): ComputedDay | undefined {
  return dates.find((date) => date.kind === kind);
}

function extension(agreement: AgreementDuties, made: Made): AgendaEntry[] {
  const { agreementId, status, dates, profile, accessUntil } = agreement;
  const { lastDayInForce: lastDay } = profile;
  if (status === 'EXTENSION_REQUESTED') {
    const due = { day: accessUntil, provisional: false };
    const pending = { key: accessUntil, due, words: { tanggalAkhir: accessUntil }, detail: agreementId };
    const isBridged = accessUntil > lastDay;
    return [made('EXTENSION_PENDING', isBridged ? 'BRIDGE_ENDS' : 'EXTENSION_PENDING_NO_ACCESS', pending)];
  }
  const found = dateOf(dates, 'EXTENSION_DUE');
  if (found === undefined) return [];
  const { day, provisional } = found;
  const due = { day, provisional };
  const opened = status === 'EXTENSION_WINDOW';
  const say = ({ stage }: { readonly stage: AgendaStage }) =>
    stage === 'OVERDUE' ? 'EXTENSION_LATE' : 'EXTENSION_DUE';
  return [
    made('EXTENSION', say, {
      key: lastDay,
      due,
      words: { tanggalAkhir: lastDay, tanggal: day },
      opened,
      detail: agreementId,
    }),
  ];
}

/** First the certificate itself, and once it was handed in the day its validity ends. A later record puts a mistyped one right. */
function iso({ recorded }: OfficeDuties, { agreementId, dates, profile }: AgreementDuties, made: Made) {
  const found = dateOf(dates, 'ISO_DUE');
  if (found === undefined) return [];
  const certificate = recorded
    .filter((duty) => duty.kind === 'ISO_CERTIFICATE' && duty.agreementId === agreementId)
    .map(({ until }) => until ?? '')
    .at(-1);
  const due: ComputedDay =
    certificate === undefined
      ? { day: found.day, provisional: found.provisional }
      : { day: certificate, provisional: false };
  const words = { standar: profile.iso27001?.textAsWritten ?? 'ISO/IEC 27001', tanggal: due.day };
  const [say, key] =
    certificate === undefined ? (['ISO_DUE', 'first'] as const) : (['ISO_ENDS', due.day] as const);
  return [made('ISO', say, { key, due, words })];
}

/** The next anniversary of the signing without minutes. */
function monitoring(
  { recorded }: OfficeDuties,
  { agreementId, profile, enteredOn }: AgreementDuties,
  today: Day,
  made: Made,
): AgendaEntry[] {
  if ((profile.monitoring?.minPerYear ?? 0) === 0) return [];
  const settled = new Set(
    recorded
      .filter((duty) => duty.kind === 'MONITORING_MINUTES' && duty.agreementId === agreementId)
      .map(({ about }) => about),
  );
  for (let year = 1; ; year++) {
    const day = addMonths(profile.signedOn, 12 * year);
    if (day < enteredOn || settled.has(day)) continue;
    if (day > profile.lastDayInForce && day > today) return [];
    const due = { day, provisional: false };
    return [made('MONITORING', 'MONITORING_DUE', { key: day, due, words: { tanggal: day } })];
  }
}

/** Papers without which nobody may begin, or may not go on. */
function papers(
  { profile, sptjm, withoutNda, proposedAt, agreementId }: AgreementDuties,
  made: Made,
): AgendaEntry[] {
  const entries: AgendaEntry[] = [];
  const until = sptjm?.validUntil;
  if (profile.people.sptjm && until !== undefined) {
    const due = { day: until, provisional: false };
    entries.push(made('SPTJM', 'SPTJM_GRACE', { key: until, due, words: { tanggal: until }, opened: true }));
  } else if (profile.people.sptjm && sptjm?.valid !== true) {
    entries.push(made('SPTJM', 'SPTJM_MISSING', { key: agreementId, due: null }));
  }
  if (profile.people.nda && withoutNda > 0) {
    entries.push(
      made('NDA', 'NDA_WAITING', {
        key: `${withoutNda}-${proposedAt}`,
        due: null,
        words: { jumlah: withoutNda },
      }),
    );
  }
  return entries;
}

/** None has a date: a right that nobody took back is open until it is. One more is another reminder. */
function userIds(
  { userIds: { revoked, revokedAt, inactive, withoutBast, askedAt } }: AgreementDuties,
  made: Made,
): AgendaEntry[] {
  const open = (say: AgendaText, jumlah: number, since = 0) =>
    made('USER_ID', say, { key: `${say}-${jumlah}-${since}`, due: null, words: { jumlah } });
  return [
    ...(inactive ? [open('USER_ID_INACTIVE', 1, askedAt)] : []),
    ...(revoked > 0 ? [open('USER_ID_REVOKED', revoked, revokedAt)] : []),
    ...(withoutBast > 0 ? [open('USER_ID_BAST_REQUIRED', withoutBast, askedAt)] : []),
  ];
}

function contactChanges(
  recorded: readonly RecordedDuty[],
  { agreementId, profile }: AgreementDuties,
  workDays: WorkCalendar,
  made: Made,
): AgendaEntry[] {
  const told = new Set(recorded.filter(({ kind }) => kind === 'CONTACT_NOTICE').map(({ about }) => about));
  const within = profile.contacts?.changeNoticeWorkingDays ?? OFFICE_CHANGE_DAYS;
  return recorded
    .filter(
      (duty) => duty.kind === 'CONTACT_CHANGE' && duty.agreementId === agreementId && !told.has(duty.dutyId),
    )
    .map(({ dutyId, on }) => {
      const due = within === 0 ? { day: on, provisional: false } : workDays.workingDayAfter(on, within);
      const words = { tanggal: due.day };
      return made('CONTACT_CHANGE', 'CONTACT_CHANGE_DUE', {
        key: dutyId,
        due,
        words,
        detail: dutyId,
        opened: true,
      });
    });
}

const backlogSays = {
  PUSH: 'BALIKAN_BACKLOG',
  MANUAL: 'BALIKAN_TO_HAND_OVER',
  PULL: 'BALIKAN_TO_BE_FETCHED',
} as const satisfies Record<AgreementDuties['balikan']['channel'], AgendaText>;

/**
 * What was made today is on its way; only what has waited for a working day is anybody's business. What the program does not send
 * again by itself is at once, and stays so until it is sent or handed over.
 */
function backlog(
  now: number,
  { balikan: { channel, waiting, needsPerson, oldestAt }, profile }: AgreementDuties,
  workDays: WorkCalendar,
  made: Made,
): AgendaEntry[] {
  if (oldestAt === null) return [];
  const oldest = localDay(oldestAt, profile.timeZone);
  const limit = workDays.workingDayAfter(oldest, BACKLOG_DAYS);
  const stuck = channel === 'PUSH' && needsPerson > 0;
  const say = stuck ? 'BALIKAN_NEEDS_PERSON' : backlogSays[channel];
  const words = { jumlah: waiting + needsPerson, umurMs: now - oldestAt, perlu: needsPerson };
  const about = { key: stuck ? `${oldest}-person` : oldest, words };
  const entry = made('BALIKAN', say, { ...about, due: limit, opened: stuck });
  if (entry.stage === 'AHEAD') return [];
  // Where Dukcapil fetches them nobody here is late: they are made ready when its letter asks for them.
  return [channel === 'PULL' ? made('BALIKAN', say, { ...about, due: null }) : entry];
}

function theEnd({ agreementId, openSams, dates, end, profile }: AgreementDuties, made: Made): AgendaEntry[] {
  const entries: AgendaEntry[] = [];
  const found = dateOf(dates, 'SAM_RETURN_DUE');
  if (openSams > 0 && found !== undefined) {
    const due = { day: found.day, provisional: found.provisional };
    const say = ({ stage }: { readonly stage: AgendaStage }) =>
      stage === 'OVERDUE' ? 'SAM_SHIPMENT_OVERDUE' : 'SAM_RETURN_DUE';
    // Its sentence counts from the end, and says how many days there were.
    const words = { jumlah: openSams, hari: profile.endDuties?.samReturnWorkingDays ?? 0 };
    entries.push(made('SAM_RETURN', say, { key: 'cards', due, words, opened: true }));
  }
  if (end !== undefined && end.done < end.total) {
    const words = { selesai: end.done, total: end.total };
    entries.push(
      made('END_CHECKLIST', 'END_CHECKLIST', { key: 'steps', due: null, words, detail: agreementId }),
    );
  }
  return entries;
}

function ofOffice(office: OfficeDuties, workDays: WorkCalendar): AgendaEntry[] {
  const { now, zone, officeChange, requests, breaches, undecided } = office;
  const made = maker(now, zone, workDays, null);
  const entries = requests.map(({ requestId, kind, dueAt }) => {
    const say = kind === 'WITHDRAWAL' ? 'WITHDRAWAL_DUE' : 'ACCESS_DUE';
    return made('REQUEST', say, { key: requestId, due: { at: dueAt }, words: { batas: dueAt } });
  });
  for (const { incidentId, number, decideBy } of undecided) {
    const words = { nomor: number, batas: decideBy };
    const incident = { key: incidentId, due: { at: decideBy }, words, detail: incidentId };
    entries.push(made('INCIDENT', 'INCIDENT_UNDECIDED', incident));
  }
  for (const { incidentId, dueAt } of breaches) {
    const breach = { key: incidentId, due: { at: dueAt }, words: { waktu: dueAt }, detail: incidentId };
    entries.push(made('BREACH', 'BREACH_CLOCK', breach));
  }
  if (officeChange !== undefined) {
    const due = workDays.workingDayAfter(officeChange.since, OFFICE_CHANGE_DAYS);
    const { personId } = officeChange;
    entries.push(
      made('OFFICE_CHANGE', 'NOTIFY_OFFICE_CHANGE', { key: personId, due, detail: personId, opened: true }),
    );
  }
  return entries;
}
