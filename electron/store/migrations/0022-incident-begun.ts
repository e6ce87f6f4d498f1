/**
 * Version 32: an incident that began by itself – with an emergency stop or a lost SAM card – is described once, by whoever knows what
 * happened and since when. Whose number it has and who began it stay; so does everything once somebody was told.
 */
import type { Migration } from './migration.ts';

export const incidentBegun: Migration = {
  version: 32,
  sql: `
ALTER TABLE incident ADD COLUMN begun_by TEXT CHECK (begun_by IN ('STOP', 'CARD_LOST'));
DROP TRIGGER incident_stays;
CREATE TRIGGER incident_stays BEFORE UPDATE ON incident
  WHEN (OLD.incident_id, OLD.number, OLD.agreement_id, OLD.reported_by, OLD.reported_at)
    IS NOT (NEW.incident_id, NEW.number, NEW.agreement_id, NEW.reported_by, NEW.reported_at)
    OR (OLD.confirmed_at IS NOT NULL AND NEW.confirmed_at IS NOT OLD.confirmed_at)
    OR OLD.closed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'evidence stays'); END;
CREATE TRIGGER incident_described_once BEFORE UPDATE ON incident
  WHEN (OLD.kind, OLD.what, OLD.known_at, OLD.affected_from, OLD.affected_to, OLD.begun_by)
    IS NOT (NEW.kind, NEW.what, NEW.known_at, NEW.affected_from, NEW.affected_to, NEW.begun_by)
    AND (OLD.begun_by IS NULL OR NEW.begun_by IS NOT NULL
      OR EXISTS (SELECT 1 FROM incident_notice WHERE incident_id = NEW.incident_id))
  BEGIN SELECT RAISE(ABORT, 'evidence stays'); END;
`,
};
