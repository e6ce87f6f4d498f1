/** A day, typed as it is written here; the same day in words beneath, so that a slip is seen. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longDate } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import { privateField } from '../../privacy.ts';
import fields from '../../visit/screens/fields.module.css';
import { dayOf, textOf, whileTyping } from './day-text.ts';
import { Label } from './Field.tsx';
import classes from './parts.module.css';
import { useField } from './use-form.ts';

interface DateFieldProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  /** What to say of a day that can be and does not do here. */
  readonly unfit?: string;
  readonly optional?: boolean;
  readonly autoFocus?: boolean;
}

export function DateField({ path, label, hint, unfit, optional, ...rest }: DateFieldProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const {
    text: kept,
    set,
    problem,
  } = useField(path, (value) =>
    unfit === undefined || dayOf(textOf(String(value))) === undefined ? t('parts.dateWrong') : unfit,
  );
  const [typed, setTyped] = useState(textOf(kept));
  const day = dayOf(typed);

  function type(value: string): void {
    const next = whileTyping(value, typed);
    setTyped(next);
    set(dayOf(next) ?? next);
  }

  return (
    <div className={classes.date} data-problem={problem === '' ? undefined : true}>
      <TextInput
        {...privateField}
        {...rest}
        classNames={{
          input: fields.input,
          label: fields.label,
          description: classes.hint,
          error: fields.error,
        }}
        label={<Label text={label} optional={optional} />}
        description={day === undefined ? (hint ?? t('parts.dateHint')) : longDate(day, language)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="numeric"
        placeholder={t('parts.datePlaceholder')}
        value={typed}
        error={problem === '' ? null : problem}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => setTyped(textOf(kept))}
      />
    </div>
  );
}
