/** The tables of this room: reports as they stand, the versions that were signed, and how each of those was handed in. */
import type { ReportStatus } from '../contract/index.ts';
import { type Store, sealedTable } from '../store/index.ts';

export type ReportTableRow = {
  readonly report_id: string;
  readonly agreement_id: string;
  readonly year: number;
  readonly half: 1 | 2;
  readonly from_day: string;
  readonly to_day: string;
  readonly final: number;
  readonly status: ReportStatus;
  readonly version: number;
  readonly figures: string | null;
  readonly narrative: string | null;
  readonly note: string;
  readonly changed_at: number;
  readonly correction: string | null;
};

export type SignedRow = {
  readonly report_id: string;
  readonly version: number;
  readonly figures: string;
  readonly sha256: string;
  readonly number: string;
  readonly signed_on: string;
  readonly signed_by: string;
  readonly narrative: string | null;
  readonly frame: string | null;
  readonly correction: string | null;
};

export type DeliveryRow = {
  readonly report_id: string;
  readonly version: number;
  readonly kind: 'SUBMITTED' | 'RECEIVED';
  /** On which it was handed in, or its receipt is dated. */
  readonly day: string;
  /** By which it was handed in, and to whom with copies. */
  readonly channel: string | null;
  readonly copies: string | null;
  /** Of the receipt. */
  readonly letter_number: string | null;
  /** `null` of what was recorded before it was kept by whom. */
  readonly recorded_by: string | null;
  readonly recorded_at: number;
};

export type ReportTables = ReturnType<typeof reportTables>;

export function reportTables({ rowSeal }: Pick<Store, 'rowSeal'>) {
  return {
    drafts: sealedTable<ReportTableRow>(
      rowSeal,
      'semester_report',
      ['report_id'],
      {
        report_id: 'text',
        agreement_id: 'text',
        year: 'number',
        half: 'number',
        from_day: 'text',
        to_day: 'text',
        final: 'number',
        status: 'text',
        version: 'number',
        figures: 'text',
        narrative: 'text',
        note: 'text',
        changed_at: 'number',
        correction: 'text',
      },
      ['correction'],
    ),
    signed: sealedTable<SignedRow>(
      rowSeal,
      'signed_report',
      ['report_id', 'version'],
      {
        report_id: 'text',
        version: 'number',
        figures: 'text',
        sha256: 'text',
        number: 'text',
        signed_on: 'text',
        signed_by: 'text',
        narrative: 'text',
        frame: 'text',
        correction: 'text',
      },
      ['narrative', 'frame', 'correction'],
    ),
    deliveries: sealedTable<DeliveryRow>(rowSeal, 'report_delivery', ['report_id', 'version', 'kind'], {
      report_id: 'text',
      version: 'number',
      kind: 'text',
      day: 'text',
      channel: 'text',
      copies: 'text',
      letter_number: 'text',
      recorded_by: 'text',
      recorded_at: 'number',
    }),
  };
}
