/** The tables of the custody room, row by row as the database has them. */
import type { ReaderStatus, SamStatus } from '../contract/index.ts';
import { type SealedTable, type Store, sealedTable } from '../store/index.ts';

export type OrderRow = {
  readonly order_id: string;
  readonly agreement_id: string;
  readonly count: number;
  readonly vendor: string;
  readonly document_number: string;
  readonly document_date: string;
  readonly ordered_by: string;
  readonly ordered_at: number;
};

export type CardRow = {
  readonly sam_id: string;
  readonly order_id: string;
  /** From 1 in its order; all that names a card before it has a serial. */
  readonly place: number;
  readonly agreement_id: string;
  readonly status: SamStatus;
  /** Its personalisation was refused, and has not been asked for again. */
  readonly rejected: number;
  readonly ticket: string | null;
  readonly ticket_on: string | null;
  readonly serial: string | null;
  /** 14 hex digits, small. */
  readonly uid: string | null;
  /** Of the file, as it came and as it goes back. */
  readonly config_sha256: string | null;
  /** Keyed hash of the PCID: tells that another card has it, after the configuration itself is gone. */
  readonly pcid_mark: string | null;
  readonly reader_id: string | null;
  /** Who proposed and who confirmed the activation. */
  readonly proposed_by: string | null;
  readonly confirmed_by: string | null;
  readonly incident: string | null;
  readonly bast_number: string | null;
  readonly bast_on: string | null;
  /** Of the latest paper about it: the next is not older. */
  readonly last_on: string;
  readonly changed_at: number;
};

export type ReaderRow = {
  readonly reader_id: string;
  readonly agreement_id: string;
  readonly serial: string;
  readonly model: string;
  readonly terminal: string;
  readonly counter: string;
  readonly status: ReaderStatus;
  readonly registered_by: string;
  readonly registered_at: number;
  readonly changed_at: number;
};

type ConfigurationRow = {
  readonly sam_id: string;
  readonly sealed: Uint8Array;
  readonly imported_by: string;
  readonly imported_at: number;
};

export type EventRow = {
  readonly seq: number;
  readonly subject_id: string;
  readonly at: number;
  readonly actor: string;
  readonly event: string;
  readonly from_status: string;
  readonly to_status: string;
  /** JSON: the letters, tickets and names it rests on. */
  readonly reference: string;
};

export type TestRow = {
  readonly seq: number;
  readonly sam_id: string;
  readonly at: number;
  readonly tested_by: string;
  readonly passed: number;
  readonly open_refused: number;
  /** Reader on which the training card was read, as the system lists it. */
  readonly terminal: string | null;
  readonly counter: string;
  /** JSON: failure codes. */
  readonly failures: string;
};

export type ReturnRow = {
  readonly sam_id: string;
  readonly status: 'WRITING' | 'VERIFIED' | 'SHREDDED';
  readonly file_name: string;
  readonly sha256: string;
  readonly medium: string;
  readonly returned_on: string;
  readonly received_by: string;
  readonly started_by: string;
  readonly counter: string;
  readonly changed_at: number;
};

export interface Tables {
  readonly orders: SealedTable<OrderRow>;
  readonly cards: SealedTable<CardRow>;
  readonly readers: SealedTable<ReaderRow>;
  readonly configurations: SealedTable<ConfigurationRow>;
  readonly events: SealedTable<EventRow>;
  readonly tests: SealedTable<TestRow>;
  readonly returns: SealedTable<ReturnRow>;
}

export function custodyTables({ rowSeal }: Store): Tables {
  return {
    orders: sealedTable<OrderRow>(rowSeal, 'sam_order', ['order_id'], {
      order_id: 'text',
      agreement_id: 'text',
      count: 'number',
      vendor: 'text',
      document_number: 'text',
      document_date: 'text',
      ordered_by: 'text',
      ordered_at: 'number',
    }),
    cards: sealedTable<CardRow>(rowSeal, 'sam_card', ['sam_id'], {
      sam_id: 'text',
      order_id: 'text',
      place: 'number',
      agreement_id: 'text',
      status: 'text',
      rejected: 'number',
      ticket: 'text',
      ticket_on: 'text',
      serial: 'text',
      uid: 'text',
      config_sha256: 'text',
      pcid_mark: 'text',
      reader_id: 'text',
      proposed_by: 'text',
      confirmed_by: 'text',
      incident: 'text',
      bast_number: 'text',
      bast_on: 'text',
      last_on: 'text',
      changed_at: 'number',
    }),
    readers: sealedTable<ReaderRow>(rowSeal, 'card_reader', ['reader_id'], {
      reader_id: 'text',
      agreement_id: 'text',
      serial: 'text',
      model: 'text',
      terminal: 'text',
      counter: 'text',
      status: 'text',
      registered_by: 'text',
      registered_at: 'number',
      changed_at: 'number',
    }),
    configurations: sealedTable<ConfigurationRow>(rowSeal, 'sam_configuration', ['sam_id'], {
      sam_id: 'text',
      sealed: 'bytes',
      imported_by: 'text',
      imported_at: 'number',
    }),
    events: sealedTable<EventRow>(rowSeal, 'custody_event', ['seq'], {
      seq: 'number',
      subject_id: 'text',
      at: 'number',
      actor: 'text',
      event: 'text',
      from_status: 'text',
      to_status: 'text',
      reference: 'text',
    }),
    tests: sealedTable<TestRow>(rowSeal, 'sam_test', ['seq'], {
      seq: 'number',
      sam_id: 'text',
      at: 'number',
      tested_by: 'text',
      passed: 'number',
      open_refused: 'number',
      terminal: 'text',
      counter: 'text',
      failures: 'text',
    }),
    returns: sealedTable<ReturnRow>(rowSeal, 'configuration_return', ['sam_id'], {
      sam_id: 'text',
      status: 'text',
      file_name: 'text',
      sha256: 'text',
      medium: 'text',
      returned_on: 'text',
      received_by: 'text',
      started_by: 'text',
      counter: 'text',
      changed_at: 'number',
    }),
  };
}
