/** What semester reports need from the other rooms: which are owed, and the figures that those rooms keep themselves. */
import { ok, type Result } from '../../native/failure.ts';
import type { Agreements } from '../agreement/index.ts';
import {
  type Day,
  endOfDay,
  localDay,
  reportPeriods,
  startOfDay,
  type WorkCalendar,
} from '../calendar/index.ts';
import type { Acting } from '../contract/index.ts';
import type { Custody } from '../custody/index.ts';
import type { Incidents } from '../incident/index.ts';
import type { People } from '../people/index.ts';
import type { AgreementFigures, OwedReports, ReportPorts } from '../report/index.ts';
import type { Installation } from './installation.ts';

interface Rooms {
  readonly agreements: Agreements;
  readonly people: People;
  readonly custody: Custody;
  readonly incidents: Incidents;
}

const onlooker: Acting = { personId: 'SYSTEM', roles: ['AUDITOR'], counter: '-' };

export function reportFacts(
  { agreements, people, custody, incidents }: Rooms,
  { clock, counted }: Installation,
  calendar: () => WorkCalendar,
  iso: (agreementId: string) => AgreementFigures['iso'],
): ReportPorts {
  function owed(): Result<readonly OwedReports[]> {
    const rows = agreements.list();
    if (!rows.ok) return rows;
    const owing: OwedReports[] = [];
    for (const { agreementId, status, accessUntil, numbers } of rows.value) {
      if (status === 'DRAFT' || status === 'CLOSED') continue;
      const detail = agreements.detail(agreementId, onlooker);
      if (!detail.ok) return detail;
      const { profile, versions, end } = detail.value;
      if (profile.reports === undefined) continue;
      const { periods: halves, deadlineWorkingDays, anchor } = profile.reports;
      const { timeZone: zone, signedOn: from } = profile;
      const span = { from, until: accessUntil, ended: end.length > 0 };
      const today = localDay(clock.now(), zone);
      owing.push({
        agreementId,
        number: numbers.party2,
        zone,
        enteredOn: localDay(versions[0]?.madeAt ?? 0, zone),
        periods: reportPeriods(span, { halves, deadlineWorkingDays, anchor }, today, calendar()),
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
    const { timeZone: zone, services, quota } = profile.value;
    const { cards, readers } = inventory.value;
    const operators = view.value.people.flatMap((person) => person.operators);
    const [first, last] = [startOfDay(from, zone), endOfDay(to, zone)];
    const happened = incidents.counts(agreementId, first, last);
    if (!happened.ok) return happened;
    return ok({
      zone,
      dailyHits: quota.dailyHits,
      services: Object.fromEntries(services.map(({ code, name }) => [code, name])),
      readers: readers.map(({ readerId, serial, counter, status }) => ({
        reader: serial,
        sam: cards.find((card) => card.readerId === readerId)?.serial ?? '–',
        place: counter,
        status,
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

  return { tally: counted, owed, agreement };
}
