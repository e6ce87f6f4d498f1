/** Home: the start screen and its four sub-pages, in one frame. */
import { IconArchive, IconDeviceTablet, IconHome, IconListDetails, IconSend } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../preferences.ts';
import { Rail, Shell } from '../shell/index.ts';
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
  if (home === undefined) return <p className={classes.wait}>{t('app.loading')}</p>;

  const ready = [home.lamps.reader, home.lamps.sam, home.lamps.network].every(
    ({ colour }) => colour !== 'broken',
  );
  return (
    <Shell
      rail={
        <Rail operator={home.operator} counter={home.counter}>
          <nav aria-label={t('nav.title')}>
            <ul className={classes.nav}>
              {places.map((name) => {
                const Icon = icons[name];
                return (
                  <li key={name}>
                    <a href={hashOf[name]} aria-current={name === place ? 'page' : undefined}>
                      <Icon size={22} stroke={1.8} aria-hidden="true" />
                      <span>{t(`nav.${name}`)}</span>
                      {name === 'outbox' && home.outbox.waiting > 0 && (
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
      context={<strong className={classes.institution}>{home.institution}</strong>}
      lamps={home.lamps}
      training={home.training}
      say={t(ready ? 'home.ready' : 'home.notReady')}
    >
      {place === 'start' && <Start home={home} />}
      <Suspense fallback={null}>
        {place === 'outbox' && <OutboxList services={home.services} />}
        {place === 'kept' && <KeptList />}
        {place === 'audit' && <AuditList />}
        {place === 'devices' && <DeviceList />}
      </Suspense>
    </Shell>
  );
}
