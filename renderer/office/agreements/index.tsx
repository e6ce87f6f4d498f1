/** Every agreement this office holds, and what can be done with each. */
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../../electron/contract/index.ts';
import { go } from '../../home/place.ts';
import { keys, Screen } from '../../shell/index.ts';

interface AgreementsPageProps {
  readonly home: OpenHome;
  /** What follows the place in the address. */
  readonly detail: string | undefined;
}

export function AgreementsPage(_: AgreementsPageProps) {
  const { t } = useTranslation();
  return (
    <Screen
      name="agreements"
      title={t('nav.agreements')}
      lead={t('agreements.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    />
  );
}
