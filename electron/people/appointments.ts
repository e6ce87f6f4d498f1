/**
 * Offices and who holds them since when, by which letter: one responsible head, one access manager, IT staff,
 * auditors. A head is succeeded, never merely ended: without one nobody answers for the access.
 */
import { z } from 'zod';
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import { addDays, type Day } from '../calendar/index.ts';
import {
  type Acting,
  appFailure,
  isoDate,
  type Letter,
  letter,
  officeId,
  permanentEmployments,
} from '../contract/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import type { Handlers } from './act.ts';
import { ahead, type Base, outOfOrder } from './base.ts';
import type { AppointmentRow, PersonTableRow } from './tables.ts';

/** What a NEW_HEAD proposal says. `replaces` is the appointment it was made against. */
const headBody = z.object({
  personId: officeId,
  letter,
  from: isoDate,
  acting: z.boolean(),
  replaces: z.string(),
});
type HeadBody = z.infer<typeof headBody>;

/** A proposal as the approval room keeps it; `body` is the JSON text. */
export interface HeadProposal {
  readonly subjectId: string;
  readonly body: string;
  readonly proposedBy: string;
}

interface NewAppointment {
  readonly personId: string;
  readonly role: AppointmentRow['role'];
  readonly letter: Letter;
  readonly from: Day;
  readonly acting?: boolean;
  readonly succeeds?: string;
}

export function appointments(base: Base) {
  const { tables, clock } = base;

  function begin(writer: Writer, office: NewAppointment, acting: Acting, id: string): Result<string> {
    tables.appointments.insert(writer, {
      appointment_id: id,
      person_id: office.personId,
      role: office.role,
      acting: office.acting === true ? 1 : 0,
      letter_number: office.letter.number,
      letter_date: office.letter.date,
      from_day: office.from,
      appointed_by: acting.personId,
      appointed_at: clock.now(),
      succeeds: office.succeeds ?? null,
      told_number: null,
      told_date: null,
      last_day: null,
      ended_by: null,
      ended_at: null,
      end_reason: null,
    });
    return noteRole(writer, 'ROLE_GIVEN', office.personId, office, acting, id);
  }

  function end(
    writer: Writer,
    row: AppointmentRow,
    lastDay: Day,
    reason: string,
    acting: Acting,
  ): Result<string> {
    tables.appointments.update(writer, {
      ...row,
      last_day: lastDay,
      ended_by: acting.personId,
      ended_at: clock.now(),
      end_reason: reason,
    });
    const office = { role: row.role, acting: row.acting === 1 };
    return noteRole(writer, 'ROLE_ENDED', row.person_id, office, acting, row.appointment_id);
  }

  function noteRole(
    writer: Writer,
    event: 'ROLE_GIVEN' | 'ROLE_ENDED',
    personId: string,
    { role, acting: standIn = false }: Pick<NewAppointment, 'role' | 'acting'>,
    acting: Acting,
    answer: string,
  ): Result<string> {
    base.tell(writer);
    return base.note(acting, { event, personId, role, acting: standIn }, answer);
  }

  /** Why this person cannot be given this office, or `undefined`. */
  function objection(
    reader: Reader,
    person: PersonTableRow,
    role: AppointmentRow['role'],
  ): Failure | undefined {
    if (role === 'ACCESS_MANAGER') {
      const taken = base.holders(reader, role).length > 0;
      const permanent = permanentEmployments.has(person.employment);
      if (taken || !permanent) {
        return appFailure('ACCESS_MANAGER_REQUIRED', 'people', taken ? 'there is one' : person.employment);
      }
    }
    const held = base.appointmentsOf(reader, person.person_id).some((row) => row.role === role);
    return held ? appFailure('STEP_ORDER', 'people', 'holds this office already') : undefined;
  }

  /** IT staff give the accounts: while there are others, the last of them stays. */
  function isLastSamOfficer(reader: Reader, personId: string): boolean {
    const able = base
      .holders(reader, 'SAM_OFFICER')
      .filter((row) => base.account(reader, row.person_id) !== undefined)
      .map((row) => row.person_id);
    return able.length === 1 && able[0] === personId;
  }

  function headObjection(
    reader: Reader,
    body: Omit<HeadBody, 'replaces'>,
    acting: Acting,
  ): Failure | undefined {
    const present = base.holders(reader, 'ACCESS_RESPONSIBLE')[0];
    const early = ahead(body.from, base.today());
    if (early !== undefined) return early;
    // Nobody makes oneself the one who answers for everything.
    if (body.personId === acting.personId) return appFailure('OWN_PROPOSAL', 'people');
    if (base.person(reader, body.personId) === undefined) return appFailure('STEP_ORDER', 'people', 'nobody');
    if (present !== undefined && body.from <= present.from_day) {
      return appFailure('STEP_ORDER', 'people', 'the present head took office later');
    }
    return undefined;
  }

  function takeOffice(
    writer: Writer,
    { personId, letter: appointment, from, acting: standIn }: Omit<HeadBody, 'replaces'>,
    acting: Acting,
    id: string,
  ): Result<string> {
    const present = base.holders(writer, 'ACCESS_RESPONSIBLE')[0];
    const ended =
      present === undefined ? ok('') : end(writer, present, addDays(from, -1), 'SUCCEEDED', acting);
    if (!ended.ok) return ended;
    const succeeds = present === undefined ? {} : { succeeds: present.appointment_id };
    const office = {
      personId,
      role: 'ACCESS_RESPONSIBLE',
      letter: appointment,
      from,
      acting: standIn,
    } as const;
    return begin(writer, { ...office, ...succeeds }, acting, id);
  }

  const handlers: Handlers<'APPOINT' | 'RECORD_HEAD' | 'END_ROLE' | 'SETTLE_OFFICE_CHANGE'> = {
    APPOINT(writer, { personId, role, letter: appointment, from }, acting, id) {
      const person = base.person(writer, personId);
      if (person === undefined) return outOfOrder('nobody');
      const refused = ahead(from, base.today()) ?? objection(writer, person, role);
      if (refused !== undefined) return failed(refused);
      return begin(writer, { personId, role, letter: appointment, from }, acting, id);
    },

    RECORD_HEAD(writer, { act: _act, ...head }, acting, id) {
      const refused = headObjection(writer, head, acting);
      if (refused !== undefined) return failed(refused);
      const present = base.holders(writer, 'ACCESS_RESPONSIBLE')[0];
      if (present === undefined) return takeOffice(writer, head, acting, id);
      const body: HeadBody = { ...head, replaces: present.appointment_id };
      const draft = { kind: 'NEW_HEAD', subjectId: head.personId, body } as const;
      const proposed = base.ports.proposals.propose(draft, acting);
      return proposed.ok ? ok(head.personId) : proposed;
    },

    END_ROLE(writer, { personId, role, reason }, acting) {
      if (role === 'ACCESS_RESPONSIBLE') return outOfOrder('a head is succeeded');
      const row = base.appointmentsOf(writer, personId).find((held) => held.role === role);
      if (row === undefined) return outOfOrder('does not hold this office');
      if (role === 'SAM_OFFICER' && isLastSamOfficer(writer, personId)) return outOfOrder('the last one');
      return end(writer, row, base.today(), reason, acting);
    },

    SETTLE_OFFICE_CHANGE(writer, { personId, letter: notice }, acting) {
      const row = untold(writer);
      if (row === undefined || row.person_id !== personId) return outOfOrder('no change to tell of');
      tables.appointments.update(writer, { ...row, told_number: notice.number, told_date: notice.date });
      return base.note(acting, { event: 'OFFICE_CHANGE_SETTLED', personId }, personId);
    },
  };

  /** The present head, who succeeded another and of whom Dukcapil does not know yet. */
  function untold(reader: Reader): AppointmentRow | undefined {
    const head = base.holders(reader, 'ACCESS_RESPONSIBLE')[0];
    return head !== undefined && head.succeeds !== null && head.told_number === null ? head : undefined;
  }

  return {
    handlers,
    begin,
    untold,
    isLastSamOfficer,

    confirmHead(writer: Writer, proposal: HeadProposal, acting: Acting, id: string): Result<string> {
      const body = headBody.parse(JSON.parse(proposal.body));
      const refused = headObjection(writer, body, acting);
      if (refused !== undefined) return failed(refused);
      const present = base.holders(writer, 'ACCESS_RESPONSIBLE')[0];
      // Somebody else took office since: what was proposed is not what would happen now.
      if (present?.appointment_id !== body.replaces) return failed(appFailure('PROPOSAL_CHANGED', 'people'));
      return takeOffice(writer, body, acting, id);
    },

    describeHead(reader: Reader, proposal: HeadProposal) {
      const body = headBody.parse(JSON.parse(proposal.body));
      const before = tables.appointments.find(reader, body.replaces);
      const name = (personId: string) => base.person(reader, personId)?.name ?? personId;
      const title = (standIn: boolean) => (standIn ? 'ACTING' : 'DEFINITIVE');
      return {
        subject: name(body.personId),
        changes: [
          { field: 'head', from: name(before?.person_id ?? ''), to: name(body.personId) },
          { field: 'title', from: title(before?.acting === 1), to: title(body.acting) },
          { field: 'since', from: before?.from_day ?? '', to: body.from },
          { field: 'letter', from: before?.letter_number ?? '', to: body.letter.number },
        ],
      };
    },
  };
}
