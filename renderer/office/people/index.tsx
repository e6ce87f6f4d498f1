/** The people of the office, their roles, accounts and operators. */
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../../electron/contract/index.ts';
import { go } from '../../home/place.ts';
import { keys, Screen } from '../../shell/index.ts';

interface PeoplePageProps {
  readonly home: OpenHome;
  /** What follows the place in the address. */
  readonly detail: string | undefined;
}

export function PeoplePage(_: PeoplePageProps) {
  const { t } = useTranslation();
  return (
    <Screen
      name="people"
      title={t('nav.people')}
      lead={t('people.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    />
  );
}
