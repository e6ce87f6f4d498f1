/** Name and sign of the counter at this computer. */
import { useTranslation } from 'react-i18next';
import { setupChannels } from '../../../electron/contract/channels/setup.ts';
import type { SetupView } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { ActDialog, Field } from '../parts/index.ts';

interface CounterDialogProps {
  readonly counter: SetupView['counter'];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function CounterDialog({ counter, onDone, onClose }: CounterDialogProps) {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('setup.counter.title')}
      consequence={t('setup.counter.consequence')}
      yes={t('setup.counter.yes')}
      schema={setupChannels['setup.counter'].input}
      start={counter}
      send={(given) => ask('setup.counter', given)}
      onDone={onDone}
      onClose={onClose}
    >
      <Field
        path="name"
        label={t('setup.counter.name')}
        hint={t('setup.counter.nameHint')}
        maxLength={40}
        autoFocus
      />
      <Field
        path="sign"
        label={t('setup.counter.sign')}
        hint={t('setup.counter.signHint')}
        wrong={t('setup.counter.signWrong')}
        maxLength={6}
      />
    </ActDialog>
  );
}
