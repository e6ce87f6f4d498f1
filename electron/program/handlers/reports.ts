/** Reports as the pages ask for them: their course, figures of any period, and the same figures as CSV. */
import { failed, ok, type Result } from '../../../native/failure.ts';
import { localDay } from '../../calendar/index.ts';
import { type Acting, appFailure, type SemesterReportFields } from '../../contract/index.ts';
import { wholeQuota } from '../../desk/index.ts';
import { recent, reportCsv } from '../../report/index.ts';
import type { Handlers } from '../../window/index.ts';
import { writeBeside } from '../write-beside.ts';
import type { ProgramParts } from './parts.ts';

type ReportChannel = Extract<keyof Handlers, `reports.${string}`>;

export function reportHandlers(parts: ProgramParts): Pick<Handlers, ReportChannel> {
  const { installation, office, setting, desk, saveAs, changed } = parts;
  const { people, reports } = office;

  function asActing<T>(work: (acting: Acting) => Result<T>): Result<T> {
    const acting = people.sessions.acting();
    return acting.ok ? work(acting.value) : failed(acting.failure);
  }

  async function save(figures: SemesterReportFields): Promise<Result<null>> {
    const { from, to, kind, version } = figures;
    const name = `laporan-${from}-${to}${kind === 'ON_DEMAND' ? '' : `-v${version}`}.csv`;
    const place = await saveAs({ title: 'CSV', name, kind: 'CSV' });
    return place === undefined ? ok(null) : writeBeside(place, reportCsv(figures));
  }

  return {
    'reports.morning': () => {
      const agreement = setting.agreement();
      if (agreement === undefined) return ok(null);
      const { profileId: agreementId, timeZone: zone } = agreement;
      const { store, counted, clock } = installation;
      const today = localDay(clock.now(), zone);
      const about = { agreementId, zone, dailyHits: wholeQuota.share(agreement, today) };
      return recent(store, counted, about, today);
    },
    'reports.list': () =>
      asActing((acting) => {
        // What should stand open since midnight stands open before anybody looks for it.
        for (let more = desk.clockFailure() === undefined; more; ) {
          const ticked = reports.tick();
          if (!ticked.ok) return ticked;
          more = ticked.value;
        }
        return reports.list(acting);
      }),
    'reports.act': (act) =>
      asActing((acting) => {
        // A report is signed and handed in as of today: not while nobody knows what day it is.
        const unbelieved = desk.clockFailure();
        if (unbelieved !== undefined) return failed(unbelieved);
        const done = reports.act(act, acting);
        changed();
        return done.ok ? ok(null) : done;
      }),
    'reports.figures': ({ agreementId, from, to }) => reports.onDemandInSlices(agreementId, from, to),
    'reports.saveCsv': async ({ reportId, version }) => {
      const figures = reports.figures(reportId, version);
      if (!figures.ok) return figures;
      return figures.value === undefined
        ? failed(appFailure('STEP_ORDER', 'report', 'no such report'))
        : save(figures.value);
    },
    'reports.savePeriodCsv': async ({ agreementId, from, to }) => {
      const figures = await reports.onDemandInSlices(agreementId, from, to);
      return figures.ok ? save(figures.value) : figures;
    },
  };
}
