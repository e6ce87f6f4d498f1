/** What semester reports need from the other rooms: which are owed, and the figures that those rooms keep themselves. */
import { failed, ok, type Result } from '../../native/failure.ts';
import type { Agreements } from '../agreement/index.ts';
import { type Day, endOfDay, startOfDay } from '../calendar/index.ts';
import { type Acting, appFailure, type ReaderStatus } from '../contract/index.ts';
import type { Custody } from '../custody/index.ts';
import { wholeQuota } from '../desk/index.ts';
import type { Incidents } from '../incident/index.ts';
import type { People } from '../people/index.ts';
import type { AgreementFigures, OwedReports, ReportFrame, ReportPorts } from '../report/index.ts';
import type { Installation } from './installation.ts';
import { headOf } from './paper-fields.ts';

interface Rooms {
  readonly agreements: Agreements;
  readonly people: People;
  readonly custody: Custody;
  readonly incidents: Incidents;
}

const onlooker: Acting = { personId: 'SYSTEM', roles: ['AUDITOR'], counter: '-' };

/** In the language of the report. */
const statusNames: Readonly<Record<ReaderStatus, string>> = {
  REGISTERED: 'terdaftar',
  IN_SERVICE: 'digunakan',
  OUT_OF_SERVICE: 'tidak digunakan',
  DEACTIVATED: 'dinonaktifkan',
};

export function reportFacts(
  { agreements, people, custody, incidents }: Rooms,
  { counted }: Installation,
  iso: (agreementId: string) => AgreementFigures['iso'],
): ReportPorts {
  function owed(): Result<readonly OwedReports[]> {
    const rows = agreements.list();
    if (!rows.ok) return rows;
    const owing: OwedReports[] = [];
    for (const { agreementId, status, numbers } of rows.value) {
      if (status === 'DRAFT') continue;
      const closed = status === 'CLOSED';
      const profile = agreements.profile(agreementId);
      const periods = agreements.reportsOwed(agreementId);
      if (!profile.ok) return profile;
      if (!periods.ok) return periods;
      const { timeZone: zone } = profile.value;
      owing.push({
        agreementId,
        number: numbers.party2,
        zone,
        closed,
        periods: closed ? [] : periods.value,
      });
    }
    return ok(owing);
  }

  function agreement(agreementId: string, from: Day, to: Day): Result<AgreementFigures> {
    const profile = agreements.profile(agreementId);
    if (!profile.ok) return profile;
    const inventory = custody.inventory(agreementId);
    if (!inventory.ok) return inventory;
    const view = people.view(onlooker);
    if (!view.ok) return view;
    const versions = agreements.profilesDuring(agreementId, from, to);
    if (!versions.ok) return versions;
    const { timeZone: zone } = profile.value;
    const services = versions.value.flatMap((version) => version.profile.services);
    const { cards, readers } = inventory.value;
    const stays = custody.stays(agreementId);
    if (!stays.ok) return stays;
    const operators = view.value.people.flatMap((person) => person.operators);
    const [first, last] = [startOfDay(from, zone), endOfDay(to, zone)];
    const happened = incidents.counts(agreementId, first, last);
    if (!happened.ok) return happened;
    return ok({
      zone,
      since: profile.value.signedOn,
      dailyHits: (day) => {
        const then = versions.value.findLast(({ since }) => since <= day) ?? versions.value[0];
        return wholeQuota.share(then?.profile ?? profile.value, day);
      },
      services: Object.fromEntries(services.map(({ code, name }) => [code, name])),
      readers: readers.map(({ readerId, serial, counter, status }) => ({
        reader: serial,
        sam: cards.find((card) => card.readerId === readerId)?.serial ?? '–',
        place: counter,
        status: statusNames[status],
        stays: stays.value.filter((stay) => stay.readerId === readerId),
      })),
      activeOperators: operators.filter((one) => one.agreementId === agreementId && one.status === 'ACTIVE')
        .length,
      userIdBasts: view.value.userIdChanges
        .filter((change) => change.agreementId === agreementId && change.bast !== null)
        .filter(({ openedAt }) => openedAt >= first && openedAt <= last)
        .map(({ bast }) => bast ?? ''),
      iso: iso(agreementId),
      ...happened.value,
    });
  }

  function frame(agreementId: string): Result<ReportFrame> {
    const profile = agreements.profile(agreementId);
    if (!profile.ok) return profile;
    const head = people.responsible();
    if (!head.ok) return head;
    if (head.value === undefined) return failed(appFailure('NO_ACCESS_RESPONSIBLE', 'report'));
    const manager = people.manager();
    if (!manager.ok) return manager;
    const { profileVersion } = profile.value;
    return ok({ profileVersion, head: headOf(head.value), manager: manager.value?.name ?? '' });
  }

  return { tally: counted, owed, agreement, frame, nameOf: (personId) => people.nameOf(personId) };
}
