/**
 * Version 39: when and how each signed version of a report was handed in, and with which letter it was received, for good: it proves that
 * the office was on time (domain 4.6). Until now both stood in the note of the report, where the next step wrote over them. What still
 * stands there is taken over by the program, which alone can seal a row: see electron/report/deliveries.ts.
 */
import type { Migration } from './migration.ts';

export const reportDeliveries: Migration = {
  version: 39,
  sql: `
CREATE TABLE report_delivery (
  report_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('SUBMITTED', 'RECEIVED')),
  day TEXT NOT NULL,
  channel TEXT,
  copies TEXT,
  letter_number TEXT,
  recorded_by TEXT,
  recorded_at INTEGER NOT NULL,
  mac BLOB NOT NULL,
  PRIMARY KEY (report_id, version, kind),
  FOREIGN KEY (report_id, version) REFERENCES signed_report (report_id, version),
  CHECK ((kind = 'SUBMITTED') = (channel IS NOT NULL)),
  CHECK ((kind = 'RECEIVED') = (letter_number IS NOT NULL)),
  CHECK (kind = 'SUBMITTED' OR copies IS NULL)
) STRICT;
CREATE TRIGGER report_delivery_no_update BEFORE UPDATE ON report_delivery
  BEGIN SELECT RAISE(ABORT, 'what was handed in and received stays'); END;
CREATE TRIGGER report_delivery_no_delete BEFORE DELETE ON report_delivery
  BEGIN SELECT RAISE(ABORT, 'what was handed in and received stays'); END;
CREATE TRIGGER semester_report_delivery_is_kept BEFORE UPDATE OF status ON semester_report
  WHEN NEW.status <> OLD.status AND NEW.status IN ('SUBMITTED', 'RECEIVED') AND NOT EXISTS (
    SELECT 1 FROM report_delivery WHERE report_id = NEW.report_id AND version = NEW.version AND kind = NEW.status)
  BEGIN SELECT RAISE(ABORT, 'when and how a report was handed in is kept'); END;
`,
};
