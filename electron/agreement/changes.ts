/** What a new profile changes, place by place, so that the second person sees what is confirmed. Pure. */
import type { AgreementProfile, ProposalRow } from '../contract/index.ts';

type Change = ProposalRow['changes'][number];

/** Of a first version: what decides who may do what and until when. The rest of the profile is on the page of the agreement. */
const firstShown = [
  'kind',
  'numbers',
  'parties.party1.name',
  'parties.party2.name',
  'purpose',
  'signedOn',
  'lastDayInForce',
  'lastDayReason',
  'timeZone',
  'approvalLetter.number',
  'technicalGuide.number',
  'accessMethods',
  'elements',
  'readerPolicy',
  'storableFromCard',
  'storageRetention',
  'quota',
  'dataBalikan.mode',
] as const;

export function firstChanges(profile: AgreementProfile): Change[] {
  const wanted = (field: string) => firstShown.some((each) => field === each || field.startsWith(`${each}.`));
  return [...leavesOf(profile)]
    .filter(([field]) => wanted(field))
    .map(([field, to]) => ({ field, from: '', to }));
}

/** The version number is not a change; it only counts them. */
export function changesBetween(before: AgreementProfile, after: AgreementProfile): Change[] {
  const from = leavesOf(before);
  const to = leavesOf(after);
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((field) => field !== 'profileVersion' && from.get(field) !== to.get(field))
    .map((field) => ({ field, from: from.get(field) ?? '', to: to.get(field) ?? '' }));
}

/** `path → text`. A list of plain words is one leaf: its order is what was agreed. */
function leavesOf(value: unknown, path = '', leaves = new Map<string, string>()): Map<string, string> {
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
