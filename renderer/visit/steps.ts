/** Where a visit stands on *Ketuk · Cocokkan · Persetujuan · Layanan*. */
import type { VisitState } from '../../electron/contract/index.ts';
import type { PetalState } from '../shell/index.ts';

export const steps = ['tap', 'match', 'consent', 'service'] as const;
export type Step = (typeof steps)[number];

const stepOfState: Readonly<Record<VisitState, Step | 'end'>> = {
  READY: 'tap',
  OPENED: 'tap',
  CARD_TAPPED: 'tap',
  MANUAL_ENTRY: 'tap',
  CARD_READ: 'match',
  HOLDER_CONFIRMED: 'match',
  HOLDER_FAILED: 'match',
  VERIFYING: 'match',
  RESULT_MATCH: 'match',
  RESULT_MISMATCH: 'match',
  RESULT_NO_DATA: 'match',
  RESULT_BLOCKED: 'match',
  RESULT_TECH_FAIL: 'match',
  AWAITING_APPLICANT: 'match',
  CONSENT_ASKED: 'consent',
  CONSENT_GRANTED: 'service',
  CONSENT_REFUSED: 'service',
  UNVERIFIED_CONTINUED: 'service',
  SERVICE_RECORDED: 'service',
  BALIKAN_QUEUED: 'service',
  CLOSED_SERVED: 'end',
  CLOSED_NO_SERVICE: 'end',
  CANCELLED: 'end',
};

/** `inService`: the page already shows the service form although the visit's state is still a result. */
export function currentStep(state: VisitState, inService: boolean): Step | 'end' {
  return state === 'RESULT_MATCH' && inService ? 'service' : stepOfState[state];
}

export function petalsOf(step: Step | 'end'): PetalState[] {
  const at = step === 'end' ? steps.length : steps.indexOf(step);
  return steps.map((_, index) => (index < at ? 'done' : index === at ? 'now' : 'later'));
}
