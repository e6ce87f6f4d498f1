/**
 * Version 16: SAM cards with their orders, configurations and readers, what happened to each, and the two kinds of proposals they
 * need. That one SAM has one reader at one counter, that two persons stand behind an activation, and that nothing is returned
 * without a BAST holds in the database too.
 */
import type { Migration } from './migration.ts';

/** The table as it was, with two kinds more; a CHECK can only be changed by building the table anew. */
const approval = `
CREATE TABLE proposal_next (
  proposal_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('SIGNING', 'VERSION', 'NEW_HEAD', 'SAM_ACTIVATION', 'SAM_DEACTIVATION')),
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
INSERT INTO proposal_next SELECT proposal_id, kind, subject_id, body, sha256, proposed_by, proposed_at, status, decided_by,
  decided_at, note, mac FROM proposal ORDER BY rowid;
DROP TABLE proposal;
ALTER TABLE proposal_next RENAME TO proposal;
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

const orders = `
CREATE TABLE sam_order (
  order_id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 300),
  vendor TEXT NOT NULL,
  document_number TEXT NOT NULL,
  document_date TEXT NOT NULL,
  ordered_by TEXT NOT NULL,
  ordered_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX sam_order_by_agreement ON sam_order (agreement_id);
CREATE TRIGGER sam_order_no_update BEFORE UPDATE ON sam_order BEGIN SELECT RAISE(ABORT, 'an order stays'); END;
CREATE TRIGGER sam_order_no_delete BEFORE DELETE ON sam_order BEGIN SELECT RAISE(ABORT, 'an order stays'); END;
`;

const readers = `
CREATE TABLE card_reader (
  reader_id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL,
  serial TEXT NOT NULL UNIQUE,
  model TEXT NOT NULL,
  terminal TEXT NOT NULL,
  counter TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('REGISTERED', 'IN_SERVICE', 'OUT_OF_SERVICE', 'DEACTIVATED')),
  registered_by TEXT NOT NULL,
  registered_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX card_reader_one_per_counter ON card_reader (counter) WHERE status <> 'DEACTIVATED';
CREATE INDEX card_reader_by_agreement ON card_reader (agreement_id);
CREATE TRIGGER card_reader_starts BEFORE INSERT ON card_reader WHEN NEW.status <> 'REGISTERED'
  BEGIN SELECT RAISE(ABORT, 'a reader starts as REGISTERED'); END;
CREATE TRIGGER card_reader_transitions BEFORE UPDATE OF status ON card_reader
  WHEN OLD.status <> NEW.status AND OLD.status || '>' || NEW.status NOT IN (
    'REGISTERED>IN_SERVICE', 'REGISTERED>DEACTIVATED', 'IN_SERVICE>OUT_OF_SERVICE', 'OUT_OF_SERVICE>IN_SERVICE',
    'OUT_OF_SERVICE>DEACTIVATED')
  BEGIN SELECT RAISE(ABORT, 'no such transition of a reader'); END;
CREATE TRIGGER card_reader_identity BEFORE UPDATE ON card_reader
  WHEN (OLD.reader_id, OLD.agreement_id, OLD.serial, OLD.model, OLD.terminal, OLD.counter, OLD.registered_by,
        OLD.registered_at)
    IS NOT (NEW.reader_id, NEW.agreement_id, NEW.serial, NEW.model, NEW.terminal, NEW.counter, NEW.registered_by,
        NEW.registered_at)
  BEGIN SELECT RAISE(ABORT, 'a reader stays what and where it is'); END;
CREATE TRIGGER card_reader_no_delete BEFORE DELETE ON card_reader
  BEGIN SELECT RAISE(ABORT, 'a reader is deactivated, not deleted'); END;
`;

const cards = `
CREATE TABLE sam_card (
  sam_id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES sam_order (order_id),
  place INTEGER NOT NULL,
  agreement_id TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('PROCURED', 'PERSO_REQUESTED', 'PERSONALISED', 'ACTIVE', 'SUSPENDED', 'LOST_OR_DAMAGED',
      'DEACT_REQUESTED', 'CONFIG_RETURNED', 'DEACTIVATED', 'RETURNED', 'WRITTEN_OFF')),
  rejected INTEGER NOT NULL CHECK (rejected IN (0, 1)),
  ticket TEXT,
  ticket_on TEXT,
  serial TEXT UNIQUE,
  uid TEXT UNIQUE CHECK (length(uid) = 14),
  config_sha256 TEXT UNIQUE CHECK (length(config_sha256) = 64),
  pcid_mark TEXT UNIQUE CHECK (length(pcid_mark) = 64),
  reader_id TEXT REFERENCES card_reader (reader_id),
  proposed_by TEXT,
  confirmed_by TEXT,
  incident TEXT,
  bast_number TEXT,
  bast_on TEXT,
  last_on TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  mac BLOB NOT NULL,
  UNIQUE (order_id, place),
  CHECK (rejected = 0 OR status = 'PROCURED'),
  CHECK (status <> 'PERSO_REQUESTED' OR (ticket <> '' AND ticket_on IS NOT NULL)),
  CHECK ((serial IS NULL) = (status IN ('PROCURED', 'PERSO_REQUESTED'))),
  CHECK ((config_sha256 IS NULL) = (pcid_mark IS NULL)),
  CHECK (status NOT IN ('ACTIVE', 'SUSPENDED')
    OR (uid IS NOT NULL AND config_sha256 IS NOT NULL AND reader_id IS NOT NULL AND confirmed_by IS NOT NULL)),
  CHECK ((proposed_by IS NULL) = (confirmed_by IS NULL) AND (confirmed_by IS NULL OR confirmed_by <> proposed_by)),
  CHECK (status NOT IN ('LOST_OR_DAMAGED', 'WRITTEN_OFF') OR incident IS NOT NULL),
  CHECK (status NOT IN ('RETURNED', 'WRITTEN_OFF') OR (bast_number <> '' AND bast_on IS NOT NULL))
) STRICT;
CREATE INDEX sam_card_by_agreement ON sam_card (agreement_id, status);
CREATE UNIQUE INDEX sam_card_one_per_reader ON sam_card (reader_id)
  WHERE reader_id IS NOT NULL AND status IN ('PERSONALISED', 'ACTIVE', 'SUSPENDED');
CREATE TRIGGER sam_card_starts BEFORE INSERT ON sam_card
  WHEN NEW.status <> 'PROCURED' OR NEW.rejected <> 0 OR NOT EXISTS (
    SELECT 1 FROM sam_order WHERE order_id = NEW.order_id AND agreement_id = NEW.agreement_id
      AND NEW.place BETWEEN 1 AND count)
  BEGIN SELECT RAISE(ABORT, 'a SAM card starts as PROCURED, in its order'); END;
CREATE TRIGGER sam_card_transitions BEFORE UPDATE OF status ON sam_card
  WHEN OLD.status <> NEW.status AND OLD.status || '>' || NEW.status NOT IN (
    'PROCURED>PERSO_REQUESTED', 'PERSO_REQUESTED>PROCURED', 'PERSO_REQUESTED>PERSONALISED', 'PERSONALISED>ACTIVE',
    'PERSONALISED>LOST_OR_DAMAGED', 'PERSONALISED>DEACT_REQUESTED', 'ACTIVE>SUSPENDED', 'ACTIVE>LOST_OR_DAMAGED',
    'ACTIVE>DEACT_REQUESTED', 'SUSPENDED>ACTIVE', 'SUSPENDED>LOST_OR_DAMAGED', 'SUSPENDED>DEACT_REQUESTED',
    'DEACT_REQUESTED>CONFIG_RETURNED', 'DEACT_REQUESTED>DEACTIVATED', 'CONFIG_RETURNED>DEACTIVATED',
    'CONFIG_RETURNED>RETURNED', 'DEACTIVATED>RETURNED', 'LOST_OR_DAMAGED>WRITTEN_OFF')
  BEGIN SELECT RAISE(ABORT, 'no such transition of a SAM card'); END;
CREATE TRIGGER sam_card_identity BEFORE UPDATE ON sam_card
  WHEN OLD.status IN ('RETURNED', 'WRITTEN_OFF')
    OR (OLD.sam_id, OLD.order_id, OLD.place, OLD.agreement_id)
      IS NOT (NEW.sam_id, NEW.order_id, NEW.place, NEW.agreement_id)
    OR (OLD.serial IS NOT NULL AND OLD.serial IS NOT NEW.serial)
    OR (OLD.uid IS NOT NULL AND OLD.uid IS NOT NEW.uid)
    OR (OLD.config_sha256 IS NOT NULL
      AND (OLD.config_sha256, OLD.pcid_mark) IS NOT (NEW.config_sha256, NEW.pcid_mark))
    OR (OLD.confirmed_by IS NOT NULL
      AND (OLD.proposed_by, OLD.confirmed_by) IS NOT (NEW.proposed_by, NEW.confirmed_by))
    OR (OLD.status = 'ACTIVE' AND OLD.reader_id IS NOT NEW.reader_id)
  BEGIN SELECT RAISE(ABORT, 'what a SAM card is never changes'); END;
CREATE TRIGGER sam_card_no_delete BEFORE DELETE ON sam_card
  BEGIN SELECT RAISE(ABORT, 'a SAM card is accounted for'); END;
CREATE TRIGGER card_reader_follows_sam BEFORE UPDATE OF status ON card_reader
  WHEN (NEW.status = 'IN_SERVICE') <> EXISTS (
    SELECT 1 FROM sam_card WHERE reader_id = NEW.reader_id AND status = 'ACTIVE')
  BEGIN SELECT RAISE(ABORT, 'a reader is in service with an active SAM, and only then'); END;
`;

const configurations = `
CREATE TABLE sam_configuration (
  sam_id TEXT PRIMARY KEY REFERENCES sam_card (sam_id),
  sealed BLOB NOT NULL,
  imported_by TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE TRIGGER sam_configuration_for_personalised BEFORE INSERT ON sam_configuration
  WHEN NOT EXISTS (SELECT 1 FROM sam_card WHERE sam_id = NEW.sam_id AND status = 'PERSONALISED')
  BEGIN SELECT RAISE(ABORT, 'a configuration is for a personalised SAM card'); END;
CREATE TRIGGER sam_configuration_no_update BEFORE UPDATE ON sam_configuration
  BEGIN SELECT RAISE(ABORT, 'a configuration is imported once'); END;
CREATE TRIGGER sam_configuration_shredded_at_the_end BEFORE DELETE ON sam_configuration
  WHEN EXISTS (SELECT 1 FROM sam_card WHERE sam_id = OLD.sam_id AND status NOT IN ('DEACT_REQUESTED', 'LOST_OR_DAMAGED'))
  BEGIN SELECT RAISE(ABORT, 'a configuration goes when its SAM card has been given up'); END;
CREATE TRIGGER sam_card_leaves_no_configuration BEFORE UPDATE OF status ON sam_card
  WHEN NEW.status IN ('CONFIG_RETURNED', 'DEACTIVATED', 'RETURNED', 'WRITTEN_OFF')
    AND EXISTS (SELECT 1 FROM sam_configuration WHERE sam_id = NEW.sam_id)
  BEGIN SELECT RAISE(ABORT, 'a SAM card is given up together with its configuration'); END;
`;

const events = `
CREATE TABLE custody_event (
  seq INTEGER PRIMARY KEY,
  subject_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  event TEXT NOT NULL,
  from_status TEXT NOT NULL,
  to_status TEXT NOT NULL,
  reference TEXT NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX custody_event_by_subject ON custody_event (subject_id, seq);
CREATE TRIGGER custody_event_in_order BEFORE INSERT ON custody_event
  WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM custody_event)
  BEGIN SELECT RAISE(ABORT, 'events of custody are numbered without gaps'); END;
CREATE TRIGGER custody_event_no_update BEFORE UPDATE ON custody_event
  BEGIN SELECT RAISE(ABORT, 'events of custody are append-only'); END;
CREATE TRIGGER custody_event_no_delete BEFORE DELETE ON custody_event
  BEGIN SELECT RAISE(ABORT, 'events of custody are append-only'); END;
`;

export const custody: Migration = {
  version: 16,
  sql: approval + orders + readers + cards + configurations + events,
};
