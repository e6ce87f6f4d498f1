/**
 * Version 34: the week by which an office works, from a day on; what a deadline once rested on stays readable. And for which day somebody
 * saw a reminder: where the day moves, or a clock that ran ahead is set right, the reminder comes again.
 */
import type { Migration } from './migration.ts';

export const workingWeek: Migration = {
  version: 34,
  sql: `
CREATE TABLE working_week (
  version INTEGER PRIMARY KEY,
  working_week TEXT NOT NULL CHECK (working_week IN ('MON_FRI', 'MON_SAT')),
  leave_is_workday INTEGER NOT NULL CHECK (leave_is_workday IN (0, 1)),
  from_day TEXT NOT NULL,
  legal_source TEXT NOT NULL CHECK (length(legal_source) >= 5),
  set_by TEXT NOT NULL,
  set_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE TRIGGER working_week_in_order BEFORE INSERT ON working_week
  WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM working_week)
  BEGIN SELECT RAISE(ABORT, 'working weeks are numbered without gaps'); END;
CREATE TRIGGER working_week_no_update BEFORE UPDATE ON working_week
  BEGIN SELECT RAISE(ABORT, 'a working week stays'); END;
CREATE TRIGGER working_week_no_delete BEFORE DELETE ON working_week
  BEGIN SELECT RAISE(ABORT, 'a working week stays'); END;

ALTER TABLE reminder_seen ADD COLUMN due_day TEXT;
DROP TRIGGER reminder_stays_seen;
CREATE TRIGGER reminder_stays_seen BEFORE UPDATE ON reminder_seen
  WHEN (OLD.person_id, OLD.item_key) IS NOT (NEW.person_id, NEW.item_key)
    OR (OLD.level, OLD.due_day) IS (NEW.level, NEW.due_day)
  BEGIN SELECT RAISE(ABORT, 'a reminder that was seen stays seen'); END;
`,
};
