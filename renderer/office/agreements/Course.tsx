/** The way of an agreement from draft to archive, and where on it this one is. */
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgreementRow } from '../../../electron/contract/index.ts';
import { stageOf, stages } from './next-step.ts';
import classes from './page.module.css';

export function Course({ row }: { row: AgreementRow }) {
  const { t } = useTranslation();
  const now = stageOf(row);
  return (
    <ol className={classes.course} aria-label={t('agreements.course.title')}>
      {stages.map((stage, index) => {
        const where = index < now ? 'done' : index === now ? 'current' : 'ahead';
        return (
          <li key={stage} data-where={where} aria-current={where === 'current' ? 'step' : undefined}>
            <span className={classes.dot} aria-hidden="true">
              {where === 'done' ? <IconCheck size={18} stroke={3} /> : index + 1}
            </span>
            <span>
              {t(`agreements.course.${stage}`)}
              <small>{t(`agreements.course.${where}`)}</small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
