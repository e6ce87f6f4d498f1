/**
 * Templates of the institution (docs/paper-templates.md): a file by the name of its kind takes the place of the one that came with the
 * program, and `lambang.png` stands at the left of the head of every letter. Both are checked before they are used, and their checksums go
 * into the fields of every paper made of them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, type PaperKind, type PaperModel } from '../contract/index.ts';
import { composePaper } from './compose.ts';
import { brokenPng } from './emblem.ts';
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

const emblemFile = 'lambang.png';
const mostEmblemBytes = 500_000;

export function paperTemplates(folder: string): PaperTemplates {
  function of(kind: PaperKind): Result<ChosenTemplate> {
    const text = bytesAt(join(folder, `${kind}.json`))?.toString('utf8');
    if (text === undefined) return ok({ template: templateOf(kind), sha256: null });
    try {
      return ok({ template: paperTemplate.parse(JSON.parse(text)), sha256: sha256Of(text) });
    } catch (error) {
      return invalid(`${kind}.json`, error);
    }
  }

  /** Nothing prints half, and nobody's words are lost over a picture. */
  function emblem(): Result<Buffer | undefined> {
    const bytes = bytesAt(join(folder, emblemFile));
    if (bytes === undefined) return ok(undefined);
    if (bytes.length > mostEmblemBytes) return invalid(emblemFile, new Error('more than 500 kB'));
    const wrong = brokenPng(bytes);
    return wrong === undefined ? ok(bytes) : invalid(emblemFile, new Error(wrong));
  }

  return {
    of,
    compose(given) {
      const chosen = of(given.kind);
      if (!chosen.ok) return chosen;
      const picture = emblem();
      if (!picture.ok) return picture;
      const fields = {
        ...given,
        template: chosen.value.sha256,
        emblem: picture.value === undefined ? null : sha256Of(picture.value),
      };
      // A hole in our own template is a bug; in theirs it is a word that is spelt wrong.
      if (chosen.value.sha256 === null) {
        return ok({ fields, model: withEmblem(composePaper(fields), picture.value) });
      }
      try {
        return ok({ fields, model: withEmblem(composePaper(fields, chosen.value.template), picture.value) });
      } catch (error) {
        return invalid(`${given.kind}.json`, error);
      }
    },
  };
}

function withEmblem(model: PaperModel, bytes: Buffer | undefined): PaperModel {
  if (bytes === undefined || model.head.kind !== 'letter') return model;
  return { ...model, head: { ...model.head, emblem: `data:image/png;base64,${bytes.toString('base64')}` } };
}

function bytesAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function invalid(berkas: string, error: unknown): Result<never> {
  const why = error instanceof Error ? error.message : 'unreadable';
  return failed(appFailure('PAPER_TEMPLATE_INVALID', 'paper', why.slice(0, 500), { berkas }));
}
