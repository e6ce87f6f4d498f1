/**
 * The configuration of one card goes back: who gets it, on what and when; the file itself main writes where a dialog of the system says,
 * reads it back, and shreds what is sealed here. A return that a power loss broke off is named.
 */
import { useTranslation } from 'react-i18next';
import { custodyChannels } from '../../../electron/contract/channels/custody.ts';
import { ask } from '../../bridge.ts';
import { moment } from '../../format/index.ts';
import { useList } from '../../home/use-list.ts';
import { usePreferences } from '../../preferences.ts';
import { ActDialog, DateField, Field, Row } from '../parts/index.ts';
import type { WantedForm } from './about.ts';

interface ReturnConfigurationProps {
  readonly wanted: WantedForm;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function ReturnConfiguration({ wanted: { card }, onDone, onClose }: ReturnConfigurationProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const name = card?.name ?? '';
  const { rows: begun } = useList(
    () => ask('configuration.unfinished', undefined),
    (answer) => answer.value.find(({ samId }) => samId === card?.samId) ?? null,
  );
  return (
    <ActDialog
      title={t('custody.acts.RETURN_CONFIG.title', { name })}
      consequence={t('custody.acts.RETURN_CONFIG.consequence', { name })}
      yes={t('custody.acts.RETURN_CONFIG.yes')}
      schema={custodyChannels['configuration.return'].input}
      start={{ samId: card?.samId ?? '', medium: '', on: '', receivedBy: '' }}
      send={(asked) => ask('configuration.return', asked)}
      onDone={(file) => (file === null ? onClose() : onDone())}
      onClose={onClose}
    >
      {begun !== undefined && begun !== null && (
        <p role="status">
          {t('custody.unfinishedReturn', {
            file: begun.fileName,
            medium: begun.medium,
            time: moment(begun.at, language),
            name: begun.by,
          })}
        </p>
      )}
      <Field
        path="medium"
        label={t('custody.fields.medium')}
        hint={t('custody.fields.mediumHint')}
        maxLength={120}
        autoFocus
      />
      <Row>
        <DateField path="on" label={t('custody.fields.on')} />
        <Field path="receivedBy" label={t('custody.fields.receivedBy')} maxLength={120} />
      </Row>
    </ActDialog>
  );
}
