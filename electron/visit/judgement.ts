/** What an answer of the gateway means for the visit: which event it is, what main may know of it, which words are shown. */
import type { Failure } from '../../native/failure.ts';
import { type InquiryOutcome, type Notice, officialTexts, type VisitEvent } from '../contract/index.ts';
import type { InquiryAnswer } from './ports.ts';

export interface Arrived {
  readonly event: VisitEvent;
  readonly outcome: InquiryOutcome;
  readonly failure: Failure | undefined;
}

/** The nine official texts are shown to the letter, whatever spelling this installation sends; others as they came. */
export function noticeText(notice: Notice, sent: string): string {
  return notice in officialTexts ? officialTexts[notice as keyof typeof officialTexts] : sent;
}

export function judged(answer: InquiryAnswer): Arrived {
  switch (answer.kind) {
    case 'FAILED':
      return { event: 'ANSWER_TECH_FAIL', outcome: answer.outcome, failure: answer.failure };
    case 'JUDGED': {
      const event = answer.outcome === 'MATCH' ? 'ANSWER_MATCH' : 'ANSWER_MISMATCH';
      return { event, outcome: answer.outcome, failure: undefined };
    }
    case 'NOTICE':
      return { event: noticeEvents[answer.about], outcome: answer.outcome, failure: undefined };
  }
}

const noticeEvents = {
  RESIDENT: 'ANSWER_NO_DATA',
  INSTITUTION: 'ANSWER_BLOCKED',
  QUOTA: 'ANSWER_BLOCKED',
  UNKNOWN: 'ANSWER_TECH_FAIL',
} as const;
