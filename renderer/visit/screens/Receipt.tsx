/** The receipt as it will print, and what became of printing it. */
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import classes from './Receipt.module.css';

export function Receipt({ text, state }: { text: string; state: VisitView['receipt'] }) {
  const { t } = useTranslation();
  const [sheet] = text.split('\f');
  return (
    <div>
      <p role="status" className={classes.state}>
        {state === 'PRINTING' && t('visit.evidence.printing')}
        {state === 'PRINTED' && t('visit.evidence.printed')}
      </p>
      <details className={classes.preview}>
        <summary>{t('visit.evidence.preview')}</summary>
        <pre>{sheet}</pre>
      </details>
    </div>
  );
}
