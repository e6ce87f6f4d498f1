/** The recovery key, once: large, in groups, to be written by hand and locked away. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm, keys, Screen } from '../shell/index.ts';
import classes from './gate.module.css';

export function RecoveryKey({ recoveryKey, onWritten }: { recoveryKey: string; onWritten: () => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const groups = recoveryKey.split('-');
  return (
    <>
      <Screen
        name="recovery-key"
        eyebrow={t('gate.recoveryKey.eyebrow')}
        title={t('gate.recoveryKey.title')}
        lead={t('gate.recoveryKey.lead')}
        compact
        actions={[
          {
            key: keys.primary,
            label: t('gate.recoveryKey.written'),
            run: () => setAsked(true),
            kind: 'primary',
          },
        ]}
      >
        <ol className={classes.groups} aria-label={t('gate.recoveryKey.label', { n: groups.length })}>
          {groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by its place, two may be alike
            <li key={index}>
              <span className={classes.place} aria-hidden="true">
                {index + 1}
              </span>
              <span aria-label={[...group].join(' ')} role="img">
                {group}
              </span>
            </li>
          ))}
        </ol>
        <p className={classes.use}>{t('gate.recoveryKey.use')}</p>
      </Screen>
      {asked && (
        <Confirm
          title={t('gate.recoveryKey.checkTitle')}
          text={t('gate.recoveryKey.checkText')}
          yes={t('gate.recoveryKey.checkYes')}
          no={t('gate.recoveryKey.checkNo')}
          onYes={onWritten}
          onNo={() => setAsked(false)}
        />
      )}
    </>
  );
}
