/** What happened to a record since it was kept, for the resident who asked, and what became of the printed answer. */
import { useTranslation } from 'react-i18next';
import { trailTexts } from '../../electron/contract/access-answer-words.ts';
import type { TrailEntry } from '../../electron/contract/index.ts';
import { moment } from '../format/index.ts';
import { usePreferences, useText } from '../preferences.ts';
import classes from './RecordPage.module.css';
import { useRecord } from './store.ts';

export function Trail({ trail }: { trail: readonly TrailEntry[] }) {
  const { t } = useTranslation();
  const text = useText();
  const language = usePreferences((state) => state.language);
  const paper = useRecord((state) => state.paper);
  return (
    <section aria-labelledby="riwayat" className={classes.trail}>
      <h2 id="riwayat">{t('record.trail')}</h2>
      <ol>
        {trail.map(({ event, at, actor }) => (
          <li key={`${at} ${event}`}>
            <time>{moment(at, language)}</time> {text(trailTexts[event])} ({actor})
          </li>
        ))}
      </ol>
      <p role="status">
        {paper === 'PRINTING' && t('record.printing')}
        {paper === 'PRINTED' && t('record.printed')}
      </p>
    </section>
  );
}
