/**
 * What each paper states, as data: the machine-readable copy that is kept and handed out beside the print. Everything a paper
 * prints comes from here, so that the same fields are the same paper on any machine and any day.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  employments,
  isoDate,
  letterhead,
  letterKinds,
  listMedia,
  reportCorrection,
  semesterReportFields,
} from '../contract/index.ts';
import { handoverFields, inventoryFields } from './inventory-fields.ts';

const text = z.string().trim();

const count = z.number().int().nonnegative();

const member = z.object({ name: text, position: text, rank: text, employmentNo: text });

/** What all of them rest on. The institution stands here once, and every mention of it on a paper comes from here (domain B-6). */
const common = {
  /** Of the fields themselves; grows when their meaning changes. */
  format: z.literal(1),
  /** SHA-256 of the template of the institution; `null`: the one that came with the program. */
  template: text.nullable(),
  /** SHA-256 of the emblem in the head of the letter; `null`: none. */
  emblem: text.nullable(),
  letterhead,
  place: text,
  day: isoDate.nullable(),
  institution: text,
  agreement: z.object({
    agreementId: text,
    party1: text,
    number1: text,
    number2: text,
    signedOn: isoDate,
    title: text,
    methods: z.array(z.enum(['WEB_PORTAL', 'WEB_SERVICE', 'CARD_READER', 'IKD_CHECK'])),
  }),
  /** Who signs. */
  signer: member,
  /** The head for whose hand it was made; `null` where somebody else signs. */
  signedBy: text.nullable(),
};
const numbered = { number: text.nullable() };
const letter = z.object({ number: text, date: isoDate });

/** Text of a signed checkpoint of the log (audit/checkpoint.ts); none on a sheet that is only looked at. */
const witnessed = { checkpoint: text.nullable() };

/** What the agreement rests on and is for. */
const basis = {
  basis: z.object({ guide: text.nullable(), purpose: text, lastDay: isoDate, timeZone: text }),
};

/** What a notice of a breach states; whom it touches is a number. */
const incidentFields = z.object({
  number: text,
  knownOn: isoDate,
  from: isoDate,
  to: isoDate,
  affected: count,
  /** Of these, who can be written to by the card data that was kept with their consent. */
  reachable: count,
  /** Epoch milliseconds; the clock of 72 hours runs from when it was said to be a breach. */
  confirmedAt: z.number().int().nullable(),
  dueAt: z.number().int().nullable(),
});

/** The list of data balikan that a BAST hands over; who is on it stands on the list alone. */
const listFields = z.object({
  number: text,
  items: count,
  medium: z.enum(listMedia),
  /** Of the file, or of the printed text. */
  sha256: text,
  from: isoDate,
  to: isoDate,
});

/** A withdrawal of a consent, as it was received. */
const withdrawalFields = z.object({
  receiptNo: text,
  channel: z.enum(['COUNTER', 'LETTER']),
  /** Epoch milliseconds. */
  receivedAt: z.number().int(),
  dueAt: z.number().int(),
  /** Who received it. */
  takenBy: text,
});

/** What was owed under the agreement and done (domain 5.4). */
const fulfilmentFields = z.object({
  reports: z.array(
    z.object({ year: count, half: z.union([z.literal(1), z.literal(2)]), signed: letter.nullable() }),
  ),
  balikan: z.object({ due: count, acknowledged: count }),
  iso: z.object({ number: text, validUntil: isoDate }).nullable(),
  incidents: count,
});

const paperFields = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('SPTJM_AWAL'), ...common }),
  z.object({ kind: z.literal('SPTJM_PERPANJANGAN'), ...common, request: letter, subject: text }),
  z.object({ kind: z.literal('NDA'), ...common, personId: text }),
  z.object({
    kind: z.literal('USER_ID_FORM'),
    ...common,
    ...numbered,
    personId: text,
    user: member.extend({ employment: z.enum(employments) }),
    officeRegion: text,
    cause: z.enum(['NEW', 'CHANGE', 'REMOVE']),
  }),
  z.object({
    kind: z.literal('USER_ID_BAST'),
    ...common,
    ...numbered,
    ...witnessed,
    request: letter,
    users: z.array(member).max(500),
  }),
  z.object({
    kind: z.literal('OFFICE_CHANGE_LETTER'),
    ...common,
    ...numbered,
    personId: text,
    since: isoDate,
    appointment: text,
  }),
  z.object({
    kind: z.literal('SEMESTER_REPORT'),
    ...common,
    ...numbered,
    ...basis,
    ...witnessed,
    report: semesterReportFields,
    manager: text,
    /** The letter that an earlier version was sent with. */
    corrects: letter.nullable(),
    /** Why, and by which letter of Dukcapil. */
    correction: reportCorrection.nullable(),
    /** `null` until the report was handed over for review. */
    obstacles: text.nullable(),
    followUp: text.nullable(),
    suggestions: text.nullable(),
    copiesTo: z.array(text),
  }),
  z.object({
    kind: z.literal('BAST_SAM_RETURN'),
    ...common,
    ...numbered,
    ...basis,
    ...witnessed,
    ...handoverFields,
  }),
  z.object({
    kind: z.enum(letterKinds),
    ...common,
    ...numbered,
    ...basis,
    ...witnessed,
    ...inventoryFields,
    approval: letter.nullable(),
    manager: member.nullable(),
    staff: z.array(member.extend({ employment: z.enum(employments) })),
    keptRecords: count,
    incident: incidentFields.nullable(),
    list: listFields.nullable(),
    withdrawal: withdrawalFields.nullable(),
    fulfilment: fulfilmentFields,
    details: z.record(z.string(), text),
  }),
]);
export type PaperFields = z.infer<typeof paperFields>;
export type LetterFields = Extract<PaperFields, { details: unknown }>;

/** The machine-readable copy: checked, and with its members in one order, so that it too is the same bytes every time. */
export function fieldsAsJson(fields: PaperFields): string {
  return `${JSON.stringify(inOrder(paperFields.parse(fields)), undefined, 2)}\n`;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]));
}

export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
