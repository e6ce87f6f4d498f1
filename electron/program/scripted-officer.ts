/** The officer of a visit without a window: answers each view with the next step of an ordinary visit. */
import type { Intent, ServiceField, VisitView } from '../contract/index.ts';

/** What to do about this view, or nothing while something else has to happen first. */
export function nextIntent(view: VisitView, consents: boolean): Intent | undefined {
  const may = (kind: Intent['kind']) => view.intents.includes(kind);
  switch (view.state) {
    case 'CARD_READ':
      // Where the profile shows no photo, a second officer confirms the holder, and nothing can be kept.
      return may('holderMatches')
        ? { kind: 'holderMatches' }
        : { kind: 'secondOfficerConfirms', officer: 'Petugas kedua', reason: 'NO_PHOTO' };
    case 'RESULT_MATCH':
      return may('askConsent') ? { kind: 'askConsent' } : record(view);
    case 'CONSENT_ASKED':
      return consents ? { kind: 'grantConsent', evidence: 'PAPER_SIGNATURE' } : { kind: 'refuseConsent' };
    case 'CONSENT_GRANTED':
    case 'CONSENT_REFUSED':
      // The same failure again would come of trying again: a missing field, a full disk.
      return view.failure === undefined ? record(view) : { kind: 'closeWithoutService' };
    case 'RESULT_MISMATCH':
    case 'RESULT_NO_DATA':
    case 'RESULT_BLOCKED':
    case 'RESULT_TECH_FAIL':
      return { kind: 'closeWithoutService' };
    default:
      return undefined;
  }
}

function record(view: VisitView): Intent {
  return {
    kind: 'recordService',
    fields: Object.fromEntries(view.serviceFields.map((field) => [field.code, filled(field)])),
  };
}

function filled({ suggestion, choices }: ServiceField): string {
  const suggested = choices?.find(({ code }) => code === suggestion) ?? choices?.[0];
  return suggested?.code ?? suggestion ?? '';
}
