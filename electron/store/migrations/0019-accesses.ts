/**
 * Version 29: permits by time, and what came of a read, so that a report can count the visits in which data was seen and no service came of
 * it without walking through all permits there ever were.
 */
import type { Migration } from './migration.ts';

export const accesses: Migration = {
  version: 29,
  sql: `
ALTER TABLE permit ADD COLUMN came_to TEXT CHECK (came_to IN ('OK', 'FAILED'));
CREATE INDEX permit_by_time ON permit (agreement_id, issued_at);
`,
};
