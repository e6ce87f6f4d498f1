/** One NIK for one service, typed from the applicant's papers: sixteen digits, a name, and why the card was not tapped. */
import { Radio, TextInput } from '@mantine/core';
import { type FormEvent, type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManualReason, VisitView } from '../../../electron/contract/index.ts';
import { digitsOf, nikGroups } from '../../format/index.ts';
import { useText } from '../../preferences.ts';
import { privateField } from '../../privacy.ts';
import { keys, Screen } from '../../shell/index.ts';
import { goWithin, send } from '../store.ts';
import fields from './fields.module.css';

/** Why there was no tap where one is obligatory; else which document was shown. */
function reasonsOf({ readerObligatory, documents }: VisitView): readonly ManualReason[] {
  const all: readonly ManualReason[] = readerObligatory
    ? ['CARD_ABSENT', 'CHIP_DAMAGED', 'IKD_SHOWN', 'READER_DOWN']
    : ['NOT_OBLIGATORY', 'IKD_SHOWN'];
  return all.filter((reason) => reason !== 'IKD_SHOWN' || documents.includes('IKD'));
}

export function TypeNik({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const text = useText();
  const [digits, setDigits] = useState('');
  const [fullName, setFullName] = useState('');
  const reasons = reasonsOf(view);
  const [reason, setReason] = useState<ManualReason>(reasons[0] ?? 'CARD_ABSENT');
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  /** Digits before the caret, so that a digit put in the middle does not throw the caret to the end. */
  const caret = useRef<number | undefined>(undefined);

  useLayoutEffect(() => {
    if (caret.current === undefined || field.current !== document.activeElement) return;
    const at = caret.current + Math.max(0, nikGroups(digits.slice(0, caret.current)).length - 1);
    field.current?.setSelectionRange(at, at);
    caret.current = undefined;
  }, [digits]);

  const refused = view.failure === undefined ? '' : `${text(view.failure.cause)} ${text(view.failure.cure)}`;
  const error = problem === '' ? refused : problem;

  function type(value: string, at: number | null): void {
    caret.current = digitsOf(value.slice(0, at ?? value.length)).length;
    setDigits(digitsOf(value).slice(0, 16));
    // Letters would be a search by name; there is no such thing.
    setProblem(/[^\d\s.-]/.test(value) ? t('asking.typing.only') : '');
  }

  function refusePaste(event: SyntheticEvent): void {
    event.preventDefault();
    setProblem(t('visit.nik.noPaste'));
  }

  function wordsOf(one: ManualReason): string {
    if (one === 'NOT_OBLIGATORY') return t('asking.typing.documents.NOT_OBLIGATORY');
    return view.readerObligatory ? t(`visit.nik.reasons.${one}`) : t('asking.typing.documents.IKD_SHOWN');
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setProblem('');
    send({ kind: 'typeNik', nik: digits, fullName: fullName.trim(), reason });
    field.current?.focus();
  }

  return (
    <Screen
      name="type-nik"
      title={t('visit.nik.title')}
      lead={t('visit.nik.lead')}
      focusField
      actions={[
        { key: keys.back, label: t('app.back'), run: () => goWithin(undefined), kind: 'plain' },
        {
          key: keys.primary,
          label: t('visit.nik.submit'),
          run: () => field.current?.form?.requestSubmit(),
          kind: 'primary',
          form: 'nik',
        },
      ]}
    >
      <form id="nik" className={fields.form} onSubmit={submit} noValidate>
        <div className={fields.pair}>
          <TextInput
            ref={field}
            className={fields.field ?? ''}
            classNames={{
              input: `${fields.input} ${fields.digits}`,
              label: fields.label,
              description: fields.hint,
              error: fields.error,
            }}
            label={t('visit.nik.nik')}
            description={t('visit.nik.nikHint', { n: digits.length })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="numeric"
            autoFocus
            value={nikGroups(digits).join(' ')}
            error={error === '' ? null : error}
            onChange={(event) => type(event.currentTarget.value, event.currentTarget.selectionStart)}
            onPaste={refusePaste}
            onDrop={refusePaste}
            {...privateField}
          />
          <TextInput
            className={fields.field ?? ''}
            classNames={{ input: fields.input, label: fields.label, description: fields.hint }}
            label={t('visit.nik.name')}
            description={t('visit.nik.nameHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            maxLength={120}
            value={fullName}
            onChange={(event) => setFullName(event.currentTarget.value)}
            {...privateField}
          />
        </div>
        {reasons.length > 1 && (
          <Radio.Group
            label={t(view.readerObligatory ? 'visit.nik.reason' : 'asking.typing.document')}
            description={t(view.readerObligatory ? 'visit.nik.obligatory' : 'asking.typing.anyIssuer')}
            classNames={{ label: fields.label, description: fields.hint }}
            value={reason}
            onChange={(value) => setReason(reasons.find((one) => one === value) ?? reason)}
          >
            <div className={fields.choices}>
              {reasons.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={wordsOf(one)}
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
        )}
      </form>
    </Screen>
  );
}
