/** The tables of the outbox, row by row as the database has them. */
import type { BalikanStatus, ListMedium, OutboxRow } from '../contract/index.ts';
import { type RowSeal, type SealedTable, sealedTable } from '../store/index.ts';

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
  /** How often it was corrected; null: never. */
  readonly revision: number | null;
  /** Why it was parked. */
  readonly note: string | null;
  /** The list with which it was handed over. */
  readonly list_id: string | null;
};

/** A correction. Of what was sent before it only a keyed hash stays (domain 4.5). */
export type RevisionRow = {
  readonly item_id: string;
  readonly revision: number;
  readonly former_hash: string;
  /** Codes of the fields that were corrected, as a JSON array. */
  readonly fields: string;
  readonly corrected_by: string;
  readonly corrected_at: number;
};

export type ListRow = {
  readonly list_id: string;
  readonly agreement_id: string;
  readonly number: string;
  readonly date: string;
  readonly received_by: string;
  readonly items: number;
  readonly handed_by: string;
  readonly handed_at: number;
};

/** A list as it was made; it is signed later, or never. */
export type MadeListRow = {
  readonly list_id: string;
  readonly agreement_id: string;
  readonly number: string;
  readonly medium: ListMedium;
  readonly sha256: string;
  /** The letter of Dukcapil that asks for it, as JSON. */
  readonly request: string | null;
  readonly items: number;
  readonly prepared_by: string;
  readonly prepared_at: number;
};

type ListedItemRow = {
  readonly list_id: string;
  readonly item_id: string;
  readonly revision: number;
};

export interface OutboxTables {
  readonly items: SealedTable<ItemRow>;
  readonly revisions: SealedTable<RevisionRow>;
  readonly lists: SealedTable<ListRow>;
  readonly madeLists: SealedTable<MadeListRow>;
  readonly listedItems: SealedTable<ListedItemRow>;
}

export function outboxTables(seal: RowSeal): OutboxTables {
  return {
    items: sealedTable<ItemRow>(
      seal,
      'outbox_item',
      ['item_id'],
      {
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
        revision: 'number',
        note: 'text',
        list_id: 'text',
      },
      ['revision', 'note', 'list_id'],
    ),
    revisions: sealedTable<RevisionRow>(seal, 'outbox_revision', ['item_id', 'revision'], {
      item_id: 'text',
      revision: 'number',
      former_hash: 'text',
      fields: 'text',
      corrected_by: 'text',
      corrected_at: 'number',
    }),
    lists: sealedTable<ListRow>(seal, 'outbox_list', ['list_id'], {
      list_id: 'text',
      agreement_id: 'text',
      number: 'text',
      date: 'text',
      received_by: 'text',
      items: 'number',
      handed_by: 'text',
      handed_at: 'number',
    }),
    madeLists: sealedTable<MadeListRow>(seal, 'prepared_list', ['list_id'], {
      list_id: 'text',
      agreement_id: 'text',
      number: 'text',
      medium: 'text',
      sha256: 'text',
      request: 'text',
      items: 'number',
      prepared_by: 'text',
      prepared_at: 'number',
    }),
    listedItems: sealedTable<ListedItemRow>(seal, 'prepared_item', ['list_id', 'item_id'], {
      list_id: 'text',
      item_id: 'text',
      revision: 'number',
    }),
  };
}

/** Of the channel it knows nothing: that is the agreement's. */
export type KnownRow = Omit<OutboxRow, 'channel'>;

export function outboxRow(row: ItemRow): KnownRow {
  return {
    itemId: row.item_id,
    agreementId: row.agreement_id,
    status: row.status,
    serviceCode: row.service_code,
    registrationNo: row.registration_no,
    createdAt: row.created_at,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    acknowledgedAt: row.status === 'ACKNOWLEDGED' ? row.settled_at : null,
    duplicate: row.duplicate === 1,
    lastFailure: row.last_failure,
    revision: row.revision ?? 0,
    note: row.note,
  };
}
