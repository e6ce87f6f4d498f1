/** Liability, sanctions and zero sharing, word by word: nobody works before it was read. */
import { IconGavel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { official } from '../../resources/messages/official.ts';
import { ask } from '../bridge.ts';
import { refreshHome, report, usePreferences } from '../preferences.ts';
import { keys, Screen } from '../shell/index.ts';
import classes from './gate.module.css';

const articles = [
  { article: '94', deed: 'manipulation', penalty: 'years6' },
  { article: '95', deed: 'access', penalty: 'years2' },
  { article: '95A', deed: 'spreading', penalty: 'years2' },
] as const;

async function acknowledge(): Promise<void> {
  if (report(await ask('session.acknowledge', undefined))) await refreshHome();
}

export function Notice({ who }: { who: string }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <Screen
      name="notice"
      eyebrow={`${who} · ${t('gate.notice.eyebrow')}`}
      icon={<IconGavel size={32} aria-hidden="true" />}
      tone="warn"
      title={t('gate.notice.title')}
      width="text"
      actions={[
        {
          key: keys.primary,
          label: t('gate.notice.submit'),
          run: () => void acknowledge(),
          kind: 'primary',
        },
      ]}
    >
      <div className={classes.notice}>
        <p>{t('gate.notice.liability')}</p>
        <p>{t('gate.notice.sanction')}</p>
        <p>{t('gate.notice.sharing')}</p>
      </div>
      <section aria-labelledby="pidana">
        <h2 id="pidana">{t('gate.notice.lawTitle')}</h2>
        <table className={classes.law}>
          <thead>
            <tr>
              <th scope="col">{t('gate.notice.article')}</th>
              <th scope="col">{t('gate.notice.deed')}</th>
              <th scope="col">{t('gate.notice.penalty')}</th>
            </tr>
          </thead>
          <tbody>
            {articles.map(({ article, deed, penalty }) => (
              <tr key={article}>
                <td>{article}</td>
                <td>{t(`gate.notice.${deed}`)}</td>
                <td>{t(`gate.notice.${penalty}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {language !== 'id' && (
        <p className={classes.liability}>
          <strong>{t('gate.notice.official')}:</strong>{' '}
          <span lang="id">
            {official.liability} {official.sanction} {official.sharing}
          </span>
        </p>
      )}
    </Screen>
  );
}
