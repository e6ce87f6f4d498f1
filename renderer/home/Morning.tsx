/**
 * The lower half of the morning: how much was done in two weeks, what was answered, and what is owed. Loaded once the first screen stands; every chart
 * has the same figures as a table behind it.
 */
import { useTranslation } from 'react-i18next';
import type { MorningView } from '../../electron/contract/index.ts';
import { institutionNotices, residentNotices } from '../../electron/contract/inquiry.ts';
import { ask } from '../bridge.ts';
import { number, shortDate } from '../format/index.ts';
import { usePreferences } from '../preferences.ts';
import { BarChart, ShareChart } from './charts.tsx';
import { Deadlines } from './Deadlines.tsx';
import { Figure } from './Figure.tsx';
import classes from './Morning.module.css';
import { leftOf } from './quota-left.ts';
import { useList } from './use-list.ts';

export function Morning() {
  const { rows: view } = useList(
    () => ask('reports.morning', undefined),
    (answer) => answer.value,
  );
  if (view === undefined || view === null) return null;
  return (
    <div className={classes.morning}>
      <Use view={view} />
      <Answers view={view} />
      <Quota view={view} />
      <Backlog view={view} />
      <Deadlines />
    </div>
  );
}

function Use({ view }: { view: MorningView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const n = (value: number) => number(value, language);
  const days = view.days.map((one) => ({ ...one, all: one.served + one.notServed }));
  const total = days.reduce((all, one) => all + one.all, 0);
  const most = days.reduce((best, one) => (one.all > best.all ? one : best), { day: '', all: 0 });
  const what = t('morning.use');
  return (
    <Figure
      title={what}
      empty={total === 0}
      lead={{
        figure: n(total),
        words: t('morning.useLead', { most: n(most.all), day: shortDate(most.day, language) }),
      }}
      heads={[t('morning.day'), t('morning.served'), t('morning.notServed'), t('morning.inquiries')]}
      rows={[...days].reverse().map((one) => ({
        key: one.day,
        cells: [shortDate(one.day, language), n(one.served), n(one.notServed), n(one.inquiries)],
      }))}
      chart={
        <BarChart
          label={t('morning.useSummary', {
            what,
            total: n(total),
            most: n(most.all),
            day: shortDate(most.day, language),
          })}
          bars={days.map(({ day, served, notServed }) => ({
            name: String(Number(day.slice(8))),
            parts: [served, notServed],
          }))}
          legend={[t('morning.served'), t('morning.notServed')]}
          write={n}
        />
      }
    />
  );
}

/** What Dukcapil answers by name; whatever else came back is a technical failure, and no answer. */
const named = ['MATCH', 'MISMATCH', 'FOUND', ...residentNotices, ...institutionNotices] as const;

function Answers({ view }: { view: MorningView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const n = (value: number) => number(value, language);
  const counts = new Map<string, number>();
  for (const { outcome, n: count } of view.answers) {
    const known = named.find((one) => one === outcome);
    const name = t(`morning.outcomes.${known ?? 'TECHNICAL'}`);
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const shares = [...counts].map(([name, value]) => ({ name, value })).sort((a, b) => b.value - a.value);
  const total = shares.reduce((all, { value }) => all + value, 0);
  const what = t('morning.answers');
  return (
    <Figure
      title={what}
      empty={total === 0}
      lead={{
        figure: n(shares[0]?.value ?? 0),
        words: t('morning.answersLead', { most: shares[0]?.name ?? '', total: n(total) }),
      }}
      heads={[t('morning.answer'), t('morning.n')]}
      rows={shares.map(({ name, value }) => ({ key: name, cells: [name, n(value)] }))}
      chart={
        <ShareChart
          label={t('morning.answersSummary', { what, total: n(total), most: shares[0]?.name ?? '' })}
          shares={shares.map(({ name, value }) => ({ key: name, name, value, written: n(value) }))}
        />
      }
    />
  );
}

/** Inquiries of each day against what the agreement allows on one. */
function Quota({ view: { days, dailyHits } }: { view: MorningView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const n = (value: number) => number(value, language);
  const what = t('morning.quota');
  const allowed = dailyHits === null ? t('morning.noLimit') : n(dailyHits);
  const written = (left: number | null) => (left === null ? '–' : n(left));
  const used = days.at(-1)?.hits ?? 0;
  const most = Math.max(0, ...days.map(({ hits }) => hits));
  return (
    <Figure
      title={what}
      empty={most === 0}
      lead={{ figure: n(most), words: t('morning.quotaLead') }}
      heads={[t('morning.day'), t('morning.hits'), t('morning.limit'), t('morning.left')]}
      rows={[...days].reverse().map(({ day, hits, closed }) => ({
        key: day,
        cells: [
          shortDate(day, language),
          n(hits),
          allowed,
          written(leftOf({ used: hits, limit: dailyHits, closed })),
        ],
      }))}
      chart={
        <BarChart
          label={t('morning.quotaSummary', { what, used: n(used), limit: allowed, most: n(most) })}
          bars={days.map(({ day, hits }) => ({
            name: String(Number(day.slice(8))),
            parts: [hits, 0],
          }))}
          legend={[t('morning.hits'), dailyHits === null ? '' : `${t('morning.limit')}: ${allowed}`]}
          {...(dailyHits === null ? {} : { limit: dailyHits })}
          write={n}
        />
      }
    />
  );
}

/** What is owed to Dukcapil now, by its age; what waits for a person is told from what waits for its turn. */
function Backlog({ view: { backlog } }: { view: MorningView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const n = (value: number) => number(value, language);
  const what = t('morning.backlog');
  const total = backlog.reduce((all, { waiting, held }) => all + waiting + held, 0);
  const held = backlog.reduce((all, one) => all + one.held, 0);
  return (
    <Figure
      title={what}
      empty={total === 0}
      none={t('morning.nothingOwed')}
      lead={{
        figure: n(total),
        words: held === 0 ? t('morning.waiting') : t('morning.backlogLead', { held: n(held) }),
      }}
      heads={[t('morning.age'), t('morning.waiting'), t('morning.held')]}
      rows={backlog.map((one) => ({
        key: one.age,
        cells: [t(`morning.ages.${one.age}`), n(one.waiting), n(one.held)],
      }))}
      chart={
        <BarChart
          label={t('morning.backlogSummary', { what, total: n(total), held: n(held) })}
          bars={backlog.map((one) => ({
            name: t(`morning.ages.${one.age}`),
            parts: [one.waiting, one.held],
          }))}
          legend={[t('morning.waiting'), t('morning.held')]}
          write={n}
        />
      }
    />
  );
}
