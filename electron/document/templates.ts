/** The templates of the papers: their wording is data (resources/documents), checked once when it is first used. */
import { z } from 'zod';
import bastSamReturn from '../../resources/documents/bast-sam-return.json' with { type: 'json' };
import nda from '../../resources/documents/nda.json' with { type: 'json' };
import officeChangeLetter from '../../resources/documents/office-change-letter.json' with { type: 'json' };
import semesterReport from '../../resources/documents/semester-report.json' with { type: 'json' };
import sptjmAwal from '../../resources/documents/sptjm-awal.json' with { type: 'json' };
import sptjmPerpanjangan from '../../resources/documents/sptjm-perpanjangan.json' with { type: 'json' };
import userIdBast from '../../resources/documents/user-id-bast.json' with { type: 'json' };
import userIdForm from '../../resources/documents/user-id-form.json' with { type: 'json' };
import type { PaperKind } from '../contract/index.ts';

const lines = z.array(z.string());

const signature = z.object({ above: lines, stampDuty: z.boolean(), name: z.string(), below: lines });
export type SignatureTemplate = z.infer<typeof signature>;

/** Names a flag of the words (words.ts): what carries it is printed only where that is set. */
const when = { when: z.string().exactOptional() };

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['title', 'lines']), lines, ...when }),
  z.object({ kind: z.enum(['text', 'note', 'right', 'centre']), text: z.string(), ...when }),
  z.object({ kind: z.literal('facts'), rows: z.array(lines.length(2)), ...when }),
  z.object({
    kind: z.literal('clauses'),
    items: z.array(z.union([z.string(), z.object({ text: z.string(), when: z.string() })])),
    ...when,
  }),
  /** `rows` names what fills them. */
  z.object({
    kind: z.literal('table'),
    widths: z.array(z.number()),
    head: lines,
    rows: z.string(),
    dense: z.boolean().default(false),
    ...when,
  }),
  z.object({
    kind: z.literal('signatures'),
    columns: z.array(signature),
    /** One hand in the middle, not on the right half. */
    centred: z.boolean().default(false),
    ...when,
  }),
  /** The signed state of the log, for who holds the paper. */
  z.object({ kind: z.literal('checkpoint'), ...when }),
]);
export type BlockTemplate = z.infer<typeof block>;

const annex = z.object({ landscape: z.boolean(), blocks: z.array(block) });

const template = z.object({
  title: z.string(),
  head: z.enum(['FORM', 'LETTERHEAD']),
  formTitle: z.string().exactOptional(),
  marking: lines,
  initials: lines.exactOptional(),
  blocks: z.array(block),
  annexes: z.array(annex).default([]),
});
type Template = z.infer<typeof template>;

export const templates: Readonly<Record<PaperKind, Template>> = {
  get SPTJM_AWAL() {
    return template.parse(sptjmAwal);
  },
  get SPTJM_PERPANJANGAN() {
    return template.parse(sptjmPerpanjangan);
  },
  get NDA() {
    return template.parse(nda);
  },
  get USER_ID_FORM() {
    return template.parse(userIdForm);
  },
  get USER_ID_BAST() {
    return template.parse(userIdBast);
  },
  get OFFICE_CHANGE_LETTER() {
    return template.parse(officeChangeLetter);
  },
  get BAST_SAM_RETURN() {
    return template.parse(bastSamReturn);
  },
  get SEMESTER_REPORT() {
    return template.parse(semesterReport);
  },
};
