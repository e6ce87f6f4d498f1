/**
 * Version 38: an agreement that was signed ends by its last day or by a letter, whether it was ever activated or not; until now it stood
 * as signed for good, and its reports were asked for without an end.
 */
import type { Migration } from './migration.ts';

export const endsUnused: Migration = {
  version: 38,
  sql: `
DROP TRIGGER agreement_transitions;
CREATE TRIGGER agreement_transitions BEFORE UPDATE OF status ON agreement
  WHEN OLD.status <> NEW.status AND OLD.status || '>' || NEW.status NOT IN (
    'DRAFT>SIGNED', 'SIGNED>ACTIVE', 'ACTIVE>EXTENSION_WINDOW', 'ACTIVE>EXTENSION_REQUESTED',
    'EXTENSION_WINDOW>EXTENSION_REQUESTED', 'EXTENSION_REQUESTED>EXTENSION_WINDOW', 'EXTENSION_REQUESTED>ACTIVE',
    'ACTIVE>SUSPENDED', 'EXTENSION_WINDOW>SUSPENDED', 'EXTENSION_REQUESTED>SUSPENDED', 'SUSPENDED>ACTIVE',
    'SUSPENDED>EXTENSION_WINDOW', 'SUSPENDED>EXTENSION_REQUESTED', 'SIGNED>EXPIRED', 'ACTIVE>EXPIRED',
    'EXTENSION_WINDOW>EXPIRED', 'EXTENSION_REQUESTED>EXPIRED', 'SUSPENDED>EXPIRED', 'SIGNED>TERMINATED',
    'ACTIVE>TERMINATED', 'EXTENSION_WINDOW>TERMINATED', 'EXTENSION_REQUESTED>TERMINATED', 'SUSPENDED>TERMINATED',
    'EXPIRED>CLOSED', 'TERMINATED>CLOSED')
  BEGIN SELECT RAISE(ABORT, 'no such transition of an agreement'); END;
`,
};
