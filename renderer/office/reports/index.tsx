/** Semester reports with their course and figures, and the figures of any period on request. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { keys, Screen } from '../../shell/index.ts';
import { OnDemand } from './OnDemand.tsx';
import { ReportActDialog, type Reporting } from './ReportActDialog.tsx';
import { ReportCard } from './ReportCard.tsx';
import classes from './reports.module.css';

export function ReportsPage({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const mayPrint = home.person.may.includes('PREPARE_DOCUMENTS');
  const [reporting, setReporting] = useState<Reporting>();
  const { rows, reload } = useList(
    () => ask('reports.list', undefined),
    (answer) => answer.value,
  );
  return (
    <Screen
      name="reports"
      title={t('nav.reports')}
      lead={t('reports.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    >
      {rows?.length === 0 && <p>{t('reports.empty')}</p>}
      <ul className={classes.reports}>
        {(rows ?? []).map((row) => (
          <ReportCard
            key={row.reportId}
            row={row}
            mayPrint={mayPrint}
            begin={(event) => setReporting({ event, row })}
          />
        ))}
      </ul>
      <p className={classes.note}>{t('reports.template')}</p>
      {home.agreement !== undefined && <OnDemand agreement={home.agreement} mayPrint={mayPrint} />}
      {reporting !== undefined && (
        <ReportActDialog
          reporting={reporting}
          onClose={() => setReporting(undefined)}
          onDone={() => {
            setReporting(undefined);
            void reload();
          }}
        />
      )}
    </Screen>
  );
}
