/** What a first version says, place by place, so that the second person sees what is confirmed. Pure. */
import { type AgreementProfile, leavesOf, type ProposalRow } from '../contract/index.ts';

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
