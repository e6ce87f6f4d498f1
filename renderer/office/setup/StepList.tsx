/** All steps in their order, each with what it rests on and the place where it is done. */
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../../electron/contract/index.ts';
import { hashOf } from '../../home/place.ts';
import classes from './setup.module.css';

interface StepListProps {
  readonly steps: SetupView['steps'];
  /** For who may rename the counter. */
  readonly onName?: () => void;
}

export function StepList({ steps, onName }: StepListProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="semua-langkah">
      <h2 id="semua-langkah">{t('setup.rest')}</h2>
      <ol className={classes.steps}>
        {steps.map(({ step, done, who, detail, place }) => (
          <li key={step} data-done={done || undefined}>
            {done ? (
              <IconCircleCheckFilled size={24} aria-hidden="true" />
            ) : (
              <IconCircleDashed size={24} aria-hidden="true" />
            )}
            <span className={classes.what}>
              <strong>{t(`setup.steps.${step}.title`)}</strong>
              <small>
                {t(done ? 'setup.done' : 'setup.open')}
                {detail !== '' && ` · ${detail}`}
                {!done && ` · ${t(`people.roles.${who}`)}`}
              </small>
            </span>
            {step === 'COUNTER' && onName !== undefined && (
              <button type="button" className={classes.link} onClick={onName}>
                {t(done ? 'setup.counterChange' : 'setup.counterName')}
              </button>
            )}
            {place !== 'setup' && !done && (
              <a className={classes.link} href={hashOf[place]}>
                {t('setup.go', { place: t(`nav.${place}`) })}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
