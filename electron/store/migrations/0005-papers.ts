/**
 * Version 15: papers that were made – what each states, its PDF, and the checksums of both. A paper that left the program stays on
 * record as it was; a corrected one is another.
 */
import type { Migration } from './migration.ts';

export const papers: Migration = {
  version: 15,
  sql: `
CREATE TABLE paper (
  paper_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('SPTJM_AWAL', 'SPTJM_PERPANJANGAN', 'NDA', 'USER_ID_FORM', 'USER_ID_BAST',
    'OFFICE_CHANGE_LETTER')),
  agreement_id TEXT NOT NULL,
  person_id TEXT,
  draft INTEGER NOT NULL CHECK (draft IN (0, 1)),
  fields TEXT NOT NULL,
  fields_sha256 TEXT NOT NULL CHECK (length(fields_sha256) = 64),
  pdf_sha256 TEXT NOT NULL CHECK (length(pdf_sha256) = 64),
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX paper_by_time ON paper (made_at);
CREATE TABLE paper_content (
  paper_id TEXT PRIMARY KEY REFERENCES paper (paper_id),
  pdf BLOB NOT NULL
) STRICT;
CREATE TRIGGER paper_no_update BEFORE UPDATE ON paper BEGIN SELECT RAISE(ABORT, 'a paper stays'); END;
CREATE TRIGGER paper_no_delete BEFORE DELETE ON paper BEGIN SELECT RAISE(ABORT, 'a paper stays'); END;
CREATE TRIGGER paper_content_no_update BEFORE UPDATE ON paper_content
  BEGIN SELECT RAISE(ABORT, 'a paper stays'); END;
CREATE TRIGGER paper_content_no_delete BEFORE DELETE ON paper_content
  BEGIN SELECT RAISE(ABORT, 'a paper stays'); END;
`,
};
