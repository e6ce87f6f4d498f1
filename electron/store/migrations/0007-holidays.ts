/** Version 17: files of holidays that an office put over those of the program. What a deadline once rested on stays readable. */
import type { Migration } from './migration.ts';

export const holidays: Migration = {
  version: 17,
  sql: `
CREATE TABLE holiday_file (
  year INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  content TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  installed_by TEXT NOT NULL,
  installed_at INTEGER NOT NULL,
  mac BLOB NOT NULL,
  PRIMARY KEY (year, version)
) STRICT;
CREATE TRIGGER holiday_file_in_order BEFORE INSERT ON holiday_file
  WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM holiday_file WHERE year = NEW.year)
  BEGIN SELECT RAISE(ABORT, 'files of a year are numbered without gaps'); END;
CREATE TRIGGER holiday_file_no_update BEFORE UPDATE ON holiday_file
  BEGIN SELECT RAISE(ABORT, 'a file of holidays stays'); END;
CREATE TRIGGER holiday_file_no_delete BEFORE DELETE ON holiday_file
  BEGIN SELECT RAISE(ABORT, 'a file of holidays stays'); END;
`,
};
