/** The tables of agreements as this room sees them. */
import type { AgreementStatus, VersionCause } from '../contract/index.ts';
import { type RowSeal, sealedTable } from '../store/index.ts';

/** `suspend_on` and `end_on` of an agreement in force are days to come; `ended_at` is when access was over. */
export type AgreementTableRow = {
  readonly agreement_id: string;
  readonly status: AgreementStatus;
  /** Of the confirmed profile; 0 while there is only a draft. */
  readonly version: number;
  readonly draft: string | null;
  readonly no_letter_reason: string | null;
  readonly user_id_letter: string | null;
  readonly suspended_from: AgreementStatus | null;
  readonly suspend_cause: string | null;
  readonly suspend_on: string | null;
  readonly bridge_until: string | null;
  readonly bridge_sam: number;
  readonly end_cause: string | null;
  readonly end_letter: string | null;
  readonly end_letter_on: string | null;
  readonly end_on: string | null;
  readonly ended_from: AgreementStatus | null;
  readonly ended_at: number | null;
  readonly created_at: number;
};

export type ProfileRow = {
  readonly agreement_id: string;
  readonly version: number;
  readonly profile: string;
  readonly sha256: string;
  readonly cause: VersionCause | 'SIGNING';
  readonly reference: string;
  readonly scan_id: string;
  readonly proposed_by: string;
  readonly confirmed_by: string;
  readonly made_at: number;
};

export type EventRow = {
  readonly seq: number;
  readonly agreement_id: string;
  readonly at: number;
  readonly actor: string;
  readonly event: string;
  readonly reference: string;
  readonly note: string;
};

export type ConnectionRow = {
  readonly agreement_id: string;
  readonly profile: string;
  readonly sha256: string;
  readonly installed_at: number;
  readonly installed_by: string;
};

export function agreementTables(seal: RowSeal) {
  return {
    agreements: sealedTable<AgreementTableRow>(seal, 'agreement', ['agreement_id'], {
      agreement_id: 'text',
      status: 'text',
      version: 'number',
      draft: 'text',
      no_letter_reason: 'text',
      user_id_letter: 'text',
      suspended_from: 'text',
      suspend_cause: 'text',
      suspend_on: 'text',
      bridge_until: 'text',
      bridge_sam: 'number',
      end_cause: 'text',
      end_letter: 'text',
      end_letter_on: 'text',
      end_on: 'text',
      ended_from: 'text',
      ended_at: 'number',
      created_at: 'number',
    }),
    profiles: sealedTable<ProfileRow>(seal, 'agreement_profile', ['agreement_id', 'version'], {
      agreement_id: 'text',
      version: 'number',
      profile: 'text',
      sha256: 'text',
      cause: 'text',
      reference: 'text',
      scan_id: 'text',
      proposed_by: 'text',
      confirmed_by: 'text',
      made_at: 'number',
    }),
    events: sealedTable<EventRow>(seal, 'agreement_event', ['seq'], {
      seq: 'number',
      agreement_id: 'text',
      at: 'number',
      actor: 'text',
      event: 'text',
      reference: 'text',
      note: 'text',
    }),
    connections: sealedTable<ConnectionRow>(seal, 'agreement_connection', ['agreement_id'], {
      agreement_id: 'text',
      profile: 'text',
      sha256: 'text',
      installed_at: 'number',
      installed_by: 'text',
    }),
  };
}
export type AgreementTables = ReturnType<typeof agreementTables>;
