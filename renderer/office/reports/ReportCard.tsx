/** One report: its period, how far it has come, what may be done with it now, and its figures when they are asked for. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportRow } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { longDate, shortDate } from '../../format/index.ts';
import { addressOf } from '../../home/place.ts';
import { report, usePreferences } from '../../preferences.ts';
import { ActButton } from '../parts/index.ts';
import { Figures } from './Figures.tsx';
import classes from './reports.module.css';

interface ReportCardProps {
  readonly row: ReportRow;
  readonly mayPrint: boolean;
  readonly begin: (event: ReportRow['events'][number]) => void;
}

export function ReportCard({ row, mayPrint, begin }: ReportCardProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const [open, setOpen] = useState(false);
  const { reportId, agreementId, status } = row;
  const paper = `SEMESTER_REPORT/${agreementId}/${reportId}`;
  return (
    <li className={classes.report} data-report={reportId}>
      <div className={classes.head}>
        <div>
          <h2>{t('reports.title', { semester: row.half === 1 ? 'I' : 'II', tahun: row.year })}</h2>
          <p className={classes.note}>
            {[
              row.number,
              t('reports.period', { from: longDate(row.from, language), to: longDate(row.to, language) }),
              ...(row.final ? [t('reports.final')] : []),
              ...(row.version > 1 ? [t('reports.version', { n: row.version })] : []),
            ].join(' · ')}
          </p>
        </div>
        <strong className={classes.status} data-status={status}>
          {t(`reports.statuses.${status}`)}
        </strong>
      </div>
      {row.nil && <p>{t('reports.nil')}</p>}
      {row.note !== '' && <p className={classes.note}>{row.note}</p>}
      {row.signed.map((one) => (
        <p key={one.version} className={classes.note}>
          {t('reports.signedVersion', { ...one, date: shortDate(one.signedOn, language) })}
        </p>
      ))}
      <div className={classes.acts}>
        {row.events.map((event) => (
          <ActButton key={event} act={event} onWant={() => begin(event)}>
            {t(`reports.acts.${event}`)}
          </ActButton>
        ))}
        <Button
          variant="default"
          className={classes.button ?? ''}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'reports.hide' : 'reports.show')}
        </Button>
        {mayPrint && status !== 'COLLECTING' && (
          <a className={classes.button} href={`${addressOf('papers')}/${paper}`}>
            {t('reports.print')}
          </a>
        )}
        <Button
          variant="default"
          className={classes.button ?? ''}
          onClick={() => void ask('reports.saveCsv', { reportId }).then(report)}
        >
          {t('reports.csv')}
        </Button>
      </div>
      {open && <Figures figures={row.figures} name={reportId} />}
    </li>
  );
}
