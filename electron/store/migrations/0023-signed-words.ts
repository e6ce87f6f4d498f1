/**
 * Version 33: a version of a report keeps the words, the names and the agreement it was signed with, beside its figures, and why it
 * followed the one before. Those that were signed earlier have none of it.
 */
import type { Migration } from './migration.ts';

export const signedWords: Migration = {
  version: 33,
  sql: `
ALTER TABLE semester_report ADD COLUMN correction TEXT;
ALTER TABLE signed_report ADD COLUMN narrative TEXT;
ALTER TABLE signed_report ADD COLUMN frame TEXT;
ALTER TABLE signed_report ADD COLUMN correction TEXT;
CREATE TRIGGER semester_report_words_stay BEFORE UPDATE ON semester_report
  WHEN (NEW.narrative IS NOT OLD.narrative AND NOT (OLD.status = 'DRAFT' AND NEW.status = 'IN_REVIEW'))
    OR (NEW.correction IS NOT OLD.correction AND NEW.version = OLD.version)
  BEGIN SELECT RAISE(ABORT, 'the words of a report are frozen with its version'); END;
DROP TRIGGER semester_report_signed_is_kept;
CREATE TRIGGER semester_report_signed_is_kept BEFORE UPDATE OF status ON semester_report
  WHEN NEW.status = 'SIGNED' AND NOT EXISTS (
    SELECT 1 FROM signed_report WHERE report_id = NEW.report_id AND version = NEW.version AND figures = NEW.figures
      AND narrative = NEW.narrative AND correction IS NEW.correction AND frame IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'what is signed is kept as it was signed'); END;
`,
};
