/** The service and its data-balikan fields: filled in as far as they are known, checked beside the field, saved with Enter. */
import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceField, VisitView } from '../../../electron/contract/index.ts';
import { usePreferences } from '../../preferences.ts';
import { privateField } from '../../privacy.ts';
import { type Action, FailureNote, keys, Screen } from '../../shell/index.ts';
import { fieldProblem, refusedField, startValue } from '../field-problem.ts';
import { goWithin, send, useVisit } from '../store.ts';
import { useWaysOut } from '../ways-out.ts';
import fields from './fields.module.css';
import classes from './Service.module.css';

/** So few choices are seen at once; more go into a list. */
const choicesSeen = 5;

export function Service({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(
    () =>
      useVisit.getState().filled ??
      Object.fromEntries(view.serviceFields.map((field) => [field.code, startValue(field)])),
  );
  const [tried, setTried] = useState(false);
  const again = view.state === 'SERVICE_RECORDED';
  const refused = refusedField(view);
  const firstEmpty = view.serviceFields.find((field) => startValue(field) === '')?.code;

  function problemOf(field: ServiceField): string | null {
    const problem = fieldProblem(field, values[field.code] ?? '');
    if (tried && problem !== undefined) return t(`visit.form.${problem}`, { n: field.maxLength });
    return refused === field.code ? t('visit.form.invalid') : null;
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const wrong = view.serviceFields.find((field) => fieldProblem(field, values[field.code] ?? ''));
    if (wrong === undefined) send({ kind: 'recordService', fields: values });
    else form.current?.querySelector<HTMLElement>(`[name="${wrong.code}"]`)?.focus();
  }

  const back: Action[] =
    view.state === 'RESULT_MATCH'
      ? [{ key: keys.back, label: t('app.back'), run: () => goWithin(undefined), kind: 'plain' }]
      : waysOut(view);
  const change: Action[] =
    view.intents.includes('refuseConsent') && view.consentDecision === 'GRANTED'
      ? [
          {
            key: keys.change,
            label: t('visit.form.change'),
            run: () => send({ kind: 'refuseConsent', language: usePreferences.getState().language }),
            kind: 'plain',
          },
        ]
      : [];

  return (
    <Screen
      name={again ? 'service-again' : 'service'}
      title={t(again ? 'visit.failure.store' : 'visit.form.title')}
      {...(again ? {} : { lead: t('visit.form.lead') })}
      tone={again ? 'broken' : 'plain'}
      focusField={!again && firstEmpty !== undefined}
      actions={[
        ...back,
        ...change,
        {
          key: keys.primary,
          label: t(again ? 'visit.failure.storeAgain' : 'visit.form.save'),
          run: () => form.current?.requestSubmit(),
          kind: 'primary',
          form: 'layanan',
        },
      ]}
    >
      {view.failure !== undefined && refused === undefined && <FailureNote failure={view.failure} />}
      <div className={classes.columns}>
        <form
          hidden={again && refused === undefined}
          id="layanan"
          ref={form}
          className={fields.form}
          onSubmit={submit}
          noValidate
        >
          {view.serviceFields.map((field) => (
            <Field
              key={field.code}
              field={field}
              value={values[field.code] ?? ''}
              problem={problemOf(field)}
              focus={field.code === firstEmpty}
              onChange={(value) => setValues((now) => ({ ...now, [field.code]: value }))}
            />
          ))}
        </form>
        <Summary view={view} />
      </div>
    </Screen>
  );
}

interface FieldProps {
  readonly field: ServiceField;
  readonly value: string;
  readonly problem: string | null;
  readonly focus: boolean;
  readonly onChange: (value: string) => void;
}

function Field({ field, value, problem, focus, onChange }: FieldProps) {
  const { t } = useTranslation();
  const label = (
    <>
      {field.label}
      {!field.required && <span className={fields.optional}>{t('visit.form.optional')}</span>}
    </>
  );
  const filled = field.choices === undefined && value !== '' && value === startValue(field);
  const common = {
    label,
    name: field.code,
    error: problem,
    description: filled ? t('visit.form.suggestion') : undefined,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
  };
  if (field.choices === undefined) {
    return (
      <TextInput
        {...common}
        className={fields.field ?? ''}
        classNames={{
          input: fields.input,
          label: fields.label,
          description: fields.hint,
          error: fields.error,
        }}
        autoFocus={focus}
        maxLength={field.maxLength}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...privateField}
      />
    );
  }
  if (field.choices.length > choicesSeen) {
    return (
      <NativeSelect
        {...common}
        className={fields.field ?? ''}
        classNames={{
          input: fields.input,
          label: fields.label,
          description: fields.hint,
          error: fields.error,
        }}
        autoFocus={focus}
        value={value}
        data={[
          { value: '', label: t('visit.form.choose') },
          ...field.choices.map(({ code, label: text }) => ({ value: code, label: text })),
        ]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <Radio.Group
      {...common}
      classNames={{ label: fields.label, description: fields.hint, error: fields.error }}
      value={value}
      onChange={onChange}
    >
      <div className={fields.choices}>
        {field.choices.map(({ code, label: text }) => (
          <Radio
            key={code}
            value={code}
            label={text}
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
  );
}

function Summary({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const verified =
    view.state !== 'UNVERIFIED_CONTINUED' &&
    view.verdicts.length > 0 &&
    view.verdicts.every(({ verdict }) => verdict === 'SESUAI');
  const consent =
    view.consentDecision === undefined
      ? 'visit.form.noConsent'
      : view.consentDecision === 'GRANTED'
        ? 'visit.form.granted'
        : 'visit.form.refused';
  const Shield = view.consentDecision === 'GRANTED' ? IconShieldCheck : IconShieldOff;
  return (
    <aside className={classes.summary} aria-label={t('visit.form.summary')}>
      <p className={classes.fact} data-tone={verified ? 'good' : 'warn'}>
        {verified ? (
          <IconCircleCheck size={26} aria-hidden="true" />
        ) : (
          <IconAlertTriangle size={26} aria-hidden="true" />
        )}
        <span>
          {t(verified ? 'visit.form.verified' : 'visit.form.unverified')}
          {!verified && <small>{t('visit.form.unverifiedNote')}</small>}
          <small>{t(verified ? 'asking.assured' : 'asking.notAssured')}</small>
        </span>
      </p>
      <p className={classes.fact}>
        <Shield size={26} aria-hidden="true" />
        <span>{t(consent)}</span>
      </p>
      <dl>
        <dt>{t('visit.service')}</dt>
        <dd>{view.services.find(({ code }) => code === view.serviceCode)?.name}</dd>
        <dt>{t('visit.form.registration')}</dt>
        <dd>{view.registrationNo}</dd>
      </dl>
    </aside>
  );
}
