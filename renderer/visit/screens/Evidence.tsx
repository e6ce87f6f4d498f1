/** The second step of either answer: the evidence of a consent, or the acknowledgement of a refusal. Enter goes on. */
import { Checkbox, Radio, TextInput } from '@mantine/core';
import { IconCheck, IconShieldOff } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentQuestion } from '../../../electron/contract/index.ts';
import { privateField } from '../../privacy.ts';
import { type Action, Keycap, keys, Screen, useKeys } from '../../shell/index.ts';
import { goWithin, send } from '../store.ts';
import fields from './fields.module.css';

const kinds = ['PAPER_SIGNATURE', 'RECORDED_STATEMENT'] as const;
type Kind = (typeof kinds)[number];

function useBack(): Action {
  const { t } = useTranslation();
  return {
    key: keys.back,
    label: t('visit.evidence.back'),
    run: () => goWithin(undefined),
    kind: 'plain',
  };
}

export function Agreed({ question }: { question: ConsentQuestion }) {
  const { t } = useTranslation();
  const back = useBack();
  const form = useRef<HTMLFormElement>(null);
  const [evidence, setEvidence] = useState<Kind>('PAPER_SIGNATURE');
  const [accompanied, setAccompanied] = useState(false);
  const [name, setName] = useState('');
  const [relation, setRelation] = useState('');
  const [tried, setTried] = useState(false);
  useKeys({ [keys.companion]: () => setAccompanied((now) => !now) });

  const companion = { name: name.trim(), relation: relation.trim() };
  const complete = !accompanied || (companion.name !== '' && companion.relation !== '');
  const problem = tried && !complete ? t('visit.evidence.companionMissing') : null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (complete) send({ kind: 'grantConsent', evidence, ...(accompanied ? { companion } : {}) });
  }

  return (
    <Screen
      name="agreed"
      tone="good"
      eyebrow={t('visit.consent.eyebrow')}
      icon={<IconCheck size={36} stroke={2.6} />}
      title={t('visit.evidence.yesTitle')}
      lead={t('visit.evidence.yesLead')}
      width="text"
      actions={[
        back,
        {
          key: keys.primary,
          label: t('visit.evidence.yesConfirm'),
          run: () => form.current?.requestSubmit(),
          kind: 'primary',
          form: 'bukti',
        },
      ]}
    >
      <form id="bukti" ref={form} className={fields.form} onSubmit={submit} noValidate>
        <Radio.Group
          label={t('visit.evidence.kind')}
          classNames={{ label: fields.label }}
          value={evidence}
          onChange={(value) => setEvidence(kinds.find((one) => one === value) ?? evidence)}
        >
          <div className={fields.choices} data-wide>
            {kinds.map((kind) => (
              <Radio
                key={kind}
                value={kind}
                label={
                  <>
                    {t(`visit.evidence.${kind}`)}
                    <span className={fields.note}>
                      {t(`visit.evidence.${kind}_NOTE`, { receipt: question.receiptNo })}
                    </span>
                  </>
                }
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
        <Checkbox
          checked={accompanied}
          onChange={(event) => setAccompanied(event.currentTarget.checked)}
          label={
            <>
              <span className={fields.beforeKey}>{t('visit.evidence.companion')}</span>
              <Keycap of={keys.companion} />
            </>
          }
          classNames={{
            root: fields.choice,
            body: fields.choiceBody,
            input: fields.radio,
            label: fields.choiceLabel,
          }}
        />
        {accompanied && (
          <div className={fields.choices} data-wide>
            <TextInput
              classNames={{ input: fields.input, label: fields.label, error: fields.error }}
              label={t('visit.evidence.companionName')}
              maxLength={120}
              autoFocus
              value={name}
              error={companion.name === '' ? problem : null}
              onChange={(event) => setName(event.currentTarget.value)}
              {...privateField}
            />
            <TextInput
              classNames={{ input: fields.input, label: fields.label, error: fields.error }}
              label={t('visit.evidence.companionRelation')}
              maxLength={120}
              value={relation}
              error={companion.relation === '' ? problem : null}
              onChange={(event) => setRelation(event.currentTarget.value)}
              {...privateField}
            />
          </div>
        )}
      </form>
    </Screen>
  );
}

export function Refused() {
  const { t } = useTranslation();
  const back = useBack();
  return (
    <Screen
      name="refused"
      eyebrow={t('visit.consent.eyebrow')}
      icon={<IconShieldOff size={34} stroke={1.8} />}
      title={t('visit.evidence.noTitle')}
      lead={t('visit.evidence.noLead')}
      align="centre"
      actions={[
        back,
        {
          key: keys.primary,
          label: t('visit.evidence.noConfirm'),
          run: () => send({ kind: 'refuseConsent' }),
          kind: 'primary',
        },
      ]}
    />
  );
}
