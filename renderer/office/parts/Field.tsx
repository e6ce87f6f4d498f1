/** A line of text, or several: label above, hint and problem beneath. */
import { Textarea, TextInput } from '@mantine/core';
import type { HTMLInputAutoCompleteAttribute } from 'react';
import { useTranslation } from 'react-i18next';
import { privateField } from '../../privacy.ts';
import fields from '../../visit/screens/fields.module.css';
import classes from './parts.module.css';
import { useField } from './use-form.ts';

interface FieldProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  /** What to say of a value that is misshapen. */
  readonly wrong?: string;
  readonly optional?: boolean;
  readonly lines?: 1 | 3;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
}

export function Field({ path, label, hint, wrong, optional, lines = 1, ...rest }: FieldProps) {
  const { text, set, problem } = useField(path, wrong);
  const shared = {
    ...privateField,
    ...rest,
    classNames: { input: fields.input, label: fields.label, description: classes.hint, error: fields.error },
    label: <Label text={label} optional={optional} />,
    description: hint,
    inputWrapperOrder: ['label', 'description', 'input', 'error'] as (
      | 'label'
      | 'description'
      | 'input'
      | 'error'
    )[],
    value: text,
    error: problem === '' ? null : problem,
  };
  return (
    <div className={classes.field} data-problem={problem === '' ? undefined : true}>
      {lines === 1 ? (
        <TextInput {...shared} onChange={(event) => set(event.currentTarget.value)} />
      ) : (
        <Textarea {...shared} rows={lines} onChange={(event) => set(event.currentTarget.value)} />
      )}
    </div>
  );
}

/** The words above a field; what need not be filled in says so. */
export function Label({ text, optional }: { text: string; optional?: boolean | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {text}
      {optional === true && <span className={fields.optional}>{t('parts.optional')}</span>}
    </>
  );
}
