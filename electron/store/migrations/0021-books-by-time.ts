/**
 * Version 31: visits by their day and data balikan by its time. The order in which rows came is no order in time where a clock was once
 * wrong, and a report that searched by it would count other months.
 */
import type { Migration } from './migration.ts';

export const booksByTime: Migration = {
  version: 31,
  sql: `
CREATE INDEX visit_by_day ON visit (agreement_id, day);
CREATE INDEX outbox_by_time ON outbox_item (agreement_id, created_at);
`,
};
