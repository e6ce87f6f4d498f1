/**
 * Version 3: agreements, their confirmed profiles, what happened to them, and the network secrets of each. That a profile never
 * changes, that two persons stand behind it and that nothing leads back from an end holds in the database too.
 */
import type { Migration } from './migration.ts';

const agreement = `
CREATE TABLE agreement (
  agreement_id TEXT PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('DRAFT', 'SIGNED', 'ACTIVE', 'EXTENSION_WINDOW', 'EXTENSION_REQUESTED',
    'SUSPENDED', 'EXPIRED', 'TERMINATED', 'CLOSED')),
  version INTEGER NOT NULL CHECK (version >= 0),
  draft TEXT,
  no_letter_reason TEXT,
  user_id_letter TEXT,
  suspended_from TEXT,
  suspend_cause TEXT,
  suspend_on TEXT,
  bridge_until TEXT,
  bridge_sam INTEGER NOT NULL CHECK (bridge_sam IN (0, 1)),
  end_cause TEXT,
  end_letter TEXT,
  end_letter_on TEXT,
  end_on TEXT,
  ended_from TEXT,
  ended_at INTEGER,
  created_at INTEGER NOT NULL,
  mac BLOB NOT NULL,
  CHECK ((status = 'DRAFT') = (draft IS NOT NULL)),
  CHECK ((status = 'DRAFT') = (version = 0)),
  CHECK ((status = 'SUSPENDED') = (suspended_from IS NOT NULL)),
  CHECK ((status IN ('EXPIRED', 'TERMINATED', 'CLOSED')) = (ended_at IS NOT NULL)),
  CHECK (status <> 'TERMINATED' OR end_cause IS NOT NULL)
) STRICT;
CREATE TRIGGER agreement_starts_as_draft BEFORE INSERT ON agreement
  WHEN NEW.status <> 'DRAFT' OR EXISTS (SELECT 1 FROM agreement WHERE agreement_id = NEW.agreement_id)
  BEGIN SELECT RAISE(ABORT, 'an agreement starts as DRAFT'); END;
CREATE TRIGGER agreement_stays BEFORE DELETE ON agreement WHEN OLD.status <> 'DRAFT'
  BEGIN SELECT RAISE(ABORT, 'a signed agreement stays'); END;
CREATE TRIGGER agreement_identity BEFORE UPDATE ON agreement
  WHEN (OLD.agreement_id, OLD.created_at) IS NOT (NEW.agreement_id, NEW.created_at) OR NEW.version < OLD.version
    OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at)
  BEGIN SELECT RAISE(ABORT, 'the identity of an agreement never changes'); END;
CREATE TRIGGER agreement_closed BEFORE UPDATE ON agreement WHEN OLD.status = 'CLOSED'
  BEGIN SELECT RAISE(ABORT, 'a closed agreement is an archive'); END;
CREATE TRIGGER agreement_transitions BEFORE UPDATE OF status ON agreement
  WHEN OLD.status <> NEW.status AND OLD.status || '>' || NEW.status NOT IN (
    'DRAFT>SIGNED', 'SIGNED>ACTIVE', 'ACTIVE>EXTENSION_WINDOW', 'ACTIVE>EXTENSION_REQUESTED',
    'EXTENSION_WINDOW>EXTENSION_REQUESTED', 'EXTENSION_REQUESTED>EXTENSION_WINDOW', 'EXTENSION_REQUESTED>ACTIVE',
    'ACTIVE>SUSPENDED', 'EXTENSION_WINDOW>SUSPENDED', 'EXTENSION_REQUESTED>SUSPENDED', 'SUSPENDED>ACTIVE',
    'SUSPENDED>EXTENSION_WINDOW', 'SUSPENDED>EXTENSION_REQUESTED', 'ACTIVE>EXPIRED', 'EXTENSION_WINDOW>EXPIRED',
    'EXTENSION_REQUESTED>EXPIRED', 'SUSPENDED>EXPIRED', 'ACTIVE>TERMINATED', 'EXTENSION_WINDOW>TERMINATED',
    'EXTENSION_REQUESTED>TERMINATED', 'SUSPENDED>TERMINATED', 'EXPIRED>CLOSED', 'TERMINATED>CLOSED')
  BEGIN SELECT RAISE(ABORT, 'no such transition of an agreement'); END;
CREATE TRIGGER agreement_resumes_where_it_was BEFORE UPDATE OF status ON agreement
  WHEN OLD.status = 'SUSPENDED' AND NEW.status IN ('ACTIVE', 'EXTENSION_WINDOW', 'EXTENSION_REQUESTED')
    AND NEW.status <> OLD.suspended_from
  BEGIN SELECT RAISE(ABORT, 'a suspended agreement resumes where it was'); END;
`;

const profile = `
CREATE TABLE agreement_profile (
  agreement_id TEXT NOT NULL REFERENCES agreement (agreement_id),
  version INTEGER NOT NULL CHECK (version >= 1),
  profile TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  cause TEXT NOT NULL CHECK (cause IN ('SIGNING', 'ADDENDUM', 'POC_LETTER', 'EXTENSION')),
  reference TEXT NOT NULL CHECK (reference <> ''),
  scan_id TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  mac BLOB NOT NULL,
  PRIMARY KEY (agreement_id, version),
  CHECK (proposed_by <> confirmed_by)
) STRICT;
CREATE TRIGGER agreement_profile_in_order BEFORE INSERT ON agreement_profile
  WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM agreement_profile WHERE agreement_id = NEW.agreement_id)
  BEGIN SELECT RAISE(ABORT, 'versions of a profile are numbered without gaps'); END;
CREATE TRIGGER agreement_profile_no_update BEFORE UPDATE ON agreement_profile
  BEGIN SELECT RAISE(ABORT, 'a confirmed profile never changes'); END;
CREATE TRIGGER agreement_profile_no_delete BEFORE DELETE ON agreement_profile
  BEGIN SELECT RAISE(ABORT, 'a confirmed profile never changes'); END;
CREATE TRIGGER agreement_needs_profile BEFORE UPDATE ON agreement
  WHEN NEW.version > 0 AND NOT EXISTS (
    SELECT 1 FROM agreement_profile WHERE agreement_id = NEW.agreement_id AND version = NEW.version)
  BEGIN SELECT RAISE(ABORT, 'an agreement rests on a confirmed profile'); END;
`;

const event = `
CREATE TABLE agreement_event (
  seq INTEGER PRIMARY KEY,
  agreement_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  event TEXT NOT NULL,
  reference TEXT NOT NULL,
  note TEXT NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX agreement_event_by_agreement ON agreement_event (agreement_id, seq);
CREATE TRIGGER agreement_event_in_order BEFORE INSERT ON agreement_event
  WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM agreement_event)
  BEGIN SELECT RAISE(ABORT, 'events of agreements are numbered without gaps'); END;
CREATE TRIGGER agreement_event_no_update BEFORE UPDATE ON agreement_event
  BEGIN SELECT RAISE(ABORT, 'events of agreements are append-only'); END;
CREATE TRIGGER agreement_event_no_delete BEFORE DELETE ON agreement_event
  BEGIN SELECT RAISE(ABORT, 'events of agreements are append-only'); END;
`;

const connection = `
CREATE TABLE agreement_connection (
  agreement_id TEXT PRIMARY KEY REFERENCES agreement (agreement_id),
  profile TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  installed_at INTEGER NOT NULL,
  installed_by TEXT NOT NULL,
  mac BLOB NOT NULL
) STRICT;
`;

export const agreements: Migration = { version: 13, sql: agreement + profile + event + connection };
