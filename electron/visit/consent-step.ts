/** The consent within a visit: the question as it was put, the answer to it, and what the answer lets an office keep. */
import type { Failure } from '../../native/failure.ts';
import {
  appFailure,
  type ConsentFact,
  type ConsentQuestion,
  type Intent,
  type KeptContent,
  missingNoticeItems,
  storableParts,
} from '../contract/index.ts';
import { consentFact, consentQuestion, keptContent } from './consent.ts';
import type { Course } from './course.ts';

type Receipt = 'PRINTING' | 'PRINTED';

export class ConsentStep {
  readonly #course: Course;
  #question: ConsentQuestion | undefined;
  #receipt: Receipt | undefined;
  #fact: ConsentFact | undefined;
  #kept: KeptContent | undefined;

  constructor(course: Course) {
    this.#course = course;
  }

  get question(): ConsentQuestion | undefined {
    return this.#question;
  }

  /** What became of the paper. */
  get receipt(): Receipt | undefined {
    return this.#receipt;
  }

  get fact(): ConsentFact | undefined {
    return this.#fact;
  }

  get kept(): KeptContent | undefined {
    return this.#kept;
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
    this.#question = consentQuestion(briefing, holding, parts.clock.now());
    this.#receipt = undefined;
    this.#course.move('ASK_CONSENT');
  }

  /** The paper is for the resident; a printer that is not there keeps nobody waiting, for there are forms with a number. */
  async print(intent: Extract<Intent, { kind: 'printReceipt' }>): Promise<void> {
    const question = this.#question;
    if (question === undefined || this.#receipt === 'PRINTING') return;
    this.#receipt = 'PRINTING';
    this.#course.show();
    const failure = await this.#course.parts.printer.print(question.receipt[intent.language]);
    // The officer may have gone on meanwhile.
    if (this.#question !== question || this.#course.state !== 'CONSENT_ASKED') return;
    this.#receipt = failure === undefined ? 'PRINTED' : undefined;
    if (failure !== undefined) this.#course.failure = failure;
    this.#course.show();
  }

  grant(intent: Extract<Intent, { kind: 'grantConsent' }>): void {
    if (this.#question === undefined) return;
    if (this.#question.companion === 'REQUIRED' && intent.companion === undefined) {
      this.#course.failure = { ...appFailure('COMPANION_REQUIRED', 'consent') };
      this.#course.show();
      return;
    }
    this.#fact = consentFact(this.#question, intent, this.#course.parts.sealer);
    this.#kept = keptContent(this.#question, intent);
    this.#course.move('GRANT_CONSENT');
  }

  refuse(intent: Extract<Intent, { kind: 'refuseConsent' }>): void {
    if (this.#question === undefined) return;
    this.#fact = consentFact(this.#question, intent, this.#course.parts.sealer);
    this.#kept = undefined;
    this.#course.move('REFUSE_CONSENT');
  }

  forget(): void {
    this.#question = undefined;
    this.#receipt = undefined;
    this.#fact = undefined;
    this.#kept = undefined;
  }
}
