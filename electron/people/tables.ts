/** The tables of the people room, row by row as the database has them. */
import type { Employment, OperatorStatus, PeopleAct, Role } from '../contract/index.ts';
import { type SealedTable, type Store, sealedTable } from '../store/index.ts';

export type PersonTableRow = {
  readonly person_id: string;
  readonly name: string;
  readonly position: string;
  readonly employment: Employment;
  readonly employment_no: string;
  readonly rank: string;
  readonly added_by: string;
  readonly added_at: number;
};

export type AppointmentRow = {
  readonly appointment_id: string;
  readonly person_id: string;
  readonly role: Exclude<Role, 'OPERATOR'>;
  /** `Plt.`, of a head only. */
  readonly acting: number;
  readonly letter_number: string;
  readonly letter_date: string;
  readonly from_day: string;
  readonly appointed_by: string;
  readonly appointed_at: number;
  /** Of a head: the appointment before. */
  readonly succeeds: string | null;
  /** Of a head who succeeded another: the letter that told Dukcapil. */
  readonly told_number: string | null;
  readonly told_date: string | null;
  readonly last_day: string | null;
  readonly ended_by: string | null;
  readonly ended_at: number | null;
  readonly end_reason: string | null;
};

export type AccountRow = {
  readonly person_id: string;
  readonly login: string;
  /** Argon2id; empty: no password opens it. */
  readonly password_hash: string;
  readonly new_password_due: number;
  readonly failures: number;
  readonly locked_until: number | null;
  readonly last_sign_in_at: number | null;
  readonly notice_version: number | null;
  readonly notice_at: number | null;
  readonly opened_at: number;
  readonly closed_at: number | null;
  readonly close_reason: string | null;
};

export type OperatorRow = {
  readonly operator_id: string;
  readonly person_id: string;
  readonly agreement_id: string;
  readonly status: OperatorStatus;
  readonly letter_number: string;
  readonly letter_date: string;
  readonly proposed_by: string;
  readonly proposed_at: number;
  readonly nda_scan_id: string | null;
  readonly nda_signed_on: string | null;
  readonly approved_by: string | null;
  /** Letter in which Dukcapil approved the name. */
  readonly approval_number: string | null;
  readonly approval_date: string | null;
  readonly training_note: string | null;
  readonly changed_at: number;
  /** Of the latest change, where one was given. */
  readonly reason: string;
};

export type SptjmRow = {
  readonly sptjm_id: string;
  readonly agreement_id: string;
  /** In which office the head signed. */
  readonly appointment_id: string;
  readonly scan_id: string;
  readonly signed_on: string;
  readonly agreement_number: string;
  readonly recorded_by: string;
  readonly recorded_at: number;
};

export type UserIdChangeRow = {
  readonly change_id: string;
  readonly agreement_id: string;
  readonly cause: Extract<PeopleAct, { act: 'OPEN_USER_ID_CHANGE' }>['cause'];
  readonly letter_number: string;
  readonly letter_date: string;
  readonly form_number: string;
  readonly form_date: string;
  readonly opened_by: string;
  readonly opened_at: number;
  readonly bast_number: string | null;
  readonly bast_date: string | null;
  readonly bast_by: string | null;
  readonly bast_at: number | null;
};

export interface Tables {
  readonly persons: SealedTable<PersonTableRow>;
  readonly appointments: SealedTable<AppointmentRow>;
  readonly accounts: SealedTable<AccountRow>;
  readonly operators: SealedTable<OperatorRow>;
  readonly sptjm: SealedTable<SptjmRow>;
  readonly userIdChanges: SealedTable<UserIdChangeRow>;
}

export function peopleTables({ rowSeal }: Store): Tables {
  return {
    persons: sealedTable<PersonTableRow>(rowSeal, 'person', ['person_id'], {
      person_id: 'text',
      name: 'text',
      position: 'text',
      employment: 'text',
      employment_no: 'text',
      rank: 'text',
      added_by: 'text',
      added_at: 'number',
    }),
    appointments: sealedTable<AppointmentRow>(rowSeal, 'appointment', ['appointment_id'], {
      appointment_id: 'text',
      person_id: 'text',
      role: 'text',
      acting: 'number',
      letter_number: 'text',
      letter_date: 'text',
      from_day: 'text',
      appointed_by: 'text',
      appointed_at: 'number',
      succeeds: 'text',
      told_number: 'text',
      told_date: 'text',
      last_day: 'text',
      ended_by: 'text',
      ended_at: 'number',
      end_reason: 'text',
    }),
    accounts: sealedTable<AccountRow>(rowSeal, 'account', ['person_id'], {
      person_id: 'text',
      login: 'text',
      password_hash: 'text',
      new_password_due: 'number',
      failures: 'number',
      locked_until: 'number',
      last_sign_in_at: 'number',
      notice_version: 'number',
      notice_at: 'number',
      opened_at: 'number',
      closed_at: 'number',
      close_reason: 'text',
    }),
    operators: sealedTable<OperatorRow>(rowSeal, 'operator', ['operator_id'], {
      operator_id: 'text',
      person_id: 'text',
      agreement_id: 'text',
      status: 'text',
      letter_number: 'text',
      letter_date: 'text',
      proposed_by: 'text',
      proposed_at: 'number',
      nda_scan_id: 'text',
      nda_signed_on: 'text',
      approved_by: 'text',
      approval_number: 'text',
      approval_date: 'text',
      training_note: 'text',
      changed_at: 'number',
      reason: 'text',
    }),
    sptjm: sealedTable<SptjmRow>(rowSeal, 'sptjm', ['sptjm_id'], {
      sptjm_id: 'text',
      agreement_id: 'text',
      appointment_id: 'text',
      scan_id: 'text',
      signed_on: 'text',
      agreement_number: 'text',
      recorded_by: 'text',
      recorded_at: 'number',
    }),
    userIdChanges: sealedTable<UserIdChangeRow>(rowSeal, 'user_id_change', ['change_id'], {
      change_id: 'text',
      agreement_id: 'text',
      cause: 'text',
      letter_number: 'text',
      letter_date: 'text',
      form_number: 'text',
      form_date: 'text',
      opened_by: 'text',
      opened_at: 'number',
      bast_number: 'text',
      bast_date: 'text',
      bast_by: 'text',
      bast_at: 'number',
    }),
  };
}
