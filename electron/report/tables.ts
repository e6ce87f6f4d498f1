/** The tables of this room: reports as they stand, and the versions that were signed. */
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
  };
}
