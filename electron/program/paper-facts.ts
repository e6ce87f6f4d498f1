/** What the books know for a paper, gathered once for each: agreement, people, cards and readers, reports, incidents. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { type Acting, appFailure, reportPeriod } from '../contract/index.ts';
import { balikanChannels } from './balikan-channels.ts';
import type { Installation } from './installation.ts';
import type { Office } from './office.ts';
import type { PaperFacts } from './paper-fields.ts';

/** A report about days of somebody's choice is kept nowhere and goes by them. */
const onDemandId = /^periode-(\d{4}-\d\d-\d\d)-(\d{4}-\d\d-\d\d)$/;

export function paperFacts({ kept, outbox, requests }: Installation, office: Office) {
  const { agreements, custody, people } = office;
  const channels = balikanChannels(agreements, outbox);

  return (agreementId: string, acting: Acting): Result<PaperFacts> => {
    const profile = agreements.profile(agreementId);
    if (!profile.ok) return profile;
    const rows = agreements.list();
    if (!rows.ok) return rows;
    const agreement = rows.value.find((row) => row.agreementId === agreementId);
    if (agreement === undefined) return failed(appFailure('STEP_ORDER', 'paper', 'no such agreement'));
    const head = people.responsible();
    if (!head.ok) return head;
    const manager = people.manager();
    if (!manager.ok) return manager;
    const view = people.view(acting);
    if (!view.ok) return view;
    const inventory = custody.inventory(agreementId);
    if (!inventory.ok) return inventory;
    const keptRecords = kept.countOf(agreementId);
    if (!keptRecords.ok) return keptRecords;
    const reports = office.reports.list(acting);
    if (!reports.ok) return reports;
    const incidents = office.incidents.list(acting);
    if (!incidents.ok) return incidents;
    return ok({
      profile: profile.value,
      head: head.value,
      people: view.value.people,
      manager: manager.value,
      reports: reports.value.filter((row) => row.agreementId === agreementId),
      onDemand: (reportId) => {
        const [, from, to] = onDemandId.exec(reportId) ?? [];
        const period = reportPeriod.safeParse({ agreementId, from, to });
        if (!period.success) return undefined;
        return office.reports.onDemand(agreementId, period.data.from, period.data.to);
      },
      signed: (reportId, version) => {
        const report = office.reports.signed(reportId, version);
        if (!report.ok || report.value === undefined) return undefined;
        const { frame, signedOn } = report.value;
        const under = agreements.profilesDuring(agreementId, signedOn, signedOn);
        // What was signed before its version was noted goes by the one in force that day.
        const then = under.ok ? under.value.at(-1)?.profile : undefined;
        const noted = frame === null ? ok(then) : agreements.profile(agreementId, frame.profileVersion);
        return noted.ok && noted.value !== undefined
          ? { report: report.value, profile: noted.value }
          : undefined;
      },
      incidents: incidents.value.filter((row) => row.agreementId === agreementId),
      // Asked for by the papers that are about one, and by no other.
      lists: () => {
        const lists = outbox.forPaper({ agreementId, isPushed: channels.isPushed(agreementId) });
        return lists.ok ? lists.value : [];
      },
      withdrawals: () => {
        const withdrawn = requests.withdrawals(agreementId);
        return withdrawn.ok ? withdrawn.value : [];
      },
      handover: {
        agreement,
        inventory: inventory.value,
        zone: profile.value.timeZone,
        keptRecords: keptRecords.value,
        nameOf: (personId) => people.nameOf(personId),
      },
    });
  };
}
