/** The receipt as it will print, and what became of printing it. */
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import { useText } from '../../preferences.ts';
import classes from './Receipt.module.css';

/** One line: a printer that is not there is no reason to look at anything but the next field. */
export function Printing({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const text = useText();
  const { receipt, failure } = view;
  if (failure !== undefined) {
    return (
      <p role="alert" className={classes.problem}>
        {text(failure.cause)} {text(failure.cure)}
      </p>
    );
  }
  return (
    <p role="status" className={classes.state}>
      {receipt === 'PRINTING' && t('visit.evidence.printing')}
      {receipt === 'PRINTED' && t('visit.evidence.printed')}
    </p>
  );
}

export function Receipt({ text }: { text: string }) {
  const { t } = useTranslation();
  const [sheet] = text.split('\f');
  return (
    <details className={classes.preview}>
      <summary>{t('visit.evidence.preview')}</summary>
      <pre>{sheet}</pre>
    </details>
  );
}
