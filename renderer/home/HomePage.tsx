/** Home: nothing before the door is open; then the morning screen and the pages of counter and office, in one frame. */
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../electron/contract/index.ts';
import { Stop } from '../office/emergency/Stop.tsx';
import { usePreferences } from '../preferences.ts';
import { Rail, Shell } from '../shell/index.ts';
import classes from './HomePage.module.css';
import { Leave, Roles } from './Leave.tsx';
import { Nav } from './Nav.tsx';
import { Opening } from './Opening.tsx';
import { mayEnter, useWhereabouts, type Whereabouts } from './place.ts';
import { Start } from './Start.tsx';

/** Loaded when they are opened: the morning screen is what has to stand at once. */
const AuditList = lazy(async () => ({ default: (await import('./AuditList.tsx')).AuditList }));
const DeviceList = lazy(async () => ({ default: (await import('./DeviceList.tsx')).DeviceList }));
const KeptList = lazy(async () => ({ default: (await import('./KeptList.tsx')).KeptList }));
const OutboxList = lazy(async () => ({ default: (await import('./OutboxList.tsx')).OutboxList }));
const GatePage = lazy(async () => ({ default: (await import('../gate/index.tsx')).GatePage }));
const Setup = lazy(async () => ({ default: (await import('../office/setup/index.tsx')).SetupPage }));
const People = lazy(async () => ({ default: (await import('../office/people/index.tsx')).PeoplePage }));
const Agenda = lazy(async () => ({ default: (await import('../office/agenda/index.tsx')).AgendaPage }));
const Agreements = lazy(async () => ({
  default: (await import('../office/agreements/index.tsx')).AgreementsPage,
}));
const Approvals = lazy(async () => ({
  default: (await import('../office/approvals/index.tsx')).ApprovalsPage,
}));
const Papers = lazy(async () => ({ default: (await import('../office/papers/index.tsx')).PapersPage }));
const Incidents = lazy(async () => ({
  default: (await import('../office/incidents/index.tsx')).IncidentsPage,
}));
const Reports = lazy(async () => ({ default: (await import('../office/reports/index.tsx')).ReportsPage }));
const Requests = lazy(async () => ({ default: (await import('../office/requests/index.tsx')).RequestsPage }));
const EmergencyBanner = lazy(async () => ({
  default: (await import('../office/emergency/index.tsx')).EmergencyBanner,
}));

export function HomePage() {
  const home = usePreferences((state) => state.home);
  if (home === undefined) return <Opening />;
  if (home.gate === 'OPEN') return <Office home={home} />;
  return (
    <Suspense fallback={<Opening />}>
      <GatePage home={home} />
    </Suspense>
  );
}

function Office({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const asked = useWhereabouts();
  const whereabouts: Whereabouts = mayEnter(asked.place, home.person.maySee)
    ? asked
    : { place: 'start', detail: undefined };
  const ready = Object.values(home.lamps).every(({ colour }) => colour !== 'broken');
  return (
    <Shell
      rail={
        <Rail
          operator={home.person.name}
          counter={<Roles home={home} />}
          foot={
            <>
              <Leave training={home.training} />
              <Stop home={home} />
            </>
          }
        >
          <Nav home={home} place={whereabouts.place} />
        </Rail>
      }
      context={<strong className={classes.institution}>{home.institution}</strong>}
      lamps={home.lamps}
      training={window.ketuk.start.training}
      say={t(ready && home.shut === undefined ? 'home.ready' : 'home.notReady')}
      banner={
        home.emergency !== undefined && (
          <Suspense fallback={null}>
            <EmergencyBanner home={home} />
          </Suspense>
        )
      }
    >
      {whereabouts.place === 'start' ? (
        <Start home={home} />
      ) : (
        <Suspense fallback={null}>
          <Content home={home} whereabouts={whereabouts} />
        </Suspense>
      )}
    </Shell>
  );
}

function Content({ home, whereabouts }: { home: OpenHome; whereabouts: Whereabouts }) {
  const { place, detail } = whereabouts;
  if (place === 'agenda') return <Agenda />;
  if (place === 'incidents') return <Incidents home={home} />;
  if (place === 'reports') return <Reports home={home} />;
  if (place === 'outbox') return <OutboxList home={home} />;
  if (place === 'kept') return <KeptList />;
  if (place === 'requests') return <Requests home={home} detail={detail} />;
  if (place === 'devices') return <DeviceList home={home} detail={detail} />;
  if (place === 'audit') return <AuditList />;
  if (place === 'setup') return <Setup home={home} />;
  if (place === 'agreements') return <Agreements home={home} detail={detail} />;
  if (place === 'people') return <People home={home} detail={detail} />;
  if (place === 'papers') return <Papers home={home} detail={detail} />;
  return <Approvals home={home} detail={detail} />;
}
