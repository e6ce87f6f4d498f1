/** Stands while keys and database are being opened; where that takes long, it says why, and that nothing is lost if it is broken off. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../format/index.ts';
import { usePreferences } from '../preferences.ts';
import { Rail, Screen, Shell } from '../shell/index.ts';
import classes from './Opening.module.css';

/** An ordinary start is over by now, and nobody should have read a screen that only flashed by. */
const patienceMs = 1500;

const busy = { colour: 'busy' } as const;

export function Opening() {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const takesLong = useTakesLong();
  const eyebrow = today(Date.now(), language);
  return (
    <Shell
      rail={
        <Rail operator={undefined} counter={undefined}>
          {null}
        </Rail>
      }
      context={null}
      lamps={{ reader: busy, sam: busy, network: busy }}
      training={window.ketuk.start.training}
      say={t(takesLong ? 'app.openingLong.title' : 'app.loading')}
    >
      {takesLong ? (
        <Screen
          name="opening-long"
          eyebrow={eyebrow}
          title={t('app.openingLong.title')}
          lead={t('app.openingLong.lead')}
          width="text"
          actions={[]}
        >
          <progress className={classes.progress} aria-label={t('app.openingLong.progress')} />
          <p>{t('app.openingLong.stayOn')}</p>
        </Screen>
      ) : (
        <Screen name="opening" eyebrow={eyebrow} title={t('app.loading')} actions={[]} />
      )}
    </Shell>
  );
}

function useTakesLong(): boolean {
  const [takesLong, setTakesLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setTakesLong(true), patienceMs);
    return () => window.clearTimeout(timer);
  }, []);
  return takesLong;
}
