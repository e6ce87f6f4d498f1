/**
 * Semester reports (domain 4.6): opened by the calendar, frozen at the cut-off, reviewed, signed and handed in by people. A signed
 * version is kept as it was signed; what Dukcapil wants corrected is the next version.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import { type Day, dayInFigures, localDay, type ReportPeriod } from '../calendar/index.ts';
import {
  type Acting,
  appFailure,
  isNilReport,
  isReportOpen,
  nextReportStatus,
  type ReportAct,
  type ReportCorrection,
  type ReportEvent,
  type ReportRow,
  type ReportStatus,
  reportRules,
  type SemesterReportFields,
} from '../contract/index.ts';
import type { Clock, Reader, Store, StoreFailure, Writer } from '../store/index.ts';
import { deliveryInNote, keepDelivery, keepNoted } from './deliveries.ts';
import { type FigureSources, figuresInSlices, figuresOf, type Period } from './figures.ts';
import { type ReportTableRow, reportTables } from './tables.ts';
import {
  correctionIn,
  figuresIn,
  narrativeIn,
  type ReportFrame,
  type SignedReport,
  signedVersions,
  signVersion,
} from './versions.ts';

/** An agreement with the reports it owes until today. */
export interface OwedReports {
  readonly agreementId: string;
  readonly number: string;
  readonly zone: string;
  /** An archive: its reports are read, and no new one is made. */
  readonly closed: boolean;
  readonly periods: readonly ReportPeriod[];
}

/** How far the report of a semester has come, with the letter of the version signed last. */
export interface ReportStage {
  readonly year: number;
  readonly half: 1 | 2;
  readonly status: ReportStatus;
  /** When it came there. */
  readonly since: number;
  readonly letter?: string;
}

export interface ReportPorts extends Pick<FigureSources, 'agreement' | 'tally'> {
  readonly owed: () => Result<readonly OwedReports[]>;
  /** As a report of this agreement would be signed now. */
  readonly frame: (agreementId: string) => Result<ReportFrame>;
  readonly nameOf: (personId: string) => string;
}

export interface Reports {
  /**
   * Opens what is to be opened and freezes what has reached its cut-off, one report at a time: after years in which the program was off
   * there are several to be counted, and a tap does not wait for all of them. True: there is more. Cheap when there is nothing.
   */
  tick(): Result<boolean>;
  /** Newest first. */
  list(acting: Acting): Result<readonly ReportRow[]>;
  act(act: ReportAct, acting: Acting): Result<unknown>;
  /** Counts of any stretch of days between the signing and today. */
  onDemand(agreementId: string, from: Day, to: Day): Result<SemesterReportFields>;
  /** The same for who can wait, be it ten years, while the counter does not. */
  onDemandInSlices(agreementId: string, from: Day, to: Day): Promise<Result<SemesterReportFields>>;
  /** Of a version that was signed, or of the one that is not yet; `undefined`: there is none. */
  figures(reportId: string, version: number): Result<SemesterReportFields | undefined>;
  /** As it was signed; `undefined`: it was not. */
  signed(reportId: string, version: number): Result<SignedReport | undefined>;
  stages(agreementId: string): Result<readonly ReportStage[]>;
}

/** Time for whatever has come meanwhile. */
const betweenSlicesMs = 5;

const SYSTEM: Acting = { personId: 'SYSTEM', roles: [], counter: '-' };

export function reports(store: Store, audit: AuditLog, clock: Clock, ports: ReportPorts): Reports {
  const tables = reportTables(store);
  const { drafts, signed } = tables;
  const sources: FigureSources = { store, ...ports };

  function count(row: ReportTableRow, version: number): Result<SemesterReportFields> {
    const { agreement_id: agreementId, from_day: from, to_day: to, final } = row;
    const frozen = frozenFigures(row);
    const kind = final === 1 ? 'FINAL' : 'SEMESTER';
    return figuresOf(sources, { agreementId, from, to, version, kind, ...(frozen && { frozen }) });
  }

  function move(
    writer: Writer,
    row: ReportTableRow,
    event: ReportEvent,
    acting: Acting,
    change: Partial<ReportTableRow>,
    told: Partial<ReturnType<typeof keepDelivery>> = {},
  ): Result<unknown, StoreFailure> {
    const status = nextReportStatus(row.status, event);
    if (status === undefined) return failed(appFailure('STEP_ORDER', 'report', `${row.status} ${event}`));
    const next = { ...row, ...change, status, changed_at: clock.now() };
    drafts.update(writer, next);
    const { personId: actor, counter } = acting;
    const { report_id: reportId, version, agreement_id: agreementId } = next;
    const moved = {
      event: 'REPORT_MOVED',
      reportId,
      version,
      by: event,
      from: row.status,
      to: status,
      ...told,
    } as const;
    return audit.append({ actor, counter, agreementId }, moved);
  }

  function openOne(writer: Writer, { agreementId }: OwedReports, period: ReportPeriod): Result<unknown> {
    const { year, half, from, to, final } = period;
    const row: ReportTableRow = {
      report_id: `${agreementId}-${year}-s${half}`,
      agreement_id: agreementId,
      year,
      half,
      from_day: from,
      to_day: to,
      final: final ? 1 : 0,
      status: 'COLLECTING',
      version: 1,
      figures: null,
      narrative: null,
      note: '',
      changed_at: clock.now(),
      correction: null,
    };
    drafts.insert(writer, row);
    const opened = {
      event: 'REPORT_MOVED',
      reportId: row.report_id,
      version: 1,
      by: 'OPEN',
      to: row.status,
    } as const;
    return audit.append({ actor: 'SYSTEM', counter: '-', agreementId }, opened);
  }

  /** Says whether it was frozen. */
  function advance(agreement: OwedReports, period: ReportPeriod, today: Day): Result<boolean> {
    return store.transaction((writer): Result<boolean> => {
      const find = (reader: Reader) =>
        drafts.select(
          reader,
          'WHERE agreement_id = ? AND year = ? AND half = ?',
          agreement.agreementId,
          period.year,
          period.half,
        )[0];
      if (find(writer) === undefined) {
        const opened = openOne(writer, agreement, period);
        if (!opened.ok) return opened;
      }
      const row = find(writer);
      if (row?.status !== 'COLLECTING') return ok(false);
      // The agreement may have ended, or gone on, since the report was opened.
      const cut = { ...row, from_day: period.from, to_day: period.to, final: period.final ? 1 : 0 };
      if (cut.to_day !== row.to_day || cut.final !== row.final) drafts.update(writer, cut);
      if (today <= cut.to_day) return ok(false);
      const counted = count(cut, cut.version);
      if (!counted.ok) return counted;
      const frozen = move(writer, cut, 'FREEZE', SYSTEM, { figures: JSON.stringify(counted.value) });
      return frozen.ok ? ok(true) : frozen;
    });
  }

  function rowView(
    reader: Reader,
    row: ReportTableRow,
    agreement: OwedReports | undefined,
    { roles }: Acting,
  ): Result<ReportRow> {
    const figures = figuresOfRow(row);
    if (!figures.ok) return figures;
    const events = (Object.keys(reportRules) as ReportEvent[]).filter((event) => {
      const { by } = reportRules[event];
      const fits = nextReportStatus(row.status, event) !== undefined && mayStillBe(event, agreement);
      return by !== 'SYSTEM' && fits && roles.includes(by);
    }) as Exclude<ReportEvent, 'FREEZE'>[];
    const versions = signedVersions(tables, reader, row);
    return ok({
      reportId: row.report_id,
      agreementId: row.agreement_id,
      number: agreement?.number ?? row.agreement_id,
      year: row.year,
      half: row.half,
      from: row.from_day,
      to: row.to_day,
      final: row.final === 1,
      status: row.status,
      due: dueOf(row, agreement, clock.now()),
      version: row.version,
      nil: isNilReport(figures.value),
      figures: figures.value,
      narrative: narrativeIn(row.narrative),
      correction: correctionIn(row.correction),
      note: deliveryInNote(row) === undefined ? row.note : '',
      signed: versions.map(({ personId, frame: _frame, corrects: _corrects, ...version }) => {
        return { ...version, signedBy: ports.nameOf(personId) };
      }),
      events,
    });
  }

  function figuresOfRow(row: ReportTableRow): Result<SemesterReportFields> {
    const frozen = frozenFigures(row);
    return frozen === undefined ? count(row, row.version) : ok(frozen);
  }

  /** What is wrong with the day of a step: it has not come, or lies before what it follows. */
  function dayWrong(
    reader: Reader,
    row: ReportTableRow,
    act: ReportAct,
    zone: string,
  ): Result<never> | undefined {
    const day = 'letter' in act ? act.letter.date : act.act === 'DISPATCH' ? act.on : undefined;
    if (day === undefined || nextReportStatus(row.status, act.act) === undefined) return undefined;
    if (day > localDay(clock.now(), zone)) {
      return failed(appFailure('DATE_AHEAD', 'report', undefined, { tanggal: day }));
    }
    const [last] = signed.select(reader, 'WHERE report_id = ? ORDER BY version DESC LIMIT 1', row.report_id);
    // A signature follows the last day that is counted, and everything else the signature.
    const sebelum = last?.signed_on ?? row.to_day;
    return day >= sebelum
      ? undefined
      : failed(appFailure('DATES_CONTRADICT', 'report', undefined, { tanggal: day, sebelum }));
  }

  function perform(writer: Writer, row: ReportTableRow, act: ReportAct, acting: Acting): Result<unknown> {
    if (nextReportStatus(row.status, act.act) === undefined) return move(writer, row, act.act, acting, {});
    switch (act.act) {
      case 'SUBMIT':
        return move(writer, row, 'SUBMIT', acting, { narrative: JSON.stringify(act.narrative), note: '' });
      case 'SEND_BACK':
        return move(writer, row, 'SEND_BACK', acting, { note: act.note });
      case 'SIGN': {
        const frame = ports.frame(row.agreement_id);
        if (!frame.ok) return frame;
        const { letter } = act;
        signVersion(tables, writer, row, { letter, personId: acting.personId, frame: frame.value });
        return move(writer, row, 'SIGN', acting, { note: '' });
      }
      case 'DISPATCH':
      case 'RECEIVE': {
        keepNoted(tables, writer, row);
        const by = { personId: acting.personId, now: clock.now() };
        const told = keepDelivery(tables, writer, row, act, by);
        return move(writer, row, act.act, acting, { note: '' }, told);
      }
      case 'CORRECT': {
        keepNoted(tables, writer, row);
        const version = row.version + 1;
        const counted = count(row, version);
        if (!counted.ok) return counted;
        const correction: ReportCorrection = { ...act.letter, reason: act.reason };
        return move(writer, row, 'CORRECT', acting, {
          version,
          figures: JSON.stringify(counted.value),
          note: '',
          correction: JSON.stringify(correction),
        });
      }
    }
  }

  /** Of other days a report would say that nothing was done, and nobody knows. */
  function asked(agreementId: string, from: Day, to: Day): Result<Period> {
    const agreement = ports.agreement(agreementId, from, to);
    if (!agreement.ok) return agreement;
    const { zone, since } = agreement.value;
    const today = localDay(clock.now(), zone);
    if (from >= since && to <= today) return ok({ agreementId, from, to, version: 1, kind: 'ON_DEMAND' });
    const words = { dari: dayInFigures(since), sampai: dayInFigures(today) };
    return failed(appFailure('PERIOD_NOT_COUNTED', 'report', undefined, words));
  }

  function signedOf(reader: Reader, row: ReportTableRow, version: number): SignedReport | undefined {
    return signedVersions(tables, reader, row).find((one) => one.version === version);
  }

  return {
    tick() {
      const owed = ports.owed();
      if (!owed.ok) return owed;
      const now = clock.now();
      for (const agreement of owed.value) {
        const today = localDay(now, agreement.zone);
        for (const period of agreement.periods) {
          if (period.opensOn > today) continue;
          const advanced = advance(agreement, period, today);
          if (!advanced.ok || advanced.value) return advanced;
        }
      }
      return ok(false);
    },

    list(acting) {
      const owed = ports.owed();
      if (!owed.ok) return owed;
      const agreements = new Map(owed.value.map((one) => [one.agreementId, one]));
      const rows = store.read((reader) =>
        drafts
          .select(reader, 'ORDER BY year DESC, half DESC, agreement_id')
          .map((row) => rowView(reader, row, agreements.get(row.agreement_id), acting)),
      );
      if (!rows.ok) return rows;
      const views: ReportRow[] = [];
      for (const view of rows.value) {
        if (!view.ok) return view;
        views.push(view.value);
      }
      return ok(views);
    },

    act(act, acting) {
      if (!acting.roles.includes(reportRules[act.act].by))
        return failed(appFailure('NOT_PERMITTED', 'report'));
      const owed = ports.owed();
      if (!owed.ok) return owed;
      return store.transaction((writer): Result<unknown> => {
        const row = drafts.find(writer, act.reportId);
        if (row === undefined) return failed(appFailure('STEP_ORDER', 'report', 'no such report'));
        const agreement = owed.value.find(({ agreementId }) => agreementId === row.agreement_id);
        if (!mayStillBe(act.act, agreement)) return failed(appFailure('ARCHIVE_READ_ONLY', 'report'));
        return (
          dayWrong(writer, row, act, agreement?.zone ?? 'Asia/Jakarta') ?? perform(writer, row, act, acting)
        );
      });
    },

    onDemand(agreementId, from, to) {
      const period = asked(agreementId, from, to);
      return period.ok ? figuresOf(sources, period.value) : period;
    },

    async onDemandInSlices(agreementId, from, to) {
      const period = asked(agreementId, from, to);
      if (!period.ok) return period;
      return figuresInSlices(
        sources,
        period.value,
        () => new Promise((resolve) => clock.after(betweenSlicesMs, resolve)),
      );
    },

    figures(reportId, version) {
      const found = store.read((reader) => {
        const row = drafts.find(reader, reportId);
        return row === undefined ? undefined : { row, signed: signedOf(reader, row, version) };
      });
      if (!found.ok) return found;
      if (found.value === undefined) return ok(undefined);
      const { row, signed: kept } = found.value;
      if (kept !== undefined) return ok(kept.figures);
      return row.version === version ? figuresOfRow(row) : ok(undefined);
    },

    signed: (reportId, version) =>
      store.read((reader) => {
        const row = drafts.find(reader, reportId);
        return row === undefined ? undefined : signedOf(reader, row, version);
      }),

    stages: (agreementId) =>
      store.read((reader) =>
        drafts.select(reader, 'WHERE agreement_id = ?', agreementId).map((row) => {
          const last = signed.select(
            reader,
            'WHERE report_id = ? ORDER BY version DESC LIMIT 1',
            row.report_id,
          )[0];
          const { year, half, status, changed_at: since } = row;
          const letter = last === undefined ? {} : { letter: `${last.number} (${last.signed_on})` };
          return { year, half, status, since, ...letter };
        }),
      ),
  };
}

/** Once the agreement is an archive, a receipt may still arrive; a correction would be a duty that nobody is reminded of any more. */
function mayStillBe(event: ReportEvent, agreement: OwedReports | undefined): boolean {
  return event === 'RECEIVE' || agreement?.closed !== true;
}

function dueOf(row: ReportTableRow, agreement: OwedReports | undefined, now: number): ReportRow['due'] {
  const period = agreement?.periods.find(({ year, half }) => year === row.year && half === row.half);
  if (agreement === undefined || period === undefined || !isReportOpen(row.status)) return null;
  const { due, safe, lateAfter } = period;
  return { ...due, safe, passed: localDay(now, agreement.zone) > lateAfter };
}

function frozenFigures({ figures }: ReportTableRow): SemesterReportFields | undefined {
  return figures === null ? undefined : figuresIn(figures);
}
