/** What main decides and writes down for a visit, apart from the process that the visit runs in. */
import type { Failure, Result } from '../../native/failure.ts';
import type {
  Acting,
  Cosigning,
  FromVisit,
  PermitAnswer,
  PermitRequest,
  ServiceFact,
  VisitBriefing,
  VisitState,
} from '../contract/index.ts';

export type VisitFact = Exclude<FromVisit, { kind: 'askPermit' | 'askRecordKey' | 'store' | 'askPaper' }>;

/** What main decides for a visit. Nothing here can carry a value of a resident. */
export interface VisitPolicy {
  /** Fails with the reason for which nobody can be served now. */
  brief(opening: Opening): Result<VisitBriefing>;
  /** A process that still waits for somebody was told what holds now. */
  isUpToDate(visitId: string): boolean;
  /** Why the visit that is open must end at once. */
  whyHalted(): Failure | undefined;
  cosign(visitId: string, request: CosignRequest): Result<Cosigning>;
  permit(visitId: string, request: PermitRequest): PermitAnswer;
  recordKey(visitId: string): { readonly recordId: string; readonly publicKey: string };
  store(visitId: string, fact: ServiceFact): Failure | undefined;
  note(visitId: string, fact: VisitFact): void;
  /** The visit process died in the middle of a visit. Answers whether its service had been recorded before. */
  died(visitId: string, state: VisitState): boolean;
}

export interface Opening {
  readonly previous?: VisitState;
  readonly failure?: Failure;
  readonly ignorePresentCard: boolean;
}

/** A second person, whose password was verified, signs for something in the open visit. */
export interface CosignRequest {
  readonly purpose: Cosigning['purpose'];
  readonly acting: Acting;
  readonly reason: string;
}
