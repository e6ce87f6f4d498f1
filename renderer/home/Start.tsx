/** The morning screen: who, which service, what waits, and one large way to begin. */
import { Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconCheck, IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HomeState } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { firstName, longDate, number, partOfDay, today } from '../format/index.ts';
import { refreshHome, report, usePreferences, useText } from '../preferences.ts';
import { Keycap, keepFocus, keys, Screen, useKeys } from '../shell/index.ts';
import classes from './Start.module.css';
import { Tiles } from './Tiles.tsx';

async function begin(): Promise<void> {
  report(await ask('counter.open', undefined));
}

async function reopen(): Promise<void> {
  if (report(await ask('inquiries.reopen', undefined))) await refreshHome();
}

async function choose(code: string): Promise<void> {
  if (report(await ask('home.selectService', { code }))) await refreshHome();
}

export function Start({ home }: { home: HomeState }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const now = Date.now();
  return (
    <Screen
      name="start"
      eyebrow={today(now, language)}
      title={t(`home.${partOfDay(new Date(now).getHours())}`, { name: firstName(home.operator) })}
      lead={<ReadyLine home={home} />}
      actions={[{ key: keys.primary, label: t('home.serve'), run: () => void begin(), kind: 'primary' }]}
      beside={<AgreementLine home={home} />}
    >
      <Attention home={home} />
      <div className={classes.columns}>
        <Services home={home} />
        <Tiles home={home} />
      </div>
      <p className={classes.liability}>{t('home.liability')}</p>
    </Screen>
  );
}

function AgreementLine({ home }: { home: HomeState }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { number: agreementNumber, lastDay, daysLeft } = home.agreement;
  return (
    <dl className={classes.agreement}>
      <dt>{t('home.agreement')}</dt>
      <dd>
        <strong>{agreementNumber}</strong> · {number(daysLeft, language)} {t('home.daysLeft')}
      </dd>
      <dd className={classes.until}>{t('home.agreementEnds', { date: longDate(lastDay, language) })}</dd>
    </dl>
  );
}

function ReadyLine({ home }: { home: HomeState }) {
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

function Attention({ home }: { home: HomeState }) {
  const { t } = useTranslation();
  const text = useText();
  if (home.lookupsStopped === undefined && home.notices.length === 0) return null;
  return (
    <section className={classes.attention} aria-labelledby="perhatian">
      <h2 id="perhatian">{t('home.notices')}</h2>
      <ul>
        {home.lookupsStopped !== undefined && (
          <li>
            <IconHandStop size={22} aria-hidden="true" />
            <div>
              <p>
                <strong>{text(home.lookupsStopped.cause)}</strong> {text(home.lookupsStopped.cure)}
              </p>
              <Button variant="default" className={classes.button ?? ''} onClick={() => void reopen()}>
                {t('home.reopen')}
              </Button>
            </div>
          </li>
        )}
        {home.notices.map((notice) => (
          <li key={`${notice.code}-${notice.at}`}>
            <IconAlertTriangleFilled size={22} aria-hidden="true" />
            <p>
              <strong>{text(notice.cause)}</strong> {text(notice.cure)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Services({ home }: { home: HomeState }) {
  const { t } = useTranslation();
  const services = home.services.slice(0, 9);
  useKeys(
    Object.fromEntries(services.map(({ code }, index) => [String(index + 1), () => void choose(code)])),
  );
  return (
    <section className={classes.services} aria-labelledby="layanan">
      <h2 id="layanan">{t('home.serviceTitle')}</h2>
      <p className={classes.hint}>
        {t('home.serviceLead')} {t('home.serviceKeys')}.
      </p>
      <ul>
        {services.map(({ code, name }, index) => (
          <li key={code}>
            <button
              type="button"
              onMouseDown={keepFocus}
              aria-pressed={code === home.serviceCode}
              onClick={() => void choose(code)}
            >
              <Keycap of={String(index + 1)} />
              <span className={classes.service}>{name}</span>
              {code === home.serviceCode && <IconCheck size={22} stroke={3} aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
