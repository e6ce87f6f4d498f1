/**
 * Version 24: the return of a configuration, step by step. The database itself holds that none is shredded for its return before a copy of
 * it was read back, and that none is returned that is still here.
 */
import type { Migration } from './migration.ts';

export const returnedConfigurations: Migration = {
  version: 24,
  sql: `
CREATE TABLE configuration_return (
  sam_id TEXT PRIMARY KEY REFERENCES sam_card (sam_id),
  status TEXT NOT NULL CHECK (status IN ('WRITING', 'VERIFIED', 'SHREDDED')),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  medium TEXT NOT NULL,
  returned_on TEXT NOT NULL,
  received_by TEXT NOT NULL,
  started_by TEXT NOT NULL,
  counter TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE TRIGGER configuration_return_begins BEFORE INSERT ON configuration_return
  WHEN NEW.status <> 'WRITING'
    OR NOT EXISTS (SELECT 1 FROM sam_card
      WHERE sam_id = NEW.sam_id AND status = 'DEACT_REQUESTED' AND config_sha256 = NEW.sha256)
    OR NOT EXISTS (SELECT 1 FROM sam_configuration WHERE sam_id = NEW.sam_id)
  BEGIN SELECT RAISE(ABORT, 'what is returned is the configuration of a card that was given up, as it came'); END;
CREATE TRIGGER configuration_return_steps BEFORE UPDATE ON configuration_return
  WHEN OLD.status || '>' || NEW.status NOT IN ('WRITING>VERIFIED', 'VERIFIED>SHREDDED')
    OR (OLD.sam_id, OLD.file_name, OLD.sha256, OLD.medium, OLD.returned_on, OLD.received_by, OLD.started_by, OLD.counter)
      IS NOT (NEW.sam_id, NEW.file_name, NEW.sha256, NEW.medium, NEW.returned_on, NEW.received_by, NEW.started_by, NEW.counter)
    OR (NEW.status = 'SHREDDED' AND EXISTS (SELECT 1 FROM sam_configuration WHERE sam_id = NEW.sam_id))
  BEGIN SELECT RAISE(ABORT, 'a configuration is returned step by step'); END;
CREATE TRIGGER configuration_return_ends BEFORE DELETE ON configuration_return
  WHEN OLD.status = 'VERIFIED'
    OR (OLD.status = 'SHREDDED' AND EXISTS (
      SELECT 1 FROM sam_card WHERE sam_id = OLD.sam_id AND status <> 'CONFIG_RETURNED'))
  BEGIN SELECT RAISE(ABORT, 'a return that has a verified copy is finished'); END;
CREATE TRIGGER sam_card_configuration_went_back BEFORE UPDATE OF status ON sam_card
  WHEN NEW.status = 'CONFIG_RETURNED' AND NOT EXISTS (
    SELECT 1 FROM configuration_return WHERE sam_id = NEW.sam_id AND status = 'SHREDDED')
  BEGIN SELECT RAISE(ABORT, 'a configuration is returned as a copy that was read back'); END;
CREATE TRIGGER sam_card_return_is_finished BEFORE UPDATE OF status ON sam_card
  WHEN NEW.status = 'DEACTIVATED' AND EXISTS (SELECT 1 FROM configuration_return WHERE sam_id = NEW.sam_id)
  BEGIN SELECT RAISE(ABORT, 'the return of the configuration is not finished'); END;
`,
};
