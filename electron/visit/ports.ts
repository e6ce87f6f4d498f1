/** What a visit needs from outside: cards, the gateway, main, the page and a clock. The core knows these and nothing else. */
import type { Failure, Result } from '../../native/failure.ts';
import type { FromCard } from '../../native/sensitive.ts';
import type {
  ElementPart,
  FromVisit,
  Lamp,
  PaperModel,
  PermitAnswer,
  PermitRequest,
  ReaderRow,
  ReadStep,
  ServiceFact,
  VisitView,
} from '../contract/index.ts';
import type { FetchOutcome, GatewayClient, MatchOutcome } from '../gateway/index.ts';

export interface Clock {
  now(): number;
  /** Calls back once after `ms`; the returned function takes the call back. */
  after(ms: number, call: () => void): () => void;
}

export type CardValues = ReadonlyMap<ElementPart, FromCard<string>>;

export interface ReadListener {
  photo(jpeg: FromCard<Uint8Array>): void;
  identity(values: CardValues): void;
  progress(step: ReadStep, done: number): void;
}

export interface ReadDone {
  readonly ms: number;
}

export interface CardDeskListener {
  lamps(reader: Lamp, sam: Lamp): void;
  /** The readers of this computer and what each is used for. */
  readers(rows: readonly ReaderRow[]): void;
  /** A KTP-el was laid on the reader. */
  tapped(): void;
  lifted(): void;
  /** A card lies there from before the visit and is not taken for a tap. */
  liftFirst(mustLift: boolean): void;
  samOpenRefused(): void;
}

/** The reader pair of this counter: says when a card comes and reads it on request. */
export interface CardDesk {
  start(listener: CardDeskListener): void;
  /** Name of the card reader and UID of the SAM in use, for the permit; absent while unknown. */
  inUse(): { readonly reader: string; readonly samUid?: string } | undefined;
  read(options: { readonly photo: boolean }, listener: ReadListener): Promise<Result<ReadDone>>;
  dispose(): Promise<void>;
}

/** What came of asking the gateway, with what it cost. */
export type InquiryAnswer = MatchOutcome | FetchOutcome;

/** As much of the gateway client as a visit uses. */
export interface Inquirer extends Pick<GatewayClient, 'networkLamp' | 'close'> {
  match(...asked: Parameters<GatewayClient['match']>): Promise<InquiryAnswer>;
  fetch(...asked: Parameters<GatewayClient['fetch']>): Promise<InquiryAnswer>;
}

type Facts = Exclude<FromVisit, { kind: 'askPermit' | 'askRecordKey' | 'store' | 'askPaper' }>;

/** The link to main: questions that wait for an answer, and facts that do not. */
export interface MainLink {
  askPermit(request: PermitRequest): Promise<PermitAnswer>;
  askRecordKey(): Promise<{ readonly recordId: string; readonly publicKey: string }>;
  /** Resolves when the fact is durable, or with the failure that kept it from being so. */
  store(fact: ServiceFact): Promise<Failure | undefined>;
  tell(fact: Facts): void;
}

export interface Page {
  show(view: VisitView): void;
}

/** Sealing and hashing, bound to the installation's keys of this visit. */
export interface Sealer {
  seal(publicKey: string, content: unknown): string;
  nikHash(nik: string): string;
  maskNik(nik: string): string;
  sha256Hex(content: string | Uint8Array): string;
  newId(): string;
}

/** A receipt in both its forms; which of them prints is for the printer to say. */
export interface Receipt {
  readonly pages: PaperModel;
  /** Sheets with a form feed between them. */
  readonly text: string;
}

export interface ReceiptPrinter {
  /** Gives the PDF that went to the printer, `undefined` where it printed as text; fails when no printer takes it. */
  print(receipt: Receipt): Promise<Result<Uint8Array | undefined>>;
}

export interface VisitParts {
  readonly clock: Clock;
  readonly cards: CardDesk;
  readonly inquirer: Inquirer;
  readonly main: MainLink;
  readonly page: Page;
  readonly sealer: Sealer;
  readonly printer: ReceiptPrinter;
}
