/** Home: the start screen and its four sub-pages, in one frame. */
import { IconArchive, IconDeviceTablet, IconHome, IconListDetails, IconSend } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../format/index.ts';
import { usePreferences } from '../preferences.ts';
import { Rail, Screen, Shell } from '../shell/index.ts';
import classes from './HomePage.module.css';
import { hashOf, type Place, places, usePlace } from './place.ts';
import { Start } from './Start.tsx';

/** Loaded when they are opened: the morning screen is what has to stand at once. */
const AuditList = lazy(async () => ({ default: (await import('./AuditList.tsx')).AuditList }));
const DeviceList = lazy(async () => ({ default: (await import('./DeviceList.tsx')).DeviceList }));
const KeptList = lazy(async () => ({ default: (await import('./KeptList.tsx')).KeptList }));
const OutboxList = lazy(async () => ({ default: (await import('./OutboxList.tsx')).OutboxList }));

const icons: Readonly<Record<Place, typeof IconHome>> = {
  start: IconHome,
  outbox: IconSend,
  kept: IconArchive,
  audit: IconListDetails,
  devices: IconDeviceTablet,
};

export function HomePage() {
  const { t } = useTranslation();
  const home = usePreferences((state) => state.home);
  const place = usePlace();
  const ready =
    home !== undefined &&
    [home.lamps.reader, home.lamps.sam, home.lamps.network].every(({ colour }) => colour !== 'broken');
  return (
    <Shell
      rail={
        <Rail operator={home?.operator ?? ''} counter={home?.counter ?? ''}>
          <nav aria-label={t('nav.title')}>
            <ul className={classes.nav}>
              {places.map((name) => {
                const Icon = icons[name];
                return (
                  <li key={name}>
                    <a href={hashOf[name]} aria-current={name === place ? 'page' : undefined}>
                      <Icon size={22} stroke={1.8} aria-hidden="true" />
                      <span>{t(`nav.${name}`)}</span>
                      {name === 'outbox' && home !== undefined && home.outbox.waiting > 0 && (
                        <span className={classes.count}>{home.outbox.waiting}</span>
                      )}
                    </a>
                  </li>
                );
              })}
            </ul>
          </nav>
        </Rail>
      }
      context={<strong className={classes.institution}>{home?.institution}</strong>}
      lamps={home?.lamps ?? opening}
      training={window.ketuk.start.training}
      say={home === undefined ? t('app.loading') : t(ready ? 'home.ready' : 'home.notReady')}
    >
      {home === undefined && <Opening />}
      {home !== undefined && place === 'start' && <Start home={home} />}
      <Suspense fallback={null}>
        {home !== undefined && place === 'outbox' && <OutboxList services={home.services} />}
        {place === 'kept' && <KeptList />}
        {place === 'audit' && <AuditList />}
        {place === 'devices' && <DeviceList />}
      </Suspense>
    </Shell>
  );
}

const busy = { colour: 'busy' } as const;
const opening = { reader: busy, sam: busy, network: busy };

/** Stands while keys and database are being opened. */
function Opening() {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <Screen name="opening" eyebrow={today(Date.now(), language)} title={t('app.loading')} actions={[]} />
  );
}
