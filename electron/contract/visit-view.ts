/**
 * What the visit page shows and what the officer can do: the view model that the visit process sends over the page's
 * MessagePort, and the intents that come back. The page draws it and keeps nothing.
 */
import { z } from 'zod';
import type { Failure } from '../../native/failure.ts';
import type { ElementPart } from './elements.ts';
import type { Notice } from './inquiry.ts';
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

/** Why a NIK is typed where a reader is obligatory. */
export const manualReasons = ['CARD_ABSENT', 'CHIP_DAMAGED', 'IKD_SHOWN', 'READER_DOWN'] as const;
export type ManualReason = (typeof manualReasons)[number];
export type SecondOfficerReason = 'PHOTO_UNCLEAR' | 'INJURED' | 'DISABILITY' | 'ELDERLY' | 'NO_PHOTO';

export interface ConsentQuestion {
  readonly institution: string;
  readonly purpose: string;
  readonly agreementNumber: string;
  readonly values: readonly (ShownValue & { readonly reason: string })[];
  /** Last day of retention, `YYYY-MM-DD`. */
  readonly retainedUntil: string;
  readonly retention: string;
  readonly noticeVersion: string;
  readonly receiptNo: string;
  /** What data balikan will carry besides, so that the resident is told it is not part of the consent. */
  readonly balikanLabels: readonly string[];
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
  readonly readerObligatory: boolean;
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
  readonly notice?: { readonly notice: Notice; readonly text: string; readonly code?: string };
  readonly failure?: Failure;
  readonly consent?: ConsentQuestion;
  readonly consentDecision?: 'GRANTED' | 'REFUSED';
  readonly serviceFields: readonly ServiceField[];
  /** A permit was refused for pacing; the next inquiry may go at this time (epoch ms). */
  readonly waitUntil?: number;
  /** Seconds of inactivity after which personal values leave the screen. */
  readonly turnAwaySeconds: number;
  /** How the visit before this one ended, for the waiting screen to say so. */
  readonly previous?: VisitState;
  /** A card lies on the reader from before; it counts as a tap only after it was lifted. */
  readonly liftCard?: boolean;
  readonly intents: readonly Intent['kind'][];
}

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
  z.object({
    kind: z.literal('secondOfficerConfirms'),
    officer: officerName,
    reason: z.enum(['PHOTO_UNCLEAR', 'INJURED', 'DISABILITY', 'ELDERLY', 'NO_PHOTO']),
  }),
  z.object({ kind: z.literal('inquire') }),
  z.object({ kind: z.literal('askConsent') }),
  z.object({
    kind: z.literal('grantConsent'),
    evidence: z.enum(['PAPER_SIGNATURE', 'RECORDED_STATEMENT']),
    companion: z.object({ name: officerName, relation: officerName }).exactOptional(),
  }),
  z.object({ kind: z.literal('refuseConsent') }),
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
