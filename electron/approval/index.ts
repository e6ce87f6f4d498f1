/** The door of the approval room. */
export { type Approvals, approvals, type Decision } from './approval.ts';
export type { Draft, Proposal } from './proposal.ts';
