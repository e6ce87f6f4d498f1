/**
 * Templates of the institution (docs/paper-templates.md): a file by the name of its kind takes the place of the one that came with the
 * program. It is checked before it is used, and its checksum goes into the fields of every paper made of it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, type PaperKind, type PaperModel } from '../contract/index.ts';
import { composePaper } from './compose.ts';
import { type PaperFields, sha256Of } from './fields.ts';
import { paperTemplate, type Template, templateOf } from './templates.ts';

export interface ChosenTemplate {
  readonly template: Template;
  /** `null`: of the program. */
  readonly sha256: string | null;
}

export interface PaperTemplates {
  /** Fails with PAPER_TEMPLATE_INVALID. */
  of(kind: PaperKind): Result<ChosenTemplate>;
  /** The fields with the checksum of their template, and the content. Fails with PAPER_TEMPLATE_INVALID. */
  compose(fields: PaperFields): Result<{ readonly fields: PaperFields; readonly model: PaperModel }>;
}

export function paperTemplates(folder: string): PaperTemplates {
  function of(kind: PaperKind): Result<ChosenTemplate> {
    const text = textAt(join(folder, `${kind}.json`));
    if (text === undefined) return ok({ template: templateOf(kind), sha256: null });
    try {
      return ok({ template: paperTemplate.parse(JSON.parse(text)), sha256: sha256Of(text) });
    } catch (error) {
      return invalid(kind, error);
    }
  }

  return {
    of,
    compose(given) {
      const chosen = of(given.kind);
      if (!chosen.ok) return chosen;
      const fields = { ...given, template: chosen.value.sha256 };
      // A hole in our own template is a bug; in theirs it is a word that is spelt wrong.
      if (chosen.value.sha256 === null) return ok({ fields, model: composePaper(fields) });
      try {
        return ok({ fields, model: composePaper(fields, chosen.value.template) });
      } catch (error) {
        return invalid(given.kind, error);
      }
    },
  };
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function invalid(kind: PaperKind, error: unknown): Result<never> {
  const why = error instanceof Error ? error.message : 'unreadable';
  return failed(appFailure('PAPER_TEMPLATE_INVALID', 'paper', why.slice(0, 500), { berkas: `${kind}.json` }));
}
