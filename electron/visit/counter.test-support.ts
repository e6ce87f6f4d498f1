/** A counter whose every outside part is played by the test, and which writes down what leaves it. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { fromCard } from '../../native/sensitive.ts';
import type {
  appFailure,
  ElementPart,
  FromVisit,
  Intent,
  Lamp,
  PermitAnswer,
  PermitRequest,
  ServiceFact,
  VisitBriefing,
  VisitState,
  VisitView,
} from '../contract/index.ts';
import { briefing } from './briefing.test-support.ts';
import type {
  CardDeskListener,
  InquiryAnswer,
  ReadDone,
  ReadListener,
  Receipt,
  VisitParts,
} from './ports.ts';
import { Visit } from './visit.ts';

export const nik = '4001015203880001';
export const cardValues: [ElementPart, string][] = [
  ['NIK', nik],
  ['FULL_NAME', 'SEKAR CONTOHWATI'],
  ['BIRTH_DATE', '12-03-1988'],
  ['ADDRESS.STREET', 'JL. PERAGA NO. 1'],
];

export class Counter {
  readonly facts: FromVisit[] = [];
  readonly stored: ServiceFact[] = [];
  readonly sealed: unknown[] = [];
  readonly printed: Receipt[] = [];
  printedPdf: Uint8Array | undefined;
  printFailure: ReturnType<typeof appFailure> | undefined;
  views: VisitView[] = [];
  ended: VisitState | undefined;
  now = 1_800_000_000_000;
  answer: InquiryAnswer = {
    kind: 'JUDGED',
    outcome: 'MATCH',
    attempts: 1,
    verdicts: cardValues.map(([part]) => ({ part, verdict: 'SESUAI' })),
  };
  permit: PermitAnswer = { granted: true, permitId: 'permit-0001', expiresAt: Number.POSITIVE_INFINITY };
  /** Answered before {@link permit}, one each. */
  permits: PermitAnswer[] = [];
  readonly requests: PermitRequest[] = [];
  network: Lamp = { colour: 'ready' };
  readsCards = false;
  storeFailure: ReturnType<typeof appFailure> | undefined;
  read: (listener: ReadListener) => Result<ReadDone> = (listener) => {
    listener.photo(fromCard(Uint8Array.of(0xff, 0xd8, 1, 2, 3)));
    listener.identity(new Map(cardValues.map(([part, value]) => [part, fromCard(value)])));
    return ok({ ms: 2000 });
  };
  asked = 0;
  #cards: CardDeskListener | undefined;
  #later: { at: number; call: () => void }[] = [];
  readonly visit: Visit;

  constructor(change: (briefing: VisitBriefing) => VisitBriefing = (unchanged) => unchanged) {
    const parts: VisitParts = {
      clock: {
        now: () => this.now,
        after: (ms, call) => {
          const entry = { at: this.now + ms, call };
          this.#later.push(entry);
          return () => {
            this.#later = this.#later.filter((other) => other !== entry);
          };
        },
      },
      cards: {
        start: (listener) => {
          this.readsCards = true;
          this.#cards = listener;
        },
        inUse: () => ({ reader: 'reader', samUid: '04' }),
        read: async (_options, listener) => this.read(listener),
        dispose: async () => {},
      },
      inquirer: {
        match: async () => {
          this.asked += 1;
          return this.answer;
        },
        fetch: async () => {
          this.asked += 1;
          return this.answer;
        },
        networkLamp: () => this.network,
        close: () => {},
      },
      main: {
        askPermit: async (request) => {
          this.requests.push(request);
          return this.permits.shift() ?? this.permit;
        },
        askRecordKey: async () => ({ recordId: 'record-0001', publicKey: 'AA==' }),
        store: async (fact) => {
          this.stored.push(fact);
          return this.storeFailure;
        },
        tell: (fact) => this.facts.push(fact),
      },
      page: { show: (view) => this.views.push(view) },
      sealer: {
        seal: (_key, content) => {
          this.sealed.push(content);
          return 'c2VhbGVk';
        },
        nikHash: () => 'a'.repeat(64),
        maskNik: () => '400101******0001',
        sha256Hex: () => 'b'.repeat(64),
        newId: () => 'item-0001',
      },
      printer: {
        print: async (receipt) => {
          this.printed.push(receipt);
          return this.printFailure === undefined ? ok(this.printedPdf) : failed(this.printFailure);
        },
      },
    };
    this.visit = new Visit(change(briefing), parts, (state) => {
      this.ended = state;
    });
    this.visit.start();
  }

  get view(): VisitView {
    const last = this.views.at(-1);
    if (last === undefined) throw new Error('nothing was shown');
    return last;
  }

  get cards(): CardDeskListener {
    if (this.#cards === undefined) throw new Error('no cards are watched');
    return this.#cards;
  }

  async tap(): Promise<void> {
    this.cards.tapped();
    await settle();
  }

  async act(...intents: Intent[]): Promise<void> {
    for (const intent of intents) await this.visit.act(intent);
  }

  async pass(ms: number): Promise<void> {
    this.now += ms;
    const due = this.#later.filter(({ at }) => at <= this.now);
    this.#later = this.#later.filter(({ at }) => at > this.now);
    for (const { call } of due) call();
    await settle();
  }
}

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

export const fields = { RECIPIENT_INFO: 'PB-0001', AID_TYPE: 'BENIH_PADI' };
export const granted: Extract<Intent, { kind: 'grantConsent' }> = {
  kind: 'grantConsent',
  language: 'id',
  evidence: 'PAPER_SIGNATURE',
  evidenceRef: 'BP-L1-20261122-0001',
};
export const refused: Extract<Intent, { kind: 'refuseConsent' }> = { kind: 'refuseConsent', language: 'id' };
export const residentText = /4001015203880001|SEKAR|PERAGA|12-03-1988/;
