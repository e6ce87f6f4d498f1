/** For tests of the agenda: an office with one agreement, of which a test changes what it is about. */
import { sampleAgreement } from '../agreement/index.ts';
import { shippedHolidays, startOfDay, workCalendar } from '../calendar/index.ts';
import type { AgreementDuties, OfficeDuties } from './duties.ts';

export const workDays = workCalendar(shippedHolidays);
export const zone = 'Asia/Jakarta';
const hour = 3_600_000;

export function at(day: string, hours = 9): number {
  return startOfDay(day, zone) + hours * hour;
}

export const noUserIds = { revoked: 0, revokedAt: 0, inactive: false, withoutBast: 0, askedAt: 0 } as const;

/** Agreement A of the samples, with nothing open but what its dates say. */
export function agreementDuties(change: Partial<AgreementDuties> = {}): AgreementDuties {
  const {
    iso27001: _iso,
    reports: _reports,
    extension: _extension,
    monitoring: _none,
    ...profile
  } = sampleAgreement();
  return {
    agreementId: profile.profileId,
    number: profile.numbers.party2,
    profile,
    status: 'ACTIVE',
    accessUntil: profile.lastDayInForce,
    enteredOn: profile.signedOn,
    dates: [],
    openSams: 0,
    end: undefined,
    reports: [],
    sptjm: { valid: true },
    withoutNda: 0,
    proposedAt: 0,
    userIds: noUserIds,
    balikan: { channel: 'PUSH', waiting: 0, needsPerson: 0, oldestAt: null },
    ...change,
  };
}

export function office(change: Partial<OfficeDuties> = {}): OfficeDuties {
  return {
    now: at('2026-11-23'),
    zone,
    agreements: [],
    recorded: [],
    officeChange: undefined,
    requests: [],
    breaches: [],
    undecided: [],
    ...change,
  };
}
