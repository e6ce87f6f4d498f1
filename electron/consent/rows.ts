/** Consent records (domain 5.6) and kept records as rows of the database. */
import { type RowSeal, type SealedTable, sealedTable } from '../store/index.ts';

export type ConsentRow = {
  readonly consent_id: string;
  readonly receipt_no: string;
  readonly visit_id: string;
  readonly agreement_id: string;
  readonly profile_version: number;
  readonly registration_no: string;
  readonly decision: 'GRANTED' | 'REFUSED';
  /** JSON array of element codes; `[]` for a refusal. */
  readonly elements: string;
  readonly purpose: string;
  /** `YYYY-MM-DD`, the last day of retention. */
  readonly retained_until: string | null;
  readonly notice_version: string;
  readonly notice_hash: string;
  readonly language: string;
  readonly evidence: string | null;
  readonly has_companion: number;
  readonly operator_id: string;
  readonly decided_at: number;
  readonly time_zone: string;
  readonly withdrawn_at: number | null;
  readonly erased_at: number | null;
};

export type KeptRowData = {
  readonly record_id: string;
  readonly consent_id: string;
  readonly visit_id: string;
  readonly masked_nik: string;
  readonly nik_hash: string;
  readonly envelope: Uint8Array;
  readonly wrapped_key: Uint8Array;
  readonly retained_until: string;
  readonly stored_at: number;
};

export function consentTable(seal: RowSeal): SealedTable<ConsentRow> {
  return sealedTable<ConsentRow>(seal, 'consent', ['consent_id'], {
    consent_id: 'text',
    receipt_no: 'text',
    visit_id: 'text',
    agreement_id: 'text',
    profile_version: 'number',
    registration_no: 'text',
    decision: 'text',
    elements: 'text',
    purpose: 'text',
    retained_until: 'text',
    notice_version: 'text',
    notice_hash: 'text',
    language: 'text',
    evidence: 'text',
    has_companion: 'number',
    operator_id: 'text',
    decided_at: 'number',
    time_zone: 'text',
    withdrawn_at: 'number',
    erased_at: 'number',
  });
}

export function keptTable(seal: RowSeal): SealedTable<KeptRowData> {
  return sealedTable<KeptRowData>(seal, 'kept', ['record_id'], {
    record_id: 'text',
    consent_id: 'text',
    visit_id: 'text',
    masked_nik: 'text',
    nik_hash: 'text',
    envelope: 'bytes',
    wrapped_key: 'bytes',
    retained_until: 'text',
    stored_at: 'number',
  });
}
