/**
 * Version 20: what is recorded about duties that no other room keeps – certificate, minutes, changes of contacts – and which reminder
 * each person has seen. What was recorded stays; a reminder that was seen is not unseen.
 */
import type { Migration } from './migration.ts';

export const duties: Migration = {
  version: 20,
  sql: `
CREATE TABLE duty_record (
  duty_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ISO_CERTIFICATE', 'MONITORING_MINUTES', 'CONTACT_CHANGE', 'CONTACT_NOTICE')),
  agreement_id TEXT NOT NULL,
  about TEXT NOT NULL,
  number TEXT NOT NULL,
  body TEXT NOT NULL,
  on_day TEXT NOT NULL,
  until_day TEXT,
  letter_number TEXT,
  letter_date TEXT,
  recorded_by TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  mac BLOB NOT NULL,
  CHECK ((kind = 'ISO_CERTIFICATE') = (until_day IS NOT NULL)),
  CHECK ((letter_number IS NULL) = (letter_date IS NULL)),
  CHECK (kind = 'CONTACT_CHANGE' OR letter_number IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX duty_record_once ON duty_record (kind, agreement_id, about)
  WHERE kind IN ('MONITORING_MINUTES', 'CONTACT_NOTICE');
CREATE TRIGGER duty_record_no_update BEFORE UPDATE ON duty_record
  BEGIN SELECT RAISE(ABORT, 'what was recorded stays'); END;
CREATE TRIGGER duty_record_no_delete BEFORE DELETE ON duty_record
  BEGIN SELECT RAISE(ABORT, 'what was recorded stays'); END;

CREATE TABLE reminder_seen (
  person_id TEXT NOT NULL,
  item_key TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level >= 1),
  seen_at INTEGER NOT NULL,
  mac BLOB NOT NULL,
  PRIMARY KEY (person_id, item_key)
) STRICT;
CREATE TRIGGER reminder_stays_seen BEFORE UPDATE ON reminder_seen
  WHEN (OLD.person_id, OLD.item_key) IS NOT (NEW.person_id, NEW.item_key) OR NEW.level <= OLD.level
  BEGIN SELECT RAISE(ABORT, 'a reminder that was seen stays seen'); END;
`,
};
