/**
 * Incidents: anybody reports one, manager or head says that it is a breach, and from then on 72 clock hours run in which
 * Dukcapil, the authority and the persons are told. Persons are counted by keyed hash and never named.
 */
import { randomUUID } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import { type AuditLog, impersonalText } from '../audit/index.ts';
import { endOfDay, localDay, startOfDay } from '../calendar/index.ts';
import {
  type Acting,
  appFailure,
  type IncidentAct,
  type IncidentMove,
  type IncidentRow,
  may,
  type NoticeRecipient,
  noticeRecipients,
} from '../contract/index.ts';
import type { Clock, Reader, Store, Writer } from '../store/index.ts';
import { type Affected, affectedCount } from './affected.ts';
import { type IncidentTableRow, incidentTables } from './tables.ts';

export interface Incidents {
  /** Newest first. */
  list(acting: Acting): Result<readonly IncidentRow[]>;
  act(act: IncidentAct, acting: Acting): Result<unknown>;
  /** A SAM card is lost, stolen or damaged: under this number there is an incident, if need be a new one. */
  cardLost(lost: LostCard, acting: Acting): Result<unknown>;
  /** The emergency stop was pulled under this number, which is that of an incident from now on. */
  stopped(stop: { readonly reference: string; readonly reason: string }, acting: Acting): Result<unknown>;
  /** @param reference of the decision to go on */
  lifted(reference: string, acting: Acting): Result<unknown>;
  /** Breaches whose notices are not all out, each with the end of its time. */
  breaches(): Result<
    readonly { readonly incidentId: string; readonly agreementId: string | null; readonly dueAt: number }[]
  >;
  /** Of which nobody has said yet whether it is a breach, each with the end of the time to say so; the oldest first. */
  undecided(): Result<
    readonly { readonly incidentId: string; readonly number: string; readonly decideBy: number }[]
  >;
  /** Of these days, for the report. */
  counts(
    agreementId: string,
    from: number,
    to: number,
  ): Result<{ readonly incidents: number; readonly notices: number }>;
}

export interface LostCard {
  readonly samId: string;
  readonly name: string;
  readonly agreementId: string;
  readonly kind: 'LOST' | 'STOLEN' | 'DAMAGED';
  readonly incident: string;
}

export interface IncidentPorts {
  /** The agreement this counter serves under, and its zone. */
  readonly agreement: () => { readonly agreementId: string; readonly zone: string } | undefined;
  readonly nameOf: (personId: string) => string;
}

type Begun = Pick<IncidentTableRow, 'kind' | 'number' | 'agreement_id' | 'what' | 'known_at'> &
  Pick<IncidentTableRow, 'affected_from' | 'affected_to' | 'begun_by'>;

const BREACH_MS = 72 * 3_600_000;
/** Of the three days that the law leaves, two are for the notices. */
const DECISION_MS = 24 * 3_600_000;
/** It began by itself, nobody has said more of it, and nobody was told anything else. */
function mayBeDescribed({ begun_by }: IncidentTableRow, missing: number): boolean {
  return begun_by !== null && missing === noticeRecipients.length;
}

const becameOf = { LOST: 'hilang', STOLEN: 'dicuri', DAMAGED: 'rusak' } as const;

export function incidents(store: Store, audit: AuditLog, clock: Clock, ports: IncidentPorts): Incidents {
  const { table, told, cards, stops } = incidentTables(store);
  const zone = () => ports.agreement()?.zone ?? 'Asia/Jakarta';
  const countAffected = affectedCount();
  const noticesOf = (reader: Reader, incidentId: string) =>
    told.select(reader, 'WHERE incident_id = ? ORDER BY told_at', incidentId);

  function affected(reader: Reader, row: IncidentTableRow): Affected {
    const { agreement_id: agreementId, affected_from, affected_to } = row;
    if (agreementId === null) return { affected: 0, reachable: 0 };
    const [from, to] = [startOfDay(affected_from, zone()), endOfDay(affected_to, zone())];
    return countAffected(reader, { agreementId, from, to });
  }

  /** Nothing was confirmed in a time that has yet to come: then from its report at the earliest, which no clock makes later than now. */
  function dueOf({ confirmed_at: at, reported_at }: IncidentTableRow): number {
    const now = clock.now();
    return (at !== null && at <= now ? at : Math.min(reported_at, now)) + BREACH_MS;
  }

  function actsFor(row: IncidentTableRow, missing: number, { roles }: Acting): readonly IncidentAct['act'][] {
    if (row.closed_at !== null) return [];
    const describe: IncidentAct['act'][] =
      may(roles, 'REPORT_INCIDENT') && mayBeDescribed(row, missing) ? ['REPORT'] : [];
    if (!may(roles, 'SETTLE_INCIDENT')) return describe;
    if (row.confirmed_at === null) return [...describe, 'CONFIRM_BREACH', 'CLOSE'];
    return missing === 0 ? ['CLOSE'] : [...describe, 'RECORD_NOTICE'];
  }

  function view(reader: Reader, row: IncidentTableRow, acting: Acting): IncidentRow {
    const notices = noticesOf(reader, row.incident_id);
    return {
      incidentId: row.incident_id,
      agreementId: row.agreement_id,
      kind: row.kind,
      number: row.number,
      what: row.what,
      knownAt: row.known_at,
      from: row.affected_from,
      to: row.affected_to,
      reportedBy: ports.nameOf(row.reported_by),
      reportedAt: row.reported_at,
      confirmedAt: row.confirmed_at,
      dueAt: row.confirmed_at === null ? null : dueOf(row),
      closedAt: row.closed_at,
      closing: row.closing,
      notices: notices.map((one) => ({
        recipient: one.recipient,
        number: one.letter_number,
        date: one.letter_date,
      })),
      ...affected(reader, row),
      cards: cards
        .select(reader, 'WHERE incident_id = ? ORDER BY linked_at', row.incident_id)
        .map(({ sam_id: samId, name }) => ({ samId, name })),
      stops: stops
        .select(reader, 'WHERE incident_id = ? ORDER BY stopped_at', row.incident_id)
        .map((stop) => ({
          at: stop.stopped_at,
          by: ports.nameOf(stop.stopped_by),
          liftedAt: stop.lifted_at,
          reference: stop.lifted_reference,
        })),
      acts: actsFor(row, noticeRecipients.length - notices.length, acting),
    };
  }

  function change(
    writer: Writer,
    act: Exclude<IncidentAct, { act: 'REPORT' }>,
    acting: Acting,
  ): Result<IncidentTableRow> {
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
      const wrong = dayWrong(letter_date, localDay(row.known_at, zone()));
      if (wrong !== undefined) return wrong;
      const { recipient, incidentId: incident_id } = act;
      told.insert(writer, { incident_id, recipient, letter_number, letter_date, told_by: by, told_at: at });
    }
    return ok(row);
  }

  /** A new incident, or the account of one that began by itself: of a stop or a lost card nobody knows yet what it is about. */
  function report(
    writer: Writer,
    act: Extract<IncidentAct, { act: 'REPORT' }>,
    { personId }: Acting,
  ): Result<Pick<IncidentTableRow, 'incident_id' | 'agreement_id'>> {
    const wrong = dayWrong(act.to, act.from) ?? dayWrong(act.knownOn, act.from);
    if (wrong !== undefined) return wrong;
    const days = { affected_from: act.from, affected_to: act.to };
    const known_at = startOfDay(act.knownOn, zone());
    const account = { kind: act.kind, what: act.what, known_at, ...days, begun_by: null };
    const row = table.select(writer, 'WHERE number = ?', act.number)[0];
    if (row === undefined) {
      const begun = { incident_id: randomUUID(), agreement_id: ports.agreement()?.agreementId ?? null };
      const { incident_id, agreement_id } = begun;
      insert(writer, incident_id, { ...account, number: act.number, agreement_id }, personId);
      return ok(begun);
    }
    const missing = noticeRecipients.length - noticesOf(writer, row.incident_id).length;
    if (row.closed_at !== null || !mayBeDescribed(row, missing)) {
      return failed(appFailure('INCIDENT_NUMBER_TAKEN', 'incident', undefined, { nomor: act.number }));
    }
    table.update(writer, { ...row, ...account });
    return ok(row);
  }

  /** What is wrong with the day of something that has happened, and not before that other day. */
  function dayWrong(day: string, notBefore: string): Result<never> | undefined {
    const today = localDay(clock.now(), zone());
    if (day > today) return failed(appFailure('DATE_AHEAD', 'incident', undefined, { tanggal: day }));
    if (day >= notBefore) return undefined;
    return failed(
      appFailure('DATES_CONTRADICT', 'incident', undefined, { tanggal: day, sebelum: notBefore }),
    );
  }

  function insert(writer: Writer, incidentId: string, begun: Begun, personId: string): void {
    const reported = { incident_id: incidentId, reported_by: personId, reported_at: clock.now() };
    const open = { confirmed_at: null, confirmed_by: null, closed_at: null, closed_by: null, closing: null };
    table.insert(writer, { ...begun, ...reported, ...open });
  }

  /**
   * The incident of this number; where there is none it begins now, with today as the day it is about. One that is closed stays closed, and
   * neither a stop nor a loss waits for somebody to think of another number: it begins anew as the second of its number.
   */
  function under(
    writer: Writer,
    begun: Pick<Begun, 'kind' | 'number' | 'agreement_id' | 'what' | 'begun_by'>,
    acting: Acting,
    turn = 1,
  ): Result<IncidentTableRow> {
    const number = turn === 1 ? begun.number : `${begun.number} (${turn})`;
    const known = table.select(writer, 'WHERE number = ?', number)[0];
    if (known?.closed_at === null) return ok(known);
    if (known !== undefined) return under(writer, begun, acting, turn + 1);
    const incidentId = randomUUID();
    const now = clock.now();
    const today = localDay(now, zone());
    const days = { affected_from: today, affected_to: today, known_at: now };
    insert(writer, incidentId, { ...begun, number, ...days }, acting.personId);
    const row = table.find(writer, incidentId);
    if (row === undefined) throw new Error('what was just written is not there');
    const noted = note(row, 'REPORT', acting);
    return noted.ok ? ok(row) : noted;
  }

  function note(
    row: Pick<IncidentTableRow, 'incident_id' | 'agreement_id'>,
    by: IncidentMove,
    { personId: actor, counter }: Acting,
    to: { readonly recipient?: NoticeRecipient } = {},
  ) {
    const context = {
      actor,
      counter,
      ...(row.agreement_id === null ? {} : { agreementId: row.agreement_id }),
    };
    return audit.append(context, { event: 'INCIDENT_MOVED', incidentId: row.incident_id, by, ...to });
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
        const done = act.act === 'REPORT' ? report(writer, act, acting) : change(writer, act, acting);
        if (!done.ok) return done;
        const recipient = act.act === 'RECORD_NOTICE' ? { recipient: act.recipient } : {};
        return note(done.value, act.act, acting, recipient);
      });
    },

    cardLost: ({ samId, name, agreementId, kind, incident: number }, acting) =>
      store.transaction((writer): Result<unknown> => {
        const what = `Kartu SAM ${name} dilaporkan ${becameOf[kind]}.`;
        const begun = { kind: 'LOST_DEVICE', number, agreement_id: agreementId, what } as const;
        const found = under(writer, { ...begun, begun_by: 'CARD_LOST' }, acting);
        if (!found.ok) return found;
        const { incident_id } = found.value;
        if (cards.find(writer, incident_id, samId) !== undefined) return ok(undefined);
        cards.insert(writer, { incident_id, sam_id: samId, name, linked_at: clock.now() });
        return note(found.value, 'CARD_LOST', acting);
      }),

    stopped: ({ reference, reason }, acting) =>
      store.transaction((writer): Result<unknown> => {
        const number = impersonalText(reference);
        const agreement_id = ports.agreement()?.agreementId ?? null;
        const what = impersonalText(reason);
        const begun = { kind: 'OTHER', number, agreement_id, what, begun_by: 'STOP' } as const;
        const found = under(writer, begun, acting);
        if (!found.ok) return found;
        const open = { lifted_at: null, lifted_by: null, lifted_reference: null };
        const { incident_id } = found.value;
        const [stopped_at, stopped_by] = [clock.now(), acting.personId];
        stops.insert(writer, { stop_id: randomUUID(), incident_id, stopped_at, stopped_by, ...open });
        return note(found.value, 'STOP', acting);
      }),

    lifted: (reference, acting) =>
      store.transaction((writer): Result<unknown> => {
        const [lifted_at, lifted_by] = [clock.now(), acting.personId];
        for (const stop of stops.select(writer, 'WHERE lifted_at IS NULL')) {
          stops.update(writer, {
            ...stop,
            lifted_at,
            lifted_by,
            lifted_reference: impersonalText(reference),
          });
          const row = table.find(writer, stop.incident_id);
          const noted = row === undefined ? ok(undefined) : note(row, 'LIFT', acting);
          if (!noted.ok) return noted;
        }
        return ok(undefined);
      }),

    breaches: () =>
      store.read((reader) =>
        table
          .select(reader, 'WHERE confirmed_at IS NOT NULL AND closed_at IS NULL')
          .filter(({ incident_id }) => noticesOf(reader, incident_id).length < noticeRecipients.length)
          .map((row) => ({
            incidentId: row.incident_id,
            agreementId: row.agreement_id,
            dueAt: dueOf(row),
          })),
      ),

    undecided: () =>
      store.read((reader) =>
        table
          .select(reader, 'WHERE confirmed_at IS NULL AND closed_at IS NULL ORDER BY reported_at')
          .map(({ incident_id: incidentId, number, reported_at, known_at }) => {
            // What was reported days after it became known has no whole day left.
            const decideBy = Math.min(reported_at + DECISION_MS, known_at + BREACH_MS);
            return { incidentId, number, decideBy };
          }),
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
