/**
 * Version 27: lists that were made for a hand-over, with what is on them and a checksum of what was printed or written. Nothing is handed
 * over but on such a list, as it stood when the list was made, and never on a list that a later one took the place of.
 */
import type { Migration } from './migration.ts';

export const handoverLists: Migration = {
  version: 27,
  sql: `
CREATE TABLE prepared_list (
  seq INTEGER PRIMARY KEY,
  list_id TEXT NOT NULL UNIQUE,
  agreement_id TEXT NOT NULL,
  number TEXT NOT NULL CHECK (number <> ''),
  medium TEXT NOT NULL CHECK (medium IN ('PAPER', 'FILE')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  request TEXT,
  items INTEGER NOT NULL CHECK (items >= 1),
  prepared_by TEXT NOT NULL,
  prepared_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE TRIGGER prepared_list_no_update BEFORE UPDATE ON prepared_list BEGIN SELECT RAISE(ABORT, 'a list stays'); END;
CREATE TRIGGER prepared_list_no_delete BEFORE DELETE ON prepared_list BEGIN SELECT RAISE(ABORT, 'a list stays'); END;

CREATE TABLE prepared_item (
  list_id TEXT NOT NULL REFERENCES prepared_list (list_id),
  item_id TEXT NOT NULL REFERENCES outbox_item (item_id),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  mac BLOB NOT NULL,
  PRIMARY KEY (list_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX prepared_item_by_item ON prepared_item (item_id);
CREATE TRIGGER prepared_item_no_update BEFORE UPDATE ON prepared_item BEGIN SELECT RAISE(ABORT, 'a list stays'); END;
CREATE TRIGGER prepared_item_no_delete BEFORE DELETE ON prepared_item BEGIN SELECT RAISE(ABORT, 'a list stays'); END;
CREATE TRIGGER prepared_item_of_agreement BEFORE INSERT ON prepared_item
  WHEN (SELECT agreement_id FROM prepared_list WHERE list_id = NEW.list_id)
    IS NOT (SELECT agreement_id FROM outbox_item WHERE item_id = NEW.item_id)
  BEGIN SELECT RAISE(ABORT, 'a list is of one agreement'); END;

CREATE TRIGGER outbox_list_was_prepared BEFORE INSERT ON outbox_list
  WHEN NOT EXISTS (
    SELECT 1 FROM prepared_list AS made WHERE made.list_id = NEW.list_id
      AND (made.agreement_id, made.number, made.items) = (NEW.agreement_id, NEW.number, NEW.items))
  BEGIN SELECT RAISE(ABORT, 'only a list that was made is signed'); END;
CREATE TRIGGER outbox_handed_over_as_listed BEFORE UPDATE OF status ON outbox_item
  WHEN NEW.status = 'HANDED_OVER' AND OLD.status <> 'HANDED_OVER' AND NOT EXISTS (
    SELECT 1 FROM prepared_item WHERE list_id = NEW.list_id AND item_id = NEW.item_id
      AND revision = coalesce(OLD.revision, 0))
  BEGIN SELECT RAISE(ABORT, 'what is handed over stands on the list as it is'); END;
`,
};
