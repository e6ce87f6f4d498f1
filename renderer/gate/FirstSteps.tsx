/** The first start of a computer as three steps in the rail, so that nobody wonders how much is still to come. */
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './FirstSteps.module.css';

const steps = ['keys', 'officer', 'counter'] as const;

export function FirstSteps({ now }: { now: (typeof steps)[number] }) {
  const { t } = useTranslation();
  const at = steps.indexOf(now);
  return (
    <ol className={classes.steps}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined}>
          <span className={classes.disc} aria-hidden="true">
            {index < at ? <IconCheck size={18} stroke={3} /> : index + 1}
          </span>
          {t(`gate.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
