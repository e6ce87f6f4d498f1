/** The door of the approval room. */
export type { Approvals, Decision, Proposal } from './approval.ts';
