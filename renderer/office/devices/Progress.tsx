/** How far the test is and what it waits for, large enough to be read from the reader, and spoken. */
import { useTranslation } from 'react-i18next';
import { type DeviceTestView, deviceStepName, deviceTestSteps } from '../../../electron/contract/index.ts';
import { usePreferences } from '../../preferences.ts';
import classes from './devices.module.css';

export function Progress({ view }: { readonly view: DeviceTestView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { step } = view;
  const at = step === null ? 0 : deviceTestSteps.indexOf(step) + 1;
  const all = deviceTestSteps.length;
  const said =
    step === null
      ? t('deviceTest.beginning')
      : step === 'CARD_FOUND'
        ? t('deviceTest.layCard')
        : deviceStepName(step, language);
  return (
    <div className={classes.progress}>
      <p role="status">
        <span>{step === null ? '' : t('deviceTest.stepOf', { at, all })}</span> <strong>{said}</strong>
      </p>
      <progress value={at} max={all} aria-label={t('deviceTest.progress')} />
    </div>
  );
}
