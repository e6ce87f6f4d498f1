/** Which screen a view asks for. Pure: the one place that knows all of them. */
import type { VisitView } from '../../electron/contract/index.ts';
import type { Within } from './store.ts';

export type ScreenName =
  | 'ready'
  | 'type-nik'
  | 'person'
  | 'second-officer'
  | 'exception'
  | 'portal'
  | 'compare'
  | 'verifying'
  | 'match'
  | 'mismatch'
  | 'notice'
  | 'failure'
  | 'awaiting'
  | 'consent'
  | 'agreed'
  | 'refused'
  | 'service'
  | 'saving'
  | 'done';

export function screenOf(view: VisitView, within: Within): ScreenName {
  switch (view.state) {
    case 'READY':
    case 'OPENED':
      return within === 'typing' && view.intents.includes('typeNik') ? 'type-nik' : 'ready';
    case 'CARD_TAPPED':
      return 'person';
    case 'CARD_READ':
      return within === 'second' || !view.intents.includes('holderMatches') ? 'second-officer' : 'person';
    case 'HOLDER_FAILED':
      return 'second-officer';
    case 'HOLDER_CONFIRMED':
    case 'MANUAL_ENTRY':
      return 'verifying';
    case 'VERIFYING':
      if (view.portal !== undefined) return within === 'comparing' ? 'compare' : 'portal';
      return view.comparison === undefined ? 'verifying' : 'compare';
    case 'RESULT_MATCH':
      return within === 'service' ? 'service' : 'match';
    case 'RESULT_MISMATCH':
      return 'mismatch';
    case 'RESULT_NO_DATA':
    case 'RESULT_BLOCKED':
    case 'RESULT_TECH_FAIL':
      if (within === 'exception' && view.cosign === 'EXCEPTION') return 'exception';
      return view.notice === undefined ? 'failure' : 'notice';
    case 'AWAITING_APPLICANT':
      return 'awaiting';
    case 'CONSENT_ASKED':
      if (view.consent === undefined) return 'saving';
      if (within === 'agreed') return 'agreed';
      return within === 'refused' ? 'refused' : 'consent';
    case 'CONSENT_GRANTED':
    case 'CONSENT_REFUSED':
    case 'UNVERIFIED_CONTINUED':
      return 'service';
    case 'SERVICE_RECORDED':
      return view.failure === undefined ? 'saving' : 'service';
    case 'BALIKAN_QUEUED':
      return 'saving';
    case 'CLOSED_SERVED':
    case 'CLOSED_NO_SERVICE':
    case 'CANCELLED':
      return 'done';
  }
}

/** Screens on which values of the resident can be seen. */
export function showsIdentity(screen: ScreenName): boolean {
  return ['person', 'second-officer', 'portal', 'compare', 'verifying', 'match', 'mismatch'].includes(screen);
}
