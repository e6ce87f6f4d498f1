/**
 * Version 36: what is still owed by the time at which it came to be owed. After a clock was wrong the order in which items came is another
 * one, and the age of the oldest is asked each time the first page is shown.
 */
import type { Migration } from './migration.ts';

export const owedByTime: Migration = {
  version: 36,
  sql: `
CREATE INDEX outbox_open_by_time ON outbox_item (status, agreement_id, created_at)
  WHERE status NOT IN ('ACKNOWLEDGED', 'HANDED_OVER');
`,
};
