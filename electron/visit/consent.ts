/**
 * The consent of a resident to the storing of card data (R-023, R-090…R-097): what the question says, what is kept of the
 * answer, and who has to stand by. The words are the contract's (`consent-notice.ts`).
 */
import { addPeriod, localDay } from '../calendar/index.ts';
import {
  type ConsentFact,
  type ConsentQuestion,
  consentNotice,
  consentReceipt,
  type Intent,
  type KeptContent,
  noticeVersion,
  noticeWords,
  type ReceiptFacts,
  storableParts,
  type VisitBriefing,
} from '../contract/index.ts';
import type { Holding } from './holding.ts';
import type { Sealer } from './ports.ts';

/** UU 35/2014: who has not turned eighteen is a child, married or not. */
const ageOfConsent = 'P18Y';

/** What question and receipt are made of. */
export function receiptFacts(briefing: VisitBriefing, holding: Holding, now: number): ReceiptFacts {
  const profile = briefing.agreement;
  const retention = profile.storageRetention ?? 'P0D';
  const today = localDay(now, profile.timeZone);
  const values = storableParts(profile).flatMap(({ part, reason }) => {
    const value = holding.card.get(part);
    return value === undefined ? [] : [{ part, reason, value: value.reveal() }];
  });
  return {
    institution: profile.parties.party2.name,
    purpose: profile.purpose,
    agreementNumber: profile.numbers.party2,
    elements: values.map(({ part, reason }) => ({ part, reason })),
    values,
    retention,
    retainedUntil: addPeriod(today, retention),
    version: noticeVersion(profile),
    receiptNo: briefing.receiptNo,
    balikanLabels: profile.dataBalikan.fields.map((field) => field.label),
    holder: {
      nik: holding.card.get('NIK')?.reveal() ?? '',
      name: holding.card.get('FULL_NAME')?.reveal() ?? '',
    },
    counter: briefing.counter,
    operator: briefing.operator.name,
    askedAt: now,
    timeZone: profile.timeZone,
    training: briefing.training,
  };
}

export function consentQuestion(facts: ReceiptFacts, holding: Holding): ConsentQuestion {
  const today = localDay(facts.askedAt, facts.timeZone);
  return {
    values: facts.values,
    retainedUntil: facts.retainedUntil,
    noticeVersion: facts.version,
    receiptNo: facts.receiptNo,
    notice: { id: consentNotice(facts, 'id'), en: consentNotice(facts, 'en') },
    receipt: { id: consentReceipt(facts, 'id'), en: consentReceipt(facts, 'en') },
    companion: isChild(holding, today) ? 'REQUIRED' : 'OPTIONAL',
  };
}

/** By the birth date on the card, `DD-MM-YYYY`; one that is not granted or not readable says nothing. */
function isChild(holding: Holding, today: string): boolean {
  const written = /^(\d{2})-(\d{2})-(\d{4})$/.exec(holding.card.get('BIRTH_DATE')?.reveal() ?? '');
  if (written === null) return false;
  const [, day, month, year] = written;
  return addPeriod(`${year}-${month}-${day}`, ageOfConsent) > today;
}

type Grant = Extract<Intent, { kind: 'grantConsent' }>;
type Refusal = Extract<Intent, { kind: 'refuseConsent' }>;

/** What main records of the answer: codes, versions and times; for a refusal nothing that was read (5.6). */
export function consentFact(question: ConsentQuestion, answer: Grant | Refusal, sealer: Sealer): ConsentFact {
  const { retainedUntil, receiptNo, noticeVersion: version, notice } = question;
  const { language } = answer;
  const told = {
    consentId: sealer.newId(),
    receiptNo,
    noticeVersion: version,
    // Over the very words that stood on the page when the resident answered.
    noticeHash: sealer.sha256Hex(noticeWords(notice[language])),
    language,
  };
  if (answer.kind === 'refuseConsent') {
    return { ...told, decision: 'REFUSED', elements: [], hasCompanion: false };
  }
  const { evidence, evidenceRef, companion } = answer;
  return {
    ...told,
    decision: 'GRANTED',
    elements: question.values.map(({ part }) => part),
    retainedUntil,
    evidence,
    evidenceRef,
    hasCompanion: companion !== undefined,
  };
}

export function keptContent(question: ConsentQuestion, answer: Grant): KeptContent {
  return {
    values: question.values.map(({ part, value }) => ({ part, value })),
    ...(answer.companion === undefined ? {} : { companion: answer.companion }),
  };
}
