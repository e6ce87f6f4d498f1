/** What a date in a form brings about, said while it is typed. */
import { useTranslation } from 'react-i18next';
import { longDate } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import { useField } from '../parts/index.ts';
import classes from './page.module.css';

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

export function StopLine({ path }: { path: string }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { text } = useField(path);
  return (
    <p role="status" className={classes.effect}>
      {isDay(text)
        ? t('agreements.acts.stopsOn', { date: longDate(text, language) })
        : t('agreements.acts.stopsNow')}
    </p>
  );
}

export function UntilLine({ path }: { path: string }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { text } = useField(path);
  return (
    <p role="status" className={classes.effect}>
      {isDay(text) ? t('agreements.acts.accessUntil', { date: longDate(text, language) }) : ''}
    </p>
  );
}
