/** The stepper in the rail. */
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PetalState } from '../shell/index.ts';
import classes from './Steps.module.css';
import { steps } from './steps.ts';

const words = { done: 'steps.done', now: 'steps.current', later: 'steps.next' } as const;

export function Steps({
  petals,
  consentSkipped,
}: {
  petals: readonly PetalState[];
  consentSkipped: boolean;
}) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('steps.title')}>
      <ol className={classes.steps}>
        {steps.map((step, index) => {
          const state = petals[index] ?? 'later';
          const skipped = step === 'consent' && consentSkipped;
          return (
            <li key={step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span className={classes.dot} aria-hidden="true">
                {state === 'done' && !skipped ? <IconCheck size={18} stroke={3} /> : index + 1}
              </span>
              <span className={classes.words}>
                <span className={classes.name}>{t(`steps.${step}`)}</span>
                <span className={classes.state}>{t(skipped ? 'steps.skipped' : words[state])}</span>
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
