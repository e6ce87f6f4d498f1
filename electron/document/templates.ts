/** The templates of the papers: their wording is data (resources/documents), checked once when it is first used. */
import { z } from 'zod';
import balikanHandover from '../../resources/documents/balikan-handover.json' with { type: 'json' };
import bastSamReturn from '../../resources/documents/bast-sam-return.json' with { type: 'json' };
import breachNotice from '../../resources/documents/breach-notice.json' with { type: 'json' };
import breachNoticeAuthority from '../../resources/documents/breach-notice-authority.json' with {
  type: 'json',
};
import breachNoticePersons from '../../resources/documents/breach-notice-persons.json' with { type: 'json' };
import changeLetter from '../../resources/documents/change-letter.json' with { type: 'json' };
import erasureRecord from '../../resources/documents/erasure-record.json' with { type: 'json' };
import extensionLetter from '../../resources/documents/extension-letter.json' with { type: 'json' };
import managerAppointment from '../../resources/documents/manager-appointment.json' with { type: 'json' };
import monitoringReport from '../../resources/documents/monitoring-report.json' with { type: 'json' };
import nda from '../../resources/documents/nda.json' with { type: 'json' };
import officeChangeLetter from '../../resources/documents/office-change-letter.json' with { type: 'json' };
import organisationLetter from '../../resources/documents/organisation-letter.json' with { type: 'json' };
import pocLetter from '../../resources/documents/poc-letter.json' with { type: 'json' };
import samInventory from '../../resources/documents/sam-inventory.json' with { type: 'json' };
import samLossReport from '../../resources/documents/sam-loss-report.json' with { type: 'json' };
import samRequestLetter from '../../resources/documents/sam-request-letter.json' with { type: 'json' };
import semesterReport from '../../resources/documents/semester-report.json' with { type: 'json' };
import sptjmAwal from '../../resources/documents/sptjm-awal.json' with { type: 'json' };
import sptjmPerpanjangan from '../../resources/documents/sptjm-perpanjangan.json' with { type: 'json' };
import staffLetter from '../../resources/documents/staff-letter.json' with { type: 'json' };
import userIdBast from '../../resources/documents/user-id-bast.json' with { type: 'json' };
import userIdForm from '../../resources/documents/user-id-form.json' with { type: 'json' };
import userIdLetter from '../../resources/documents/user-id-letter.json' with { type: 'json' };
import withdrawalReceipt from '../../resources/documents/withdrawal-receipt.json' with { type: 'json' };
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
    /** Across the last row. */
    foot: z.string().exactOptional(),
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
  /** Tembusan; nothing where nobody is sent one. */
  z.object({ kind: z.literal('copies'), ...when }),
  /** The signed state of the log, for who holds the paper. */
  z.object({ kind: z.literal('checkpoint'), ...when }),
]);
export type BlockTemplate = z.infer<typeof block>;

const annex = z.object({ landscape: z.boolean(), blocks: z.array(block) });

export const paperTemplate = z.object({
  title: z.string(),
  head: z.enum(['FORM', 'LETTERHEAD']),
  formTitle: z.string().exactOptional(),
  marking: lines,
  initials: lines.exactOptional(),
  /** Gaps that somebody fills in; the name of one is its word in the text. */
  asks: z
    .array(
      z.object({
        name: z.string(),
        label: z.object({ id: z.string(), en: z.string() }),
        long: z.boolean().default(false),
        /** A number, printed as `3 (tiga)`. */
        count: z.boolean().default(false),
        start: z.string().default(''),
      }),
    )
    .default([]),
  blocks: z.array(block),
  annexes: z.array(annex).default([]),
});
export type Template = z.infer<typeof paperTemplate>;
export type Question = Template['asks'][number];

const shipped: Readonly<Record<PaperKind, unknown>> = {
  BAST_SAM_RETURN: bastSamReturn,
  NDA: nda,
  OFFICE_CHANGE_LETTER: officeChangeLetter,
  SEMESTER_REPORT: semesterReport,
  SPTJM_AWAL: sptjmAwal,
  SPTJM_PERPANJANGAN: sptjmPerpanjangan,
  USER_ID_BAST: userIdBast,
  USER_ID_FORM: userIdForm,
  SAM_REQUEST_LETTER: samRequestLetter,
  SAM_INVENTORY: samInventory,
  EXTENSION_LETTER: extensionLetter,
  STAFF_LETTER: staffLetter,
  MANAGER_APPOINTMENT: managerAppointment,
  POC_LETTER: pocLetter,
  CHANGE_LETTER: changeLetter,
  USER_ID_LETTER: userIdLetter,
  ORGANISATION_LETTER: organisationLetter,
  SAM_LOSS_REPORT: samLossReport,
  BALIKAN_HANDOVER: balikanHandover,
  BREACH_NOTICE: breachNotice,
  BREACH_NOTICE_AUTHORITY: breachNoticeAuthority,
  BREACH_NOTICE_PERSONS: breachNoticePersons,
  WITHDRAWAL_RECEIPT: withdrawalReceipt,
  ERASURE_RECORD: erasureRecord,
  MONITORING_REPORT: monitoringReport,
};

/** Of the program itself; checked when it is first asked for. */
export function templateOf(kind: PaperKind): Template {
  const known = checked.get(kind) ?? paperTemplate.parse(shipped[kind]);
  checked.set(kind, known);
  return known;
}

const checked = new Map<PaperKind, Template>();
