/** Stops everything at once: says exactly what will happen, and asks for the number of the incident and what it is. */
import { useTranslation } from 'react-i18next';
import { deskChannels } from '../../../electron/contract/channels/desk.ts';
import { ask } from '../../bridge.ts';
import { refreshHome } from '../../preferences.ts';
import { ActDialog, Field } from '../parts/index.ts';
import classes from './emergency.module.css';

const effects = ['inquiries', 'reads', 'outgoing', 'record'] as const;

interface StopDialogProps {
  /** Number of the incident it is pulled from. */
  readonly reference?: string;
  readonly onClose: () => void;
}

export function StopDialog({ reference = '', onClose }: StopDialogProps) {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('emergency.title')}
      consequence={t('emergency.consequence')}
      yes={t('emergency.yes')}
      schema={deskChannels['desk.emergencyStop'].input}
      start={{ reference, reason: '' }}
      send={(given) => ask('desk.emergencyStop', given)}
      onDone={() => {
        onClose();
        void refreshHome();
      }}
      onClose={onClose}
    >
      <div className={classes.effects}>
        <h3>{t('emergency.happens')}</h3>
        <ul>
          {effects.map((effect) => (
            <li key={effect}>{t(`emergency.effects.${effect}`)}</li>
          ))}
        </ul>
      </div>
      <Field
        path="reference"
        label={t('emergency.reference')}
        hint={t('emergency.referenceHint')}
        maxLength={60}
        autoFocus
      />
      <Field path="reason" label={t('emergency.reason')} lines={3} maxLength={300} />
    </ActDialog>
  );
}
