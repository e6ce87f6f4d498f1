/** A profile as places and their texts, and what a new one changes, place by place, so that both persons see the same. Pure. */
import type { AgreementProfile } from './agreement-profile.ts';
import type { ProposalRow } from './approvals.ts';

type Change = ProposalRow['changes'][number];

/** The version number is not a change; it only counts them. */
export function changesBetween(before: AgreementProfile, after: AgreementProfile): Change[] {
  const from = leavesOf(before);
  const to = leavesOf(after);
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((field) => field !== 'profileVersion' && from.get(field) !== to.get(field))
    .map((field) => ({ field, from: from.get(field) ?? '', to: to.get(field) ?? '' }));
}

/** `path → text`. A list of plain words is one leaf: its order is what was agreed. */
export function leavesOf(value: unknown, path = '', leaves = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    leaves.set(path, value.join(', '));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      leavesOf(part, path === '' ? name : `${path}.${name}`, leaves);
    }
  } else if (value !== undefined && value !== null) {
    leaves.set(path, String(value));
  }
  return leaves;
}
