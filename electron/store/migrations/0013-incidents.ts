/**
 * Version 23: incidents and the notices about them. Evidence stays; a breach that was confirmed is closed once everybody
 * was told who has to be.
 */
import type { Migration } from './migration.ts';

export const incidents: Migration = {
  version: 23,
  sql: `
CREATE TABLE incident (
  incident_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('LEAK', 'MALWARE', 'INTRUSION', 'LOST_DEVICE', 'MISUSE', 'OTHER')),
  number TEXT NOT NULL UNIQUE,
  agreement_id TEXT,
  what TEXT NOT NULL,
  known_at INTEGER NOT NULL,
  affected_from TEXT NOT NULL,
  affected_to TEXT NOT NULL CHECK (affected_to >= affected_from),
  reported_by TEXT NOT NULL,
  reported_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  confirmed_by TEXT,
  closed_at INTEGER,
  closed_by TEXT,
  closing TEXT,
  mac BLOB NOT NULL,
  CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (closing IS NULL))
) STRICT;
CREATE TRIGGER incident_no_delete BEFORE DELETE ON incident BEGIN SELECT RAISE(ABORT, 'evidence stays'); END;
CREATE TRIGGER incident_stays BEFORE UPDATE ON incident
  WHEN (OLD.incident_id, OLD.kind, OLD.number, OLD.agreement_id, OLD.what, OLD.known_at, OLD.affected_from, OLD.affected_to,
        OLD.reported_by, OLD.reported_at)
    IS NOT (NEW.incident_id, NEW.kind, NEW.number, NEW.agreement_id, NEW.what, NEW.known_at, NEW.affected_from,
        NEW.affected_to, NEW.reported_by, NEW.reported_at)
    OR (OLD.confirmed_at IS NOT NULL AND NEW.confirmed_at IS NOT OLD.confirmed_at)
    OR OLD.closed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'evidence stays'); END;

CREATE TABLE incident_notice (
  incident_id TEXT NOT NULL REFERENCES incident (incident_id),
  recipient TEXT NOT NULL CHECK (recipient IN ('DUKCAPIL', 'AUTHORITY', 'PERSONS')),
  letter_number TEXT NOT NULL,
  letter_date TEXT NOT NULL,
  told_by TEXT NOT NULL,
  told_at INTEGER NOT NULL,
  mac BLOB NOT NULL,
  PRIMARY KEY (incident_id, recipient)
) STRICT;
CREATE TRIGGER incident_notice_no_update BEFORE UPDATE ON incident_notice BEGIN SELECT RAISE(ABORT, 'evidence stays'); END;
CREATE TRIGGER incident_notice_no_delete BEFORE DELETE ON incident_notice BEGIN SELECT RAISE(ABORT, 'evidence stays'); END;
CREATE TRIGGER incident_closed_when_told BEFORE UPDATE OF closed_at ON incident
  WHEN NEW.closed_at IS NOT NULL AND NEW.confirmed_at IS NOT NULL
    AND (SELECT count(*) FROM incident_notice WHERE incident_id = NEW.incident_id) < 3
  BEGIN SELECT RAISE(ABORT, 'a breach is closed once everybody was told'); END;
`,
};
