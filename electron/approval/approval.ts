/**
 * Two persons: what one has proposed waits here, unchanged, until somebody else decides it (domain 1.2). Effect and decision are
 * one transaction, so that of two who confirm at once only one does.
 */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import type { AuditContext, AuditLog } from '../audit/index.ts';
import { type Acting, appFailure, may, type ProposalKind, type ProposalRow } from '../contract/index.ts';
import type { Clock, Store, StoreFailure, Writer } from '../store/index.ts';
import {
  type Draft,
  newProposalRow,
  type Proposal,
  type ProposalTableRow,
  proposalOf,
  proposalTable,
} from './proposal.ts';

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
  propose(draft: Draft, acting: Acting): Result<Proposal>;
  /** Oldest first. */
  open(): Result<readonly Proposal[]>;
  find(proposalId: string): Result<Proposal | undefined>;
  /**
   * Fails with ALREADY_DECIDED, OWN_PROPOSAL, NOT_PERMITTED or PROPOSAL_CHANGED.
   * @param apply what confirming brings about; it runs in the same transaction, and its failure leaves the proposal open
   */
  decide(
    decision: Decision,
    acting: Acting,
    apply: (proposal: Proposal) => Result<unknown>,
  ): Result<Proposal>;
  /** The subject is gone, and with it whatever waits about it. Joins the caller's transaction. */
  withdrawAll(subjectId: string, acting: Acting): Result<unknown>;
  /** What waits, as the pages show it. */
  rows(
    acting: Acting,
    describe: (proposal: Proposal) => Pick<ProposalRow, 'subject' | 'changes'>,
  ): Result<readonly ProposalRow[]>;
}

/** The manager confirms what the head has drafted, and the head what the manager has (domain 1.2, 4.1). */
const mayConfirmAgreement = ({ roles }: Acting) =>
  may(roles, 'CONFIRM_AGREEMENT') || may(roles, 'DRAFT_AGREEMENT');

/** The person who looks after the cards is often the only one; manager and head are the others who answer for them. */
const mayConfirmDevice = ({ roles }: Acting) => may(roles, 'MANAGE_DEVICES') || may(roles, 'DRAFT_AGREEMENT');

const mayConfirm: Readonly<Record<ProposalKind, (acting: Acting) => boolean>> = {
  SIGNING: mayConfirmAgreement,
  VERSION: mayConfirmAgreement,
  NEW_HEAD: ({ roles }) => may(roles, 'RECORD_NEW_HEAD') || may(roles, 'APPOINT'),
  SAM_ACTIVATION: mayConfirmDevice,
  SAM_DEACTIVATION: mayConfirmDevice,
};

const outcomes = { CONFIRM: 'CONFIRMED', REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' } as const;
type Outcome = (typeof outcomes)[keyof typeof outcomes];

const waitingInOrder = "WHERE status = 'OPEN' ORDER BY proposed_at, proposal_id";

/** @param nameOf a person; for who has decided already */
export function approvals(
  store: Store,
  audit: AuditLog,
  clock: Clock,
  nameOf: (personId: string) => string,
): Approvals {
  const table = proposalTable(store);

  function withdrawOwn(writer: Writer, { kind, subjectId }: Draft, acting: Acting): Result<unknown> {
    const sameSubject = "WHERE kind = ? AND subject_id = ? AND status = 'OPEN'";
    const waiting = table.select(writer, sameSubject, kind, subjectId)[0];
    if (waiting === undefined) return ok(undefined);
    if (waiting.proposed_by === acting.personId) return close(writer, waiting, 'WITHDRAWN', acting, '');
    return failed(appFailure('STEP_ORDER', 'approval', 'a proposal of somebody else waits'));
  }

  function close(
    writer: Writer,
    row: ProposalTableRow,
    outcome: Outcome,
    acting: Acting,
    note: string,
  ): Result<Proposal, StoreFailure> {
    const decided = {
      ...row,
      status: outcome,
      decided_by: acting.personId,
      decided_at: clock.now(),
      note,
    };
    table.update(writer, decided);
    const { proposal_id: proposalId, kind, subject_id: subjectId } = row;
    const event = { event: 'PROPOSAL_DECIDED', proposalId, kind, subjectId, outcome } as const;
    const noted = audit.append(contextOf(acting), event);
    return noted.ok ? ok(proposalOf(decided)) : noted;
  }

  /** Why this person may not decide this in this way, or `undefined`. */
  function objection(row: ProposalTableRow, asked: Decision, acting: Acting): Failure | undefined {
    if (row.decided_by !== null) {
      return appFailure('ALREADY_DECIDED', 'approval', undefined, { nama: nameOf(row.decided_by) });
    }
    const own = row.proposed_by === acting.personId;
    if (asked.decision === 'WITHDRAW') {
      return own ? undefined : appFailure('NOT_PERMITTED', 'approval', 'only the proposer withdraws');
    }
    if (own) return appFailure('OWN_PROPOSAL', 'approval');
    if (!mayConfirm[row.kind](acting)) return appFailure('NOT_PERMITTED', 'approval', row.kind);
    return row.sha256 === asked.sha256 ? undefined : appFailure('PROPOSAL_CHANGED', 'approval');
  }

  return {
    propose: (draft, acting) =>
      store.transaction((writer): Result<Proposal> => {
        const cleared = withdrawOwn(writer, draft, acting);
        if (!cleared.ok) return cleared;
        const row = newProposalRow(draft, acting.personId, clock.now());
        table.insert(writer, row);
        const { proposal_id: proposalId, kind, subject_id: subjectId, sha256 } = row;
        const event = { event: 'PROPOSED', proposalId, kind, subjectId, sha256 } as const;
        const noted = audit.append(contextOf(acting), event);
        return noted.ok ? ok(proposalOf(row)) : noted;
      }),

    open: () => store.read((reader) => table.select(reader, waitingInOrder).map(proposalOf)),

    find: (proposalId) =>
      store.read((reader) => {
        const row = table.find(reader, proposalId);
        return row === undefined ? undefined : proposalOf(row);
      }),

    decide: (asked, acting, apply) =>
      store.transaction((writer): Result<Proposal> => {
        const row = table.find(writer, asked.proposalId);
        if (row === undefined) return failed(appFailure('STEP_ORDER', 'approval', 'no such proposal'));
        const refused = objection(row, asked, acting);
        if (refused !== undefined) return failed(refused);
        const applied = asked.decision === 'CONFIRM' ? apply(proposalOf(row)) : ok(undefined);
        return applied.ok ? close(writer, row, outcomes[asked.decision], acting, asked.note) : applied;
      }),

    withdrawAll: (subjectId, acting) =>
      store.transaction((writer): Result<unknown> => {
        for (const row of table.select(writer, "WHERE subject_id = ? AND status = 'OPEN'", subjectId)) {
          const closed = close(writer, row, 'WITHDRAWN', acting, '');
          if (!closed.ok) return closed;
        }
        return ok(undefined);
      }),

    rows: (acting, describe) =>
      store.read((reader) =>
        table.select(reader, waitingInOrder).map((row) => ({
          proposalId: row.proposal_id,
          kind: row.kind,
          subjectId: row.subject_id,
          ...describe(proposalOf(row)),
          proposedBy: nameOf(row.proposed_by),
          proposedAt: row.proposed_at,
          sha256: row.sha256,
          mine: row.proposed_by !== acting.personId && mayConfirm[row.kind](acting),
          own: row.proposed_by === acting.personId,
        })),
      ),
  };
}

function contextOf({ personId, counter }: Acting): AuditContext {
  return { actor: personId, counter };
}
