/** Two agreements of the same parties are never in force on the same day: under which of them would a visit run? */
import { failed, ok, type Result } from '../../native/failure.ts';
import { addDays } from '../calendar/index.ts';
import { type AgreementProfile, appFailure, endedStatuses } from '../contract/index.ts';
import { accessUntil } from './dates.ts';
import { sameWords } from './profile-checks.ts';
import type { Known, Register } from './register.ts';

export function overlap(register: Register, profile: AgreementProfile): Result<unknown> {
  const all = register.all();
  if (!all.ok) return all;
  const other = all.value.find(
    (known) =>
      known.row.agreement_id !== profile.profileId &&
      known.row.status !== 'DRAFT' &&
      known.profile.kind === profile.kind &&
      sameParties(known.profile, profile) &&
      known.profile.signedOn <= profile.lastDayInForce &&
      profile.signedOn <= lastDayTaken(known),
  );
  if (other === undefined) return ok(undefined);
  const nomor = other.profile.numbers.party2;
  return failed(appFailure('AGREEMENT_OVERLAPS', 'agreement', other.row.agreement_id, { nomor }));
}

/** One that has ended leaves the rest of its term free, and the day of its end to its successor. */
function lastDayTaken({ profile, row }: Known): string {
  const until = accessUntil(profile, row);
  return endedStatuses.has(row.status) ? addDays(until, -1) : until;
}

function sameParties(a: AgreementProfile, b: AgreementProfile): boolean {
  return (
    sameWords(a.parties.party1.name, b.parties.party1.name) &&
    sameWords(a.parties.party2.name, b.parties.party2.name)
  );
}
