/** The way from an empty computer to a counter that serves, step by step. */
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../../electron/contract/index.ts';
import { go } from '../../home/place.ts';
import { keys, Screen } from '../../shell/index.ts';

interface SetupPageProps {
  readonly home: OpenHome;
}

export function SetupPage(_: SetupPageProps) {
  const { t } = useTranslation();
  return (
    <Screen
      name="setup"
      title={t('nav.setup')}
      lead={t('setup.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    />
  );
}
