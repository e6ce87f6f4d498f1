/**
 * The consent of a resident to the storing of card data (R-023, R-090…R-094): when it may be asked, what the question says
 * – rendered from the profile, under a version – and what is kept of the answer.
 */

import { addPeriod, localDay } from '../calendar/index.ts';
import type {
  AgreementProfile,
  ConsentFact,
  ConsentQuestion,
  ElementPart,
  Intent,
  KeptContent,
  VisitBriefing,
} from '../contract/index.ts';
import { elementCatalogue, partsOf } from '../contract/index.ts';
import type { Holding } from './holding.ts';
import type { Sealer } from './ports.ts';

/** Wording of the notice. A change of wording is a new version, and residents are asked again. */
const noticeWording = 'persetujuan-2026-11';

/** The parts of a card that this profile lets an office keep, with the reason for each. */
export function storableParts(profile: AgreementProfile): { part: ElementPart; reason: string }[] {
  if (profile.storageRetention === undefined) return [];
  return profile.storableFromCard.flatMap(({ element, reason }) =>
    partsOf([element])
      .filter((part) => elementCatalogue[part].onChip)
      .map((part) => ({ part, reason })),
  );
}

export function noticeVersion(profile: AgreementProfile): string {
  return `${noticeWording}/${profile.profileId}/v${profile.profileVersion}`;
}

export function consentQuestion(briefing: VisitBriefing, holding: Holding, now: number): ConsentQuestion {
  const profile = briefing.agreement;
  const retention = profile.storageRetention ?? 'P0D';
  const values = storableParts(profile).flatMap(({ part, reason }) => {
    const value = holding.card.get(part);
    return value === undefined ? [] : [{ part, reason, value: value.reveal() }];
  });
  return {
    institution: profile.parties.party2.name,
    purpose: profile.purpose,
    agreementNumber: profile.numbers.party2,
    values,
    retainedUntil: addPeriod(localDay(now, profile.timeZone), retention),
    retention,
    noticeVersion: noticeVersion(profile),
    receiptNo: briefing.receiptNo,
    balikanLabels: profile.dataBalikan.fields.map((field) => field.label),
  };
}

type Grant = Extract<Intent, { kind: 'grantConsent' }>;

/** What main records of the answer: codes, versions and times; for a refusal nothing that was read (5.6). */
export function consentFact(
  question: ConsentQuestion,
  answer: Grant | { kind: 'refuseConsent' },
  sealer: Sealer,
): ConsentFact {
  const granted = answer.kind === 'grantConsent';
  return {
    consentId: sealer.newId(),
    receiptNo: question.receiptNo,
    decision: granted ? 'GRANTED' : 'REFUSED',
    elements: granted ? question.values.map(({ part }) => part) : [],
    ...(granted ? { retainedUntil: question.retainedUntil, evidence: answer.evidence } : {}),
    noticeVersion: question.noticeVersion,
    noticeHash: sealer.sha256Hex(noticeText(question)),
    language: 'id',
    hasCompanion: granted && answer.companion !== undefined,
  };
}

export function keptContent(question: ConsentQuestion, answer: Grant): KeptContent {
  return {
    values: question.values.map(({ part, value }) => ({ part, value })),
    ...(answer.companion === undefined ? {} : { companion: answer.companion }),
  };
}

/** What the resident was told, without the values: the hash of it goes into the record. */
function noticeText(question: ConsentQuestion): string {
  return JSON.stringify({
    version: question.noticeVersion,
    institution: question.institution,
    purpose: question.purpose,
    agreement: question.agreementNumber,
    elements: question.values.map(({ part, reason }) => [part, reason]),
    retainedUntil: question.retainedUntil,
    balikan: question.balikanLabels,
  });
}
