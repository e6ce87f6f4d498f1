/**
 * Version 1: state, audit, visits, quota, permits, inquiries, data balikan, consent, kept records. The rules that must hold
 * whatever the program does (nothing deleted from audit and outbox, nothing kept without consent) are in the database too. Indexes are few: each is one more page to encrypt and write while the resident waits.
 */
import type { Migration } from './migration.ts';

const state = `
CREATE TABLE state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT, WITHOUT ROWID;
`;

const audit = `
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER audit_in_order BEFORE INSERT ON audit
  WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
  BEGIN SELECT RAISE(ABORT, 'audit entries are numbered without gaps'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
`;

const desk = `
CREATE TABLE visit (
  seq INTEGER PRIMARY KEY,
  visit_id TEXT NOT NULL UNIQUE,
  agreement_id TEXT NOT NULL,
  profile_version INTEGER NOT NULL,
  service_code TEXT NOT NULL,
  registration_no TEXT NOT NULL,
  operator_id TEXT NOT NULL,
  counter TEXT NOT NULL,
  day TEXT NOT NULL,
  outcome TEXT,
  verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
  recorded_at INTEGER,
  closed_at INTEGER,
  closed_as TEXT CHECK (closed_as IN ('CLOSED_SERVED', 'CLOSED_NO_SERVICE', 'CANCELLED')),
  mac BLOB NOT NULL,
  CHECK ((closed_at IS NULL) = (closed_as IS NULL)),
  CHECK (closed_as <> 'CLOSED_SERVED' OR recorded_at IS NOT NULL)
) STRICT;

CREATE TABLE quota_day (
  agreement_id TEXT NOT NULL,
  day TEXT NOT NULL,
  used INTEGER NOT NULL CHECK (used >= 0),
  exhausted_officially INTEGER NOT NULL CHECK (exhausted_officially IN (0, 1)),
  mac BLOB NOT NULL,
  PRIMARY KEY (agreement_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE permit (
  permit_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('READ', 'INQUIRE')),
  visit_id TEXT NOT NULL,
  agreement_id TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL CHECK (expires_at >= issued_at),
  used_at INTEGER,
  nik_hash TEXT CHECK (nik_hash IS NULL OR length(nik_hash) = 64),
  mac BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE inquiry (
  permit_id TEXT PRIMARY KEY REFERENCES permit (permit_id),
  visit_id TEXT NOT NULL,
  agreement_id TEXT NOT NULL,
  nik_hash TEXT NOT NULL CHECK (length(nik_hash) = 64),
  outcome TEXT NOT NULL,
  failure TEXT,
  ms INTEGER NOT NULL CHECK (ms >= 0),
  at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX inquiry_by_time ON inquiry (agreement_id, at);
`;

const outbox = `
CREATE TABLE outbox_item (
  seq INTEGER PRIMARY KEY,
  item_id TEXT NOT NULL UNIQUE,
  visit_id TEXT NOT NULL REFERENCES visit (visit_id),
  agreement_id TEXT NOT NULL,
  profile_version INTEGER NOT NULL,
  service_code TEXT NOT NULL,
  registration_no TEXT NOT NULL,
  aid_type_code TEXT,
  nik_hash TEXT NOT NULL CHECK (length(nik_hash) = 64),
  status TEXT NOT NULL
    CHECK (status IN ('QUEUED', 'SENDING', 'ACKNOWLEDGED', 'REJECTED', 'PARKED', 'HANDED_OVER')),
  envelope BLOB,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  created_at INTEGER NOT NULL,
  next_attempt_at INTEGER,
  last_attempt_at INTEGER,
  settled_at INTEGER,
  duplicate INTEGER NOT NULL CHECK (duplicate IN (0, 1)),
  last_failure TEXT,
  mac BLOB NOT NULL,
  CHECK ((envelope IS NULL) = (status IN ('ACKNOWLEDGED', 'HANDED_OVER'))),
  CHECK ((next_attempt_at IS NOT NULL) = (status = 'QUEUED')),
  CHECK ((settled_at IS NOT NULL) = (status IN ('ACKNOWLEDGED', 'HANDED_OVER')))
) STRICT;
CREATE INDEX outbox_open ON outbox_item (status, agreement_id, next_attempt_at)
  WHERE status NOT IN ('ACKNOWLEDGED', 'HANDED_OVER');
CREATE TRIGGER outbox_no_delete BEFORE DELETE ON outbox_item
  BEGIN SELECT RAISE(ABORT, 'what is owed is never deleted'); END;
CREATE TRIGGER outbox_starts_queued BEFORE INSERT ON outbox_item WHEN NEW.status <> 'QUEUED'
  BEGIN SELECT RAISE(ABORT, 'an item starts as QUEUED'); END;
CREATE TRIGGER outbox_transitions BEFORE UPDATE OF status ON outbox_item
  WHEN OLD.status <> NEW.status AND OLD.status || '>' || NEW.status NOT IN (
    'QUEUED>SENDING', 'SENDING>ACKNOWLEDGED', 'SENDING>REJECTED', 'SENDING>QUEUED', 'SENDING>PARKED',
    'REJECTED>QUEUED', 'REJECTED>PARKED', 'REJECTED>HANDED_OVER', 'PARKED>QUEUED', 'PARKED>HANDED_OVER')
  BEGIN SELECT RAISE(ABORT, 'no such transition'); END;
CREATE TRIGGER outbox_identity BEFORE UPDATE ON outbox_item
  WHEN (OLD.item_id, OLD.visit_id, OLD.agreement_id, OLD.nik_hash, OLD.created_at)
    IS NOT (NEW.item_id, NEW.visit_id, NEW.agreement_id, NEW.nik_hash, NEW.created_at)
  BEGIN SELECT RAISE(ABORT, 'the identity of an item never changes'); END;
`;

const consent = `
CREATE TABLE consent (
  consent_id TEXT PRIMARY KEY,
  receipt_no TEXT NOT NULL UNIQUE,
  visit_id TEXT NOT NULL REFERENCES visit (visit_id),
  agreement_id TEXT NOT NULL,
  profile_version INTEGER NOT NULL,
  registration_no TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('GRANTED', 'REFUSED')),
  elements TEXT NOT NULL,
  purpose TEXT NOT NULL,
  retained_until TEXT,
  notice_version TEXT NOT NULL,
  notice_hash TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('id', 'en')),
  evidence TEXT CHECK (evidence IN ('PAPER_SIGNATURE', 'SCREEN_SIGNATURE', 'RECORDED_STATEMENT')),
  has_companion INTEGER NOT NULL CHECK (has_companion IN (0, 1)),
  operator_id TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  withdrawn_at INTEGER,
  erased_at INTEGER,
  mac BLOB NOT NULL,
  CHECK (decision = 'REFUSED' OR (evidence IS NOT NULL AND retained_until IS NOT NULL AND elements <> '[]')),
  CHECK (decision = 'GRANTED' OR (elements = '[]' AND retained_until IS NULL AND evidence IS NULL))
) STRICT;
CREATE INDEX consent_by_visit ON consent (visit_id);
CREATE TRIGGER consent_no_delete BEFORE DELETE ON consent
  BEGIN SELECT RAISE(ABORT, 'the fact of consent stays'); END;
CREATE TRIGGER consent_decision_stays BEFORE UPDATE ON consent
  WHEN (OLD.consent_id, OLD.receipt_no, OLD.visit_id, OLD.decision, OLD.elements, OLD.evidence, OLD.retained_until,
        OLD.notice_hash, OLD.decided_at)
    IS NOT (NEW.consent_id, NEW.receipt_no, NEW.visit_id, NEW.decision, NEW.elements, NEW.evidence,
        NEW.retained_until, NEW.notice_hash, NEW.decided_at)
    OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NOT OLD.withdrawn_at)
    OR (OLD.erased_at IS NOT NULL AND NEW.erased_at IS NOT OLD.erased_at)
  BEGIN SELECT RAISE(ABORT, 'a decision is never rewritten'); END;

CREATE TABLE kept (
  record_id TEXT PRIMARY KEY,
  consent_id TEXT NOT NULL UNIQUE REFERENCES consent (consent_id),
  visit_id TEXT NOT NULL REFERENCES visit (visit_id),
  masked_nik TEXT NOT NULL CHECK (masked_nik GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][*][*][*][*][*][*][0-9][0-9][0-9][0-9]'),
  nik_hash TEXT NOT NULL CHECK (length(nik_hash) = 64),
  envelope BLOB NOT NULL,
  wrapped_key BLOB NOT NULL,
  retained_until TEXT NOT NULL,
  stored_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX kept_by_end ON kept (retained_until);
CREATE INDEX kept_by_time ON kept (stored_at);
CREATE TRIGGER kept_needs_consent BEFORE INSERT ON kept
  WHEN NOT EXISTS (
    SELECT 1 FROM consent JOIN visit USING (visit_id)
    WHERE consent.consent_id = NEW.consent_id AND visit.visit_id = NEW.visit_id
      AND consent.decision = 'GRANTED' AND consent.evidence IS NOT NULL AND consent.withdrawn_at IS NULL
      AND consent.retained_until = NEW.retained_until
      AND visit.verified = 1 AND visit.outcome IN ('MATCH', 'FOUND'))
  BEGIN SELECT RAISE(ABORT, 'nothing is kept without a positive answer and a recorded consent'); END;
CREATE TRIGGER kept_no_update BEFORE UPDATE ON kept
  BEGIN SELECT RAISE(ABORT, 'a kept record is never changed'); END;
`;

export const foundation: Migration = { version: 11, sql: state + audit + desk + outbox + consent };
