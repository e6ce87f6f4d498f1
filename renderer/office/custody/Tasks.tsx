/** What is to be done next with the cards of an agreement, grouped: how many, what, by whom, and one press that leads there. */
import { useTranslation } from 'react-i18next';
import type { SamCardRow } from '../../../electron/contract/index.ts';
import { addressOf, hashOf } from '../../home/place.ts';
import { ActButton } from '../parts/index.ts';
import { type Task, tasksOf, type Wanted } from './about.ts';
import classes from './custody.module.css';

interface TasksProps {
  readonly agreementId: string;
  readonly cards: readonly SamCardRow[];
  readonly onWant: (wanted: Wanted) => void;
}

/** More names than this are a number. */
const namedAtMost = 4;

export function Tasks({ agreementId, cards, onWant }: TasksProps) {
  const { t } = useTranslation();
  const tasks = tasksOf(agreementId, cards);
  if (tasks.length === 0) return null;
  const id = `langkah-${agreementId}`;
  return (
    <section aria-labelledby={id}>
      <h4 id={id}>{t('custody.next')}</h4>
      <ul className={classes.tasks}>
        {tasks.map((task) => (
          <li key={`${task.event}-${task.waits}`}>
            <TaskLine task={task} onWant={onWant} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TaskLine({ task, onWant }: { task: Task; onWant: TasksProps['onWant'] }) {
  const { t } = useTranslation();
  const { event, cards, waits, wanted } = task;
  const [first] = cards;
  const names = cards.map(({ name }) => name).join(', ');
  const which = cards.length > namedAtMost ? t('custody.cards', { n: cards.length }) : names;
  const step = t(`custody.steps.${event}`);
  return (
    <>
      <span className={classes.what}>
        <strong>{waits ? t('custody.toConfirm', { step: t(`custody.proposed.${event}`) }) : step}</strong>
        <small>
          {which} ·{' '}
          {waits
            ? t('custody.secondPerson', { name: first?.waiting?.by ?? '' })
            : t('custody.doneBy', { who: t(`people.roles.${first?.next?.who ?? 'SAM_OFFICER'}`) })}
        </small>
      </span>
      {waits ? (
        <a className={classes.link} href={hashOf.approvals}>
          {t('custody.toApprovals')}
        </a>
      ) : wanted !== undefined ? (
        <ActButton act={event} label={`${t('custody.record')}: ${step}`} onWant={() => onWant(wanted)}>
          {t('custody.record')}
        </ActButton>
      ) : (
        first !== undefined && (
          <a
            className={classes.link}
            href={addressOf('devices', first.samId)}
            aria-label={`${t('custody.open', { name: first.name })}: ${step}`}
          >
            {t('custody.open', { name: first.name })}
          </a>
        )
      )}
    </>
  );
}
