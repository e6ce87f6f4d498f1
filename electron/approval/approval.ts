/**
 * Two persons: what one has proposed waits here, unchanged, until somebody else decides it (domain 1.2). Effect and decision are
 * one transaction, so that of two who confirm at once only one does.
 */
import type { Failure, Result } from '../../native/failure.ts';
import type { Acting, ProposalKind, ProposalRow } from '../contract/index.ts';

export interface Proposal {
  readonly proposalId: string;
  readonly kind: ProposalKind;
  readonly subjectId: string;
  /** JSON text. */
  readonly body: string;
  /** Of `body`. */
  readonly sha256: string;
  readonly proposedBy: string;
  readonly proposedAt: number;
  readonly status: 'OPEN' | 'CONFIRMED' | 'REJECTED' | 'WITHDRAWN';
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly note: string;
}

export interface Decision {
  readonly proposalId: string;
  readonly decision: 'CONFIRM' | 'REJECT' | 'WITHDRAW';
  /** Of the proposal as it was shown. */
  readonly sha256: string;
  readonly note: string;
}

export interface Approvals {
  /**
   * One is open per kind and subject: a new one by the same person withdraws the old one; while somebody else's waits, STEP_ORDER.
   */
  propose(
    draft: { readonly kind: ProposalKind; readonly subjectId: string; readonly body: unknown },
    acting: Acting,
  ): Result<Proposal>;
  /** Oldest first. */
  open(): Result<readonly Proposal[]>;
  find(proposalId: string): Result<Proposal | undefined>;
  decide(
    decision: Decision,
    acting: Acting,
    /** What confirming brings about; runs in the same transaction, and its failure leaves the proposal open. */
    apply: (proposal: Proposal) => Result<unknown, Failure>,
  ): Result<Proposal>;
  /** What waits, as the pages show it. */
  rows(
    acting: Acting,
    describe: (proposal: Proposal) => Pick<ProposalRow, 'subject' | 'changes'>,
  ): Result<readonly ProposalRow[]>;
}
