/**
 * Incidents: anybody reports one, manager or head says that it is a breach, and from then on 72 clock hours run in which
 * Dukcapil, the authority and the persons are told. Persons are counted by keyed hash and never named.
 */
import { randomUUID } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import { endOfDay, startOfDay } from '../calendar/index.ts';
import {
  type Acting,
  appFailure,
  type IncidentAct,
  type IncidentRow,
  may,
  noticeRecipients,
} from '../contract/index.ts';
import { type Clock, type Reader, type Store, sealedTable, type Writer } from '../store/index.ts';

export interface Incidents {
  /** Newest first. */
  list(acting: Acting): Result<readonly IncidentRow[]>;
  act(act: IncidentAct, acting: Acting): Result<unknown>;
  /** Breaches whose notices are not all out, each with the end of its time. */
  breaches(): Result<
    readonly { readonly incidentId: string; readonly agreementId: string | null; readonly dueAt: number }[]
  >;
  /** Of these days, for the report. */
  counts(
    agreementId: string,
    from: number,
    to: number,
  ): Result<{ readonly incidents: number; readonly notices: number }>;
}

export interface IncidentPorts {
  /** The agreement this counter serves under, and its zone. */
  readonly agreement: () => { readonly agreementId: string; readonly zone: string } | undefined;
  readonly nameOf: (personId: string) => string;
}

type IncidentTableRow = {
  readonly incident_id: string;
  readonly kind: IncidentRow['kind'];
  readonly number: string;
  readonly agreement_id: string | null;
  readonly what: string;
  readonly known_at: number;
  readonly affected_from: string;
  readonly affected_to: string;
  readonly reported_by: string;
  readonly reported_at: number;
  readonly confirmed_at: number | null;
  readonly confirmed_by: string | null;
  readonly closed_at: number | null;
  readonly closed_by: string | null;
  readonly closing: string | null;
};

type NoticeRow = {
  readonly incident_id: string;
  readonly recipient: IncidentRow['notices'][number]['recipient'];
  readonly letter_number: string;
  readonly letter_date: string;
  readonly told_by: string;
  readonly told_at: number;
};

const BREACH_MS = 72 * 3_600_000;

export function incidents(store: Store, audit: AuditLog, clock: Clock, ports: IncidentPorts): Incidents {
  const table = sealedTable<IncidentTableRow>(store.rowSeal, 'incident', ['incident_id'], {
    incident_id: 'text',
    kind: 'text',
    number: 'text',
    agreement_id: 'text',
    what: 'text',
    known_at: 'number',
    affected_from: 'text',
    affected_to: 'text',
    reported_by: 'text',
    reported_at: 'number',
    confirmed_at: 'number',
    confirmed_by: 'text',
    closed_at: 'number',
    closed_by: 'text',
    closing: 'text',
  });
  const told = sealedTable<NoticeRow>(store.rowSeal, 'incident_notice', ['incident_id', 'recipient'], {
    incident_id: 'text',
    recipient: 'text',
    letter_number: 'text',
    letter_date: 'text',
    told_by: 'text',
    told_at: 'number',
  });
  const zone = () => ports.agreement()?.zone ?? 'Asia/Jakarta';
  const noticesOf = (reader: Reader, incidentId: string) =>
    told.select(reader, 'WHERE incident_id = ? ORDER BY told_at', incidentId);

  function affected(reader: Reader, row: IncidentTableRow): number {
    const sql =
      'SELECT count(DISTINCT nik_hash) AS n FROM inquiry WHERE agreement_id = ? AND at BETWEEN ? AND ?';
    const [from, to] = [startOfDay(row.affected_from, zone()), endOfDay(row.affected_to, zone())];
    return row.agreement_id === null ? 0 : Number(reader.get(sql, row.agreement_id, from, to)?.n);
  }

  function actsFor(row: IncidentTableRow, missing: number, { roles }: Acting): readonly IncidentAct['act'][] {
    if (row.closed_at !== null || !may(roles, 'SETTLE_INCIDENT')) return [];
    if (row.confirmed_at === null) return ['CONFIRM_BREACH', 'CLOSE'];
    return missing === 0 ? ['CLOSE'] : ['RECORD_NOTICE'];
  }

  function view(reader: Reader, row: IncidentTableRow, acting: Acting): IncidentRow {
    const notices = noticesOf(reader, row.incident_id);
    return {
      incidentId: row.incident_id,
      kind: row.kind,
      number: row.number,
      what: row.what,
      knownAt: row.known_at,
      from: row.affected_from,
      to: row.affected_to,
      reportedBy: ports.nameOf(row.reported_by),
      reportedAt: row.reported_at,
      confirmedAt: row.confirmed_at,
      dueAt: row.confirmed_at === null ? null : row.confirmed_at + BREACH_MS,
      closedAt: row.closed_at,
      closing: row.closing,
      notices: notices.map((one) => ({
        recipient: one.recipient,
        number: one.letter_number,
        date: one.letter_date,
      })),
      affected: affected(reader, row),
      acts: actsFor(row, noticeRecipients.length - notices.length, acting),
    };
  }

  function change(
    writer: Writer,
    act: Exclude<IncidentAct, { act: 'REPORT' }>,
    acting: Acting,
  ): Result<string | null> {
    const row = table.find(writer, act.incidentId);
    if (row === undefined) return failed(appFailure('STEP_ORDER', 'incident', 'no such incident'));
    const notices = noticesOf(writer, row.incident_id);
    const offered = actsFor(row, noticeRecipients.length - notices.length, acting);
    if (!offered.includes(act.act)) return failed(appFailure('STEP_ORDER', 'incident', act.act));
    const [at, by] = [clock.now(), acting.personId];
    if (act.act === 'CONFIRM_BREACH') table.update(writer, { ...row, confirmed_at: at, confirmed_by: by });
    else if (act.act === 'CLOSE') {
      table.update(writer, { ...row, closed_at: at, closed_by: by, closing: act.closing });
    } else if (notices.some(({ recipient }) => recipient === act.recipient)) {
      return failed(appFailure('STEP_ORDER', 'incident', 'told already'));
    } else {
      const { number: letter_number, date: letter_date } = act.letter;
      const { recipient, incidentId: incident_id } = act;
      told.insert(writer, { incident_id, recipient, letter_number, letter_date, told_by: by, told_at: at });
    }
    return ok(row.agreement_id);
  }

  function report(
    writer: Writer,
    act: Extract<IncidentAct, { act: 'REPORT' }>,
    incidentId: string,
    { personId }: Acting,
  ): Result<string | null> {
    if (act.to < act.from || table.select(writer, 'WHERE number = ?', act.number).length > 0) {
      return failed(appFailure('STEP_ORDER', 'incident', 'days the wrong way round, or a number in use'));
    }
    const agreementId = ports.agreement()?.agreementId ?? null;
    table.insert(writer, {
      incident_id: incidentId,
      kind: act.kind,
      number: act.number,
      agreement_id: agreementId,
      what: act.what,
      known_at: startOfDay(act.knownOn, zone()),
      affected_from: act.from,
      affected_to: act.to,
      reported_by: personId,
      reported_at: clock.now(),
      confirmed_at: null,
      confirmed_by: null,
      closed_at: null,
      closed_by: null,
      closing: null,
    });
    return ok(agreementId);
  }

  return {
    list: (acting) =>
      store.read((reader) =>
        table.select(reader, 'ORDER BY reported_at DESC').map((row) => view(reader, row, acting)),
      ),

    act(act, acting) {
      const action = act.act === 'REPORT' ? 'REPORT_INCIDENT' : 'SETTLE_INCIDENT';
      if (!may(acting.roles, action)) return failed(appFailure('NOT_PERMITTED', 'incident'));
      return store.transaction((writer): Result<unknown> => {
        const incidentId = act.act === 'REPORT' ? randomUUID() : act.incidentId;
        const done =
          act.act === 'REPORT' ? report(writer, act, incidentId, acting) : change(writer, act, acting);
        if (!done.ok) return done;
        const { personId: actor, counter } = acting;
        const context = { actor, counter, ...(done.value === null ? {} : { agreementId: done.value }) };
        const recipient = act.act === 'RECORD_NOTICE' ? { recipient: act.recipient } : {};
        return audit.append(context, { event: 'INCIDENT_MOVED', incidentId, by: act.act, ...recipient });
      });
    },

    breaches: () =>
      store.read((reader) =>
        table
          .select(reader, 'WHERE confirmed_at IS NOT NULL AND closed_at IS NULL')
          .filter(({ incident_id }) => noticesOf(reader, incident_id).length < noticeRecipients.length)
          .map((row) => ({
            incidentId: row.incident_id,
            agreementId: row.agreement_id,
            dueAt: (row.confirmed_at ?? 0) + BREACH_MS,
          })),
      ),

    counts: (agreementId, from, to) =>
      store.read((reader) => {
        const rows = table.select(
          reader,
          'WHERE agreement_id = ? AND reported_at BETWEEN ? AND ?',
          agreementId,
          from,
          to,
        );
        const notices = rows.reduce((all, { incident_id }) => all + noticesOf(reader, incident_id).length, 0);
        return { incidents: rows.length, notices };
      }),
  };
}
