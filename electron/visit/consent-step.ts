/** The consent within a visit: the question as it was put, the answer to it, and what the answer lets an office keep. */
import type { ConsentFact, ConsentQuestion, Intent, KeptContent } from '../contract/index.ts';
import { consentFact, consentQuestion, keptContent, storableParts } from './consent.ts';
import type { Course } from './course.ts';

export class ConsentStep {
  readonly #course: Course;
  #question: ConsentQuestion | undefined;
  #fact: ConsentFact | undefined;
  #kept: KeptContent | undefined;

  constructor(course: Course) {
    this.#course = course;
  }

  get question(): ConsentQuestion | undefined {
    return this.#question;
  }

  get fact(): ConsentFact | undefined {
    return this.#fact;
  }

  get kept(): KeptContent | undefined {
    return this.#kept;
  }

  /** Card path, holder confirmed, something on this card that the profile lets an office keep. */
  get mayBeAsked(): boolean {
    const { briefing, holding, cardPath, holderBySecondOfficer } = this.#course;
    const { agreement } = briefing;
    return (
      cardPath &&
      storableParts(agreement).some(({ part }) => holding.card.has(part)) &&
      (!holderBySecondOfficer || agreement.storeAfterManualHolderCheck)
    );
  }

  ask(): void {
    const { briefing, holding, parts } = this.#course;
    this.#question = consentQuestion(briefing, holding, parts.clock.now());
    this.#course.move('ASK_CONSENT');
  }

  grant(intent: Extract<Intent, { kind: 'grantConsent' }>): void {
    if (this.#question === undefined) return;
    this.#fact = consentFact(this.#question, intent, this.#course.parts.sealer);
    this.#kept = keptContent(this.#question, intent);
    this.#course.move('GRANT_CONSENT');
  }

  refuse(): void {
    if (this.#question === undefined) return;
    this.#fact = consentFact(this.#question, { kind: 'refuseConsent' }, this.#course.parts.sealer);
    this.#kept = undefined;
    this.#course.move('REFUSE_CONSENT');
  }

  forget(): void {
    this.#question = undefined;
    this.#fact = undefined;
    this.#kept = undefined;
  }
}
