/**
 * Under what this counter serves now, as the rooms of agreements and people say it, and the copy of it that a visit keeps: a visit
 * that is open goes on under the version, the officer and the counter it was briefed with (domain 8.4, scenario 15).
 */
import type { Failure } from '../../native/failure.ts';
import type { AuditContext } from '../audit/index.ts';
import { localDay } from '../calendar/index.ts';
import type { AgreementProfile, ConnectionProfile, InquiryOutcome } from '../contract/index.ts';
import type { Numbering, VisitNumbers } from './numbering.ts';

export interface Officer {
  readonly id: string;
  readonly name: string;
}

/** Asked anew each time; `undefined` where there is none now. */
export interface CounterSetting {
  readonly training: boolean;
  /** People and residents are invented, as in practice and where developers serve under a file. */
  readonly samples: boolean;
  /** As it is called, e.g. `Loket 1`, and its short sign, e.g. `L1`. */
  readonly counter: { readonly name: string; readonly sign: string };
  /** The present version of the agreement that was chosen for this counter. */
  agreement(): AgreementProfile | undefined;
  /** Where the services and the SAM are; in training mode known once the simulators are up. */
  connection(): ConnectionProfile | undefined;
  /** Why the books of SAM cards let none read at this counter; `undefined` also where they keep none. */
  samRefused?(): Failure | undefined;
  /** Who is signed in, and not away from a locked screen. */
  officer(): Officer | undefined;
}

/** What a visit was briefed with, and what main has learnt of it since. */
export interface OpenVisit {
  readonly visitId: string;
  readonly agreement: AgreementProfile;
  readonly connection: ConnectionProfile;
  readonly officer: Officer;
  readonly counter: CounterSetting['counter'];
  readonly numbering: Numbering;
  readonly numbers: VisitNumbers;
  /** `YYYY-MM-DD` of its briefing: the visit belongs to this day, also when it ends behind midnight. */
  readonly day: string;
  /** Somebody came. A process that is replaced while it waits ends no visit. */
  begun: boolean;
  closed: boolean;
  recorded: boolean;
  /** Of the last inquiry of this visit, as compared where data was found. */
  outcome?: InquiryOutcome;
  /** Keyed NIKs that a permit to inquire was given for. */
  readonly asked: Set<string>;
  /** Who signed as the second officer. */
  secondOfficer?: string;
  serviceCode: string;
}

export function auditContext({ visitId, agreement, officer, counter }: OpenVisit): AuditContext {
  const { profileId, profileVersion } = agreement;
  return { actor: officer.id, counter: counter.name, agreementId: profileId, profileVersion, visitId };
}

/** Whether a visit that is briefed now would be told the same. */
export function isStillTrue(visit: OpenVisit, setting: CounterSetting, now: number): boolean {
  const agreement = setting.agreement();
  return (
    agreement !== undefined &&
    agreement.profileId === visit.agreement.profileId &&
    agreement.profileVersion === visit.agreement.profileVersion &&
    // A process that has waited over midnight was briefed with yesterday's numbers and yesterday's trace key.
    localDay(now, agreement.timeZone) === visit.day &&
    setting.officer()?.id === visit.officer.id &&
    setting.counter.name === visit.counter.name &&
    setting.counter.sign === visit.counter.sign &&
    JSON.stringify(setting.connection()) === JSON.stringify(visit.connection)
  );
}
