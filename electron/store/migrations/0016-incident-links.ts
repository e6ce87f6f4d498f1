/**
 * Version 26: what an incident hangs together with – the SAM card whose loss it is, and the emergency stops that were pulled
 * under its number. Evidence, like the incident itself.
 */
import type { Migration } from './migration.ts';

export const incidentLinks: Migration = {
  version: 26,
  sql: `
CREATE TABLE incident_card (
  incident_id TEXT NOT NULL REFERENCES incident (incident_id),
  sam_id TEXT NOT NULL,
  name TEXT NOT NULL,
  linked_at INTEGER NOT NULL,
  mac BLOB NOT NULL,
  PRIMARY KEY (incident_id, sam_id)
) STRICT;
CREATE TRIGGER incident_card_no_update BEFORE UPDATE ON incident_card BEGIN SELECT RAISE(ABORT, 'evidence stays'); END;
CREATE TRIGGER incident_card_no_delete BEFORE DELETE ON incident_card BEGIN SELECT RAISE(ABORT, 'evidence stays'); END;

CREATE TABLE incident_stop (
  stop_id TEXT PRIMARY KEY,
  incident_id TEXT NOT NULL REFERENCES incident (incident_id),
  stopped_at INTEGER NOT NULL,
  stopped_by TEXT NOT NULL,
  lifted_at INTEGER,
  lifted_by TEXT,
  lifted_reference TEXT,
  mac BLOB NOT NULL,
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lifted_reference IS NULL))
) STRICT;
CREATE TRIGGER incident_stop_no_delete BEFORE DELETE ON incident_stop BEGIN SELECT RAISE(ABORT, 'evidence stays'); END;
CREATE TRIGGER incident_stop_lifted_once BEFORE UPDATE ON incident_stop
  WHEN OLD.lifted_at IS NOT NULL OR (OLD.stop_id, OLD.incident_id, OLD.stopped_at, OLD.stopped_by)
    IS NOT (NEW.stop_id, NEW.incident_id, NEW.stopped_at, NEW.stopped_by)
  BEGIN SELECT RAISE(ABORT, 'evidence stays'); END;
`,
};
