/** Every step of the test with what came of it: passed, failed with cause and cure, left out, or still to come. */
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleXFilled,
  IconLoader2,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  type DeviceTestStep,
  type DeviceTestView,
  deviceStepName,
  deviceTestSteps,
  type StepOutcome,
  stepFindings,
} from '../../../electron/contract/index.ts';
import { usePreferences } from '../../preferences.ts';
import { FailureNote } from '../../shell/index.ts';
import classes from './devices.module.css';

type Standing = StepOutcome['verdict'] | 'RUNNING' | 'AHEAD';

const icons: Readonly<Record<Standing, typeof IconCircleDashed>> = {
  PASSED: IconCircleCheckFilled,
  FAILED: IconCircleXFilled,
  SKIPPED: IconCircleMinus,
  RUNNING: IconLoader2,
  AHEAD: IconCircleDashed,
};

export function StepList({ view }: { readonly view: DeviceTestView }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.steps} aria-label={t('deviceTest.steps')}>
      {deviceTestSteps.map((step) => (
        <Step key={step} step={step} view={view} />
      ))}
    </ol>
  );
}

function Step({ step, view }: { readonly step: DeviceTestStep; readonly view: DeviceTestView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const outcome = view.outcomes.find((one) => one.step === step);
  const standing = outcome?.verdict ?? (view.step === step ? 'RUNNING' : 'AHEAD');
  const Icon = icons[standing];
  const took = outcome === undefined || standing === 'SKIPPED' ? undefined : timeOf(outcome.ms, language);
  return (
    <li data-standing={standing}>
      <Icon size={24} aria-hidden="true" />
      <div>
        <p className={classes.name}>
          <strong>{deviceStepName(step, language)}</strong>
          <span>
            {t(`deviceTest.standings.${standing}`)}
            {took !== undefined && ` · ${took}`}
          </span>
        </p>
        {outcome !== undefined &&
          stepFindings(outcome, language).map((finding) => (
            <p key={finding} className={classes.finding}>
              {finding}
            </p>
          ))}
        {outcome?.failure !== undefined && <FailureNote failure={outcome.failure} quiet />}
      </div>
    </li>
  );
}

/** `120 ms`, `3,5 s`. */
function timeOf(ms: number, language: string): string {
  const slow = ms >= 1000;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: slow ? 1 : 0 });
  return slow ? `${number.format(ms / 1000)} s` : `${number.format(ms)} ms`;
}
