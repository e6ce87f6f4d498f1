/** A NIK that pacing holds: why, and who may let this one through in this visit. Never "for today". */
import { TextInput } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import { privateField } from '../../privacy.ts';
import { keys, Screen } from '../../shell/index.ts';
import { goWithin } from '../store.ts';
import { CosignForm } from './CosignForm.tsx';
import fields from './fields.module.css';

const formId = 'pengecualian';

export function Exception({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Screen
      name={`exception-${view.failure?.code ?? ''}`}
      tone="warn"
      icon={<IconHandStop size={32} />}
      title={t('asking.exception.title')}
      lead={t('asking.exception.lead')}
      focusField
      compact
      actions={[
        { key: keys.back, label: t('app.back'), run: () => goWithin(undefined), kind: 'plain' },
        {
          key: keys.primary,
          label: t('asking.exception.confirm'),
          run: () => document.querySelector<HTMLFormElement>(`#${formId}`)?.requestSubmit(),
          kind: 'primary',
          form: formId,
        },
      ]}
    >
      <CosignForm
        id={formId}
        purpose="EXCEPTION"
        loginLabel={t('asking.cosign.managerLogin')}
        reason={reason}
        reasonFirst
      >
        <TextInput
          className={fields.field ?? ''}
          classNames={{ input: fields.input, label: fields.label, description: fields.hint }}
          label={t('asking.exception.reason')}
          description={t('asking.exception.reasonHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          maxLength={200}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          {...privateField}
        />
      </CosignForm>
    </Screen>
  );
}
