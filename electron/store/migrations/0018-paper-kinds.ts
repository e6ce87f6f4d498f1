/**
 * Version 28: letters and notices that an office also writes. The kinds stand in a table of their own from here on, so that the next
 * kind is a row and not four tables built anew.
 */
import type { Migration } from './migration.ts';

const kinds = `
CREATE TABLE paper_kind (kind TEXT PRIMARY KEY) STRICT;
INSERT INTO paper_kind (kind) VALUES ('SPTJM_AWAL'), ('SPTJM_PERPANJANGAN'), ('NDA'), ('USER_ID_FORM'), ('USER_ID_BAST'),
  ('OFFICE_CHANGE_LETTER'), ('BAST_SAM_RETURN'), ('SAM_INVENTORY'), ('SAM_REQUEST_LETTER'), ('EXTENSION_LETTER'),
  ('SEMESTER_REPORT'), ('STAFF_LETTER'), ('MANAGER_APPOINTMENT'), ('POC_LETTER'), ('CHANGE_LETTER'), ('BREACH_NOTICE'),
  ('WITHDRAWAL_RECEIPT'), ('ERASURE_RECORD'), ('MONITORING_REPORT'),
  ('BREACH_NOTICE_AUTHORITY'), ('BREACH_NOTICE_PERSONS'), ('USER_ID_LETTER'), ('ORGANISATION_LETTER'),
  ('SAM_LOSS_REPORT'), ('BALIKAN_HANDOVER');
`;

/** As they were, with their rows: what refers to a table follows it to its name. */
const tables = `
CREATE TABLE paper_next (
  paper_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL REFERENCES paper_kind (kind),
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
INSERT INTO paper_next SELECT paper_id, kind, agreement_id, person_id, draft, fields, fields_sha256, pdf_sha256, made_by,
  made_at, mac FROM paper ORDER BY rowid;
CREATE TABLE paper_content_next (
  paper_id TEXT PRIMARY KEY REFERENCES paper_next (paper_id),
  pdf BLOB NOT NULL
) STRICT;
INSERT INTO paper_content_next SELECT paper_id, pdf FROM paper_content ORDER BY rowid;
CREATE TABLE signed_paper_next (
  paper_id TEXT PRIMARY KEY REFERENCES paper_next (paper_id),
  number TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  name TEXT NOT NULL,
  media TEXT NOT NULL CHECK (media IN ('application/pdf', 'image/png', 'image/jpeg')),
  size INTEGER NOT NULL CHECK (size > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  filed_by TEXT NOT NULL,
  filed_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
INSERT INTO signed_paper_next SELECT paper_id, number, signed_on, name, media, size, sha256, filed_by, filed_at, mac
  FROM signed_paper ORDER BY rowid;
CREATE TABLE signed_paper_content_next (
  paper_id TEXT PRIMARY KEY REFERENCES signed_paper_next (paper_id),
  content BLOB NOT NULL
) STRICT;
INSERT INTO signed_paper_content_next SELECT paper_id, content FROM signed_paper_content ORDER BY rowid;
DROP TABLE signed_paper_content;
DROP TABLE signed_paper;
DROP TABLE paper_content;
DROP TABLE paper;
ALTER TABLE paper_next RENAME TO paper;
ALTER TABLE paper_content_next RENAME TO paper_content;
ALTER TABLE signed_paper_next RENAME TO signed_paper;
ALTER TABLE signed_paper_content_next RENAME TO signed_paper_content;
`;

const guards = `
CREATE INDEX paper_by_time ON paper (made_at);
CREATE TRIGGER paper_kind_no_update BEFORE UPDATE ON paper_kind BEGIN SELECT RAISE(ABORT, 'a kind of paper stays'); END;
CREATE TRIGGER paper_kind_no_delete BEFORE DELETE ON paper_kind BEGIN SELECT RAISE(ABORT, 'a kind of paper stays'); END;
CREATE TRIGGER paper_no_update BEFORE UPDATE ON paper BEGIN SELECT RAISE(ABORT, 'a paper stays'); END;
CREATE TRIGGER paper_no_delete BEFORE DELETE ON paper BEGIN SELECT RAISE(ABORT, 'a paper stays'); END;
CREATE TRIGGER paper_content_no_update BEFORE UPDATE ON paper_content
  BEGIN SELECT RAISE(ABORT, 'a paper stays'); END;
CREATE TRIGGER paper_content_no_delete BEFORE DELETE ON paper_content
  BEGIN SELECT RAISE(ABORT, 'a paper stays'); END;
CREATE TRIGGER signed_paper_has_its_number BEFORE INSERT ON signed_paper
  WHEN NEW.number = '' AND EXISTS (SELECT 1 FROM paper WHERE paper_id = NEW.paper_id AND draft = 1)
  BEGIN SELECT RAISE(ABORT, 'a draft is signed only with a number'); END;
CREATE TRIGGER signed_paper_no_update BEFORE UPDATE ON signed_paper
  BEGIN SELECT RAISE(ABORT, 'a signed paper stays'); END;
CREATE TRIGGER signed_paper_no_delete BEFORE DELETE ON signed_paper
  BEGIN SELECT RAISE(ABORT, 'a signed paper stays'); END;
CREATE TRIGGER signed_paper_content_no_update BEFORE UPDATE ON signed_paper_content
  BEGIN SELECT RAISE(ABORT, 'a signed paper stays'); END;
CREATE TRIGGER signed_paper_content_no_delete BEFORE DELETE ON signed_paper_content
  BEGIN SELECT RAISE(ABORT, 'a signed paper stays'); END;
`;

export const paperKinds: Migration = { version: 28, sql: kinds + tables + guards };
