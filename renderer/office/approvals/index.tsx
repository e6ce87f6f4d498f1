/** What waits for a second person. */
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../../electron/contract/index.ts';
import { go } from '../../home/place.ts';
import { keys, Screen } from '../../shell/index.ts';

interface ApprovalsPageProps {
  readonly home: OpenHome;
  /** What follows the place in the address. */
  readonly detail: string | undefined;
}

export function ApprovalsPage(_: ApprovalsPageProps) {
  const { t } = useTranslation();
  return (
    <Screen
      name="approvals"
      title={t('nav.approvals')}
      lead={t('approvals.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    />
  );
}
