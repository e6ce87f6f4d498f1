/** What residents asked for: withdrawals of consent and access to what is kept. */
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../../electron/contract/index.ts';
import { go } from '../../home/place.ts';
import { keys, Screen } from '../../shell/index.ts';

interface RequestsPageProps {
  readonly home: OpenHome;
  /** What follows the place in the address. */
  readonly detail: string | undefined;
}

export function RequestsPage(_: RequestsPageProps) {
  const { t } = useTranslation();
  return (
    <Screen
      name="requests"
      title={t('nav.requests')}
      lead={t('requests.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    />
  );
}
