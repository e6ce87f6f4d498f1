/**
 * Version 19: what people do about data balikan. Corrections as revisions, lists with which items are handed over, and an index by
 * registration number. That content changes only as a revision, and that nothing is handed over without a list, holds in the
 * database too.
 */
import type { Migration } from './migration.ts';

const revisions = `
CREATE TABLE outbox_revision (
  item_id TEXT NOT NULL REFERENCES outbox_item (item_id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  former_hash TEXT NOT NULL CHECK (length(former_hash) = 64),
  fields TEXT NOT NULL,
  corrected_by TEXT NOT NULL,
  corrected_at INTEGER NOT NULL,
  mac BLOB NOT NULL,
  PRIMARY KEY (item_id, revision)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER outbox_revision_no_update BEFORE UPDATE ON outbox_revision
  BEGIN SELECT RAISE(ABORT, 'a revision stays'); END;
CREATE TRIGGER outbox_revision_no_delete BEFORE DELETE ON outbox_revision
  BEGIN SELECT RAISE(ABORT, 'a revision stays'); END;
`;

const lists = `
CREATE TABLE outbox_list (
  list_id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL,
  number TEXT NOT NULL CHECK (number <> ''),
  date TEXT NOT NULL,
  received_by TEXT NOT NULL,
  items INTEGER NOT NULL CHECK (items >= 1),
  handed_by TEXT NOT NULL,
  handed_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE TRIGGER outbox_list_no_update BEFORE UPDATE ON outbox_list BEGIN SELECT RAISE(ABORT, 'a list stays'); END;
CREATE TRIGGER outbox_list_no_delete BEFORE DELETE ON outbox_list BEGIN SELECT RAISE(ABORT, 'a list stays'); END;
`;

const items = `
ALTER TABLE outbox_item ADD COLUMN revision INTEGER;
ALTER TABLE outbox_item ADD COLUMN note TEXT;
ALTER TABLE outbox_item ADD COLUMN list_id TEXT REFERENCES outbox_list (list_id);
CREATE INDEX outbox_by_registration ON outbox_item (registration_no);
DROP TRIGGER outbox_transitions;
CREATE TRIGGER outbox_transitions BEFORE UPDATE OF status ON outbox_item
  WHEN OLD.status <> NEW.status AND OLD.status || '>' || NEW.status NOT IN (
    'QUEUED>SENDING', 'SENDING>ACKNOWLEDGED', 'SENDING>REJECTED', 'SENDING>QUEUED', 'SENDING>PARKED',
    'REJECTED>QUEUED', 'REJECTED>PARKED', 'PARKED>QUEUED', 'QUEUED>HANDED_OVER', 'REJECTED>HANDED_OVER',
    'PARKED>HANDED_OVER')
  BEGIN SELECT RAISE(ABORT, 'no such transition'); END;
CREATE TRIGGER outbox_handed_over_with_list BEFORE UPDATE ON outbox_item
  WHEN (NEW.status = 'HANDED_OVER') <> (NEW.list_id IS NOT NULL)
    OR NEW.list_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM outbox_list WHERE list_id = NEW.list_id AND agreement_id = NEW.agreement_id)
  BEGIN SELECT RAISE(ABORT, 'what is handed over stands on a list of its agreement'); END;
CREATE TRIGGER outbox_revised BEFORE UPDATE ON outbox_item
  WHEN (OLD.status = 'REJECTED' AND NEW.status = 'QUEUED') <> (NEW.revision IS NOT OLD.revision)
    OR NEW.revision IS NOT OLD.revision AND NOT (
      NEW.revision = coalesce(OLD.revision, 0) + 1
      AND EXISTS (SELECT 1 FROM outbox_revision WHERE item_id = NEW.item_id AND revision = NEW.revision))
    OR NEW.envelope IS NOT NULL AND NEW.envelope IS NOT OLD.envelope AND NEW.revision IS OLD.revision
  BEGIN SELECT RAISE(ABORT, 'content changes only as a revision'); END;
`;

export const outboxInFull: Migration = { version: 19, sql: revisions + lists + items };
