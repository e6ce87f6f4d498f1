/** The officer of a visit without a window: answers each view with the next step of an ordinary visit. */
import type { ComparedElement, Intent, ServiceField, VisitView } from '../contract/index.ts';

/** What to do about this view, or nothing while something else has to happen first. */
export function nextIntent(view: VisitView, consents: boolean): Intent | undefined {
  const may = (kind: Intent['kind']) => view.intents.includes(kind);
  switch (view.state) {
    case 'CARD_READ':
      return may('holderMatches') ? { kind: 'holderMatches' } : undefined;
    case 'VERIFYING':
      // There is no portal without an officer in front of it.
      if (may('portalAnswered')) return { kind: 'portalAnswered', answer: 'UNREACHABLE' };
      return may('compared') ? { kind: 'compared', differing: differing(view.comparison ?? []) } : undefined;
    case 'RESULT_MATCH':
      return may('askConsent') ? { kind: 'askConsent' } : record(view);
    case 'CONSENT_ASKED':
      return consents ? granted(view) : { kind: 'refuseConsent', language: 'id' };
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

/** Where the profile shows no photo, a second officer confirms the holder, and nothing can be kept. */
export function needsSecondOfficer(view: VisitView): boolean {
  return view.state === 'CARD_READ' && !view.intents.includes('holderMatches') && view.cosign !== undefined;
}

/** Elements of which card and Dukcapil say something else; what the card does not have cannot differ. */
function differing(rows: readonly ComparedElement[]) {
  const differs = ({ own, found }: ComparedElement) =>
    own.some(({ part, value }) => {
      const other = found.find((one) => one.part === part)?.value;
      return other !== undefined && plain(other) !== plain(value);
    });
  return rows.filter(differs).map(({ element }) => element);
}

/** Spelling that differs between card and database: case, blanks, leading zeros of RT, RW and days. */
function plain(value: string): string {
  return value
    .trim()
    .toUpperCase()
    .replace(/\b0+(?=\d)/g, '')
    .replace(/[\s-]+/g, ' ');
}

function granted(view: VisitView): Intent {
  const evidenceRef = view.consent?.receiptNo ?? '-';
  return { kind: 'grantConsent', language: 'id', evidence: 'PAPER_SIGNATURE', evidenceRef };
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
