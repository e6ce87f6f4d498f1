/** What main decides and writes down for a visit, apart from the process that the visit runs in. */
import type { Failure } from '../../native/failure.ts';
import type {
  FromVisit,
  PermitAnswer,
  PermitRequest,
  ServiceFact,
  VisitBriefing,
  VisitState,
} from '../contract/index.ts';

export type VisitFact = Exclude<FromVisit, { kind: 'askPermit' | 'askRecordKey' | 'store' }>;

/** What main decides for a visit. Nothing here can carry a value of a resident. */
export interface VisitPolicy {
  brief(opening: Opening): VisitBriefing;
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
