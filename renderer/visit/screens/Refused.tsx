/** The second step of a refusal: what it means is read out, and the service goes on. Enter goes on. */
import { IconShieldOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../preferences.ts';
import { keys, Screen } from '../../shell/index.ts';
import { goWithin, send } from '../store.ts';

export function Refused() {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <Screen
      name="refused"
      eyebrow={t('visit.consent.eyebrow')}
      icon={<IconShieldOff size={34} stroke={1.8} />}
      title={t('visit.evidence.noTitle')}
      lead={t('visit.evidence.noLead')}
      align="centre"
      actions={[
        {
          key: keys.back,
          label: t('visit.evidence.back'),
          run: () => goWithin(undefined),
          kind: 'plain',
        },
        {
          key: keys.primary,
          label: t('visit.evidence.noConfirm'),
          run: () => send({ kind: 'refuseConsent', language }),
          kind: 'primary',
        },
      ]}
    />
  );
}
