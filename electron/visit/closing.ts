/** The service within a visit: what main is asked to make durable before the visit may close. */
import {
  type BalikanContent,
  balikanParam,
  type ConsentFact,
  type InquiryOutcome,
  type KeptContent,
  type ServiceFact,
  serviceFields,
} from '../contract/index.ts';
import type { Course } from './course.ts';

/** What the steps before have come to. */
export interface Findings {
  readonly outcome: InquiryOutcome;
  readonly consent: ConsentFact | undefined;
  readonly kept: KeptContent | undefined;
}

export class Closing {
  readonly #course: Course;
  readonly #findings: () => Findings;
  /** Made once: saving again after a full disk saves this same item and never a second one. */
  #fact: Promise<ServiceFact> | undefined;

  constructor(course: Course, findings: () => Findings) {
    this.#course = course;
    this.#findings = findings;
  }

  get hasBegun(): boolean {
    return this.#fact !== undefined;
  }

  forget(): void {
    this.#fact = undefined;
  }

  async record(filled: Readonly<Record<string, string>>): Promise<void> {
    const course = this.#course;
    const { agreement, registrationNo } = course.briefing;
    const param = balikanParam(serviceFields(agreement, course.serviceCode, registrationNo), filled);
    if (!param.ok) {
      course.failure = param.failure;
      course.show();
      return;
    }
    if (course.state !== 'SERVICE_RECORDED') course.move('RECORD_SERVICE');
    this.#fact ??= this.#makeFact(param.value);
    const fact = await this.#fact;
    if (course.over) return;
    const failure = await course.parts.main.store(fact);
    if (course.over) return;
    if (failure !== undefined) {
      course.failure = failure;
      course.move('STORE_FAILED');
      return;
    }
    course.move('QUEUE_BALIKAN');
    course.move('CLOSE_SERVED');
  }

  async #makeFact(param: Record<string, string>): Promise<ServiceFact> {
    const { briefing, parts, holding, serviceCode } = this.#course;
    const { agreement, outboxPublicKey, visitId, registrationNo } = briefing;
    const { sealer } = parts;
    const { outcome, consent, kept: content } = this.#findings();
    const nik = holding.nik?.reveal();
    const kept = content === undefined || nik === undefined ? undefined : await this.#keep(content, nik);
    const balikan: BalikanContent | undefined =
      nik === undefined || agreement.dataBalikan.mode === 'NONE' ? undefined : { nik, param };
    return {
      visitId,
      agreementId: agreement.profileId,
      profileVersion: agreement.profileVersion,
      serviceCode,
      registrationNo,
      outcome,
      verified: outcome === 'MATCH',
      ...(balikan === undefined
        ? {}
        : {
            balikan: {
              itemId: sealer.newId(),
              envelope: sealer.seal(outboxPublicKey, balikan),
              nikHash: sealer.nikHash(balikan.nik),
            },
          }),
      ...(consent === undefined ? {} : { consent }),
      ...(kept === undefined ? {} : { kept }),
    };
  }

  async #keep(content: KeptContent, nik: string): Promise<NonNullable<ServiceFact['kept']>> {
    const { main, sealer } = this.#course.parts;
    const { recordId, publicKey } = await main.askRecordKey();
    return {
      recordId,
      envelope: sealer.seal(publicKey, content),
      maskedNik: sealer.maskNik(nik),
      nikHash: sealer.nikHash(nik),
    };
  }
}
