/** What one person proposes and another confirms, as the home pages are shown it. */

export const proposalKinds = [
  'SIGNING',
  'VERSION',
  'NEW_HEAD',
  'SAM_ACTIVATION',
  'SAM_DEACTIVATION',
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export interface ProposalRow {
  readonly proposalId: string;
  readonly kind: ProposalKind;
  /** Agreement or person it is about. */
  readonly subjectId: string;
  readonly subject: string;
  /** What would change, as `label: from → to` in plain codes; the page shows it before anybody confirms. */
  readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
  readonly proposedBy: string;
  readonly proposedAt: number;
  /** SHA-256 of what was proposed; confirming names it, so that nobody confirms what was changed meanwhile. */
  readonly sha256: string;
  /** The signed-in person may confirm or reject it: holds the role and did not propose it. */
  readonly mine: boolean;
  /** The signed-in person proposed it, and may take it back. */
  readonly own: boolean;
}
