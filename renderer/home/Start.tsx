/** The morning screen: who, which service, what waits, and one large way to begin. */
import { IconAlertTriangleFilled, IconCheck } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { firstName, longDate, number, partOfDay, today } from '../format/index.ts';
import { report, useMay, usePreferences } from '../preferences.ts';
import { type Action, FailureNote, keys, Screen } from '../shell/index.ts';
import { Attention } from './Attention.tsx';
import { Services } from './Services.tsx';
import classes from './Start.module.css';
import { Tiles } from './Tiles.tsx';
import { Waiting } from './Waiting.tsx';

/** What may come a moment later comes later: the first screen has to stand. */
const Morning = lazy(async () => ({ default: (await import('./Morning.tsx')).Morning }));

async function begin(): Promise<void> {
  report(await ask('counter.open', undefined));
}

export function Start({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const serves = useMay()('SERVE');
  const starting = practiceStarts(home);
  const now = Date.now();
  const actions: readonly Action[] =
    serves && home.shut === undefined
      ? [{ key: keys.primary, label: t('home.serve'), run: () => void begin(), kind: 'primary' }]
      : [];
  return (
    <Screen
      name="start"
      eyebrow={today(now, language)}
      title={t(`home.${partOfDay(new Date(now).getHours())}`, { name: firstName(home.person.name) })}
      lead={
        serves && (starting ? t('home.practiceStarts') : home.shut === undefined && <ReadyLine home={home} />)
      }
      actions={actions}
      beside={home.agreement !== undefined && <AgreementLine agreement={home.agreement} />}
    >
      {serves && home.shut !== undefined && !starting && (
        <section className={classes.shut} aria-labelledby="tertutup">
          <h2 id="tertutup">{t('home.shut')}</h2>
          <FailureNote failure={home.shut} quiet />
        </section>
      )}
      <Waiting home={home} />
      <Attention home={home} />
      <div className={classes.columns} data-alone={!serves || home.services.length === 0 || undefined}>
        {serves && home.services.length > 0 && <Services home={home} />}
        <Tiles home={home} />
      </div>
      {home.agreement !== undefined && (
        <Suspense fallback={null}>
          <Morning />
        </Suspense>
      )}
      <p className={classes.liability}>{t('home.liability')}</p>
    </Screen>
  );
}

/** In practice the connection is that of the simulators, which take a moment to stand. */
function practiceStarts({ training, shut, lamps }: OpenHome): boolean {
  return training && shut?.code === 'NO_CONNECTION' && lamps.network.colour === 'busy';
}

function AgreementLine({ agreement }: { agreement: NonNullable<OpenHome['agreement']> }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <dl className={classes.agreement}>
      <dt>{t('home.agreement')}</dt>
      <dd>
        <strong>{agreement.number}</strong>
        {agreement.daysLeft >= 0 && ` · ${number(agreement.daysLeft, language)} ${t('home.daysLeft')}`}
      </dd>
      <dd className={classes.until}>
        {t(agreement.daysLeft >= 0 ? 'home.agreementEnds' : 'home.agreementEnded', {
          date: longDate(agreement.lastDay, language),
        })}
      </dd>
    </dl>
  );
}

function ReadyLine({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const ready = Object.values(home.lamps).every(({ colour }) => colour !== 'broken');
  return (
    <span className={classes.ready} data-ready={ready || undefined}>
      {ready ? (
        <IconCheck size={22} stroke={2.8} aria-hidden="true" />
      ) : (
        <IconAlertTriangleFilled size={22} aria-hidden="true" />
      )}
      {t(ready ? 'home.ready' : 'home.notReady')}
    </span>
  );
}
