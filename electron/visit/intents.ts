/** Which intents have a place in which state: what the page may offer and what the visit will accept, from one function. */
import type { Intent, VisitState } from '../contract/index.ts';

export interface Situation {
  readonly state: VisitState;
  readonly hasPhoto: boolean;
  /** The books refused the service, and trying again will not change that. */
  readonly cannotSave: boolean;
  /** Storing may be asked for: card path, holder confirmed, something storable in the profile. */
  readonly mayStore: boolean;
  /** Pacing or quota does not hold the next inquiry back. */
  readonly mayInquireAgain: boolean;
}

export function allowedIntents(situation: Situation): Intent['kind'][] {
  const inquireAgain: Intent['kind'][] = situation.mayInquireAgain ? ['inquire'] : [];
  switch (situation.state) {
    case 'READY':
      return ['selectService', 'typeNik'];
    case 'OPENED':
      return ['selectService', 'typeNik', 'closeWithoutService', 'cancel'];
    case 'CARD_READ':
      return situation.hasPhoto
        ? ['holderMatches', 'holderDiffers', 'secondOfficerConfirms', 'cancel']
        : ['secondOfficerConfirms', 'holderDiffers', 'cancel'];
    case 'HOLDER_FAILED':
      return ['secondOfficerConfirms', 'closeWithoutService', 'cancel'];
    case 'RESULT_MATCH':
      return situation.mayStore
        ? ['askConsent', 'closeWithoutService']
        : ['recordService', 'closeWithoutService'];
    case 'RESULT_MISMATCH':
    case 'RESULT_NO_DATA':
      return ['awaitApplicant', 'closeWithoutService'];
    case 'RESULT_BLOCKED':
    case 'RESULT_TECH_FAIL':
      return [...inquireAgain, 'continueUnverified', 'closeWithoutService'];
    case 'AWAITING_APPLICANT':
      return ['recheck', 'closeWithoutService', 'cancel'];
    case 'CONSENT_ASKED':
      return ['grantConsent', 'refuseConsent', 'closeWithoutService'];
    case 'CONSENT_GRANTED':
      return ['recordService', 'refuseConsent', 'closeWithoutService'];
    case 'CONSENT_REFUSED':
    case 'UNVERIFIED_CONTINUED':
      return ['recordService', 'closeWithoutService'];
    case 'SERVICE_RECORDED':
      // A full disk passes; a refusal for good must not keep the counter closed.
      return situation.cannotSave ? ['recordService', 'closeWithoutService'] : ['recordService'];
    case 'HOLDER_CONFIRMED':
    case 'MANUAL_ENTRY':
    case 'VERIFYING':
    case 'CARD_TAPPED':
      return ['cancel'];
    case 'BALIKAN_QUEUED':
    case 'CLOSED_SERVED':
    case 'CLOSED_NO_SERVICE':
    case 'CANCELLED':
      return [];
  }
}
