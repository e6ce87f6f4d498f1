/**
 * The room of the agenda: what is due for whom, what settles it where no other room does, and reminders that come once for each
 * threshold – and every time once something is overdue.
 */
import { randomUUID } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import { addMonths, type Day, localDay, type WorkCalendar } from '../calendar/index.ts';
import {
  type Acting,
  type AgendaAct,
  type AgendaEntry,
  type AgendaItem,
  appFailure,
  type MovedDeadline,
  may,
} from '../contract/index.ts';
import type { Clock, Store, StoreFailure } from '../store/index.ts';
import type { OfficeDuties } from './duties.ts';
import { type DutyRow, dutyBook, recordedDuty, type SeenRow } from './duty-book.ts';
import { agendaEntries } from './entries.ts';

export interface AgendaPorts {
  /** What the other rooms know. */
  readonly facts: () => Result<Omit<OfficeDuties, 'now' | 'recorded'>>;
  readonly calendar: () => WorkCalendar;
}

interface Moving<T> {
  readonly done: T;
  readonly moved: readonly MovedDeadline[];
}

export interface Agenda {
  /** The most urgent first. */
  list(acting: Acting): Result<readonly AgendaItem[]>;
  act(act: AgendaAct, acting: Acting): Result<unknown>;
  /** Does what moves deadlines, and tells which. */
  moving<T>(change: () => Result<T>): Result<Moving<T>>;
  /** The certificate that was handed in last. */
  certificate(agreementId: string): { readonly number: string; readonly validUntil: string } | null;
}

/** After so long a reminder without a date is not at the front of anybody's mind any more. */
const RECALL_MS = 7 * 24 * 3_600_000;

/** As they were entered, whatever the clock said then. */
const inOrder = 'ORDER BY rowid';

type RecordAct = Exclude<AgendaAct, { act: 'SEEN' }>;

export function agenda(store: Store, audit: AuditLog, clock: Clock, ports: AgendaPorts): Agenda {
  const { duties, seen } = dutyBook(store);

  function entries(): Result<readonly AgendaEntry[]> {
    const facts = ports.facts();
    if (!facts.ok) return facts;
    const rows = store.read((reader) => duties.select(reader, inOrder));
    if (!rows.ok) return rows;
    const office = { ...facts.value, now: clock.now(), recorded: rows.value.map(recordedDuty) };
    return ok(agendaEntries(office, ports.calendar()));
  }

  function list({ personId, roles }: Acting): Result<readonly AgendaItem[]> {
    const found = entries();
    if (!found.ok) return found;
    const rows = store.read((reader) => seen.select(reader, 'WHERE person_id = ?', personId));
    if (!rows.ok) return rows;
    const noted = new Map(rows.value.map((row) => [row.item_key, row]));
    return ok(
      found.value.map((entry) => {
        const mine = entry.who.some((role) => roles.includes(role));
        const row = noted.get(entry.key);
        const level = levelOf(entry, row, clock.now());
        const dueBefore = movedSince(entry, row);
        // Lower than what was seen: the clock ran ahead then, or there is more time again. Either is another reminder.
        const calls = entry.stage === 'OVERDUE' || level !== (row?.level ?? 0) || dueBefore !== null;
        return { ...entry, level, mine, dueBefore, reminds: mine && entry.stage !== 'AHEAD' && calls };
      }),
    );
  }

  /** Only what is shown can have been seen, and nobody sees a reminder that has not come yet. */
  function noteSeen({ key, level }: Extract<AgendaAct, { act: 'SEEN' }>, acting: Acting): Result<unknown> {
    const items = list(acting);
    if (!items.ok) return items;
    const item = items.value.find((one) => one.key === key);
    if (item === undefined || !item.mine)
      return failed(appFailure('STEP_ORDER', 'agenda', 'no such reminder'));
    if (item.stage === 'OVERDUE') return failed(appFailure('REMINDER_OVERDUE', 'agenda'));
    if (!item.reminds) return ok(undefined);
    if (level !== item.level) return failed(appFailure('STEP_ORDER', 'agenda', 'another reminder by now'));
    return store.transaction((writer) => {
      const noted = { person_id: acting.personId, item_key: key, level, seen_at: clock.now() };
      const row: SeenRow = { ...noted, due_day: dayOf(item) };
      if (!seen.update(writer, row)) seen.insert(writer, row);
      const { personId: actor, counter } = acting;
      return audit.append({ actor, counter }, { event: 'REMINDER_SEEN', item: key, level });
    });
  }

  function record(act: RecordAct, acting: Acting): Result<unknown> {
    if (!may(acting.roles, 'DRAFT_AGREEMENT')) return failed(appFailure('NOT_PERMITTED', 'agenda'));
    const facts = ports.facts();
    if (!facts.ok) return facts;
    const known = facts.value.agreements.map(({ agreementId }) => agreementId);
    if ('agreementId' in act && !known.includes(act.agreementId)) {
      return failed(appFailure('STEP_ORDER', 'agenda', 'no such agreement'));
    }
    const wrong = dayWrong(act, facts.value, clock.now());
    if (wrong !== undefined) return wrong;
    return store.transaction((writer): Result<unknown, StoreFailure> => {
      const recorded = duties.select(writer, inOrder);
      const said = statedBy(act, recorded);
      if (said === undefined)
        return failed(appFailure('STEP_ORDER', 'agenda', 'settled already, or unknown'));
      const row: DutyRow = {
        ...said,
        duty_id: randomUUID(),
        recorded_by: acting.personId,
        recorded_at: clock.now(),
      };
      duties.insert(writer, row);
      const { personId: actor, counter } = acting;
      const context = { actor, counter, agreementId: row.agreement_id };
      return audit.append(context, { event: 'DUTY_RECORDED', dutyId: row.duty_id, kind: row.kind });
    });
  }

  function moving<T>(change: () => Result<T>): Result<Moving<T>> {
    const before = entries();
    if (!before.ok) return before;
    const done = change();
    if (!done.ok) return done;
    const after = entries();
    return after.ok ? ok({ done: done.value, moved: movedBetween(before.value, after.value) }) : after;
  }

  return {
    list,
    moving,
    certificate(agreementId) {
      const rows = store.read((reader) =>
        duties.select(
          reader,
          `WHERE kind = 'ISO_CERTIFICATE' AND agreement_id = ? ${inOrder} DESC LIMIT 1`,
          agreementId,
        ),
      );
      const row = rows.ok ? rows.value[0] : undefined;
      return row === undefined || row.until_day === null
        ? null
        : { number: row.number, validUntil: row.until_day };
    },
    act: (act, acting) => (act.act === 'SEEN' ? noteSeen(act, acting) : record(act, acting)),
  };
}

function dayOf({ due }: Pick<AgendaEntry, 'due'>): Day | null {
  return due !== null && 'day' in due ? due.day : null;
}

/** The day for which it was seen, where it is due on another by now. */
function movedSince(entry: AgendaEntry, seen: SeenRow | undefined): Day | null {
  const before = seen?.due_day ?? null;
  return before !== null && dayOf(entry) !== null && before !== dayOf(entry) ? before : null;
}

/** The grace of an SPTJM goes by its own last day, so that the next head's is another reminder. */
function dutyOf({ kind, key, agreement }: AgendaEntry): string {
  return kind === 'SPTJM' ? `${kind}:${agreement?.agreementId ?? ''}` : key;
}

function movedBetween(before: readonly AgendaEntry[], after: readonly AgendaEntry[]): MovedDeadline[] {
  const former = new Map(before.map((entry) => [dutyOf(entry), dayOf(entry)]));
  return after.flatMap((entry) => {
    const [was, now] = [former.get(dutyOf(entry)) ?? null, dayOf(entry)];
    if (was === null || now === null || was === now) return [];
    return [{ kind: entry.kind, number: entry.agreement?.number ?? null, before: was, now }];
  });
}

/** What has no date has no next threshold: it calls again a week after it was seen, on whichever side of it the clock was wrong. */
function levelOf(
  { due, level }: Pick<AgendaEntry, 'due' | 'level'>,
  seen: SeenRow | undefined,
  now: number,
): number {
  if (due !== null || seen === undefined) return level;
  return seen.level + (Math.abs(now - seen.seen_at) >= RECALL_MS ? 1 : 0);
}

/** What is wrong with the day of what is said to have happened: it has not come, or lies before what it follows. */
function dayWrong(
  act: RecordAct,
  { agreements, zone }: Pick<OfficeDuties, 'agreements' | 'zone'>,
  now: number,
): Result<never> | undefined {
  const profile =
    'agreementId' in act
      ? agreements.find(({ agreementId }) => agreementId === act.agreementId)?.profile
      : undefined;
  const day = 'letter' in act ? act.letter.date : act.changedOn;
  if (day > localDay(now, profile?.timeZone ?? zone)) {
    return failed(appFailure('DATE_AHEAD', 'agenda', undefined, { tanggal: day }));
  }
  // The monitoring of a year is held in that year: its minutes settle neither the one before nor one that is still to come.
  const sebelum =
    act.act === 'RECORD_MONITORING' ? addMonths(act.anniversary, -12) : (profile?.signedOn ?? day);
  return day >= sebelum
    ? undefined
    : failed(appFailure('DATES_CONTRADICT', 'agenda', undefined, { tanggal: day, sebelum }));
}

const unsaid = { about: '', number: '', body: '', until_day: null, letter_number: null, letter_date: null };

/** `undefined`: it settles what is settled already, or what nobody noted. */
function statedBy(
  act: RecordAct,
  recorded: readonly DutyRow[],
): Omit<DutyRow, 'duty_id' | 'recorded_by' | 'recorded_at'> | undefined {
  const written = 'letter' in act ? { letter_number: act.letter.number, letter_date: act.letter.date } : {};
  switch (act.act) {
    case 'RECORD_ISO':
      return {
        ...unsaid,
        ...written,
        kind: 'ISO_CERTIFICATE',
        agreement_id: act.agreementId,
        number: act.number,
        body: act.body,
        on_day: act.letter.date,
        until_day: act.validUntil,
      };
    case 'RECORD_MONITORING': {
      const { agreementId: agreement_id, anniversary: about } = act;
      const kind = 'MONITORING_MINUTES';
      const known = recorded.some(
        (row) => row.kind === kind && row.about === about && row.agreement_id === agreement_id,
      );
      return known
        ? undefined
        : { ...unsaid, ...written, kind, agreement_id, about, on_day: act.letter.date };
    }
    case 'NOTE_CONTACT_CHANGE':
      return {
        ...unsaid,
        kind: 'CONTACT_CHANGE',
        agreement_id: act.agreementId,
        body: act.what,
        on_day: act.changedOn,
      };
    case 'SETTLE_CONTACT_CHANGE': {
      const change = recorded.find(
        ({ kind, duty_id }) => kind === 'CONTACT_CHANGE' && duty_id === act.dutyId,
      );
      const told = recorded.some(({ kind, about }) => kind === 'CONTACT_NOTICE' && about === act.dutyId);
      if (change === undefined || told) return undefined;
      const { agreement_id } = change;
      return {
        ...unsaid,
        ...written,
        kind: 'CONTACT_NOTICE',
        agreement_id,
        about: act.dutyId,
        on_day: act.letter.date,
      };
    }
  }
}
