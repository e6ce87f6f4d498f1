/** What waits for the person who is signed in, each with the way to it. */
import {
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
  const late = t('home.waiting.overdue', { n: overdue });
  const tasks: readonly {
    place: Place;
    n: number;
    words: string;
    note?: string;
    Icon: typeof IconListCheck;
  }[] = [
    {
      place: 'agenda',
      n: reminders + overdue,
      words: reminders === 0 ? late : t('home.waiting.reminders', { n: reminders }),
      Icon: IconCalendarDue,
      ...(reminders === 0 || overdue === 0 ? {} : { note: late }),
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
        {open.map(({ place, words, note, Icon }) => (
          <li key={place}>
            <a href={hashOf[place]}>
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
