/** What an answer means for the visit: which event it is, what main may know of it, which words are shown. */
import type { Failure } from '../../native/failure.ts';
import {
  appFailure,
  type InquiryOutcome,
  type Notice,
  officialTexts,
  type PortalAnswer,
  residentNotices,
  type VisitEvent,
} from '../contract/index.ts';
import type { InquiryAnswer } from './ports.ts';
import type { ShownNotice } from './view.ts';

export interface Arrived {
  /** Absent: data was found, and the officer has to compare it first. */
  readonly event: VisitEvent | undefined;
  readonly outcome: InquiryOutcome;
  readonly failure: Failure | undefined;
}

/** The nine official texts are shown to the letter, whatever spelling this installation sends; others as they came. */
function noticeText(notice: Notice, sent: string): string {
  return notice in officialTexts ? officialTexts[notice as keyof typeof officialTexts] : sent;
}

export function noticeIn(answer: InquiryAnswer): ShownNotice | undefined {
  if (answer.kind !== 'NOTICE') return undefined;
  const { notice, code } = answer;
  return { notice, text: noticeText(notice, answer.text), ...(code === undefined ? {} : { code }) };
}

export function judged(answer: InquiryAnswer): Arrived {
  switch (answer.kind) {
    case 'FAILED':
      return { event: 'ANSWER_TECH_FAIL', outcome: answer.outcome, failure: answer.failure };
    case 'JUDGED': {
      const event = answer.outcome === 'MATCH' ? 'ANSWER_MATCH' : 'ANSWER_MISMATCH';
      return { event, outcome: answer.outcome, failure: undefined };
    }
    case 'FOUND':
      return { event: undefined, outcome: answer.outcome, failure: undefined };
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

/** What the officer read in the portal. That it did not answer is no answer. */
export function portalJudged(
  answer: PortalAnswer,
): Arrived & { readonly event: VisitEvent; readonly notice: ShownNotice | undefined } {
  if (answer === 'UNREACHABLE') {
    const failure = appFailure('GATEWAY_UNREACHABLE', 'portal');
    return { event: 'ANSWER_TECH_FAIL', outcome: 'TECH_FAIL', failure, notice: undefined };
  }
  const isAboutResident = (residentNotices as readonly string[]).includes(answer);
  const event = isAboutResident ? 'ANSWER_NO_DATA' : 'ANSWER_BLOCKED';
  const notice = { notice: answer, text: officialTexts[answer] };
  return { event, outcome: answer, failure: undefined, notice };
}
