/**
 * What the audit log can say. Fields are codes, ids and numbers; there is no field for a value of a resident, and
 * {@link assertImpersonal} refuses what would smuggle one in.
 */
import type { ElementPart, InquiryOutcome, ManualReason, VisitState } from '../contract/index.ts';
import type { CustodyEvent } from './custody-event.ts';
import type { DutyEvent } from './duty-event.ts';
import type { OutboxEvent } from './outbox-event.ts';
import type { PeopleEvent } from './people-event.ts';

export type AuditEvent =
  | PeopleEvent
  | CustodyEvent
  | DutyEvent
  | OutboxEvent
  | { readonly event: 'PROGRAM_STARTED'; readonly version: string; readonly training: boolean }
  | { readonly event: 'PROGRAM_ENDED' }
  | { readonly event: 'SIGNED_IN' | 'SIGNED_OUT' | 'SIGN_IN_REFUSED'; readonly operatorId: string }
  | { readonly event: 'SETTING_CHANGED'; readonly setting: string; readonly value: string }
  | {
      readonly event: 'PERMIT_GIVEN';
      readonly kind: 'READ' | 'INQUIRE';
      readonly permitId: string;
      readonly method?: string;
      readonly nikHash?: string;
    }
  | {
      readonly event: 'PERMIT_REFUSED';
      readonly kind: 'READ' | 'INQUIRE';
      readonly failure: string;
      readonly nikHash?: string;
    }
  /** A report about a permit that the reporting visit did not have, had used, or used too late: the process is broken or not ours. */
  | {
      readonly event: 'PERMIT_MISUSED';
      readonly kind: 'READ' | 'INQUIRE';
      readonly permitId: string;
      readonly outcome: 'UNKNOWN' | 'USED' | 'LATE';
    }
  /** One NIK that pacing held may be asked about in this visit; who approved it is the actor. */
  | {
      readonly event: 'EXCEPTION_APPROVED';
      readonly failure: string;
      readonly operatorId: string;
      readonly reason: string;
    }
  | { readonly event: 'COSIGN_REFUSED'; readonly purpose: string; readonly failure: string }
  | { readonly event: 'EMERGENCY_STOPPED'; readonly reference: string; readonly reason: string }
  | { readonly event: 'EMERGENCY_LIFTED'; readonly reference: string }
  /** The clock had run ahead and is right now; times in milliseconds since 1970. */
  | { readonly event: 'CLOCK_ACCEPTED'; readonly latest: number; readonly accepted: number }
  | {
      readonly event: 'CARD_READ';
      readonly outcome: 'OK' | 'FAILED';
      readonly failure?: string;
      readonly ms: number;
    }
  /** A NIK was typed instead of a card tapped, and why. */
  | { readonly event: 'NIK_TYPED'; readonly outcome: ManualReason }
  | {
      readonly event: 'HOLDER_CHECKED';
      readonly outcome: 'MATCHES' | 'DIFFERS' | 'SECOND_OFFICER';
      readonly reason?: string;
      /** Who signed for it as the second person. */
      readonly secondOfficer?: string;
    }
  | {
      readonly event: 'INQUIRED';
      readonly permitId: string;
      readonly outcome: InquiryOutcome;
      readonly differing: readonly ElementPart[];
      readonly failure?: string;
      readonly ms: number;
    }
  /** What an operator found when comparing an answer with the applicant's papers. */
  | {
      readonly event: 'COMPARED';
      readonly permitId: string;
      readonly outcome: 'MATCH' | 'MISMATCH';
      readonly differing: readonly ElementPart[];
    }
  | {
      readonly event: 'VISIT_MOVED';
      readonly from: VisitState;
      readonly to: VisitState;
      readonly by: string;
    }
  | {
      readonly event: 'SERVICE_RECORDED';
      readonly serviceCode: string;
      readonly outcome: InquiryOutcome;
      readonly verified: boolean;
    }
  | {
      readonly event: 'CONSENT_RECORDED';
      readonly consentId: string;
      readonly outcome: 'GRANTED' | 'REFUSED';
      readonly elements: readonly ElementPart[];
      readonly noticeVersion: string;
      readonly evidence?: string;
    }
  | { readonly event: 'KEPT_STORED'; readonly recordId: string; readonly consentId: string }
  | {
      readonly event: 'KEPT_OPENED';
      readonly recordId: string;
      readonly consentId: string;
      /** The access request it was opened for. */
      readonly requestId?: string;
    }
  | {
      readonly event: 'REQUEST_TAKEN';
      readonly requestId: string;
      readonly consentId: string;
      readonly kind: 'WITHDRAWAL' | 'ACCESS';
      readonly channel: 'COUNTER' | 'LETTER';
    }
  | {
      readonly event: 'REQUEST_SETTLED';
      readonly requestId: string;
      readonly consentId: string;
      readonly outcome: 'COMPLETED' | 'REFUSED' | 'COMPLETED_BY_CLOCK';
    }
  | { readonly event: 'CONSENT_WITHDRAWN'; readonly consentId: string }
  | {
      readonly event: 'KEPT_ERASED';
      readonly recordId: string;
      readonly consentId: string;
      readonly reason: 'WITHDRAWN' | 'RETENTION_ENDED' | 'PROOF_MISSING';
    }
  /** An agreement moved, or stayed in its state while its profile or its dates changed (domain 4.1). */
  | {
      readonly event: 'AGREEMENT_MOVED';
      readonly by: string;
      readonly from: string;
      readonly to: string;
      readonly cause?: string;
    }
  | {
      readonly event: 'PROFILE_CONFIRMED';
      readonly cause: string;
      readonly sha256: string;
      readonly proposedBy: string;
    }
  /** Something was written down about an agreement that moves nothing. */
  | { readonly event: 'AGREEMENT_NOTED'; readonly what: string }
  | { readonly event: 'CONNECTION_INSTALLED'; readonly sha256: string }
  | { readonly event: 'LOOKUPS_STOPPED'; readonly failure: string }
  | { readonly event: 'LOOKUPS_REOPENED' }
  | { readonly event: 'SAM_OPEN_REFUSED' }
  | { readonly event: 'GATEWAY_ALARM'; readonly failure: string }
  /** What the log was before this entry; the paper or file that left with it can be held against it. */
  | {
      readonly event: 'CHECKPOINT_SIGNED';
      readonly occasion: 'DAY_CLOSE' | 'EXPORT' | 'DOCUMENT';
      readonly count: number;
      readonly headHash: string;
      readonly merkleRoot: string;
    };

/** Who did it, where, and under which version of which agreement. */
export interface AuditContext {
  /** Operator id, or `SYSTEM`. */
  readonly actor: string;
  readonly counter: string;
  readonly agreementId?: string;
  readonly profileVersion?: number;
  readonly visitId?: string;
}

export type AuditValue = string | number | boolean | readonly string[];

/** A word of fifteen digits or more is what a NIK or a KK number looks like; ids of ours have letters or hyphens in between. */
const NUMBER_OF_A_PERSON = /(?<![0-9A-Za-z])\d{15,}(?![0-9A-Za-z])/;
const LONGEST = 200;
/** Twelve digits or more, also in groups: most of a NIK. */
const LONG_NUMBER = /\d(?:[ .-]?\d){11,}/g;

/** What a person wrote – a reason, a reference – as the log may keep it. */
export function impersonalText(written: string): string {
  return written.replace(LONG_NUMBER, '…').slice(0, LONGEST);
}

/** Throws, because a personal value on its way into the log is a bug that must not be survived. */
export function assertImpersonal(fields: Readonly<Record<string, AuditValue>>): void {
  for (const [name, value] of Object.entries(fields)) {
    for (const text of typeof value === 'object' ? value : [value]) {
      const fine =
        typeof text === 'boolean' ||
        (typeof text === 'number' && Number.isSafeInteger(text)) ||
        (typeof text === 'string' && text.length <= LONGEST && !NUMBER_OF_A_PERSON.test(text));
      // The value itself stays out of the message, which may end in a crash report.
      if (!fine) throw new TypeError(`the audit field ${name} does not hold a code, an id or a whole number`);
    }
  }
}
