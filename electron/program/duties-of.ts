/** What the agenda is reckoned from: read out of the rooms each time, and kept nowhere. */
import { ok, type Result } from '../../native/failure.ts';
import type { AgendaPorts, AgreementDuties, UserIdTasks } from '../agenda/index.ts';
import type { Agreements } from '../agreement/index.ts';
import { localDay } from '../calendar/index.ts';
import type { Acting, AgreementRow, PeopleView } from '../contract/index.ts';
import type { Custody } from '../custody/index.ts';
import { lookupsStoppedBy } from '../desk/index.ts';
import type { Incidents } from '../incident/index.ts';
import type { People } from '../people/index.ts';
import type { Reports } from '../report/index.ts';
import { balikanChannels } from './balikan-channels.ts';
import type { Installation } from './installation.ts';

interface Rooms {
  readonly agreements: Agreements;
  readonly people: People;
  readonly custody: Custody;
}

type Facts = ReturnType<AgendaPorts['facts']>;

/** What is due does not depend on who looks: all is read as an auditor would see it, who can change nothing. */
const onlooker: Acting = { personId: 'SYSTEM', roles: ['AUDITOR'], counter: '-' };

export function dutiesOf(
  rooms: Rooms,
  installation: Installation,
  reports: Pick<Reports, 'stages'>,
  incidents: Pick<Incidents, 'breaches' | 'undecided'>,
): Facts {
  const breaches = incidents.breaches();
  if (!breaches.ok) return breaches;
  const undecided = incidents.undecided();
  if (!undecided.ok) return undecided;
  const rows = rooms.agreements.list();
  if (!rows.ok) return rows;
  const people = rooms.people.view(onlooker);
  if (!people.ok) return people;
  const agreements: AgreementDuties[] = [];
  const channels = balikanChannels(rooms.agreements, installation.outbox);
  for (const row of rows.value) {
    if (row.status === 'DRAFT' || row.status === 'CLOSED') continue;
    const stoppedBy = lookupsStoppedBy(installation.state, row.agreementId);
    if (!stoppedBy.ok) return stoppedBy;
    const owed = installation.outbox.owedOf(row.agreementId);
    if (!owed.ok) return owed;
    const balikan = { channel: channels.of(row.agreementId), ...owed.value };
    const inactive = stoppedBy.value === 'USER_ID_INACTIVE';
    const duties = agreementDuties(rooms, row, reports, { people: people.value, balikan, inactive });
    if (!duties.ok) return duties;
    agreements.push(duties.value);
  }
  const requests = installation.requests.open();
  if (!requests.ok) return requests;
  const { officeChange } = people.value;
  const chosen = rows.value.find((row) => row.chosen) ?? rows.value[0];
  const profile = chosen === undefined ? undefined : rooms.agreements.profile(chosen.agreementId);
  return ok({
    zone: profile?.ok ? profile.value.timeZone : Intl.DateTimeFormat().resolvedOptions().timeZone,
    agreements,
    officeChange:
      officeChange === undefined ? undefined : { personId: officeChange.personId, since: officeChange.since },
    requests: requests.value,
    breaches: breaches.value,
    undecided: undecided.value,
  });
}

function agreementDuties(
  { agreements, people, custody }: Rooms,
  row: AgreementRow,
  reports: Pick<Reports, 'stages'>,
  known: {
    readonly people: PeopleView;
    readonly balikan: AgreementDuties['balikan'];
    readonly inactive: boolean;
  },
): Result<AgreementDuties> {
  const { agreementId, status, accessUntil, numbers } = row;
  const detail = agreements.detail(agreementId, onlooker);
  if (!detail.ok) return detail;
  const { profile, versions, dates, end } = detail.value;
  const sams = custody.leftovers(agreementId);
  if (!sams.ok) return sams;
  const stages = reports.stages(agreementId);
  if (!stages.ok) return stages;
  const sptjm = people.sptjm(agreementId);
  if (!sptjm.ok) return sptjm;
  const operators = known.people.people.flatMap((person) => person.operators);
  const proposed = operators.filter((one) => one.agreementId === agreementId && one.status === 'PROPOSED');
  const steps = end.filter(({ notNeeded }) => notNeeded !== true);
  return ok({
    agreementId,
    number: numbers.party2,
    profile,
    status,
    accessUntil,
    enteredOn: localDay(versions[0]?.madeAt ?? 0, profile.timeZone),
    dates,
    openSams: sams.value.open,
    end:
      steps.length === 0 ? undefined : { done: steps.filter(({ done }) => done).length, total: steps.length },
    reports: stages.value,
    sptjm: sptjm.value,
    withoutNda: proposed.length,
    proposedAt: Math.max(0, ...proposed.map(({ since }) => since)),
    userIds: userIdTasks(known.people, agreementId, known.inactive),
    balikan: known.balikan,
  });
}

/** Who lost their right with the agreement itself leaves no User ID to be changed one by one: that is a step of its end. */
function userIdTasks(
  { people, userIdChanges }: PeopleView,
  agreementId: string,
  inactive: boolean,
): UserIdTasks {
  const changes = userIdChanges.filter((change) => change.agreementId === agreementId);
  const lastAsked = Math.max(0, ...changes.map(({ openedAt }) => openedAt));
  const withoutBast = changes.filter(({ bast }) => bast === null).length;
  const revoked = people
    .flatMap((person) => person.operators)
    .filter((one) => one.agreementId === agreementId && one.status === 'REVOKED')
    .filter(({ reason, since }) => reason !== 'AGREEMENT_ENDED' && since > lastAsked);
  return {
    revoked: revoked.length,
    revokedAt: Math.max(0, ...revoked.map(({ since }) => since)),
    inactive: inactive && withoutBast === 0,
    withoutBast,
    askedAt: lastAsked,
  };
}
