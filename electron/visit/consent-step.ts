/** The consent within a visit: the question as it was put, the answer to it, and what the answer lets an office keep. */
import type { Failure } from '../../native/failure.ts';
import {
  appFailure,
  type ConsentFact,
  type ConsentQuestion,
  consentReceiptPages,
  type Intent,
  type KeptContent,
  missingNoticeItems,
  type ReceiptFacts,
  type ReceiptHashes,
  storableParts,
} from '../contract/index.ts';
import { consentFact, consentQuestion, keptContent, receiptFacts } from './consent.ts';
import type { Course } from './course.ts';
import type { Sealer } from './ports.ts';

type Receipt = 'PRINTING' | 'PRINTED';

export class ConsentStep {
  readonly #course: Course;
  #asked: { readonly question: ConsentQuestion; readonly facts: ReceiptFacts } | undefined;
  #receipt: Receipt | undefined;
  #fact: ConsentFact | undefined;
  #kept: KeptContent | undefined;
  #hashes: ReceiptHashes | undefined;
  #printing: Promise<unknown> = Promise.resolve();

  constructor(course: Course) {
    this.#course = course;
  }

  get question(): ConsentQuestion | undefined {
    return this.#asked?.question;
  }

  /** What became of the paper. */
  get receipt(): Receipt | undefined {
    return this.#receipt;
  }

  get fact(): ConsentFact | undefined {
    return this.#fact;
  }

  /** With what says which paper was signed, where one was; the printer may have taken it after the answer. */
  get kept(): KeptContent | undefined {
    if (this.#kept === undefined || this.#hashes === undefined) return this.#kept;
    return this.#fact?.evidence === 'PAPER_SIGNATURE' ? { ...this.#kept, receipt: this.#hashes } : this.#kept;
  }

  /** Card path, holder confirmed, something on this card that the profile lets an office keep, and the notice complete. */
  get mayBeAsked(): boolean {
    return this.#couldBeAsked && this.obstacle === undefined;
  }

  get #couldBeAsked(): boolean {
    const { briefing, holding, cardPath, holderBySecondOfficer } = this.#course;
    const { agreement } = briefing;
    return (
      cardPath &&
      storableParts(agreement).some(({ part }) => holding.card.has(part)) &&
      (!holderBySecondOfficer || agreement.storeAfterManualHolderCheck)
    );
  }

  /** Why nobody is asked although something could be kept; the service goes on without. */
  get obstacle(): Failure | undefined {
    if (!this.#couldBeAsked) return undefined;
    const missing = missingNoticeItems(this.#course.briefing.agreement);
    if (missing.length === 0) return undefined;
    const isian = missing.map(({ id }) => id).join(', ');
    return { ...appFailure('CONSENT_NOTICE_INCOMPLETE', 'consent', undefined, { isian }) };
  }

  ask(): void {
    const { briefing, holding, parts } = this.#course;
    const facts = receiptFacts(briefing, holding, parts.clock.now());
    this.#asked = { question: consentQuestion(facts, holding), facts };
    this.#receipt = undefined;
    this.#hashes = undefined;
    this.#course.move('ASK_CONSENT');
  }

  /** The paper is for the resident; a printer that is not there keeps nobody waiting, for there are forms with a number. */
  async print({ language }: Extract<Intent, { kind: 'printReceipt' }>): Promise<void> {
    const asked = this.#asked;
    if (asked === undefined || this.#receipt === 'PRINTING') return;
    const { printer, sealer } = this.#course.parts;
    const { question, facts } = asked;
    this.#receipt = 'PRINTING';
    this.#course.show();
    const pages = consentReceiptPages(facts, language);
    const printing = printer.print({ pages, text: question.receipt[language] });
    this.#printing = printing;
    const printed = await printing;
    // The officer may have gone on meanwhile, and the visit may be over.
    if (this.#asked !== asked) return;
    if (printed.ok) this.#hashes = hashesOf(printed.value, { language, ...facts }, sealer);
    if (this.#course.state !== 'CONSENT_ASKED') return;
    this.#receipt = printed.ok ? 'PRINTED' : undefined;
    if (!printed.ok) this.#course.failure = printed.failure;
    this.#course.show();
  }

  grant(intent: Extract<Intent, { kind: 'grantConsent' }>): void {
    if (this.question === undefined) return;
    if (this.question.companion === 'REQUIRED' && intent.companion === undefined) {
      this.#course.failure = { ...appFailure('COMPANION_REQUIRED', 'consent') };
      this.#course.show();
      return;
    }
    this.#fact = consentFact(this.question, intent, this.#course.parts.sealer);
    this.#kept = keptContent(this.question, intent);
    this.#course.move('GRANT_CONSENT');
  }

  refuse(intent: Extract<Intent, { kind: 'refuseConsent' }>): void {
    if (this.question === undefined) return;
    this.#fact = consentFact(this.question, intent, this.#course.parts.sealer);
    this.#kept = undefined;
    this.#course.move('REFUSE_CONSENT');
  }

  async settled(): Promise<void> {
    await this.#printing;
  }

  forget(): void {
    this.#asked = undefined;
    this.#hashes = undefined;
    this.#receipt = undefined;
    this.#fact = undefined;
    this.#kept = undefined;
  }
}

/** Of the paper that was printed last, for that is the one that is signed; plain text has none. */
function hashesOf(pdf: Uint8Array | undefined, fields: object, sealer: Sealer): ReceiptHashes | undefined {
  if (pdf === undefined) return undefined;
  return { pdfSha256: sealer.sha256Hex(pdf), fieldsSha256: sealer.sha256Hex(JSON.stringify(fields)) };
}
