/** What became of an act that moves deadlines: that it was done, and which moved from which day to which. */
import { useTranslation } from 'react-i18next';
import type { MovedDeadline } from '../../../electron/contract/index.ts';
import { longDate } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import classes from './agenda.module.css';

export interface Tidings {
  readonly done: string;
  /** Absent where nothing could have moved. */
  readonly moved?: readonly MovedDeadline[];
}

export function Told({ tidings }: { readonly tidings: Tidings }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { done, moved } = tidings;
  return (
    <div role="status" className={classes.told}>
      <p>{done}</p>
      {moved !== undefined && <p>{t(moved.length === 0 ? 'agenda.moved.none' : 'agenda.moved.some')}</p>}
      {moved !== undefined && moved.length > 0 && (
        <ul>
          {moved.map(({ kind, number, before, now }) => (
            <li key={`${kind}-${number}-${before}-${now}`}>
              {t('agenda.moved.one', {
                duty: [t(`morning.duties.${kind}`), ...(number === null ? [] : [number])].join(' · '),
                before: longDate(before, language),
                now: longDate(now, language),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
