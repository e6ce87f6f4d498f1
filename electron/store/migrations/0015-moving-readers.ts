/**
 * Version 25. A reader may change its place: it is carried to another counter, or the system lists it under another name. Only while no card
 * reads in it, so that a card never reads in a place that nobody confirmed.
 */
import type { Migration } from './migration.ts';

export const movingReaders: Migration = {
  version: 25,
  sql: `
DROP TRIGGER card_reader_identity;
CREATE TRIGGER card_reader_identity BEFORE UPDATE ON card_reader
  WHEN (OLD.reader_id, OLD.agreement_id, OLD.serial, OLD.model, OLD.registered_by, OLD.registered_at)
    IS NOT (NEW.reader_id, NEW.agreement_id, NEW.serial, NEW.model, NEW.registered_by, NEW.registered_at)
  BEGIN SELECT RAISE(ABORT, 'a reader stays what it is'); END;
CREATE TRIGGER card_reader_place BEFORE UPDATE OF terminal, counter ON card_reader
  WHEN (OLD.terminal, OLD.counter) IS NOT (NEW.terminal, NEW.counter)
    AND (OLD.status NOT IN ('REGISTERED', 'OUT_OF_SERVICE') OR NEW.status <> OLD.status)
  BEGIN SELECT RAISE(ABORT, 'a reader moves only while no card reads in it'); END;
`,
};
