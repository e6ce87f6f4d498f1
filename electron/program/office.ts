/**
 * Wires the rooms of the office – approvals, scans, people, agreements, SAM custody – to each other. None of them knows another; what
 * one needs of the next is a port, and here is what it is plugged into.
 */
import { type Agenda, agenda, type CalendarBook, calendarBook } from '../agenda/index.ts';
import { type Agreements, agreements } from '../agreement/index.ts';
import { type Approvals, approvals } from '../approval/index.ts';
import { localDay } from '../calendar/index.ts';
import { type Acting, endedStatuses, inForce } from '../contract/index.ts';
import { type Custody, custody } from '../custody/index.ts';
import { type Scans, scans, signedHandovers } from '../document/index.ts';
import { type Incidents, incidents } from '../incident/index.ts';
import { type AgreementFacts, type Passwords, type People, people } from '../people/index.ts';
import { type Reports, reports } from '../report/index.ts';
import { dutiesOf } from './duties-of.ts';
import { type EvaluationMode, evaluationMode } from './evaluation.ts';
import type { Installation } from './installation.ts';
import { medium } from './medium.ts';
import { reportFacts } from './report-facts.ts';

export interface Office {
  readonly approvals: Approvals;
  readonly scans: Scans;
  readonly people: People;
  readonly agreements: Agreements;
  readonly custody: Custody;
  readonly calendar: CalendarBook;
  readonly agenda: Agenda;
  readonly incidents: Incidents;
  readonly reports: Reports;
  readonly evaluation: EvaluationMode;
}

export interface OfficeOptions {
  readonly passwords: Passwords;
  /** Name of this counter, as it is now. */
  readonly counter: () => string;
  readonly practice: boolean;
  readonly version: string;
}

const readersAllowed: ReadonlySet<string> = new Set(['ALLOWED', 'OBLIGATORY']);
/** Looks on and may do nothing. */
const nobody: Acting = { personId: '', roles: [], counter: '' };

export function openOffice(installation: Installation, options: OfficeOptions): Office {
  const { store, audit, clock, outbox, kept, keys } = installation;
  const papers = scans(store, audit, clock);
  const nameOf = (personId: string) => staff.nameOf(personId);
  const calendar = calendarBook(store, audit, clock, { zone: officeZone, nameOf });
  const decisions = approvals(store, audit, clock, nameOf);

  const staff: People = people(store, audit, clock, {
    agreement: agreementFacts,
    workingDayAfter: (day, n) => calendar.workDays().workingDayAfter(day, n).day,
    scans: papers,
    proposals: decisions,
    passwords: options.passwords,
    zone: officeZone,
    counter: options.counter,
    practice: options.practice,
  });

  const pacts: Agreements = agreements(store, audit, clock, {
    approval: {
      propose: (kind, subjectId, body, acting) =>
        decisions.propose({ kind, subjectId, body: JSON.parse(body) as unknown }, acting),
      withdrawAll: (subjectId, acting) => decisions.withdrawAll(subjectId, acting),
    },
    scans: papers,
    people: {
      responsible: () => knownOf(staff.responsible()),
      manager: () => knownOf(staff.manager()),
      sptjmValid: (agreementId) => knownOf(staff.sptjm(agreementId))?.valid ?? false,
      readyOperators: (agreementId) => knownOf(staff.readyOperators(agreementId))?.length ?? 0,
      unrevokedOperators: (agreementId) => knownOf(staff.unrevokedOperators(agreementId)) ?? 0,
      revokeAll: (agreementId) => staff.revokeAll(agreementId),
      userIdMayChange: (agreementId, installedAt) =>
        staff.userIdMayChange(agreementId, installedAt) === undefined,
      nameOf: (personId) => staff.nameOf(personId),
    },
    leftovers: {
      openBalikan: (agreementId) => {
        const owed = knownOf(outbox.owedOf(agreementId));
        return owed === undefined ? 0 : owed.waiting + owed.needsPerson;
      },
      keptRecords: (agreementId) => knownOf(kept.countOf(agreementId)) ?? 0,
      // What cannot be counted is not done: an agreement is not closed over cards that nobody can see.
      sams: (agreementId) => knownOf(cards.leftovers(agreementId)) ?? { all: 1, open: 1 },
      readers: (agreementId) => knownOf(cards.readersLeft(agreementId)) ?? { all: 1, open: 1 },
      reports: (agreementId) => knownOf(owedReports.stages(agreementId)) ?? [],
    },
    devices: {
      anyActive: (agreementId) => knownOf(cards.anyActive(agreementId)) ?? false,
      stopAll: (agreementId) => cards.stopAll(agreementId),
    },
    workDays: calendar.workDays,
    applicationVersion: options.version,
  });

  const cards: Custody = custody(store, audit, clock, keys.records, {
    agreement: (agreementId) => {
      const facts = agreementFacts(agreementId);
      const profile = pacts.profile(agreementId);
      if (facts === undefined || !profile.ok) return undefined;
      const now = clock.now();
      const { readerPolicy, accessMethods, signedOn, lastDayInForce, timeZone } = profile.value;
      return {
        number: facts.numbers.party2,
        // In a bridge period the portal may be open and the SAM off.
        inForce: pacts.unfit(agreementId, { kind: 'READ' }, now) === undefined,
        ended: facts.ended,
        allowsReader: readersAllowed.has(readerPolicy) && accessMethods.includes('CARD_READER'),
        signedOn,
        lastDay: lastDayInForce,
        today: localDay(now, timeZone),
      };
    },
    agreementIds: () =>
      (knownOf(pacts.list()) ?? [])
        .filter(({ kind }) => kind === 'DUKCAPIL_ACCESS')
        .map(({ agreementId }) => agreementId),
    returnDue: (agreementId) =>
      knownOf(pacts.detail(agreementId, nobody))?.dates.find(({ kind }) => kind === 'SAM_RETURN_DUE')?.day,
    waiting: () =>
      (knownOf(decisions.open()) ?? []).flatMap(({ kind, subjectId: samId, proposedBy }) =>
        kind === 'SAM_ACTIVATION' || kind === 'SAM_DEACTIVATION'
          ? [{ kind, samId, proposedBy: staff.nameOf(proposedBy) }]
          : [],
      ),
    nameOf: (personId) => staff.nameOf(personId),
    propose: (kind, subjectId, body, acting) => decisions.propose({ kind, subjectId, body }, acting),
    withdrawProposals: (samId, acting) => decisions.withdrawAll(samId, acting),
    lost: (card, acting) => happened.cardLost(card, acting),
    signedHandovers: (agreementId) => knownOf(signedHandovers(store, agreementId)) ?? [],
    counter: options.counter,
    medium,
    forgetNow: () => store.forgetNow(),
  });

  /** Of the agreement in use; without one, of this computer. */
  function officeZone(): string {
    const chosen = pacts.chosen();
    const profile = chosen.ok && chosen.value !== undefined ? pacts.profile(chosen.value) : undefined;
    return profile?.ok ? profile.value.timeZone : Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  function agreementFacts(agreementId: string): AgreementFacts | undefined {
    const profile = pacts.profile(agreementId);
    const row = knownOf(pacts.list())?.find((agreement) => agreement.agreementId === agreementId);
    if (!profile.ok || row === undefined) return undefined;
    const { numbers, timeZone, kind, people: demands } = profile.value;
    return {
      numbers,
      timeZone,
      givesAccess: kind === 'DUKCAPIL_ACCESS',
      inForce: inForce.has(row.status),
      ended: endedStatuses.has(row.status),
      permanentStaffOnly: demands.permanentStaffOnly,
      dukcapilApproval: demands.dukcapilApproval,
    };
  }

  const rooms = {
    approvals: decisions,
    scans: papers,
    people: staff,
    agreements: pacts,
    custody: cards,
    calendar,
  };
  const happened: Incidents = incidents(store, audit, clock, {
    agreement: () => {
      const agreementId = knownOf(pacts.chosen());
      const profile = agreementId === undefined ? undefined : pacts.profile(agreementId);
      return profile?.ok ? { agreementId: profile.value.profileId, zone: profile.value.timeZone } : undefined;
    },
    nameOf: (personId) => staff.nameOf(personId),
  });
  const facts = () => dutiesOf(rooms, installation, owedReports, happened);
  const due = agenda(store, audit, clock, { facts, calendar: calendar.workDays });
  const owedReports = reports(
    store,
    audit,
    clock,
    reportFacts({ ...rooms, incidents: happened }, installation, (agreementId) =>
      due.certificate(agreementId),
    ),
  );
  const evaluation = evaluationMode(staff.sessions, audit);
  return { ...rooms, agenda: due, reports: owedReports, incidents: happened, evaluation };
}

/** A fact that cannot be read now counts as missing: a checklist with a gap opens nothing that should be shut. */
function knownOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false },
): T | undefined {
  return result.ok ? result.value : undefined;
}
