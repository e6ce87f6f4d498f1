/**
 * Version 37: permits by time with their visit, so that accesses without a service are told from services by the index
 * alone. To look every permit up took most of the time of a report, and much more where the disk is slow.
 */
import type { Migration } from './migration.ts';

export const accessesByVisit: Migration = {
  version: 37,
  sql: `
DROP INDEX permit_by_time;
CREATE INDEX permit_by_visit ON permit (agreement_id, issued_at, visit_id);
`,
};
