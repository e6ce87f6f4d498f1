/** What the report says of its figures wherever it is written: on the page, on paper and as CSV. */
import type { SemesterReportFields } from './semester-report.ts';

/** Of what Dukcapil was owed, what it has, in tenths of a per cent; null where nothing was owed. */
export function acknowledgedPerMille(due: number, acknowledged: number): number | null {
  return due === 0 ? null : Math.round((acknowledged * 1000) / due);
}

/** In the language of the report: in the place of a device, where there is none on record. */
export const noReaderOnRecord = 'Tanpa perangkat tercatat';

/** A nil report is a report: nothing was asked, read or served in all its days. */
export function isNilReport({ access, readers, services }: SemesterReportFields): boolean {
  return (
    access.every(({ inquiries }) => inquiries === 0) &&
    readers.every(({ reads }) => reads === 0) &&
    services.every(({ visits }) => visits === 0)
  );
}
