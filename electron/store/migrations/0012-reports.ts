/**
 * Version 22: what is counted hour by hour, semester reports, and every version of one that was signed. A signed version stays as it
 * was; a report that is corrected goes on with the next.
 */
import type { Migration } from './migration.ts';

export const reports: Migration = {
  version: 22,
  sql: `
CREATE TABLE tally (
  agreement_id TEXT NOT NULL,
  hour INTEGER NOT NULL CHECK (hour % 3600000 = 0),
  counter TEXT NOT NULL,
  what TEXT NOT NULL,
  of_what TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 1),
  mac BLOB NOT NULL,
  PRIMARY KEY (agreement_id, hour, counter, what, of_what)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER tally_no_delete BEFORE DELETE ON tally BEGIN SELECT RAISE(ABORT, 'what was counted stays'); END;
CREATE TRIGGER tally_only_grows BEFORE UPDATE ON tally WHEN NEW.n <> OLD.n + 1
  BEGIN SELECT RAISE(ABORT, 'what was counted stays'); END;

CREATE TABLE semester_report (
  report_id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  half INTEGER NOT NULL CHECK (half IN (1, 2)),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL CHECK (to_day >= from_day),
  final INTEGER NOT NULL CHECK (final IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('COLLECTING', 'DRAFT', 'IN_REVIEW', 'SIGNED', 'SUBMITTED', 'RECEIVED')),
  version INTEGER NOT NULL CHECK (version >= 1),
  figures TEXT,
  narrative TEXT,
  note TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  mac BLOB NOT NULL,
  UNIQUE (agreement_id, year, half),
  CHECK ((status = 'COLLECTING') = (figures IS NULL)),
  CHECK (status IN ('COLLECTING', 'DRAFT') OR narrative IS NOT NULL)
) STRICT;
CREATE TRIGGER semester_report_starts_collecting BEFORE INSERT ON semester_report WHEN NEW.status <> 'COLLECTING'
  BEGIN SELECT RAISE(ABORT, 'a report starts as COLLECTING'); END;
CREATE TRIGGER semester_report_no_delete BEFORE DELETE ON semester_report
  BEGIN SELECT RAISE(ABORT, 'no semester is left out'); END;
CREATE TRIGGER semester_report_identity BEFORE UPDATE ON semester_report
  WHEN (OLD.report_id, OLD.agreement_id, OLD.year, OLD.half) IS NOT (NEW.report_id, NEW.agreement_id, NEW.year, NEW.half)
    OR (OLD.status <> 'COLLECTING' AND (OLD.from_day, OLD.to_day, OLD.final) IS NOT (NEW.from_day, NEW.to_day, NEW.final))
  BEGIN SELECT RAISE(ABORT, 'what a report is about never changes'); END;
CREATE TRIGGER semester_report_transitions BEFORE UPDATE OF status ON semester_report
  WHEN OLD.status <> NEW.status AND OLD.status || '>' || NEW.status NOT IN (
    'COLLECTING>DRAFT', 'DRAFT>IN_REVIEW', 'IN_REVIEW>DRAFT', 'IN_REVIEW>SIGNED', 'SIGNED>SUBMITTED',
    'SUBMITTED>RECEIVED', 'SUBMITTED>DRAFT', 'RECEIVED>DRAFT')
  BEGIN SELECT RAISE(ABORT, 'no such transition of a report'); END;
CREATE TRIGGER semester_report_figures_frozen BEFORE UPDATE ON semester_report
  WHEN OLD.figures IS NOT NULL AND NEW.version = OLD.version AND NEW.figures IS NOT OLD.figures
  BEGIN SELECT RAISE(ABORT, 'frozen figures change with a new version only'); END;
CREATE TRIGGER semester_report_next_version BEFORE UPDATE OF version ON semester_report
  WHEN NEW.version <> OLD.version
    AND NOT (NEW.version = OLD.version + 1 AND OLD.status IN ('SUBMITTED', 'RECEIVED') AND NEW.status = 'DRAFT')
  BEGIN SELECT RAISE(ABORT, 'a new version follows one that was handed in'); END;

CREATE TABLE signed_report (
  report_id TEXT NOT NULL REFERENCES semester_report (report_id),
  version INTEGER NOT NULL,
  figures TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  number TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  mac BLOB NOT NULL,
  PRIMARY KEY (report_id, version)
) STRICT;
CREATE TRIGGER signed_report_no_update BEFORE UPDATE ON signed_report
  BEGIN SELECT RAISE(ABORT, 'a signed report stays'); END;
CREATE TRIGGER signed_report_no_delete BEFORE DELETE ON signed_report
  BEGIN SELECT RAISE(ABORT, 'a signed report stays'); END;
CREATE TRIGGER semester_report_signed_is_kept BEFORE UPDATE OF status ON semester_report
  WHEN NEW.status = 'SIGNED' AND NOT EXISTS (
    SELECT 1 FROM signed_report WHERE report_id = NEW.report_id AND version = NEW.version AND figures = NEW.figures)
  BEGIN SELECT RAISE(ABORT, 'what is signed is kept as it was signed'); END;
`,
};
