/** The next days by which something is owed, nearest first: how long is left of each, as bars and as a table. Only for whoever may see the agenda. */
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { longDate, moment, number } from '../format/index.ts';
import { leftText, sentence } from '../office/agenda/sentence.ts';
import { usePreferences } from '../preferences.ts';
import { ShareChart } from './charts.tsx';
import { Figure } from './Figure.tsx';
import classes from './Morning.module.css';
import { hashOf, mayEnter } from './place.ts';
import { useList } from './use-list.ts';

export function Deadlines() {
  const maySee = usePreferences(({ home }) => (home?.gate === 'OPEN' ? home.person.maySee : undefined));
  return mayEnter('agenda', maySee ?? []) ? <Owed /> : null;
}

/** As many as one takes in at a glance; the agenda has them all. */
const MOST = 6;

function Owed() {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { rows: items } = useList(
    () => ask('agenda.view', undefined),
    (answer) => answer.value.items,
  );
  if (items === undefined) return null;
  const dated = items.filter(({ due }) => due !== null);
  const next = dated.slice(0, MOST);
  const severalAgreements = new Set(next.flatMap(({ agreement }) => agreement?.number ?? [])).size > 1;
  const nameOf = ({ kind, agreement }: AgendaItem) =>
    [t(`morning.duties.${kind}`), severalAgreements ? agreement?.number : undefined]
      .filter((part) => part !== undefined)
      .join(' · ');
  const until = ({ due }: AgendaItem) => {
    if (due === null) return '';
    return 'day' in due ? longDate(due.day, language) : moment(due.at, language);
  };
  const what = t('morning.deadlines');
  const [first] = next;
  const nearest =
    first === undefined
      ? { figure: '', words: '' }
      : { figure: leftText(t, first, language), words: nameOf(first) };
  return (
    <Figure
      title={what}
      empty={first === undefined}
      none={t('morning.noDeadline')}
      lead={nearest}
      figures={false}
      heads={[t('morning.duty'), t('morning.until'), t('morning.timeLeft')]}
      rows={next.map((item) => ({
        key: item.key,
        cells: [sentence(t, item, language), until(item), leftText(t, item, language)],
      }))}
      chart={
        <ShareChart
          label={t('morning.deadlinesSummary', {
            what,
            first: nearest.words,
            left: nearest.figure,
          })}
          shares={next.map((item) => ({
            key: item.key,
            name: nameOf(item),
            value: daysLeft(item),
            written: leftText(t, item, language),
            isLate: item.stage === 'OVERDUE',
          }))}
        />
      }
    >
      {dated.length > MOST && (
        <a className={classes.more} href={hashOf.agenda}>
          {t('agenda.more', { n: number(dated.length - MOST, language) })}
        </a>
      )}
    </Figure>
  );
}

const daysOf = { HOURS: 1 / 24, DAYS: 1, WORKING_DAYS: 7 / 5 } as const;

/** For the length of a bar. What is late has nothing left. */
function daysLeft({ left, stage }: AgendaItem): number {
  return left === null || stage === 'OVERDUE' ? 0 : Math.max(0, left.n * daysOf[left.unit]);
}
