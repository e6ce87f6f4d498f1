/**
 * The states of an agreement and the one table of their transitions (domain 4.1). Guard, diagram and tests are derived from it;
 * nothing else changes an agreement's state. What is done under an agreement is allowed only in a state `inForce`.
 */
import type { Role } from './permissions.ts';

export const agreementStatuses = [
  'DRAFT',
  'SIGNED',
  'ACTIVE',
  'EXTENSION_WINDOW',
  'EXTENSION_REQUESTED',
  'SUSPENDED',
  'EXPIRED',
  'TERMINATED',
  'CLOSED',
] as const;
export type AgreementStatus = (typeof agreementStatuses)[number];

export const inForce: ReadonlySet<AgreementStatus> = new Set([
  'ACTIVE',
  'EXTENSION_WINDOW',
  'EXTENSION_REQUESTED',
]);
/** Over: what is left to do is to close it. */
export const endedStatuses: ReadonlySet<AgreementStatus> = new Set(['EXPIRED', 'TERMINATED', 'CLOSED']);

interface Rule {
  readonly from: readonly AgreementStatus[];
  /** `BACK`: the state it was suspended from · `SAME`: stays. */
  readonly to: AgreementStatus | 'BACK' | 'SAME';
  /** Who brings it about; `SYSTEM` is the clock or an answer of Dukcapil. */
  readonly by: readonly (Role | 'SYSTEM')[];
  /** One proposes, another of `by` confirms (domain 1.2). */
  readonly twoPersons?: true;
}

const running = ['ACTIVE', 'EXTENSION_WINDOW', 'EXTENSION_REQUESTED'] as const;
const runningOrSuspended = [...running, 'SUSPENDED'] as const;
/** What was signed ends though nobody activated it: it is owed reports, and has to be put away like any other. */
const signed = ['SIGNED', ...runningOrSuspended] as const;
const either = ['ACCESS_MANAGER', 'ACCESS_RESPONSIBLE'] as const;

export const agreementRules = {
  SIGN: { from: ['DRAFT'], to: 'SIGNED', by: either, twoPersons: true },
  ACTIVATE: { from: ['SIGNED'], to: 'ACTIVE', by: ['ACCESS_RESPONSIBLE'] },
  OPEN_WINDOW: { from: ['ACTIVE'], to: 'EXTENSION_WINDOW', by: ['SYSTEM'] },
  REQUEST_EXTENSION: {
    from: ['ACTIVE', 'EXTENSION_WINDOW'],
    to: 'EXTENSION_REQUESTED',
    by: ['ACCESS_MANAGER'],
  },
  REFUSE_EXTENSION: { from: ['EXTENSION_REQUESTED'], to: 'EXTENSION_WINDOW', by: either },
  /** A new version with a later end; without one it is CHANGE_PROFILE. */
  EXTEND: { from: ['EXTENSION_REQUESTED'], to: 'ACTIVE', by: either, twoPersons: true },
  CHANGE_PROFILE: { from: signed, to: 'SAME', by: either, twoPersons: true },
  BRIDGE: { from: running, to: 'SAME', by: ['ACCESS_RESPONSIBLE'] },
  SUSPEND: { from: running, to: 'SUSPENDED', by: [...either, 'SYSTEM'] },
  RESUME: { from: ['SUSPENDED'], to: 'BACK', by: ['ACCESS_RESPONSIBLE'] },
  EXPIRE: { from: signed, to: 'EXPIRED', by: ['SYSTEM'] },
  TERMINATE: { from: signed, to: 'TERMINATED', by: ['ACCESS_RESPONSIBLE', 'SYSTEM'] },
  CLOSE: { from: ['EXPIRED', 'TERMINATED'], to: 'CLOSED', by: ['ACCESS_RESPONSIBLE'] },
} as const satisfies Readonly<Record<string, Rule>>;
export type AgreementEvent = keyof typeof agreementRules;

/** The state after the event, or `undefined` when the event has no place in this state. */
export function nextAgreementStatus(
  from: AgreementStatus,
  event: AgreementEvent,
  suspendedFrom?: AgreementStatus,
): AgreementStatus | undefined {
  const rule: Rule = agreementRules[event];
  if (!rule.from.includes(from)) return undefined;
  if (rule.to === 'SAME') return from;
  return rule.to === 'BACK' ? suspendedFrom : rule.to;
}
