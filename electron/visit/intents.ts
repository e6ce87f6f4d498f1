/** Which intents have a place in which state: what the page may offer and what the visit will accept, from one function. */
import type { Intent, VisitState, VisitView } from '../contract/index.ts';

export interface Situation {
  readonly state: VisitState;
  readonly hasPhoto: boolean;
  /** The books refused the service, and trying again will not change that. */
  readonly cannotSave: boolean;
  /** Storing may be asked for: card path, holder confirmed, something storable in the profile. */
  readonly mayStore: boolean;
  /** Pacing or quota does not hold the next inquiry back. */
  readonly mayInquireAgain: boolean;
  /** Pacing holds this NIK until the access manager lets it through. */
  readonly isHeld: boolean;
  /** The officer has the word: on what was found, or on what the portal answered. */
  readonly officerSays: 'COMPARISON' | 'PORTAL' | undefined;
  /** The agreement is over; what was decided before may be recorded, and nothing else. */
  readonly isHalted: boolean;
}

/** The result stands and nobody's word is waited for: what is left is to record the service. */
export const decidedStates: ReadonlySet<VisitState> = new Set([
  'RESULT_MATCH',
  'CONSENT_GRANTED',
  'CONSENT_REFUSED',
  'UNVERIFIED_CONTINUED',
  'SERVICE_RECORDED',
]);

/** What Dukcapil said stands on the screen, and is there to be read. */
const answeredStates: ReadonlySet<VisitState> = new Set([
  'RESULT_MISMATCH',
  'RESULT_NO_DATA',
  'RESULT_BLOCKED',
  'RESULT_TECH_FAIL',
]);

/** A visit that does not end with its agreement: nothing is asked in it any more, and it has a way to its own end. */
export function outlastsAgreement(state: VisitState): boolean {
  return decidedStates.has(state) || answeredStates.has(state);
}

export function allowedIntents(situation: Situation): Intent['kind'][] {
  const intents = intentsIn(situation);
  if (!situation.isHalted) return intents;
  if (situation.state === 'RESULT_MATCH') return ['recordService', 'closeWithoutService'];
  return intents.filter((intent) => lastIntents.has(intent));
}

/** None of them looks at anything. */
const lastIntents: ReadonlySet<Intent['kind']> = new Set([
  'continueUnverified',
  'recordService',
  'closeWithoutService',
]);

function intentsIn(situation: Situation): Intent['kind'][] {
  const inquireAgain: Intent['kind'][] = situation.mayInquireAgain && !situation.isHeld ? ['inquire'] : [];
  switch (situation.state) {
    case 'READY':
      return ['selectService', 'typeNik'];
    case 'OPENED':
      return ['selectService', 'typeNik', 'closeWithoutService', 'cancel'];
    case 'CARD_READ':
      return situation.hasPhoto ? ['holderMatches', 'holderDiffers', 'cancel'] : ['holderDiffers', 'cancel'];
    case 'HOLDER_FAILED':
      return ['closeWithoutService', 'cancel'];
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
      return ['grantConsent', 'refuseConsent', 'printReceipt', 'closeWithoutService'];
    case 'CONSENT_GRANTED':
      return ['recordService', 'refuseConsent', 'closeWithoutService'];
    case 'CONSENT_REFUSED':
    case 'UNVERIFIED_CONTINUED':
      return ['recordService', 'closeWithoutService'];
    case 'SERVICE_RECORDED':
      // A full disk passes; a refusal for good must not keep the counter closed.
      return situation.cannotSave ? ['recordService', 'closeWithoutService'] : ['recordService'];
    case 'VERIFYING':
      return [...officersWords(situation.officerSays), 'cancel'];
    case 'HOLDER_CONFIRMED':
    case 'MANUAL_ENTRY':
    case 'CARD_TAPPED':
      return ['cancel'];
    case 'BALIKAN_QUEUED':
    case 'CLOSED_SERVED':
    case 'CLOSED_NO_SERVICE':
    case 'CANCELLED':
      return [];
  }
}

function officersWords(about: Situation['officerSays']): Intent['kind'][] {
  if (about === 'PORTAL') return ['compared', 'portalAnswered'];
  return about === 'COMPARISON' ? ['compared'] : [];
}

/** What a second person may sign for now; main has verified who they are before it comes here. */
export function cosignable({ state, isHeld, isHalted }: Situation): VisitView['cosign'] {
  if (isHalted) return undefined;
  if (state === 'CARD_READ' || state === 'HOLDER_FAILED') return 'SECOND_OFFICER';
  return state === 'RESULT_BLOCKED' && isHeld ? 'EXCEPTION' : undefined;
}
