/** A proposal: what one person wants, frozen as JSON text with its checksum, and what became of it. */
import { createHash, randomUUID } from 'node:crypto';
import type { ProposalKind } from '../contract/index.ts';
import { type SealedTable, type Store, sealedTable } from '../store/index.ts';

export interface Proposal {
  readonly proposalId: string;
  readonly kind: ProposalKind;
  readonly subjectId: string;
  /** JSON text. */
  readonly body: string;
  /** Of `body`, 64 hex digits. */
  readonly sha256: string;
  readonly proposedBy: string;
  readonly proposedAt: number;
  readonly status: 'OPEN' | 'CONFIRMED' | 'REJECTED' | 'WITHDRAWN';
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly note: string;
}

/** What somebody proposes. `body` is anything that JSON can carry. */
export interface Draft {
  readonly kind: ProposalKind;
  readonly subjectId: string;
  readonly body: unknown;
}

export type ProposalTableRow = {
  readonly proposal_id: string;
  readonly kind: ProposalKind;
  readonly subject_id: string;
  readonly body: string;
  readonly sha256: string;
  readonly proposed_by: string;
  readonly proposed_at: number;
  readonly status: Proposal['status'];
  readonly decided_by: string | null;
  readonly decided_at: number | null;
  readonly note: string;
};

export function proposalTable(store: Store): SealedTable<ProposalTableRow> {
  return sealedTable<ProposalTableRow>(store.rowSeal, 'proposal', ['proposal_id'], {
    proposal_id: 'text',
    kind: 'text',
    subject_id: 'text',
    body: 'text',
    sha256: 'text',
    proposed_by: 'text',
    proposed_at: 'number',
    status: 'text',
    decided_by: 'text',
    decided_at: 'number',
    note: 'text',
  });
}

export function newProposalRow(draft: Draft, proposedBy: string, proposedAt: number): ProposalTableRow {
  const body = JSON.stringify(draft.body);
  return {
    proposal_id: randomUUID(),
    kind: draft.kind,
    subject_id: draft.subjectId,
    body,
    sha256: createHash('sha256').update(body, 'utf8').digest('hex'),
    proposed_by: proposedBy,
    proposed_at: proposedAt,
    status: 'OPEN',
    decided_by: null,
    decided_at: null,
    note: '',
  };
}

export function proposalOf(row: ProposalTableRow): Proposal {
  return {
    proposalId: row.proposal_id,
    kind: row.kind,
    subjectId: row.subject_id,
    body: row.body,
    sha256: row.sha256,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    status: row.status,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    note: row.note,
  };
}
