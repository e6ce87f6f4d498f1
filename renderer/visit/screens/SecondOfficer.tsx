/** Where one pair of eyes is not enough: a second officer looks, says why, and signs with their own account. */
import { Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondOfficerReason, VisitView } from '../../../electron/contract/index.ts';
import { Values } from '../../person/index.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import { goWithin } from '../store.ts';
import { useWaysOut } from '../ways-out.ts';
import { CosignForm } from './CosignForm.tsx';
import fields from './fields.module.css';
import person from './Person.module.css';
import { Photo } from './Person.tsx';

const formId = 'petugas-kedua';
const reasons: readonly SecondOfficerReason[] = [
  'PHOTO_UNCLEAR',
  'INJURED',
  'DISABILITY',
  'ELDERLY',
  'NO_PHOTO',
];

export function SecondOfficer({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const failed = view.state === 'HOLDER_FAILED';
  const back: Action[] = view.intents.includes('holderMatches')
    ? [{ key: keys.back, label: t('visit.second.photoBack'), run: () => goWithin(undefined), kind: 'plain' }]
    : waysOut(view);
  const [reason, setReason] = useState<SecondOfficerReason>(
    view.photo === undefined && !failed ? 'NO_PHOTO' : 'PHOTO_UNCLEAR',
  );

  return (
    <Screen
      name={failed ? 'holder-failed' : 'second-officer'}
      title={t(failed ? 'visit.second.failedTitle' : 'visit.second.title')}
      lead={t(failed ? 'visit.second.failedLead' : 'visit.second.lead')}
      focusField
      compact
      actions={[
        ...back,
        {
          key: keys.primary,
          label: t('visit.second.confirm'),
          run: () => document.querySelector<HTMLFormElement>(`#${formId}`)?.requestSubmit(),
          kind: 'primary',
          form: formId,
        },
      ]}
    >
      <div className={view.photo === undefined ? '' : person.person}>
        {view.photo !== undefined && <Photo photo={view.photo} reading={false} />}
        <div className={fields.form}>
          <CosignForm
            id={formId}
            purpose="SECOND_OFFICER"
            loginLabel={t('asking.cosign.login')}
            reason={reason}
          >
            <Radio.Group
              label={t('visit.second.reason')}
              classNames={{ label: fields.label }}
              value={reason}
              onChange={(value) => setReason(reasons.find((one) => one === value) ?? reason)}
            >
              <div className={fields.choices}>
                {reasons.map((one) => (
                  <Radio
                    key={one}
                    value={one}
                    label={t(`visit.second.reasons.${one}`)}
                    classNames={{
                      root: fields.choice,
                      body: fields.choiceBody,
                      radio: fields.radio,
                      label: fields.choiceLabel,
                    }}
                  />
                ))}
              </div>
            </Radio.Group>
          </CosignForm>
          {view.identity.length > 0 && (
            <Values label={t('visit.reading.identity')} values={view.identity.slice(0, 4)} />
          )}
        </div>
      </div>
    </Screen>
  );
}
