/**
 * Version 4: what a consent rests on, what became of it (the processing trail of R-096), and the requests of residents. Held by
 * the database too: nothing kept without a consent that names its evidence, no withdrawal without a request, a request complete
 * only once nothing is kept.
 */
import type { Migration } from './migration.ts';

const evidence = `
ALTER TABLE consent ADD COLUMN evidence_ref TEXT CHECK (length(evidence_ref) BETWEEN 1 AND 120);
CREATE TRIGGER consent_names_its_evidence BEFORE INSERT ON consent
  WHEN (NEW.decision = 'GRANTED') <> (NEW.evidence_ref IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'a consent names its evidence, a refusal has none'); END;

DROP TRIGGER consent_decision_stays;
CREATE TRIGGER consent_decision_stays BEFORE UPDATE ON consent
  WHEN (OLD.consent_id, OLD.receipt_no, OLD.visit_id, OLD.agreement_id, OLD.profile_version, OLD.registration_no,
        OLD.decision, OLD.elements, OLD.purpose, OLD.evidence, OLD.evidence_ref, OLD.retained_until, OLD.notice_version,
        OLD.notice_hash, OLD.language, OLD.has_companion, OLD.operator_id, OLD.decided_at, OLD.time_zone)
    IS NOT (NEW.consent_id, NEW.receipt_no, NEW.visit_id, NEW.agreement_id, NEW.profile_version, NEW.registration_no,
        NEW.decision, NEW.elements, NEW.purpose, NEW.evidence, NEW.evidence_ref, NEW.retained_until, NEW.notice_version,
        NEW.notice_hash, NEW.language, NEW.has_companion, NEW.operator_id, NEW.decided_at, NEW.time_zone)
    OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NOT OLD.withdrawn_at)
    OR (OLD.erased_at IS NOT NULL AND NEW.erased_at IS NOT OLD.erased_at)
  BEGIN SELECT RAISE(ABORT, 'a decision is never rewritten'); END;
CREATE TRIGGER consent_erased_means_gone BEFORE UPDATE OF erased_at ON consent
  WHEN NEW.erased_at IS NOT NULL AND EXISTS (SELECT 1 FROM kept WHERE kept.consent_id = NEW.consent_id)
  BEGIN SELECT RAISE(ABORT, 'what is said to be erased is gone'); END;

DROP TRIGGER kept_needs_consent;
CREATE TRIGGER kept_needs_consent BEFORE INSERT ON kept
  WHEN NOT EXISTS (
    SELECT 1 FROM consent JOIN visit USING (visit_id)
    WHERE consent.consent_id = NEW.consent_id AND visit.visit_id = NEW.visit_id
      AND consent.decision = 'GRANTED' AND consent.evidence IS NOT NULL AND consent.evidence_ref IS NOT NULL
      AND consent.withdrawn_at IS NULL AND consent.erased_at IS NULL
      AND consent.retained_until = NEW.retained_until
      AND visit.verified = 1 AND visit.outcome IN ('MATCH', 'FOUND'))
  BEGIN SELECT RAISE(ABORT, 'nothing is kept without a positive answer and a recorded consent'); END;
`;

const requests = `
CREATE TABLE resident_request (
  request_id TEXT PRIMARY KEY,
  consent_id TEXT NOT NULL REFERENCES consent (consent_id),
  kind TEXT NOT NULL CHECK (kind IN ('WITHDRAWAL', 'ACCESS')),
  channel TEXT NOT NULL CHECK (channel IN ('COUNTER', 'LETTER')),
  status TEXT NOT NULL CHECK (status IN ('OPEN', 'COMPLETED', 'REFUSED', 'COMPLETED_BY_CLOCK')),
  received_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL CHECK (due_at = received_at + 72 * 3600000),
  settled_at INTEGER,
  note TEXT NOT NULL,
  mac BLOB NOT NULL,
  CHECK ((settled_at IS NULL) = (status = 'OPEN')),
  CHECK (kind = 'ACCESS' OR status <> 'REFUSED'),
  CHECK (kind = 'WITHDRAWAL' OR status <> 'COMPLETED_BY_CLOCK')
) STRICT;
CREATE UNIQUE INDEX request_once ON resident_request (consent_id, kind) WHERE status = 'OPEN';
CREATE INDEX request_due ON resident_request (due_at) WHERE status = 'OPEN';
CREATE INDEX request_by_time ON resident_request (received_at);
CREATE TRIGGER request_no_delete BEFORE DELETE ON resident_request
  BEGIN SELECT RAISE(ABORT, 'a request is never deleted'); END;
CREATE TRIGGER request_starts_open BEFORE INSERT ON resident_request WHEN NEW.status <> 'OPEN'
  BEGIN SELECT RAISE(ABORT, 'a request starts as OPEN'); END;
CREATE TRIGGER request_settled_stays BEFORE UPDATE ON resident_request WHEN OLD.status <> 'OPEN'
  BEGIN SELECT RAISE(ABORT, 'a settled request is never changed'); END;
CREATE TRIGGER request_identity BEFORE UPDATE ON resident_request
  WHEN (OLD.request_id, OLD.consent_id, OLD.kind, OLD.channel, OLD.received_at, OLD.due_at)
    IS NOT (NEW.request_id, NEW.consent_id, NEW.kind, NEW.channel, NEW.received_at, NEW.due_at)
  BEGIN SELECT RAISE(ABORT, 'what was asked never changes'); END;
CREATE TRIGGER request_complete_means_gone BEFORE UPDATE OF status ON resident_request
  WHEN NEW.kind = 'WITHDRAWAL' AND NEW.status <> 'OPEN'
    AND EXISTS (SELECT 1 FROM kept WHERE kept.consent_id = NEW.consent_id)
  BEGIN SELECT RAISE(ABORT, 'a withdrawal is complete once nothing is kept'); END;
CREATE TRIGGER consent_withdrawn_on_request BEFORE UPDATE OF withdrawn_at ON consent
  WHEN OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM resident_request
    WHERE resident_request.consent_id = NEW.consent_id AND kind = 'WITHDRAWAL' AND status = 'OPEN')
  BEGIN SELECT RAISE(ABORT, 'a consent is withdrawn by its resident'); END;
`;

const trail = `
CREATE TABLE consent_event (
  seq INTEGER PRIMARY KEY,
  consent_id TEXT NOT NULL REFERENCES consent (consent_id),
  event TEXT NOT NULL CHECK (event IN ('STORED', 'OPENED', 'ERASED', 'WITHDRAWAL_TAKEN', 'ACCESS_TAKEN', 'COMPLETED',
    'REFUSED', 'COMPLETED_BY_CLOCK')),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  request_id TEXT REFERENCES resident_request (request_id),
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX consent_event_of ON consent_event (consent_id);
CREATE TRIGGER consent_event_no_update BEFORE UPDATE ON consent_event
  BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER consent_event_no_delete BEFORE DELETE ON consent_event
  BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
`;

export const requestsOfResidents: Migration = { version: 14, sql: evidence + requests + trail };
