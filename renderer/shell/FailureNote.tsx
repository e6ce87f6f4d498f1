/** A failure as a person needs it: which link of the chain broke, why, and what to do now. Codes only for IT staff. */
import { useTranslation } from 'react-i18next';
import type { Failure } from '../bridge.ts';
import { useText } from '../preferences.ts';
import { Chain } from './Chain.tsx';
import classes from './FailureNote.module.css';

export function FailureNote({ failure, quiet = false }: { failure: Failure; quiet?: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const trace = [failure.code, failure.at, failure.detail].filter(Boolean).join(' · ');
  return (
    <div className={classes.note} data-quiet={quiet || undefined}>
      {!quiet && <Chain link={failure.link} />}
      <dl className={classes.facts}>
        <div>
          <dt>{t('failure.broken')}</dt>
          <dd className={classes.link}>{t(`links.${failure.link}`)}</dd>
        </div>
        <div>
          <dt>{t('failure.cause')}</dt>
          <dd>{text(failure.cause)}</dd>
        </div>
        <div className={classes.cure}>
          <dt>{t('failure.cure')}</dt>
          <dd>{text(failure.cure)}</dd>
        </div>
      </dl>
      <p className={classes.trace}>
        {t('app.forStaff')}: <span>{trace}</span>
      </p>
    </div>
  );
}
