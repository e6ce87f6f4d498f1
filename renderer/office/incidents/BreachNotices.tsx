/** The letters that tell of a breach, each with what the books know already; those that were sent are not offered again. */
import { useTranslation } from 'react-i18next';
import { breachNotices, type IncidentRow, noticeRecipients } from '../../../electron/contract/index.ts';
import { PrintPaper } from '../papers/PrintPaper.tsx';
import classes from '../reports/reports.module.css';

export function BreachNotices({ row }: { readonly row: IncidentRow }) {
  const { t } = useTranslation();
  const { agreementId, incidentId, notices } = row;
  const untold = noticeRecipients.filter((one) => !notices.some(({ recipient }) => recipient === one));
  if (agreementId === null || untold.length === 0) return null;
  return (
    <>
      <p>{t('incidents.lettersLead')}</p>
      <div className={classes.acts}>
        {untold.map((recipient) => (
          <PrintPaper
            key={recipient}
            kind={breachNotices[recipient]}
            agreementId={agreementId}
            incidentId={incidentId}
          />
        ))}
      </div>
    </>
  );
}
