/** How far a card has come, as a line of stages, and its state as a badge; what is beside the line is named as what it is. */
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SamCardRow, SamStatus } from '../../../electron/contract/index.ts';
import { Badge, type Tone } from '../parts/index.ts';
import classes from './Course.module.css';
import { standingOf } from './course.ts';

export function CardCourse({ card }: { card: SamCardRow }) {
  const { t } = useTranslation();
  const standing = standingOf(card);
  if (standing === undefined) return null;
  const { stages, reached } = standing;
  return (
    <ol className={classes.line} aria-label={t('custody.course.title')}>
      {stages.map((stage, index) => {
        const state = index < reached ? 'reached' : index === reached ? 'now' : 'ahead';
        return (
          <li key={stage} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className={classes.disc} aria-hidden="true">
              {state === 'reached' ? <IconCheck size={18} stroke={3} /> : index + 1}
            </span>
            <span>
              {t(`custody.course.${stage}`)}
              <small>{t(`custody.course.${state}`)}</small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

const toneOf: Readonly<Partial<Record<SamStatus, Tone>>> = {
  ACTIVE: 'good',
  SUSPENDED: 'warn',
  LOST_OR_DAMAGED: 'broken',
};

export function StatusBadge({ card: { status, rejected } }: { card: SamCardRow }) {
  const { t } = useTranslation();
  return (
    <Badge tone={toneOf[status] ?? 'plain'}>
      {t(`custody.statuses.${status}`)}
      {rejected && ` · ${t('custody.rejected')}`}
    </Badge>
  );
}
