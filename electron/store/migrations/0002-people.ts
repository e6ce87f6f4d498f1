/**
 * Version 2: proposals of two persons, scans of signed papers, people with their roles, accounts, operators, SPTJM and User-ID
 * changes. One head and one access manager at a time, no operator at work without an NDA and somebody else's approval, and nothing
 * rewritten: the database insists on these whatever the program does.
 */
import type { Migration } from './migration.ts';

const approval = `
CREATE TABLE proposal (
  proposal_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('SIGNING', 'VERSION', 'NEW_HEAD')),
  subject_id TEXT NOT NULL,
  body TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  proposed_by TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('OPEN', 'CONFIRMED', 'REJECTED', 'WITHDRAWN')),
  decided_by TEXT,
  decided_at INTEGER,
  note TEXT NOT NULL,
  mac BLOB NOT NULL,
  CHECK ((decided_by IS NULL) = (status = 'OPEN') AND (decided_at IS NULL) = (status = 'OPEN')),
  CHECK (status <> 'CONFIRMED' OR decided_by <> proposed_by)
) STRICT;
CREATE UNIQUE INDEX proposal_one_open ON proposal (kind, subject_id) WHERE status = 'OPEN';
CREATE TRIGGER proposal_starts_open BEFORE INSERT ON proposal WHEN NEW.status <> 'OPEN'
  BEGIN SELECT RAISE(ABORT, 'a proposal starts open'); END;
CREATE TRIGGER proposal_stays BEFORE UPDATE ON proposal
  WHEN OLD.status <> 'OPEN'
    OR (OLD.proposal_id, OLD.kind, OLD.subject_id, OLD.body, OLD.sha256, OLD.proposed_by, OLD.proposed_at)
      IS NOT (NEW.proposal_id, NEW.kind, NEW.subject_id, NEW.body, NEW.sha256, NEW.proposed_by, NEW.proposed_at)
  BEGIN SELECT RAISE(ABORT, 'a proposal is decided once and never rewritten'); END;
CREATE TRIGGER proposal_no_delete BEFORE DELETE ON proposal
  BEGIN SELECT RAISE(ABORT, 'a proposal is decided once and never rewritten'); END;
`;

const scans = `
CREATE TABLE scan (
  scan_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL
    CHECK (kind IN ('AGREEMENT', 'ADDENDUM', 'POC_LETTER', 'BRIDGE_LETTER', 'SPTJM', 'NDA')),
  name TEXT NOT NULL,
  media TEXT NOT NULL CHECK (media IN ('application/pdf', 'image/png', 'image/jpeg')),
  size INTEGER NOT NULL CHECK (size > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  filed_by TEXT NOT NULL,
  filed_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE TABLE scan_content (
  scan_id TEXT PRIMARY KEY REFERENCES scan (scan_id),
  content BLOB NOT NULL
) STRICT;
CREATE TRIGGER scan_no_update BEFORE UPDATE ON scan BEGIN SELECT RAISE(ABORT, 'a filed scan stays'); END;
CREATE TRIGGER scan_no_delete BEFORE DELETE ON scan BEGIN SELECT RAISE(ABORT, 'a filed scan stays'); END;
CREATE TRIGGER scan_content_no_update BEFORE UPDATE ON scan_content
  BEGIN SELECT RAISE(ABORT, 'a filed scan stays'); END;
CREATE TRIGGER scan_content_no_delete BEFORE DELETE ON scan_content
  BEGIN SELECT RAISE(ABORT, 'a filed scan stays'); END;
`;

const persons = `
CREATE TABLE person (
  person_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  employment TEXT NOT NULL,
  employment_no TEXT NOT NULL,
  rank TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE TRIGGER person_no_update BEFORE UPDATE ON person BEGIN SELECT RAISE(ABORT, 'a person stays'); END;
CREATE TRIGGER person_no_delete BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'a person stays'); END;

CREATE TABLE appointment (
  appointment_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (person_id),
  role TEXT NOT NULL CHECK (role IN ('ACCESS_MANAGER', 'ACCESS_RESPONSIBLE', 'SAM_OFFICER', 'AUDITOR')),
  acting INTEGER NOT NULL CHECK (acting IN (0, 1)),
  letter_number TEXT NOT NULL,
  letter_date TEXT NOT NULL,
  from_day TEXT NOT NULL,
  appointed_by TEXT NOT NULL,
  appointed_at INTEGER NOT NULL,
  succeeds TEXT REFERENCES appointment (appointment_id),
  told_number TEXT,
  told_date TEXT,
  last_day TEXT,
  ended_by TEXT,
  ended_at INTEGER,
  end_reason TEXT,
  mac BLOB NOT NULL,
  CHECK (acting = 0 OR role = 'ACCESS_RESPONSIBLE'),
  CHECK ((told_number IS NULL) = (told_date IS NULL)),
  CHECK ((ended_at IS NULL) = (last_day IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)
    AND (ended_at IS NULL) = (end_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX appointment_one_at_a_time ON appointment (role)
  WHERE ended_at IS NULL AND role IN ('ACCESS_RESPONSIBLE', 'ACCESS_MANAGER');
CREATE UNIQUE INDEX appointment_once ON appointment (person_id, role) WHERE ended_at IS NULL;
CREATE TRIGGER appointment_starts BEFORE INSERT ON appointment WHEN NEW.ended_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'an appointment starts before it ends'); END;
CREATE TRIGGER appointment_stays BEFORE UPDATE ON appointment
  WHEN (OLD.appointment_id, OLD.person_id, OLD.role, OLD.acting, OLD.letter_number, OLD.letter_date, OLD.from_day,
        OLD.appointed_by, OLD.appointed_at, OLD.succeeds)
    IS NOT (NEW.appointment_id, NEW.person_id, NEW.role, NEW.acting, NEW.letter_number, NEW.letter_date, NEW.from_day,
        NEW.appointed_by, NEW.appointed_at, NEW.succeeds)
    OR (OLD.told_number IS NOT NULL AND (OLD.told_number, OLD.told_date) IS NOT (NEW.told_number, NEW.told_date))
    OR (OLD.ended_at IS NOT NULL
      AND (OLD.last_day, OLD.ended_by, OLD.ended_at, OLD.end_reason)
        IS NOT (NEW.last_day, NEW.ended_by, NEW.ended_at, NEW.end_reason))
  BEGIN SELECT RAISE(ABORT, 'who held an office is history'); END;
CREATE TRIGGER appointment_no_delete BEFORE DELETE ON appointment
  BEGIN SELECT RAISE(ABORT, 'who held an office is history'); END;

CREATE TABLE account (
  person_id TEXT PRIMARY KEY REFERENCES person (person_id),
  login TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  new_password_due INTEGER NOT NULL CHECK (new_password_due IN (0, 1)),
  failures INTEGER NOT NULL CHECK (failures >= 0),
  locked_until INTEGER,
  last_sign_in_at INTEGER,
  notice_version INTEGER,
  notice_at INTEGER,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  close_reason TEXT,
  mac BLOB NOT NULL,
  CHECK ((notice_version IS NULL) = (notice_at IS NULL)),
  CHECK ((closed_at IS NULL) = (close_reason IS NULL))
) STRICT;
CREATE TRIGGER account_stays_theirs BEFORE UPDATE ON account WHEN OLD.person_id IS NOT NEW.person_id
  BEGIN SELECT RAISE(ABORT, 'an account is one person''s'); END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account
  BEGIN SELECT RAISE(ABORT, 'an account is closed, not deleted'); END;
`;

const operators = `
CREATE TABLE operator (
  operator_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (person_id),
  agreement_id TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('PROPOSED', 'NDA_SIGNED', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'REJECTED', 'REVOKED')),
  letter_number TEXT NOT NULL,
  letter_date TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  nda_scan_id TEXT REFERENCES scan (scan_id),
  nda_signed_on TEXT,
  approved_by TEXT,
  approval_number TEXT,
  approval_date TEXT,
  training_note TEXT,
  changed_at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  mac BLOB NOT NULL,
  CHECK ((nda_scan_id IS NULL) = (nda_signed_on IS NULL)),
  CHECK ((approval_number IS NULL) = (approval_date IS NULL)),
  CHECK (status NOT IN ('NDA_SIGNED', 'APPROVED', 'ACTIVE', 'SUSPENDED') OR nda_scan_id IS NOT NULL),
  CHECK (status NOT IN ('APPROVED', 'ACTIVE', 'SUSPENDED') OR approved_by IS NOT NULL),
  CHECK (approved_by IS NULL OR (approved_by <> proposed_by AND approved_by <> person_id)),
  CHECK (status NOT IN ('ACTIVE', 'SUSPENDED') OR training_note IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX operator_once ON operator (person_id, agreement_id) WHERE status NOT IN ('REJECTED', 'REVOKED');
CREATE INDEX operator_by_person ON operator (person_id, agreement_id, proposed_at);
CREATE INDEX operator_by_agreement ON operator (agreement_id, status);
CREATE TRIGGER operator_starts_proposed BEFORE INSERT ON operator WHEN NEW.status <> 'PROPOSED'
  BEGIN SELECT RAISE(ABORT, 'an operator starts as PROPOSED'); END;
CREATE TRIGGER operator_transitions BEFORE UPDATE OF status ON operator
  WHEN OLD.status || '>' || NEW.status NOT IN (
    'PROPOSED>NDA_SIGNED', 'PROPOSED>REJECTED', 'PROPOSED>REVOKED',
    'NDA_SIGNED>APPROVED', 'NDA_SIGNED>REJECTED', 'NDA_SIGNED>REVOKED',
    'APPROVED>ACTIVE', 'APPROVED>REVOKED', 'ACTIVE>SUSPENDED', 'ACTIVE>REVOKED',
    'SUSPENDED>ACTIVE', 'SUSPENDED>REVOKED')
  BEGIN SELECT RAISE(ABORT, 'no such transition'); END;
CREATE TRIGGER operator_identity BEFORE UPDATE ON operator
  WHEN (OLD.operator_id, OLD.person_id, OLD.agreement_id, OLD.letter_number, OLD.letter_date, OLD.proposed_by,
        OLD.proposed_at)
    IS NOT (NEW.operator_id, NEW.person_id, NEW.agreement_id, NEW.letter_number, NEW.letter_date, NEW.proposed_by,
        NEW.proposed_at)
    OR (OLD.nda_scan_id IS NOT NULL
      AND (OLD.nda_scan_id, OLD.nda_signed_on) IS NOT (NEW.nda_scan_id, NEW.nda_signed_on))
    OR (OLD.approved_by IS NOT NULL
      AND (OLD.approved_by, OLD.approval_number, OLD.approval_date)
        IS NOT (NEW.approved_by, NEW.approval_number, NEW.approval_date))
  BEGIN SELECT RAISE(ABORT, 'how somebody became an operator is history'); END;
CREATE TRIGGER operator_no_delete BEFORE DELETE ON operator
  BEGIN SELECT RAISE(ABORT, 'how somebody became an operator is history'); END;
`;

const papers = `
CREATE TABLE sptjm (
  sptjm_id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL,
  appointment_id TEXT NOT NULL REFERENCES appointment (appointment_id),
  scan_id TEXT NOT NULL REFERENCES scan (scan_id),
  signed_on TEXT NOT NULL,
  agreement_number TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX sptjm_by_agreement ON sptjm (agreement_id, recorded_at);
CREATE TRIGGER sptjm_no_update BEFORE UPDATE ON sptjm BEGIN SELECT RAISE(ABORT, 'a signed SPTJM stays'); END;
CREATE TRIGGER sptjm_no_delete BEFORE DELETE ON sptjm BEGIN SELECT RAISE(ABORT, 'a signed SPTJM stays'); END;

CREATE TABLE user_id_change (
  change_id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('NEW', 'CHANGE', 'REMOVE')),
  letter_number TEXT NOT NULL,
  letter_date TEXT NOT NULL,
  form_number TEXT NOT NULL,
  form_date TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  bast_number TEXT,
  bast_date TEXT,
  bast_by TEXT,
  bast_at INTEGER,
  mac BLOB NOT NULL,
  CHECK ((bast_number IS NULL) = (bast_at IS NULL) AND (bast_date IS NULL) = (bast_at IS NULL)
    AND (bast_by IS NULL) = (bast_at IS NULL))
) STRICT;
CREATE INDEX user_id_change_by_agreement ON user_id_change (agreement_id, opened_at);
CREATE TRIGGER user_id_change_stays BEFORE UPDATE ON user_id_change
  WHEN OLD.bast_at IS NOT NULL
    OR (OLD.change_id, OLD.agreement_id, OLD.cause, OLD.letter_number, OLD.letter_date, OLD.form_number, OLD.form_date,
        OLD.opened_by, OLD.opened_at)
      IS NOT (NEW.change_id, NEW.agreement_id, NEW.cause, NEW.letter_number, NEW.letter_date, NEW.form_number,
        NEW.form_date, NEW.opened_by, NEW.opened_at)
  BEGIN SELECT RAISE(ABORT, 'a User-ID change is settled once'); END;
CREATE TRIGGER user_id_change_no_delete BEFORE DELETE ON user_id_change
  BEGIN SELECT RAISE(ABORT, 'a User-ID change is settled once'); END;
`;

export const people: Migration = { version: 12, sql: approval + scans + persons + operators + papers };
