/** One report: its period, how far it has come, what may be done with it now, and every version of it. */
import { useTranslation } from 'react-i18next';
import type { ReportRow } from '../../../electron/contract/index.ts';
import { longDate } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import { ActButton } from '../parts/index.ts';
import { periodText } from './period.ts';
import { ReportVersion } from './ReportVersion.tsx';
import classes from './reports.module.css';
import { versionsOf } from './versions.ts';

interface ReportCardProps {
  readonly row: ReportRow;
  readonly mayPrint: boolean;
  readonly begin: (event: ReportRow['events'][number]) => void;
}

export function ReportCard({ row, mayPrint, begin }: ReportCardProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { reportId, status } = row;
  const title = t('reports.title', { semester: row.half === 1 ? 'I' : 'II', tahun: row.year });
  return (
    <li className={classes.report} data-report={reportId}>
      <div className={classes.head}>
        <div>
          <h2>{title}</h2>
          <p className={classes.note}>
            {[row.number, periodText(t, row, language), ...(row.final ? [t('reports.final')] : [])].join(
              ' · ',
            )}
          </p>
        </div>
        <strong className={classes.status} data-status={status}>
          {t(`reports.statuses.${status}`)}
        </strong>
      </div>
      {row.due !== null && <Due due={row.due} />}
      {row.nil && <p>{t('reports.nil')}</p>}
      {row.note !== '' && <p className={classes.note}>{row.note}</p>}
      {row.events.length > 0 && (
        <div className={classes.acts}>
          {row.events.map((event) => (
            <ActButton key={event} act={event} onWant={() => begin(event)}>
              {t(`reports.acts.${event}`)}
            </ActButton>
          ))}
        </div>
      )}
      <ul className={classes.versions} aria-label={`${t('reports.versions')} ${title}`}>
        {versionsOf(row).map((version) => (
          <ReportVersion
            key={version.version}
            row={row}
            shown={version}
            name={`${title}, ${t('reports.version', { n: version.version })}`}
            mayPrint={mayPrint}
          />
        ))}
      </ul>
    </li>
  );
}

/** Once the deadline has passed, no earlier day is of use. */
function Due({ due: { day, provisional, passed, safe } }: { readonly due: NonNullable<ReportRow['due']> }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const words = t(passed ? 'reports.duePassed' : 'reports.due', { day: longDate(day, language) });
  const days = safe.map((one) => longDate(one, language)).join('; ');
  return (
    <div>
      <p className={classes.due} data-passed={passed || undefined}>
        {words}
        {provisional && <small>{` (${t('agenda.provisional')})`}</small>}
      </p>
      {!passed && days !== '' && <p className={classes.note}>{t('reports.safe', { days })}</p>}
    </div>
  );
}
