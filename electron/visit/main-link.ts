/** The visit process's end of the link to main: numbers its questions, waits for their answers, and passes facts on. */
import type { Failure } from '../../native/failure.ts';
import type { FromVisit, PermitAnswer, PermitRequest, ServiceFact, ToVisit } from '../contract/index.ts';
import type { MainLink } from './ports.ts';

type RecordKey = { readonly recordId: string; readonly publicKey: string };
type Answer = Extract<ToVisit, { question: number }>;

export class PostedMainLink implements MainLink {
  readonly #post: (message: FromVisit) => void;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;

  constructor(post: (message: FromVisit) => void) {
    this.#post = post;
  }

  /** Hands an answer of main to the question it belongs to; an answer to no question is dropped. */
  receive(answer: Answer): void {
    const settle = this.#waiting.get(answer.question);
    this.#waiting.delete(answer.question);
    settle?.(answer);
  }

  async askPermit(request: PermitRequest): Promise<PermitAnswer> {
    const answer = await this.#ask((question) => ({ kind: 'askPermit', question, request }));
    if (answer.kind !== 'permit') throw new Error(`main answered a permit question with ${answer.kind}`);
    return answer.answer;
  }

  async askRecordKey(): Promise<RecordKey> {
    const answer = await this.#ask((question) => ({ kind: 'askRecordKey', question }));
    if (answer.kind !== 'recordKey') throw new Error(`main answered a key question with ${answer.kind}`);
    return answer;
  }

  async store(fact: ServiceFact): Promise<Failure | undefined> {
    const answer = await this.#ask((question) => ({ kind: 'store', question, fact }));
    if (answer.kind !== 'stored') throw new Error(`main answered a store question with ${answer.kind}`);
    return answer.failure as Failure | undefined;
  }

  tell(fact: Parameters<MainLink['tell']>[0]): void {
    this.#post(fact);
  }

  #ask(question: (number: number) => FromVisit): Promise<Answer> {
    this.#asked += 1;
    const number = this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(number, resolve);
      this.#post(question(number));
    });
  }
}
