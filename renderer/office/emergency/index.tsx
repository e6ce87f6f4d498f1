/** The emergency stop as it stands above every page, and the way to lift it for who may. */
import { useTranslation } from 'react-i18next';
import { appFailures } from '../../../electron/contract/failures.ts';
import type { OpenHome } from '../../../electron/contract/index.ts';
import { useText } from '../../preferences.ts';

export function EmergencyBanner({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <section role="alert" aria-label={t('emergency.lift')}>
      {text(appFailures.EMERGENCY_STOP.cause)} {home.emergency?.reference}
    </section>
  );
}
