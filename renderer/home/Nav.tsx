/** The ways through home, shown to those who may go them: the counter's own, and those of the office. */
import {
  IconAlertTriangle,
  IconArchive,
  IconCalendarDue,
  IconClipboardCheck,
  IconDeviceTablet,
  IconFileCertificate,
  IconFileText,
  IconHome,
  IconListCheck,
  IconListDetails,
  IconMailQuestion,
  IconReportAnalytics,
  IconSend,
  IconUsers,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../electron/contract/index.ts';
import { roughly } from '../format/index.ts';
import { usePreferences } from '../preferences.ts';
import classes from './Nav.module.css';
import { hashOf, mayEnter, type Place, places } from './place.ts';

const icons: Readonly<Record<Place, typeof IconHome>> = {
  start: IconHome,
  agenda: IconCalendarDue,
  reports: IconReportAnalytics,
  incidents: IconAlertTriangle,
  outbox: IconSend,
  kept: IconArchive,
  requests: IconMailQuestion,
  devices: IconDeviceTablet,
  audit: IconListDetails,
  setup: IconListCheck,
  agreements: IconFileCertificate,
  people: IconUsers,
  papers: IconFileText,
  approvals: IconClipboardCheck,
};

const office: ReadonlySet<Place> = new Set([
  'agenda',
  'reports',
  'incidents',
  'setup',
  'agreements',
  'people',
  'papers',
  'approvals',
  'audit',
]);

/** What waits behind a way, as a number beside it. */
function waitingAt(place: Place, { outbox, waiting }: OpenHome): number {
  if (place === 'outbox') return outbox.waiting;
  if (place === 'agenda') return waiting.reminders + waiting.overdue;
  if (place === 'incidents') return waiting.incidents;
  if (place === 'approvals') return waiting.proposals;
  if (place === 'requests') return waiting.requests;
  return place === 'setup' ? waiting.setup : 0;
}

export function Nav({ home, place }: { home: OpenHome; place: Place }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const ways = useRef<HTMLElement>(null);
  // Who has every role has more ways than a small screen is high.
  useEffect(() => {
    ways.current?.querySelector(`a[href="${hashOf[place]}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const open = places.filter((one) => mayEnter(one, home.person.maySee));
  const groups = [open.filter((one) => !office.has(one)), open.filter((one) => office.has(one))];
  return (
    <nav aria-label={t('nav.title')} className={classes.groups} ref={ways}>
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <ul key={group[0]} className={classes.nav}>
            {group.map((name) => {
              const Icon = icons[name];
              const waiting = waitingAt(name, home);
              return (
                <li key={name}>
                  <a href={hashOf[name]} aria-current={name === place ? 'page' : undefined}>
                    <Icon size={21} stroke={1.8} aria-hidden="true" />
                    <span>{t(`nav.${name}`)}</span>
                    {waiting > 0 && <span className={classes.count}>{roughly(waiting, language)}</span>}
                  </a>
                </li>
              );
            })}
          </ul>
        ))}
    </nav>
  );
}
