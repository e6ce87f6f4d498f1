/** The second step of a consent: the paper for the resident, the evidence and who stood by. Enter goes on. */
import { Radio, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentQuestion, VisitView } from '../../../electron/contract/index.ts';
import { usePreferences } from '../../preferences.ts';
import { privateField } from '../../privacy.ts';
import { keys, Screen } from '../../shell/index.ts';
import { goWithin, send } from '../store.ts';
import { Companion, companionOf, type Standing } from './Companion.tsx';
import fields from './fields.module.css';
import { Printing, Receipt } from './Receipt.tsx';

const kinds = ['PAPER_SIGNATURE', 'RECORDED_STATEMENT'] as const;
type Kind = (typeof kinds)[number];

export function Agreed({ view, question }: { view: VisitView; question: ConsentQuestion }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const form = useRef<HTMLFormElement>(null);
  const required = question.companion === 'REQUIRED';
  const [evidence, setEvidence] = useState<Kind>('PAPER_SIGNATURE');
  const [places, setPlaces] = useState({ PAPER_SIGNATURE: question.receiptNo, RECORDED_STATEMENT: '' });
  const [standing, setStanding] = useState<Standing>({ by: required, name: '', relation: '' });
  const [tried, setTried] = useState(false);

  const evidenceRef = places[evidence].trim();
  const refFits = evidenceRef !== '' && !/\d{16}/.test(evidenceRef);
  const companion = companionOf(standing);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!refFits || companion === 'incomplete') return;
    const accompanied = companion === undefined ? {} : { companion };
    send({ kind: 'grantConsent', language, evidence, evidenceRef, ...accompanied });
  }

  return (
    <Screen
      name="agreed"
      tone="good"
      compact
      eyebrow={t('visit.consent.eyebrow')}
      icon={<IconCheck size={36} stroke={2.6} />}
      title={t('visit.evidence.yesTitle')}
      lead={required ? <strong>{t('visit.evidence.child')}</strong> : t('visit.evidence.yesLead')}
      actions={[
        {
          key: keys.back,
          label: t('visit.evidence.back'),
          run: () => goWithin(undefined),
          kind: 'plain',
        },
        {
          key: keys.print,
          label: t('visit.evidence.print'),
          run: () => send({ kind: 'printReceipt', language }),
          kind: 'plain',
        },
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
        <TextInput
          classNames={{
            root: fields.field,
            input: fields.input,
            label: fields.label,
            error: fields.error,
          }}
          label={t(`visit.evidence.${evidence}_REF`)}
          maxLength={120}
          value={places[evidence]}
          error={tried && !refFits ? t('visit.evidence.refMissing') : null}
          onChange={({ currentTarget: { value } }) => setPlaces({ ...places, [evidence]: value })}
          {...privateField}
        />
        <Companion standing={standing} change={setStanding} required={required} tried={tried} />
      </form>
      <Printing view={view} />
      <Receipt text={question.receipt[language]} />
    </Screen>
  );
}
