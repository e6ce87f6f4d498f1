/**
 * The states of an operator and the one table of their transitions (domain 4.3). A revoked or rejected person returns by a
 * new proposal and a new NDA, as a new operator.
 */

export const operatorStatuses = [
  'PROPOSED',
  'NDA_SIGNED',
  'APPROVED',
  'ACTIVE',
  'SUSPENDED',
  'REJECTED',
  'REVOKED',
] as const;
export type OperatorStatus = (typeof operatorStatuses)[number];

export type OperatorEvent = 'SIGN_NDA' | 'APPROVE' | 'REJECT' | 'ACTIVATE' | 'SUSPEND' | 'RESUME' | 'REVOKE';

export const operatorTransitions: Readonly<
  Record<OperatorStatus, Partial<Readonly<Record<OperatorEvent, OperatorStatus>>>>
> = {
  PROPOSED: { SIGN_NDA: 'NDA_SIGNED', REJECT: 'REJECTED', REVOKE: 'REVOKED' },
  NDA_SIGNED: { APPROVE: 'APPROVED', REJECT: 'REJECTED', REVOKE: 'REVOKED' },
  APPROVED: { ACTIVATE: 'ACTIVE', REVOKE: 'REVOKED' },
  ACTIVE: { SUSPEND: 'SUSPENDED', REVOKE: 'REVOKED' },
  SUSPENDED: { RESUME: 'ACTIVE', REVOKE: 'REVOKED' },
  REJECTED: {},
  REVOKED: {},
};

export function nextOperatorStatus(from: OperatorStatus, event: OperatorEvent): OperatorStatus | undefined {
  return operatorTransitions[from][event];
}
