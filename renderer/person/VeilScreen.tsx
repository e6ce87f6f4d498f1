/** What stands where the values stood. */
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../shell/index.ts';
import classes from './VeilScreen.module.css';

export function VeilScreen({ lift }: { lift: () => void }) {
  const { t } = useTranslation();
  return (
    <Screen
      name="veil"
      title={t('app.veiled')}
      lead={t('app.veiledWhy')}
      align="centre"
      icon={<IconEyeOff size={34} stroke={1.8} />}
      actions={[]}
    >
      <button type="button" className={classes.lift} onClick={lift}>
        {t('app.veiledBack')}
      </button>
    </Screen>
  );
}
