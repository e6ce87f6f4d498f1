/** Version 21: how each device test of a SAM card ended. The latest one says whether its OPEN may be sent again. */
import type { Migration } from './migration.ts';

export const samTests: Migration = {
  version: 21,
  sql: `
CREATE TABLE sam_test (
  seq INTEGER PRIMARY KEY,
  sam_id TEXT NOT NULL REFERENCES sam_card (sam_id),
  at INTEGER NOT NULL,
  tested_by TEXT NOT NULL,
  passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
  open_refused INTEGER NOT NULL CHECK (open_refused IN (0, 1)),
  terminal TEXT,
  counter TEXT NOT NULL,
  failures TEXT NOT NULL,
  mac BLOB NOT NULL,
  CHECK (passed = 0 OR (terminal IS NOT NULL AND open_refused = 0 AND failures = '[]'))
) STRICT;
CREATE INDEX sam_test_by_card ON sam_test (sam_id, seq);
CREATE TRIGGER sam_test_in_order BEFORE INSERT ON sam_test
  WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM sam_test)
  BEGIN SELECT RAISE(ABORT, 'tests of SAM cards are numbered without gaps'); END;
CREATE TRIGGER sam_test_knows_the_card BEFORE INSERT ON sam_test
  WHEN NEW.passed = 1 AND NOT EXISTS (
    SELECT 1 FROM sam_card WHERE sam_id = NEW.sam_id AND uid IS NOT NULL AND config_sha256 IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'a test passes with a SAM card that was opened and identified'); END;
CREATE TRIGGER sam_test_no_update BEFORE UPDATE ON sam_test
  BEGIN SELECT RAISE(ABORT, 'tests of SAM cards are append-only'); END;
CREATE TRIGGER sam_test_no_delete BEFORE DELETE ON sam_test
  BEGIN SELECT RAISE(ABORT, 'tests of SAM cards are append-only'); END;
`,
};
