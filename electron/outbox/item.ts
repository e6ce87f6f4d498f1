/** One data-balikan item as a row of the database. */
import type { OutboxRow } from '../contract/index.ts';
import { type ColumnKinds, type RowSeal, type SealedTable, sealedTable } from '../store/index.ts';
import type { BalikanStatus } from './transitions.ts';

export type ItemRow = {
  /** Also the idempotency key: one per item, the same at every attempt. */
  readonly item_id: string;
  readonly visit_id: string;
  readonly agreement_id: string;
  readonly profile_version: number;
  readonly service_code: string;
  readonly registration_no: string;
  readonly aid_type_code: string | null;
  /** Keyed hash; all that is left of the NIK once the item is acknowledged. */
  readonly nik_hash: string;
  readonly status: BalikanStatus;
  /** Sealed content with the NIK; null once settled. */
  readonly envelope: Uint8Array | null;
  /** Technical failures so far. */
  readonly attempts: number;
  readonly created_at: number;
  readonly next_attempt_at: number | null;
  readonly last_attempt_at: number | null;
  readonly settled_at: number | null;
  readonly duplicate: number;
  readonly last_failure: string | null;
};

const columns: ColumnKinds<ItemRow> = {
  item_id: 'text',
  visit_id: 'text',
  agreement_id: 'text',
  profile_version: 'number',
  service_code: 'text',
  registration_no: 'text',
  aid_type_code: 'text',
  nik_hash: 'text',
  status: 'text',
  envelope: 'bytes',
  attempts: 'number',
  created_at: 'number',
  next_attempt_at: 'number',
  last_attempt_at: 'number',
  settled_at: 'number',
  duplicate: 'number',
  last_failure: 'text',
};

export function itemTable(seal: RowSeal): SealedTable<ItemRow> {
  return sealedTable<ItemRow>(seal, 'outbox_item', ['item_id'], columns);
}

export function outboxRow(row: ItemRow): OutboxRow {
  return {
    itemId: row.item_id,
    status: row.status,
    serviceCode: row.service_code,
    registrationNo: row.registration_no,
    createdAt: row.created_at,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    acknowledgedAt: row.status === 'ACKNOWLEDGED' ? row.settled_at : null,
    duplicate: row.duplicate === 1,
    lastFailure: row.last_failure,
  };
}
