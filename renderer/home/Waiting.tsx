/** What waits for the person who is signed in, each with the way to it. */
import {
  IconAlertTriangle,
  IconCalendarDue,
  IconChevronRight,
  IconClipboardCheck,
  IconListCheck,
  IconMailQuestion,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../electron/contract/index.ts';
import { moment } from '../format/index.ts';
import { usePreferences } from '../preferences.ts';
import { hashOf, type Place } from './place.ts';
import classes from './Waiting.module.css';

export function Waiting({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { proposals, requests, nextRequestDueAt, reminders, overdue, setup } = home.waiting;
  const isLate = overdue > 0;
  const come = t('home.waiting.reminders', { n: reminders });
  const tasks: readonly {
    place: Place;
    n: number;
    words: string;
    note?: string;
    late?: true;
    Icon: typeof IconListCheck;
  }[] = [
    {
      place: 'agenda',
      n: reminders + overdue,
      // What is late may cost the right of access: it comes first, and looks like it.
      words: isLate ? t('home.waiting.overdue', { n: overdue }) : come,
      Icon: isLate ? IconAlertTriangle : IconCalendarDue,
      ...(isLate ? { late: true } : {}),
      ...(isLate && reminders > 0 ? { note: come } : {}),
    },
    { place: 'setup', n: setup, words: t('home.waiting.setup', { n: setup }), Icon: IconListCheck },
    {
      place: 'approvals',
      n: proposals,
      words: t('home.waiting.proposals', { n: proposals }),
      Icon: IconClipboardCheck,
    },
    {
      place: 'requests',
      n: requests,
      words: t('home.waiting.requests', { n: requests }),
      Icon: IconMailQuestion,
      ...(nextRequestDueAt === null
        ? {}
        : { note: t('home.waiting.due', { time: moment(nextRequestDueAt, language) }) }),
    },
  ];
  const open = tasks.filter(({ n }) => n > 0);
  if (open.length === 0) return null;
  return (
    <section className={classes.waiting} aria-labelledby="menunggu">
      <h2 id="menunggu">{t('home.waiting.title')}</h2>
      <ul>
        {open.map(({ place, words, note, late, Icon }) => (
          <li key={place}>
            <a href={hashOf[place]} data-late={late}>
              <Icon size={24} stroke={1.8} aria-hidden="true" />
              <span>
                {words}
                {note !== undefined && <small>{note}</small>}
              </span>
              <IconChevronRight size={20} aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
