/**
 * Papers of the office as they cross between the home pages and main: what may be asked for, and the content that is shown on the
 * screen and printed alike. Names of staff are here, values of residents never.
 */
import { z } from 'zod';
import type { Failure, LocalText } from '../../native/failure.ts';
import { isoDate } from './agreement-profile.ts';
import type { NoticeRecipient } from './incidents.ts';
import { letter, officeId } from './office.ts';
import { optionalWords, words } from './words.ts';
import type { Tongue } from './written.ts';

/** Letters and records that state what somebody types into the gaps of their template. */
export const letterKinds = [
  'SAM_REQUEST_LETTER',
  'SAM_INVENTORY',
  'EXTENSION_LETTER',
  'STAFF_LETTER',
  'MANAGER_APPOINTMENT',
  'POC_LETTER',
  'CHANGE_LETTER',
  'USER_ID_LETTER',
  'ORGANISATION_LETTER',
  'SAM_LOSS_REPORT',
  'BALIKAN_HANDOVER',
  'BREACH_NOTICE',
  'BREACH_NOTICE_AUTHORITY',
  'BREACH_NOTICE_PERSONS',
  'WITHDRAWAL_RECEIPT',
  'ERASURE_RECORD',
  'MONITORING_REPORT',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Which letter tells whom of a breach. */
export const breachNotices: Readonly<Record<NoticeRecipient, LetterKind>> = {
  DUKCAPIL: 'BREACH_NOTICE',
  AUTHORITY: 'BREACH_NOTICE_AUTHORITY',
  PERSONS: 'BREACH_NOTICE_PERSONS',
};

export const paperKinds = [
  'SPTJM_AWAL',
  'SPTJM_PERPANJANGAN',
  'NDA',
  'USER_ID_FORM',
  'USER_ID_BAST',
  'OFFICE_CHANGE_LETTER',
  'SEMESTER_REPORT',
  'BAST_SAM_RETURN',
  ...letterKinds,
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Why SAM cards go back (domain 5.1). A reader that is replaced goes without an end of the agreement. */
export const handoverReasons = ['BERAKHIR', 'TIDAK_DIPERPANJANG', 'DIAKHIRI', 'PENGGANTIAN'] as const;

/** The head of a letter (kop): who writes, and where they are. Kept from one paper to the next. */
export const letterhead = z.object({
  government: words(120),
  /** Villages have their district above them. */
  district: optionalWords(120),
  office: words(160),
  address: words(200),
  contact: optionalWords(160),
});
export type Letterhead = z.infer<typeof letterhead>;

const common = {
  agreementId: officeId,
  letterhead,
  place: words(80),
  /** Absent: left open on the paper, to be written by hand. */
  day: isoDate.exactOptional(),
};
/** Given by the secretariat, never by the program; a paper without it is a draft (domain 5.0). */
const numbered = {
  /** Or its pattern, with gaps such as `{urut}` and `{tahun}`. */
  number: words(80).exactOptional(),
  /** The running number that fills the pattern. */
  sequence: z
    .string()
    .regex(/^[0-9A-Za-z.-]{1,12}$/)
    .exactOptional(),
};
const request = letter.extend({ number: words(120) });

/** Who signs from outside the office; empty where it is filled in by hand. */
const hand = {
  name: optionalWords(120),
  employmentNo: z
    .string()
    .trim()
    .max(40)
    .regex(/^(?!\d{16}$)/),
  position: optionalWords(120),
};

export const paperOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('SPTJM_AWAL'), ...common }),
  z.object({ kind: z.literal('SPTJM_PERPANJANGAN'), ...common, request, subject: words(160) }),
  z.object({ kind: z.literal('NDA'), ...common, personId: officeId }),
  z.object({
    kind: z.literal('USER_ID_FORM'),
    ...common,
    ...numbered,
    personId: officeId,
    cause: z.enum(['NEW', 'CHANGE', 'REMOVE']),
  }),
  z.object({ kind: z.literal('USER_ID_BAST'), ...common, ...numbered, request }),
  z.object({ kind: z.literal('OFFICE_CHANGE_LETTER'), ...common, ...numbered }),
  z.object({
    kind: z.literal('SEMESTER_REPORT'),
    ...common,
    ...numbered,
    /** Figures and words are those of the report. */
    reportId: officeId,
    /** One that was signed: as it was, with the number and the day that it bears. Absent: as the report stands. */
    version: z.number().int().positive().exactOptional(),
  }),
  z.object({
    kind: z.literal('BAST_SAM_RETURN'),
    ...common,
    ...numbered,
    reason: z.enum(handoverReasons),
    receiver: z.object({
      ...hand,
      rank: optionalWords(80),
      office: optionalWords(200),
      address: optionalWords(200),
    }),
    witnesses: z.array(z.object(hand)).length(2),
    acknowledgedBy: z.object(hand),
    copies: z.enum(['2', '3', '4']),
    keptData: z.enum(['RETAIN', 'ERASE']),
    /** Courier or hand-over, and the number of its receipt. */
    shipment: z.object({ how: optionalWords(120), receiptNo: optionalWords(80) }),
  }),
  z.object({
    kind: z.enum(letterKinds),
    ...common,
    ...numbered,
    /** What a notice of a breach is about. */
    incidentId: officeId.exactOptional(),
    /** The list of data balikan that is handed over, or the withdrawal of a consent that was received. */
    subjectId: officeId.exactOptional(),
    /** By the names under which the template asks; what is left out is dots on the paper. */
    details: z.record(z.string().max(40), optionalWords(1000)),
  }),
]);
export type PaperOrder = z.infer<typeof paperOrder>;

/** The print came back signed. A statement has no number; a draft is given the one it got. */
export const paperSigned = z.object({
  paperId: officeId,
  number: optionalWords(80),
  signedOn: isoDate,
  scanId: officeId,
});
export type PaperSigned = z.infer<typeof paperSigned>;

/** One line or paragraph, in runs of one style. */
export type PaperText = readonly { readonly text: string; readonly style?: 'bold' | 'italic' }[];

export interface PaperSignature {
  /** Place and day, in whose name; what stands above the hand. */
  readonly above: readonly PaperText[];
  /** A dotted box for the stamp; never a picture of one. */
  readonly stampDuty: boolean;
  readonly name: string;
  /** Rank and NIP, for who has them. */
  readonly below: readonly string[];
}

export type PaperBlock =
  | { readonly kind: 'title'; readonly lines: readonly PaperText[] }
  | { readonly kind: 'text'; readonly text: PaperText }
  | { readonly kind: 'note'; readonly text: PaperText }
  | { readonly kind: 'right'; readonly text: PaperText }
  | { readonly kind: 'centre'; readonly text: PaperText }
  | { readonly kind: 'lines'; readonly lines: readonly PaperText[] }
  | {
      readonly kind: 'facts';
      /** Much on one page: small letters, and labels of one width in all of them. */
      readonly dense?: true;
      readonly rows: readonly { readonly label: string; readonly value: PaperText }[];
    }
  | {
      readonly kind: 'clauses';
      readonly items: readonly PaperText[];
    }
  | {
      readonly kind: 'table';
      /** Shares of the width. */
      readonly widths: readonly number[];
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Across the last row: what all of them come to. */
      readonly foot?: PaperText;
      /** Many columns: small letters. */
      readonly dense: boolean;
    }
  | { readonly kind: 'signatures'; readonly columns: readonly PaperSignature[]; readonly centred: boolean }
  | {
      readonly kind: 'checkpoint';
      /** Of the log, signed; `null` until the paper is made. */
      readonly text: string | null;
    };

export interface PaperAnnex {
  /** Its pages lie on their side. */
  readonly landscape: boolean;
  readonly blocks: readonly PaperBlock[];
}

/** A paper as it is shown and printed: A4, and nothing in it that depends on when or where it is made. */
export interface PaperModel {
  /** What a resident is handed is laid out as papers are, and belongs to none: it is kept by nobody but the resident and a folder of paper. */
  readonly kind: PaperKind | 'CONSENT_RECEIPT' | 'ACCESS_ANSWER';
  /** Also the name of the file. */
  readonly title: string;
  readonly language: Tongue;
  /** No number yet: KONSEP across every page. */
  readonly draft: boolean;
  readonly marking: readonly string[];
  readonly head:
    | {
        readonly kind: 'letter';
        readonly letterhead: Letterhead;
        /** A picture of the institution, as a data URL of a PNG. */
        readonly emblem?: string;
      }
    | {
        readonly kind: 'form';
        readonly office: string;
        readonly title: string;
        readonly facts: readonly { readonly label: string; readonly value: string }[];
      }
    | { readonly kind: 'none' };
  readonly blocks: readonly PaperBlock[];
  /** Inseparable from it; each begins on a page of its own. */
  readonly annexes: readonly PaperAnnex[];
  /** At the foot of every page, for the initials of the parties. */
  readonly initials: readonly string[];
}

/** What of the books a letter is about, each on record with all that the letter says of it. */
export const letterSubjects = {
  BALIKAN_HANDOVER: 'LIST',
  WITHDRAWAL_RECEIPT: 'WITHDRAWAL',
} as const satisfies Partial<Record<LetterKind, string>>;

/** One of them, to be chosen. */
export interface PaperSubject {
  readonly subjectId: string;
  /** As people call it: its number. */
  readonly name: string;
  readonly at: number;
}

/** What is known of a paper before anybody typed anything; empty where nothing is. */
export interface PaperStart {
  readonly letterhead: Letterhead;
  readonly place: string;
  /** Who receives SAM cards by the profile. */
  readonly recipient: string;
  /** Pattern of the last number of this kind. */
  readonly numberPattern: string;
  /** What the template of this kind asks for. */
  readonly asks: readonly PaperQuestion[];
  /** Newest first; none for a kind that is about nothing of the kind. */
  readonly subjects: readonly PaperSubject[];
}

export interface PaperQuestion {
  readonly name: string;
  readonly label: LocalText;
  /** More than a line. */
  readonly long: boolean;
  readonly start: string;
}

/** How a paper would print, and why it may not yet. */
export interface PaperPreview {
  readonly model: PaperModel;
  readonly hindrance: Failure | null;
}

/** What the resident is handed who withdrew a consent at the counter. */
export const withdrawalReceipt = z.object({ agreementId: officeId, requestId: officeId });

/** The pages of a paper on the screen. What stands before its annexes is there sooner than the whole. */
export const paperSight = z.object({ order: paperOrder, part: z.enum(['BEGINNING', 'WHOLE']) });

export interface PaperPages {
  readonly pdf: Uint8Array;
  /** Nothing follows. */
  readonly whole: boolean;
}

/** A printer of this computer, by the name the system knows it by; empty: where the system prints unless told otherwise. */
export const printerChoice = z.object({ printer: z.string().max(250) });
export const paperPrint = printerChoice.extend({ paperId: officeId });

export interface PrinterRow {
  readonly name: string;
  /** As people call it. */
  readonly label: string;
}

export interface SignedPaper {
  readonly number: string;
  readonly signedOn: string;
  /** Of the scan. */
  readonly sha256: string;
}

export interface SignedScan {
  readonly name: string;
  readonly media: 'application/pdf' | 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

export interface PaperRow {
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly agreementId: string;
  /** Whom it is about, where it is about one person. */
  readonly personId: string | null;
  readonly draft: boolean;
  /** The head for whose hand it was made. */
  readonly signedBy: string | null;
  /** It waits for a hand that is no longer in office. */
  readonly signerLeft: boolean;
  readonly madeBy: string;
  readonly madeAt: number;
  /** SHA-256 of the PDF, and of the machine-readable copy of its fields. */
  readonly pdfSha256: string;
  readonly fieldsSha256: string;
  readonly signed: SignedPaper | null;
}
