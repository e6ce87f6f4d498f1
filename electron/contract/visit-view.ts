/**
 * What the visit page shows and what the officer can do: the view model that the visit process sends over the page's
 * MessagePort, and the intents that come back. The page draws it and keeps nothing.
 */
import { z } from 'zod';
import type { Failure, LocalText } from '../../native/failure.ts';
import type { ConsentNotice } from './consent-notice.ts';
import { type DataElement, dataElements, type ElementPart } from './elements.ts';
import { type InquiryMethod, type Notice, portalAnswers } from './inquiry.ts';
import type { VisitState } from './visit-state.ts';

export type LampColour = 'ready' | 'busy' | 'warning' | 'broken' | 'off';

export interface Lamp {
  readonly colour: LampColour;
  /** Why it is not ready. The cure is in the failure. */
  readonly failure?: Failure;
}

export interface Lamps {
  readonly reader: Lamp;
  readonly sam: Lamp;
  readonly network: Lamp;
}

export type ReadStep = 'PHOTO' | 'CARD_CONTROL' | 'AUTHENTICATION' | 'BIODATA';

export interface Progress {
  readonly step: ReadStep;
  /** 0…1 of the whole read. */
  readonly done: number;
  /** How long this read usually takes on this reader, in milliseconds. */
  readonly usualMs: number;
}

export interface ShownValue {
  readonly part: ElementPart;
  readonly value: string;
}

export type Verdict = 'SESUAI' | 'BERBEDA';

export interface ShownVerdict {
  readonly part: ElementPart;
  readonly verdict: Verdict;
  /** 0…100 for similarity elements. */
  readonly score?: number;
}

/** Why a NIK is typed. `NOT_OBLIGATORY`: the agreement does not ask for a tap, so it needs no reason. */
export const manualReasons = [
  'CARD_ABSENT',
  'CHIP_DAMAGED',
  'IKD_SHOWN',
  'READER_DOWN',
  'NOT_OBLIGATORY',
] as const;
export type ManualReason = (typeof manualReasons)[number];

export const secondOfficerReasons = [
  'PHOTO_UNCLEAR',
  'INJURED',
  'DISABILITY',
  'ELDERLY',
  'NO_PHOTO',
] as const;
export type SecondOfficerReason = (typeof secondOfficerReasons)[number];

/** One granted element that the officer compares with the applicant's papers. */
export interface ComparedElement {
  readonly element: DataElement;
  /** From the card, or declared. */
  readonly own: readonly ShownValue[];
  /** From the gateway. Empty where the value stands in the portal: it is never typed here. */
  readonly found: readonly ShownValue[];
}

export interface ConsentQuestion {
  readonly values: readonly (ShownValue & { readonly reason: string })[];
  /** Last day of retention, `YYYY-MM-DD`. */
  readonly retainedUntil: string;
  readonly noticeVersion: string;
  readonly receiptNo: string;
  /** The very words: the page shows those of its language, and the answer says which. */
  readonly notice: Readonly<Record<keyof LocalText, ConsentNotice>>;
  /** The receipt as it prints, two copies with a form feed between them. */
  readonly receipt: Readonly<Record<keyof LocalText, string>>;
  /** A child does not consent alone. */
  readonly companion: 'REQUIRED' | 'OPTIONAL';
}

export interface ServiceField {
  readonly code: string;
  readonly label: string;
  readonly required: boolean;
  readonly maxLength: number;
  readonly suggestion?: string;
  readonly choices?: readonly { readonly code: string; readonly label: string }[];
}

export interface VisitView {
  readonly visitId: string;
  readonly state: VisitState;
  readonly training: boolean;
  readonly lamps: Lamps;
  readonly services: readonly { readonly code: string; readonly name: string }[];
  readonly serviceCode: string;
  readonly registrationNo: string;
  readonly operator: string;
  readonly counter: string;
  readonly cardPath: boolean;
  /** The agreement lets this counter read cards; where it does not, the reader is never opened. */
  readonly readerUsed: boolean;
  readonly readerObligatory: boolean;
  readonly documents: readonly ('KTP_EL' | 'IKD')[];
  readonly progress?: Progress;
  /**
   * The JPEG itself; gone after the holder check. Bytes and not a URL, for a URL is loaded by the browser process,
   * which would then have seen the face.
   */
  readonly photo?: Uint8Array;
  readonly identity: readonly ShownValue[];
  readonly verdicts: readonly ShownVerdict[];
  /** The inquiry is under way since this many milliseconds. */
  readonly inquiring?: { readonly sinceMs: number };
  /** How Dukcapil is asked under this agreement; absent where it grants no way at all. */
  readonly method?: InquiryMethod;
  /** The officer looks this NIK up in the official portal and says here what it answered. */
  readonly portal?: { readonly nik: string };
  /** Waits for the officer's word on each of these. */
  readonly comparison?: readonly ComparedElement[];
  /** A second person may sign for this now: as second officer, or for a NIK that pacing holds. */
  readonly cosign?: 'SECOND_OFFICER' | 'EXCEPTION';
  readonly notice?: { readonly notice: Notice; readonly text: string; readonly code?: string };
  readonly failure?: Failure;
  readonly consent?: ConsentQuestion;
  /** What became of the printed receipt. */
  readonly receipt?: 'PRINTING' | 'PRINTED';
  readonly consentDecision?: 'GRANTED' | 'REFUSED';
  readonly serviceFields: readonly ServiceField[];
  /** A permit was refused for pacing; the next inquiry may go at this time (epoch ms). */
  readonly waitUntil?: number;
  /** Hits of the day as of the last permit; `null`: no limit. */
  readonly quota?: { readonly used: number; readonly limit: number | null };
  /** Seconds of inactivity after which personal values leave the screen. */
  readonly turnAwaySeconds: number;
  /** How the visit before this one ended, for the waiting screen to say so. */
  readonly previous?: VisitState;
  /** A card lies on the reader from before; it counts as a tap only after it was lifted. */
  readonly liftCard?: boolean;
  readonly intents: readonly Intent['kind'][];
}

/** The language in which the resident was asked. */
const pageLanguage = z.enum(['id', 'en']);
/** Number on the signed receipt, or where the recording lies; never a NIK. */
const evidenceRef = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^(?!.*\d{16})/);
const officerName = z.string().trim().min(1).max(120);

/** Everything the page may ask of the visit process; anything else is refused at the port. */
export const intent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('selectService'), code: z.string().max(40) }),
  z.object({
    kind: z.literal('typeNik'),
    nik: z.string().max(40),
    fullName: z.string().trim().max(120),
    reason: z.enum(manualReasons),
  }),
  z.object({ kind: z.literal('holderMatches') }),
  z.object({ kind: z.literal('holderDiffers') }),
  z.object({ kind: z.literal('inquire') }),
  /** Data was found, in the portal or by the gateway; these elements differ from the applicant's papers, the others agree. */
  z.object({
    kind: z.literal('compared'),
    differing: z.array(z.enum(dataElements)).max(dataElements.length),
  }),
  z.object({ kind: z.literal('portalAnswered'), answer: z.enum(portalAnswers) }),
  z.object({ kind: z.literal('askConsent') }),
  z.object({
    kind: z.literal('grantConsent'),
    language: pageLanguage,
    evidence: z.enum(['PAPER_SIGNATURE', 'RECORDED_STATEMENT']),
    evidenceRef,
    companion: z.object({ name: officerName, relation: officerName }).exactOptional(),
  }),
  z.object({ kind: z.literal('refuseConsent'), language: pageLanguage }),
  z.object({ kind: z.literal('printReceipt'), language: pageLanguage }),
  z.object({ kind: z.literal('continueUnverified') }),
  z.object({
    kind: z.literal('recordService'),
    fields: z.record(z.string().max(40), z.string().max(1000)),
  }),
  z.object({ kind: z.literal('awaitApplicant') }),
  z.object({ kind: z.literal('recheck') }),
  z.object({ kind: z.literal('closeWithoutService') }),
  z.object({ kind: z.literal('cancel') }),
]);
export type Intent = z.infer<typeof intent>;

/** Visit process → page. */
export type PageMessage = { readonly kind: 'view'; readonly view: VisitView };
/** Page → visit process. `rendered` lets the process measure tap-to-screen without telling anyone what is shown. */
export const pageReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intent'), intent }),
  z.object({ kind: z.literal('rendered'), state: z.string().max(40), identity: z.boolean() }),
]);
export type PageReply = z.infer<typeof pageReply>;
