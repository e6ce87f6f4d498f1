/** Where one pair of eyes is not enough: a second officer looks, and says who they are and why. */
import { Radio, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondOfficerReason, VisitView } from '../../../electron/contract/index.ts';
import { Values } from '../../person/index.ts';
import { privateField } from '../../privacy.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import { goWithin, send } from '../store.ts';
import { useWaysOut } from '../ways-out.ts';
import fields from './fields.module.css';
import person from './Person.module.css';
import { Photo } from './Person.tsx';

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
  const [officer, setOfficer] = useState('');
  const [reason, setReason] = useState<SecondOfficerReason>(
    view.photo === undefined && !failed ? 'NO_PHOTO' : 'PHOTO_UNCLEAR',
  );
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const name = officer.trim();
    const wrong = name === '' ? 'officerMissing' : sameName(name, view.operator) ? 'officerSame' : undefined;
    setProblem(wrong === undefined ? '' : t(`visit.second.${wrong}`));
    if (wrong === undefined) send({ kind: 'secondOfficerConfirms', officer: name, reason });
    else field.current?.focus();
  }

  return (
    <Screen
      name={failed ? 'holder-failed' : 'second-officer'}
      title={t(failed ? 'visit.second.failedTitle' : 'visit.second.title')}
      lead={t(failed ? 'visit.second.failedLead' : 'visit.second.lead')}
      focusField
      actions={[
        ...back,
        {
          key: keys.primary,
          label: t('visit.second.confirm'),
          run: () => field.current?.form?.requestSubmit(),
          kind: 'primary',
          form: 'petugas-kedua',
        },
      ]}
    >
      <div className={view.photo === undefined ? '' : person.person}>
        {view.photo !== undefined && <Photo photo={view.photo} reading={false} />}
        <div className={fields.form}>
          <form id="petugas-kedua" className={fields.form} onSubmit={submit} noValidate>
            <TextInput
              ref={field}
              className={fields.field ?? ''}
              classNames={{ input: fields.input, label: fields.label, error: fields.error }}
              label={t('visit.second.officer')}
              autoFocus
              maxLength={120}
              value={officer}
              error={problem === '' ? null : problem}
              onChange={(event) => {
                setOfficer(event.currentTarget.value);
                setProblem('');
              }}
              {...privateField}
            />
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
          </form>
          {view.identity.length > 0 && (
            <Values label={t('visit.reading.identity')} values={view.identity.slice(0, 4)} />
          )}
        </div>
      </div>
    </Screen>
  );
}

function sameName(one: string, other: string): boolean {
  return one.localeCompare(other.trim(), undefined, { sensitivity: 'base' }) === 0;
}
