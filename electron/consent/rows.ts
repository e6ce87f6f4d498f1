/** Consent records (domain 5.6), kept records, requests of residents and the trail of them all, as rows of the database. */
import type { ConsentEvent } from '../contract/index.ts';
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
  /** Where the evidence is found again; `null` for a refusal, and for consents recorded before this was asked. */
  readonly evidence_ref: string | null;
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

export type RequestRowData = {
  readonly request_id: string;
  readonly consent_id: string;
  readonly kind: 'WITHDRAWAL' | 'ACCESS';
  readonly channel: 'COUNTER' | 'LETTER';
  readonly status: 'OPEN' | 'COMPLETED' | 'REFUSED' | 'COMPLETED_BY_CLOCK';
  readonly received_at: number;
  readonly due_at: number;
  readonly settled_at: number | null;
  readonly note: string;
};

export type TrailRow = {
  readonly seq: number;
  readonly consent_id: string;
  readonly event: ConsentEvent;
  readonly at: number;
  readonly actor: string;
  readonly request_id: string | null;
};

export function consentTable(seal: RowSeal): SealedTable<ConsentRow> {
  return sealedTable<ConsentRow>(
    seal,
    'consent',
    ['consent_id'],
    {
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
      evidence_ref: 'text',
    },
    ['evidence_ref'],
  );
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

export function requestTable(seal: RowSeal): SealedTable<RequestRowData> {
  return sealedTable<RequestRowData>(seal, 'resident_request', ['request_id'], {
    request_id: 'text',
    consent_id: 'text',
    kind: 'text',
    channel: 'text',
    status: 'text',
    received_at: 'number',
    due_at: 'number',
    settled_at: 'number',
    note: 'text',
  });
}

export function trailTable(seal: RowSeal): SealedTable<TrailRow> {
  return sealedTable<TrailRow>(seal, 'consent_event', ['seq'], {
    seq: 'number',
    consent_id: 'text',
    event: 'text',
    at: 'number',
    actor: 'text',
    request_id: 'text',
  });
}
