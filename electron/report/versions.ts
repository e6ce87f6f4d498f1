/**
 * The versions of a report that were signed. Each keeps what its paper said – figures, words, names, the agreement it went by – for good,
 * whoever is head by now and whatever the agreement has become.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  type Letter,
  type ReportCorrection,
  type ReportNarrative,
  reportCorrection,
  reportNarrative,
  type SemesterReportFields,
  type SignedVersion,
  semesterReportFields,
} from '../contract/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import { deliveriesOf } from './deliveries.ts';
import type { ReportTableRow, ReportTables, SignedRow } from './tables.ts';

const reportFrame = z.object({
  /** Of the agreement. */
  profileVersion: z.number().int().positive(),
  head: z.object({ name: z.string(), position: z.string(), rank: z.string(), employmentNo: z.string() }),
  manager: z.string(),
});
/** What a report is signed in: by whom, beside whom, under which version of the agreement. */
export type ReportFrame = z.infer<typeof reportFrame>;

/** A version with all that its paper said. */
export interface SignedReport extends Omit<SignedVersion, 'signedBy'> {
  readonly personId: string;
  /** `null` of one that was signed before it was kept. */
  readonly frame: ReportFrame | null;
  /** The letter of the version before. */
  readonly corrects: Letter | null;
}

export function signVersion(
  { signed }: ReportTables,
  writer: Writer,
  row: ReportTableRow,
  by: { readonly letter: Letter; readonly personId: string; readonly frame: ReportFrame },
): void {
  const figures = row.figures ?? '';
  signed.insert(writer, {
    report_id: row.report_id,
    version: row.version,
    figures,
    sha256: createHash('sha256').update(figures).digest('hex'),
    number: by.letter.number,
    signed_on: by.letter.date,
    signed_by: by.personId,
    narrative: row.narrative,
    frame: JSON.stringify(by.frame),
    correction: row.correction,
  });
}

/** Oldest first. */
export function signedVersions(tables: ReportTables, reader: Reader, report: ReportTableRow) {
  const deliveries = deliveriesOf(tables, reader, report);
  const rows = tables.signed.select(reader, 'WHERE report_id = ? ORDER BY version', report.report_id);
  return rows.map((row, at): SignedReport => {
    const before = rows[at - 1];
    return {
      version: row.version,
      number: row.number,
      signedOn: row.signed_on,
      personId: row.signed_by,
      figures: figuresIn(row.figures),
      narrative: narrativeIn(wordsOf(row, report)),
      correction: correctionIn(row.correction),
      ...deliveries(row.version),
      frame: row.frame === null ? null : reportFrame.parse(JSON.parse(row.frame)),
      corrects: before === undefined ? null : { number: before.number, date: before.signed_on },
    };
  });
}

/** One that was signed before words were kept with it has them for as long as the report stands as it was signed. */
function wordsOf(signed: SignedRow, report: ReportTableRow): string | null {
  return signed.narrative ?? (signed.version === report.version ? report.narrative : null);
}

export function figuresIn(stored: string): SemesterReportFields {
  return semesterReportFields.parse(JSON.parse(stored));
}

export function narrativeIn(stored: string | null): ReportNarrative | null {
  return stored === null ? null : reportNarrative.parse(JSON.parse(stored));
}

export function correctionIn(stored: string | null): ReportCorrection | null {
  return stored === null ? null : reportCorrection.parse(JSON.parse(stored));
}
